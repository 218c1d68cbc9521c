import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HIGHEST,
  INSTRUMENTS,
  scoreBam,
  scoreBamR,
  scoreBarc10,
  scoreCraving3,
  scoreGad2,
  scoreGad7,
  scorePhq2,
  scorePhq8,
  scorePhq9,
  totalsOf,
  worthTalking,
} from '../index.ts';

type Given = Record<string, number | null>;
const filled = (ids: readonly string[], value: number): Given =>
  Object.fromEntries(ids.map((id) => [id, value]));
const to = (last: number): string[] => Array.from({ length: last }, (_, i) => String(i + 1));
const BAM_ITEMS = [...to(17).filter((id) => id !== '7'), '7a', '7b', '7c', '7d', '7e', '7f', '7g'];
const given = (list: readonly number[]): Given =>
  Object.fromEntries(list.map((value, i) => [String(i + 1), value]));

/** The slow twin: add one after the other, and give up at the first that is missing. */
function slowly(answers: Given, items: readonly string[]): number | null {
  let total = 0;
  for (const item of items) {
    if (!(item in answers)) return null;
    const answer = answers[item];
    if (answer === null || answer === undefined) return null;
    total = total + answer;
  }
  return total;
}

describe('PHQ', () => {
  it('adds its items, and nothing when one was skipped', () => {
    expect(scorePhq2({ 1: 2, 2: 1 })).toBe(3);
    expect(scorePhq2({ 1: 2, 2: null })).toBeNull();
    expect(scorePhq8(filled(to(8), 3))).toBe(24);
    expect(scorePhq8(filled(to(8), 0))).toBe(0);
    expect(scorePhq8(filled(to(7), 3))).toBeNull();
    expect(scorePhq9(filled(to(8), 3), 3)).toBe(27);
    expect(scorePhq9(filled(to(8), 0), 1)).toBe(1);
    for (const nine of [null, undefined, 4, 0.5]) expect(scorePhq9(filled(to(8), 0), nine)).toBeNull();
    expect(scorePhq9({ ...filled(to(8), 1), 3: null }, 0)).toBeNull();
  });

  it('has the usual point of 10, and 3 for the two-item forms', () => {
    expect([9, 10].map((n) => worthTalking('phq9', n))).toEqual([false, true]);
    expect([9, 10].map((n) => worthTalking('phq8', n))).toEqual([false, true]);
    expect([2, 3].map((n) => worthTalking('phq2', n))).toEqual([false, true]);
    expect([2, 3].map((n) => worthTalking('gad2', n))).toEqual([false, true]);
    expect([9, 10].map((n) => worthTalking('gad7', n))).toEqual([false, true]);
  });

  it('refuses what is no answer of its scale', () => {
    for (const wrong of [-1, 4, 1.5, Number.NaN]) expect(scorePhq2({ 1: wrong, 2: 1 })).toBeNull();
  });
});

describe('GAD', () => {
  it('adds its items within 0 to 21', () => {
    expect(scoreGad2({ 1: 3, 2: 3 })).toBe(6);
    expect(scoreGad7(filled(to(7), 3))).toBe(21);
    expect(scoreGad7(filled(to(6), 3))).toBeNull();
  });
});

describe('BAM', () => {
  it('matches the test vectors', () => {
    expect(scoreBam(filled(BAM_ITEMS, 0))).toEqual({ use: 0, risk: 0, protective: 0 });
    expect(scoreBam(filled(BAM_ITEMS, 4))).toEqual({ use: 12, risk: 24, protective: 24 });
    expect(scoreBam({ 1: 2, 2: 2, 3: 1, 8: 2, 11: 0, 15: 1 })).toEqual({
      use: null,
      risk: 8,
      protective: null,
    });
    expect(scoreBam({ 9: 3, 10: 3, 12: 0, 13: 4, 14: 4, 16: 4 }).protective).toBe(18);
  });

  it('leaves a subscale without a number when one of its items was skipped, and the others as they are', () => {
    for (const [item, part] of [
      ['5', 'use'],
      ['11', 'risk'],
      ['14', 'protective'],
    ] as const) {
      const scored = scoreBam({ ...filled(BAM_ITEMS, 0), [item]: null });
      expect(scored[part]).toBeNull();
      expect(Object.values(scored).filter((n) => n === null)).toHaveLength(1);
    }
  });

  it('does not have the errors seen in other programs', () => {
    const zero = filled(BAM_ITEMS, 0);
    // Health is 0 for excellent and 4 for poor: not the other way round.
    expect(scoreBam({ ...zero, 1: 4 }).risk).toBe(4);
    // Item 7 explains item 6 and is in no sum.
    expect(scoreBam({ ...zero, '7a': 4, '7e': 4, 7: 4 })).toEqual({ use: 0, risk: 0, protective: 0 });
    // Item 17 is in no sum.
    expect(scoreBam({ ...zero, 17: 4 })).toEqual({ use: 0, risk: 0, protective: 0 });
    // Protective ends at 24, and more of it is more protection.
    expect(scoreBam({ ...zero, 10: 4 }).protective).toBe(4);
    // Income is 0 or 4 and nothing between.
    expect(scoreBam({ ...zero, 14: 1 }).protective).toBeNull();
    // No slider of 0 to 10, and no total over everything.
    expect(scoreBam({ ...zero, 8: 7 }).risk).toBeNull();
    expect(Object.keys(scoreBam(zero))).toEqual(['use', 'risk', 'protective']);
    expect(worthTalking('risk', 24)).toBeUndefined();
  });

  it('counts days as days in its continuous form, and labels as 0, 8, 15, 22 and 30', () => {
    const most = { ...filled(BAM_ITEMS, 30), 1: 4, 8: 4, 9: 4, 12: 4, 15: 4, 14: 4 };
    expect(scoreBamR(most)).toEqual({ use: 90, risk: 180, protective: 180 });
    expect(scoreBamR(filled(BAM_ITEMS, 0))).toEqual({ use: 0, risk: 0, protective: 0 });
    expect(scoreBamR({ ...filled(BAM_ITEMS, 0), 1: 1, 8: 2, 9: 3 })).toEqual({
      use: 0,
      risk: 23,
      protective: 22,
    });
    expect(scoreBamR({ ...most, 4: 31 }).use).toBeNull();
    expect(scoreBamR({ ...most, 14: 2 }).protective).toBeNull();
    expect(scoreBamR({ ...most, 8: 5 }).risk).toBeNull();
    expect(scoreBamR({ ...most, 13: null }).protective).toBeNull();
  });
});

describe('BARC-10', () => {
  it('matches the test vectors', () => {
    expect(scoreBarc10(filled(to(10), 1))).toBe(10);
    expect(scoreBarc10(filled(to(10), 6))).toBe(60);
    expect(scoreBarc10(given([5, 5, 4, 5, 5, 5, 4, 5, 4, 5]))).toBe(47);
  });

  it('does not have the errors seen in other programs', () => {
    // The scale starts at 1: a copy that starts at 0 gives a total of 0, which does not exist.
    expect(scoreBarc10(filled(to(10), 0))).toBeNull();
    // Nothing is reversed.
    expect(scoreBarc10({ ...filled(to(10), 1), 1: 6 })).toBe(15);
    expect(scoreBarc10(filled(to(9), 6))).toBeNull();
    expect(totalsOf('barc-10', filled(to(10), 6))).toEqual({ barc10: 60 });
    expect(worthTalking('barc10', 20)).toBeUndefined();
  });
});

describe('our own scales', () => {
  it('turn confidence round and have no cut-off', () => {
    expect(scoreCraving3({ now: 10, cue: 10, sure: 0 })).toBe(30);
    expect(scoreCraving3({ now: 0, cue: 0, sure: 10 })).toBe(0);
    expect(scoreCraving3({ now: 3, cue: 5, sure: 6 })).toBe(12);
    expect(scoreCraving3({ now: 3, cue: 5, sure: null })).toBeNull();
    expect(scoreCraving3({ now: 3, cue: null, sure: 3 })).toBeNull();
    expect(totalsOf('confidence', { sure: 7 })).toEqual({ confidence: 7 });
    expect(worthTalking('craving3', 30)).toBeUndefined();
  });
});

describe('every total', () => {
  it('equals the slow sum, or is missing where it is', () => {
    const answer = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(fc.array(answer, { minLength: 8, maxLength: 8 }), answer, (list, nine) => {
        const answers: Given = Object.fromEntries(list.map((value, i) => [String(i + 1), value]));
        expect(scorePhq2(answers)).toBe(slowly(answers, ['1', '2']));
        expect(scorePhq8(answers)).toBe(slowly(answers, to(8)));
        expect(scorePhq9(answers, nine)).toBe(slowly({ ...answers, nine }, [...to(8), 'nine']));
        expect(scoreGad2(answers)).toBe(slowly(answers, ['1', '2']));
        expect(scoreGad7(answers)).toBe(slowly(answers, to(7)));
      }),
    );
  });

  it('is named for each instrument, within its highest value, and never made with item nine', () => {
    for (const id of INSTRUMENTS) {
      const totals = totalsOf(id, {});
      for (const name of Object.keys(totals)) expect(HIGHEST[name]).toBeGreaterThan(0);
      expect(Object.values(totals).every((n) => n === null)).toBe(true);
    }
    const eight = filled(to(8), 1);
    expect(totalsOf('phq-9', { ...eight, nine: 3 })).toEqual(totalsOf('phq-9', { ...eight, nine: 0 }));
    expect(totalsOf('phq-9', { ...eight, nine: 3 })).toEqual({ phq8: 8 });
    expect(totalsOf('phq-8', eight)).toEqual({ phq8: 8 });
    expect(totalsOf('phq-2', eight)).toEqual({ phq2: 2 });
    expect(totalsOf('gad-2', eight)).toEqual({ gad2: 2 });
    expect(totalsOf('gad-7', eight)).toEqual({ gad7: 7 });
    expect(totalsOf('craving-3', {})).toEqual({ craving3: null });
    expect(totalsOf('bam-r', {})).toEqual({ use: null, risk: null, protective: null });
  });
});
