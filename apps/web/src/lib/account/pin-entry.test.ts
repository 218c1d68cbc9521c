import { expect, test } from 'vitest';
import { PIN_START, enterPin, pinDigits } from './pin-entry.ts';

test('the same 6 digits twice are chosen', () => {
  expect(enterPin(enterPin(PIN_START, '120 456'), '120456')).toEqual({ step: 'chosen', pin: '120456' });
});

test('too few digits are asked for again, in the same step', () => {
  expect(enterPin(PIN_START, '12045')).toEqual({ step: 'choose', trouble: 'short' });
  const again = enterPin(PIN_START, '120456');
  expect(enterPin(again, '1')).toEqual({ step: 'again', first: '120456', trouble: 'short' });
});

test('a different second PIN starts over', () => {
  expect(enterPin(enterPin(PIN_START, '120456'), '120457')).toEqual({ step: 'choose', trouble: 'differs' });
});

test('digits of other scripts count, letters do not, and no more than 6 are read', () => {
  expect(pinDigits('١٢٣٤٥٦')).toBe('123456');
  expect(pinDigits('１２３４５６')).toBe('123456');
  expect(pinDigits('12a4-5 678 9')).toBe('124567');
  expect(pinDigits('')).toBe('');
});
