import { expect, it } from 'vitest';
import { nextWay } from './way-back.ts';

it('asks for a card first, then that it is checked, then for a second way', () => {
  expect(nextWay({ card: 'none', phone: false, people: false })).toBe('card');
  expect(nextWay({ card: 'none', phone: true, people: true })).toBe('card');
  expect(nextWay({ card: 'made', phone: false, people: false })).toBe('check');
  expect(nextWay({ card: 'made', phone: false, people: true })).toBe('check');
  expect(nextWay({ card: 'checked', phone: false, people: false })).toBe('second');
});
