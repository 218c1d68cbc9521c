import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PATTERNS, PATTERN_IDS, breathLength, momentAt, readPaced, writePaced } from './breath-pattern.ts';

const T = 1_800_000_000_000;
const pattern = fc.constantFrom(...PATTERN_IDS);

test('the first pattern has no holds; the others are 4-4-4-4 and 4-7-8', () => {
  expect(PATTERN_IDS.map((id) => PATTERNS[id].phases.map(({ seconds }) => seconds))).toEqual([
    [4, 6],
    [4, 4, 4, 4],
    [4, 7, 8],
  ]);
  expect(PATTERNS.calm.phases.some(({ kind }) => kind === 'hold')).toBe(false);
});

test('calm: in for 4, out for 6, and again', () => {
  const at = (ms: number) => {
    const moment = momentAt('calm', ms);
    return moment && [moment.kind, moment.count, moment.round];
  };
  expect([0, 3999, 4000, 9999, 10_000].map(at)).toEqual([
    ['in', 1, 1],
    ['in', 4, 1],
    ['out', 1, 1],
    ['out', 6, 1],
    ['in', 1, 2],
  ]);
  expect(at(-5000)).toEqual(['in', 1, 1]);
  expect(at(120_000)).toBeUndefined();
});

test('box: full while it is held after in, empty while it is held after out', () => {
  expect([0, 4000, 8000, 12_000].map((ms) => momentAt('box', ms)?.full)).toEqual([true, true, false, false]);
});

describe('any moment of any pattern', () => {
  test('has a count inside its phase, and the next moment is at most a second away and another one', () => {
    fc.assert(
      fc.property(pattern, fc.integer({ min: 0, max: 200_000 }), (id, elapsed) => {
        const moment = momentAt(id, elapsed);
        const total = breathLength(id) * PATTERNS[id].rounds;
        expect(moment === undefined).toBe(elapsed >= total);
        if (!moment) return;
        expect(moment.count).toBeGreaterThanOrEqual(1);
        expect(moment.count).toBeLessThanOrEqual(moment.seconds);
        expect(moment.next).toBeGreaterThan(0);
        expect(moment.next).toBeLessThanOrEqual(1000);
        const { next: _, ...now } = moment;
        expect(momentAt(id, elapsed + moment.next)).not.toMatchObject(now);
      }),
    );
  });

  test('a reload goes on by the clock', () => {
    fc.assert(
      fc.property(pattern, fc.integer({ min: 0, max: 200_000 }), (id, elapsed) => {
        const kept = readPaced(writePaced({ pattern: id, start: T }), T + elapsed);
        expect(kept).toEqual(momentAt(id, elapsed) && { pattern: id, start: T });
      }),
    );
  });
});

test('broken storage, or a start in the future, reads as nothing', () => {
  for (const stored of [null, '', 'calm', 'calm x', 'wild 12', `calm ${T + 1}`])
    expect(readPaced(stored, T)).toBeUndefined();
});
