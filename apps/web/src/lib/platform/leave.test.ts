import { expect, test } from 'vitest';
import { ESCAPE_WINDOW, LEAVE_URL, escapeCounter } from './leave.ts';

test('three quick presses of Escape leave; two, or three slow ones, do not', () => {
  const press = escapeCounter();
  expect([0, 300, 600].map(press)).toEqual([false, false, true]);
  expect([10_000, 10_200].map(press)).toEqual([false, false]);
  expect([20_000, 20_000 + ESCAPE_WINDOW, 20_002 + 2 * ESCAPE_WINDOW].map(press)).toEqual([
    false,
    false,
    false,
  ]);
});

test('the way out is a secure address without a path that says anything', () => {
  expect(new URL(LEAVE_URL)).toMatchObject({ protocol: 'https:', pathname: '/', search: '' });
});
