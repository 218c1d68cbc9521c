import { expect, test } from 'vitest';
import type { StartEvent } from './start-flow.ts';
import { START, startNext } from './start-flow.ts';

const walk = (...events: StartEvent[]) => events.reduce(startNext, START);

test('the whole way: check-in, someone to ring, a PIN, today', () => {
  expect(walk('saved').step).toBe('ring');
  expect(walk('saved', 'ring-done').step).toBe('lock');
  expect(walk('saved', 'ring-done', 'set-pin', 'pin-done')).toEqual({ step: 'today', saved: true });
});

test('the shortest way leaves everything out and still ends at today', () => {
  expect(walk('skipped', 'ring-done', 'lock-later')).toEqual({ step: 'today', saved: false });
});

test('nothing is asked before the first step is done', () => {
  for (const event of ['ring-done', 'set-pin', 'lock-later', 'pin-done', 'back'] as const)
    expect(walk(event)).toEqual(START);
});

test('a second tap on the same button does not skip a step', () => {
  expect(walk('saved', 'saved').step).toBe('ring');
  expect(walk('saved', 'ring-done', 'ring-done').step).toBe('lock');
});

test('from the PIN one can go back and choose later', () => {
  expect(walk('saved', 'ring-done', 'set-pin', 'back', 'lock-later').step).toBe('today');
});
