import { expect, test } from 'vitest';
import { breathCount, untilNextCount } from './breath.ts';

test('one breath every 5 seconds: 1 comes back after 5', () => {
  expect([0, 999, 1000, 2500, 4999, 5000, 10_000].map(breathCount)).toEqual([1, 1, 2, 3, 5, 1, 1]);
});

test('twelve breaths a minute', () => {
  let breaths = 0;
  for (let second = 0; second < 60; second++) if (breathCount(second * 1000) === 1) breaths++;
  expect(breaths).toBe(12);
});

test('the next count is at most a second away', () => {
  expect(untilNextCount(0)).toBe(1000);
  expect(untilNextCount(1200)).toBe(800);
});
