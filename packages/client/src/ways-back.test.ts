import { expect, it } from 'vitest';
import { isBackedUp } from './ways-back.ts';

it.each([
  ['none', false, false, false],
  ['none', false, true, false],
  ['none', true, false, false],
  ['none', true, true, true],
  ['made', false, false, false],
  ['made', false, true, false],
  ['made', true, false, true],
  ['made', true, true, true],
  ['checked', false, false, false],
  ['checked', false, true, true],
  ['checked', true, false, true],
  ['checked', true, true, true],
] as const)('card %s, another phone %s, trusted people %s: backed up %s', (card, phone, people, backedUp) => {
  expect(isBackedUp({ card, phone, people })).toBe(backedUp);
});
