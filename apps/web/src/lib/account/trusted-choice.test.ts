import { expect, test } from 'vitest';
import { defaultNeeded, fitNeeded, neededFor } from './trusted-choice.ts';

test('2 of 3 and 3 of 5 are proposed, and never one alone', () => {
  expect([2, 3, 4, 5].map(defaultNeeded)).toEqual([2, 2, 2, 3]);
  expect(neededFor(1)).toEqual([]);
  expect(neededFor(4)).toEqual([2, 3, 4]);
});

test('what was said stays within what is possible', () => {
  expect(fitNeeded(4, 3)).toBe(3);
  expect(fitNeeded(1, 3)).toBe(2);
  expect(fitNeeded(2, 0)).toBe(2);
});
