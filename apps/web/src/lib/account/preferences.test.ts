import { expect, test } from 'vitest';
import { RING_SHOWN_KEY, readRingShown } from './preferences.ts';

test('people to ring stand on Right now until the person hides them', () => {
  const kept = (value: string | null) => readRingShown((key) => (key === RING_SHOWN_KEY ? value : null));
  expect([kept(null), kept('yes'), kept('no')]).toEqual([true, true, false]);
});
