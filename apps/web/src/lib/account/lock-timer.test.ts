import { expect, test } from 'vitest';
import { CALL_ALLOWANCE, DIAL_WINDOW, LockTimer, PHOTO_ALLOWANCE } from './lock-timer.ts';

const five = { minutes: 5 };
const minute = 60_000;

test('five minutes out of sight lock, less does not', () => {
  const timer = new LockTimer();
  expect(timer.hidden(0, five)).toBe(5 * minute);
  expect(timer.shown(5 * minute - 1, five)).toBe(false);
  timer.hidden(10 * minute, five);
  expect(timer.shown(15 * minute, five)).toBe(true);
});

test('time in sight never locks', () => {
  const timer = new LockTimer();
  expect(timer.shown(0, five)).toBe(false);
  timer.hidden(minute, five);
  timer.shown(2 * minute, five);
  timer.hidden(60 * minute, five);
  expect(timer.shown(61 * minute, five)).toBe(false);
});

test('a call from the page does not lock it, however the setting stands', () => {
  const timer = new LockTimer();
  timer.dialled(0);
  expect(timer.hidden(2_000, { minutes: 0 })).toBe(CALL_ALLOWANCE);
  expect(timer.shown(40 * minute, { minutes: 0 })).toBe(false);
});

test('taking a photo holds the lock off for minutes, and no longer', () => {
  const timer = new LockTimer();
  timer.picking(0);
  expect(timer.hidden(1_000, { minutes: 0 })).toBe(PHOTO_ALLOWANCE);
  expect(timer.shown(4 * minute, { minutes: 0 })).toBe(false);
  expect(timer.hidden(4 * minute, { minutes: 0 })).toBe(0);
  timer.picking(10 * minute);
  timer.hidden(10 * minute, { minutes: 0 });
  expect(timer.shown(16 * minute, { minutes: 0 })).toBe(true);
});

test('only the leaving right after the tap is the call', () => {
  const timer = new LockTimer();
  timer.dialled(0);
  timer.hidden(DIAL_WINDOW + 1, five);
  expect(timer.shown(20 * minute, five)).toBe(true);
  timer.dialled(30 * minute);
  timer.hidden(30 * minute, five);
  timer.shown(31 * minute, five);
  timer.hidden(32 * minute, five);
  expect(timer.shown(40 * minute, five)).toBe(true);
});

test('at 0 minutes the page locks as soon as it is out of sight', () => {
  const timer = new LockTimer();
  expect(timer.hidden(5, { minutes: 0 })).toBe(0);
  expect(timer.shown(5, { minutes: 0 })).toBe(true);
});

test('a clock set back while away locks: nobody can say how long it was', () => {
  const timer = new LockTimer();
  timer.hidden(10 * minute, five);
  expect(timer.shown(0, five)).toBe(true);
});
