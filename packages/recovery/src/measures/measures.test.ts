import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemNine, MeasureResult } from '../index.ts';
import {
  asked,
  careNow,
  checkFields,
  daysUntilNext,
  fits,
  HIGHEST,
  INSTRUMENTS,
  ITEM_NINE,
  ITEM_NINE_ANSWER,
  languageFor,
  lonelyNines,
  MEASURE_RESULT,
  resultsOf,
  shownTotals,
  totalLine,
  totalsOf,
  withSkips,
} from '../index.ts';
import { loadInstrument, OFFERED } from './instruments/index.ts';

const all = await Promise.all(INSTRUMENTS.map(loadInstrument));
const HOUR = 3_600_000;
const result = (over: Partial<MeasureResult>): MeasureResult => ({
  id: 'r',
  instrument: 'phq-9',
  version: '1',
  language: 'en',
  scoring: 1,
  answers: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1 },
  totals: { phq8: 8 },
  at: 0,
  day: '2026-11-21',
  ...over,
});
const nine = (over: Partial<ItemNine>): ItemNine => ({
  id: 'r',
  value: 1,
  said: null,
  askAgain: false,
  at: 0,
  ...over,
});

describe('questionnaires', () => {
  it('are complete: words for every item and value, in each language they have', () => {
    for (const instrument of all) {
      for (const [language, text] of Object.entries(instrument.texts)) {
        expect(Object.keys(text.items).toSorted()).toEqual(instrument.items.map(({ id }) => id).toSorted());
        expect(Object.values(text.items).every((words: string) => words.length > 3)).toBe(true);
        for (const { scale } of instrument.items) {
          const kind = instrument.scales[scale]!;
          expect(text.scales[scale]).toHaveLength('values' in kind ? kind.values.length : 2);
        }
        expect(instrument.checkedAgainst[language as 'en']?.length).toBeGreaterThan(0);
      }
      for (const words of [instrument.owner, instrument.permission, instrument.citation, instrument.version])
        expect(words).not.toBe('');
      expect(instrument.version.length).toBeLessThanOrEqual(80);
      expect(Object.keys(totalsOf(instrument.id, {})).every((total) => total in HIGHEST)).toBe(true);
    }
  });

  it('are offered only where two copies of each language were seen, and listed as their files say', () => {
    const offered = all.filter(({ offByDefault }) => !offByDefault);
    expect(OFFERED).toEqual(
      offered.map(({ id, everyDays, texts }) => ({ id, everyDays, es: texts.es !== undefined })),
    );
    for (const { owner, checkedAgainst, texts } of offered)
      for (const language of Object.keys(texts) as ('en' | 'es')[])
        expect(checkedAgainst[language]!.length).toBeGreaterThanOrEqual(owner === 'Holdfast' ? 1 : 2);
    expect(all.filter(({ offByDefault }) => offByDefault).map(({ id }) => id)).toEqual(['bam-r']);
  });

  it('say "Not at all", never "Not at all sure"', () => {
    for (const { texts } of all)
      for (const words of Object.values(texts.en.scales).flat()) expect(words).not.toMatch(/at all sure/i);
    expect(all.find(({ id }) => id === 'gad-7')!.texts.en.scales['frequency']![0]).toBe('Not at all');
  });

  it('keep item nine apart, in the one questionnaire that has it', () => {
    const apart = all.flatMap(({ id, items }) =>
      items.filter((item) => item.apart).map((item) => [id, item.id]),
    );
    expect(apart).toEqual([['phq-9', ITEM_NINE]]);
  });

  it('are shown in the reader’s language, or in English', () => {
    expect(all.map((instrument) => languageFor(instrument, 'es'))).toEqual(
      all.map(({ texts }) => (texts.es ? 'es' : 'en')),
    );
  });

  it('know what an answer of a scale is', () => {
    expect(fits({ values: [0, 4] }, 4)).toBe(true);
    expect(fits({ values: [0, 4] }, 1)).toBe(false);
    expect([0, 10, 11, -1, 0.5].map((n) => fits({ min: 0, max: 10 }, n))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('follow the skips of the form: no drinking means no heavy drinking, and a skipped item stays skipped', () => {
    const bam = all.find(({ id }) => id === 'bam')!;
    expect(asked(bam, {})).toHaveLength(23);
    expect(asked(bam, { 4: 0, 6: 0 })).toHaveLength(15);
    const answers = withSkips(bam, { 4: 0, 6: 2, '7a': 1 });
    expect(answers['5']).toBe(0);
    expect(answers['7a']).toBe(1);
    expect(answers['7b']).toBeNull();
    expect(answers['1']).toBeNull();
  });
});

describe('results', () => {
  it('have no place for item nine, nor for a sum that holds it', () => {
    const { id: _, ...fields } = result({});
    expect(checkFields(MEASURE_RESULT, fields).ok).toBe(true);
    expect(
      checkFields(MEASURE_RESULT, { ...fields, answers: { ...fields.answers, [ITEM_NINE]: 2 } }),
    ).toEqual({
      ok: false,
      error: { code: 'invalid', field: 'answers' },
    });
    expect(MEASURE_RESULT.home).toBe('measures');
    expect(ITEM_NINE_ANSWER.home).toBe('private');
  });

  it('of one instrument come newest first', () => {
    const list = [
      result({ id: 'a', at: 1 }),
      result({ id: 'b', at: 2 }),
      result({ id: 'c', instrument: 'bam' }),
    ];
    expect(resultsOf(list, 'phq-9').map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('say when the next can tell something new, over leap days and with none before', () => {
    const list = [result({ day: '2028-02-20' })];
    expect(daysUntilNext(list, 'phq-9', 14, '2028-03-01')).toBe(4);
    expect(daysUntilNext(list, 'phq-9', 14, '2028-03-05')).toBe(0);
    expect(daysUntilNext(list, 'bam', 30, '2028-02-20')).toBe(0);
  });

  it('show the PHQ-9 total on the person’s own page alone', () => {
    expect(shownTotals(result({}), [nine({ value: 2 })])).toEqual({ phq9: 10 });
    expect(shownTotals(result({}), [])).toEqual({ phq8: 8 });
    expect(shownTotals(result({ instrument: 'phq-8' }), [nine({})])).toEqual({ phq8: 8 });
  });

  it('show the mean of our own craving check, to one decimal', () => {
    const shown = (totals: Record<string, number | null>) =>
      shownTotals(result({ instrument: 'craving-3', totals }), [])['craving3'];
    expect([0, 13, 14, 15, 30].map((craving3) => shown({ craving3 }))).toEqual([0, 4.3, 4.7, 5, 10]);
    expect(shown({ craving3: null })).toBeNull();
    expect(shown({})).toBeNull();
  });

  it('make one point of a day: the last answer of it that has a sum', () => {
    const on = (day: string, at: number, gad2: number | null) =>
      result({ id: `${day} ${at}`, instrument: 'gad-2', totals: { gad2 }, day, at });
    const list = [
      on('2026-11-20', 1, 2),
      on('2026-11-21', 5, null),
      on('2026-11-21', 4, 3),
      on('2026-11-21', 3, 6),
      on('2026-11-22', 6, null),
      // Stamped by a clock that was wrong: the day it belongs to says where it stands.
      on('2026-11-19', 9, 1),
      result({ instrument: 'phq-9' }),
    ];
    for (const given of [list, list.toReversed()])
      expect(totalLine(given, 'gad-2', 'gad2', [])).toEqual([
        { day: '2026-11-19', value: 1 },
        { day: '2026-11-20', value: 2 },
        { day: '2026-11-21', value: 3 },
      ]);
    expect(totalLine(list, 'phq-9', 'phq9', [nine({ value: 3 })])).toEqual([
      { day: '2026-11-21', value: 11 },
    ]);
  });
});

describe('item nine', () => {
  it('is known without a result, where its form was never finished', () => {
    const nines = [nine({ id: 'r' }), nine({ id: 'a', at: 1 }), nine({ id: 'b', at: 2 })];
    expect(lonelyNines(nines, [result({})]).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(lonelyNines([nine({})], [result({})])).toEqual([]);
  });

  it('pins help on any answer above 0 for 72 hours, whatever the total', () => {
    expect(careNow([nine({ value: 0 })], 0)).toBeUndefined();
    for (const value of [1, 2, 3]) expect(careNow([nine({ value })], 0)).toMatchObject({ since: 0 });
    expect(careNow([nine({})], 72 * HOUR - 1)).toBeDefined();
    expect(careNow([nine({})], 72 * HOUR)).toBeUndefined();
    expect(careNow([], 0)).toBeUndefined();
  });

  it('stays pinned for the latest of several, and no longer for a clock that was ahead', () => {
    expect(
      careNow([nine({ id: 'a', at: 5 }), nine({ id: 'b', at: 9 }), nine({ id: 'c', at: 7 })], 10)?.id,
    ).toBe('b');
    expect(careNow([nine({ at: 100 * HOUR })], 0)).toBeUndefined();
  });

  it('asks how things are since only after a day, and only where that was wished for', () => {
    expect(careNow([nine({ askAgain: true })], 23 * HOUR)?.ask).toBe(false);
    expect(careNow([nine({ askAgain: true })], 24 * HOUR)?.ask).toBe(true);
    expect(careNow([nine({ askAgain: false })], 24 * HOUR)?.ask).toBe(false);
  });

  it('holds for every time and value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 400 * HOUR }), (value, later) => {
        const care = careNow([nine({ value })], later);
        expect(care !== undefined).toBe(value > 0 && later < 72 * HOUR);
      }),
    );
  });
});
