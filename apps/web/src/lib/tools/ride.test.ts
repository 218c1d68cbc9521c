import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RIDE_MEMORY, readRide, sinceStart, writeRide } from './ride.ts';

const T = 1_800_000_000_000;

test('a reload goes on with the same step and the same clock', () => {
  fc.assert(
    fc.property(fc.nat(4), fc.nat(RIDE_MEMORY - 1), (step, gone) => {
      expect(readRide(writeRide({ start: T, step }), T + gone, 5)).toEqual({ start: T, step });
    }),
  );
});

test('an old ride, a step that is gone, and broken storage read as none', () => {
  expect(readRide(`${T} 0`, T + RIDE_MEMORY, 5)).toBeUndefined();
  expect(readRide(`${T} 5`, T, 5)).toBeUndefined();
  expect(readRide(`${T + 1} 0`, T, 5)).toBeUndefined();
  for (const stored of [null, '', 'x', `${T}`, `${T} -1`]) expect(readRide(stored, T, 5)).toBeUndefined();
});

test('the clock counts up in full seconds', () => {
  expect(sinceStart(-5)).toBe('0:00');
  expect(sinceStart(108_900)).toBe('1:48');
  expect(sinceStart(3_600_000)).toBe('60:00');
});
