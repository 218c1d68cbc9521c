import { expect, test } from 'vitest';
import { DOSE_INTERVAL, DOSE_MEMORY, clock, doseState, readDoses, writeDoses } from './dose-timer.ts';

const T = 1_800_000_000_000;

test('before the first dose there is no clock', () => {
  expect(doseState([], T)).toBeUndefined();
});

test('the clock runs from the latest dose and stops at zero', () => {
  expect(doseState([T], T)).toEqual({ count: 1, left: 150_000, part: 0 });
  expect(doseState([T], T + 42_000)?.left).toBe(108_000);
  expect(doseState([T, T + 160_000], T + 170_000)).toMatchObject({ count: 2, left: 140_000 });
  expect(doseState([T], T + DOSE_INTERVAL + 9_000)).toEqual({ count: 1, left: 0, part: 1 });
});

test('a phone clock that is set back does not lengthen the wait', () => {
  expect(doseState([T], T - 60_000)?.left).toBe(DOSE_INTERVAL);
});

test('a reload keeps the doses of this event and only those', () => {
  const doses = [T, T + 150_000];
  expect(readDoses(writeDoses(doses), T + 200_000)).toEqual(doses);
  expect(readDoses(writeDoses(doses), T + DOSE_MEMORY + 200_000)).toEqual([]);
  expect(readDoses(null, T)).toEqual([]);
  expect(readDoses('x 12', T)).toEqual([]);
});

test('the clock reads as minutes and seconds, and 0:00 only when due', () => {
  expect(clock(108_000)).toBe('1:48');
  expect(clock(150_000)).toBe('2:30');
  expect(clock(1)).toBe('0:01');
  expect(clock(0)).toBe('0:00');
});
