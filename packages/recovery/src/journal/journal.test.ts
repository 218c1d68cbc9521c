import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFields } from '../record-type.ts';
import type { JournalEntry } from './journal-entry.ts';
import { JOURNAL_ENTRY } from './journal-entry.ts';
import { KEEP_DAYS, keepDaysOf, untilAfter } from './keep.ts';
import { monthsOf } from './months.ts';
import { folded, searchIn } from './search.ts';

const entry = (id: string, over: Partial<JournalEntry> = {}): JournalEntry => ({
  id,
  words: 'A quiet hour.',
  at: 0,
  day: '2026-11-21',
  until: null,
  prompt: '',
  gratitude: false,
  media: [],
  ...over,
});
const DAY = 86_400_000;

describe('a journal entry', () => {
  it('of an older version is read with no prompt, as no gratitude and without a photo', () => {
    const { id: _, prompt: __, gratitude: ___, media: ____, ...old } = entry('a');
    expect(checkFields(JOURNAL_ENTRY, old)).toMatchObject({
      value: { prompt: '', gratitude: false, media: [] },
    });
  });

  it('is over at its end, or never', () => {
    expect(JOURNAL_ENTRY.expires({ until: 5 })).toBe(5);
    expect(JOURNAL_ENTRY.expires({ until: null })).toBeUndefined();
  });
});

describe('how long it is kept', () => {
  it('ends after whole days of 24 hours, or never', () => {
    expect(untilAfter(10, 0)).toBeNull();
    expect(untilAfter(10, 30)).toBe(10 + 30 * DAY);
  });

  it('is read back from its end', () => {
    expect(KEEP_DAYS.map((days) => keepDaysOf({ at: 10, until: untilAfter(10, days) }))).toEqual([
      ...KEEP_DAYS,
    ]);
    fc.assert(
      fc.property(
        fc.constantFrom(...KEEP_DAYS),
        fc.integer({ min: 0, max: 4e12 }),
        fc.integer({ min: -5 * DAY, max: 5 * DAY }),
        (days, at, off) => {
          const until = untilAfter(at, days);
          expect(keepDaysOf({ at, until })).toBe(days);
          // An entry that was edited days later ends that much later.
          if (until !== null) expect(keepDaysOf({ at, until: until + off })).toBe(days);
        },
      ),
    );
  });
});

describe('months', () => {
  it('stand newest first, with their entries newest first, and none that is empty', () => {
    const list = [
      entry('a', { day: '2026-11-02' }),
      entry('b', { day: '2026-11-21', at: 1 }),
      entry('c', { day: '2026-11-21', at: 2 }),
      entry('d', { day: '2025-11-30' }),
      entry('e', { day: '2026-11-21', at: 2 }),
    ];
    expect(monthsOf(list).map(({ month, entries }) => [month, entries.map(({ id }) => id)])).toEqual([
      ['2026-11', ['e', 'c', 'b', 'a']],
      ['2025-11', ['d']],
    ]);
    expect(monthsOf([])).toEqual([]);
  });

  it('hold each entry once', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((n) => new Date(n * DAY).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(day), (days) => {
        const list = days.map((date, n) => entry(String(n), { day: date }));
        const months = monthsOf(list);
        expect(months.flatMap(({ entries }) => entries.map(({ id }) => id)).toSorted()).toEqual(
          list.map(({ id }) => id).toSorted(),
        );
        for (const { month, entries } of months)
          expect(entries.every(({ day: date }) => date.startsWith(month))).toBe(true);
        expect(months.map(({ month }) => month)).toEqual(
          [...new Set(days.map((date) => date.slice(0, 7)))].toSorted().toReversed(),
        );
      }),
    );
  });
});

describe('search', () => {
  const list = [
    entry('a', { words: 'Llamé a mi HERMANA.', day: '2026-11-01' }),
    entry('b', { words: 'Rang my sister,\nthen a walk', day: '2026-11-02' }),
    entry('c', { words: '', day: '2026-11-03' }),
  ];
  const ids = (question: string) => searchIn(list)(question).map(({ id }) => id);

  it('takes no notice of capitals, accents and line breaks', () => {
    expect(folded('  Ágil\n\tÑandú ')).toBe('agil nandu');
    expect(ids('LLAME a mi hermana')).toEqual(['a']);
    expect(ids('sister, then')).toEqual(['b']);
    expect(ids('walk rang')).toEqual(['b']);
    expect(ids('a')).toEqual(['b', 'a']);
    expect(ids('nobody')).toEqual([]);
  });

  it('looks into what a photo shows and what a voice note says', () => {
    const blob = {
      id: 'b'.repeat(22),
      space: 's'.repeat(22),
      key: new Uint8Array(32),
      type: 'image/jpeg',
      size: 9,
    };
    const media = ['', 'The canal in fog'].map((says) => ({ blob, says }));
    const find = searchIn([entry('x', { words: '', media }), ...list]);
    expect(find('CANAL fog').map(({ id }) => id)).toEqual(['x']);
  });

  it('answers nothing to nothing', () => {
    expect(ids('')).toEqual([]);
    expect(ids('   ')).toEqual([]);
  });

  it('finds every part of every entry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), fc.nat(20), (words, from, length) => {
        const part = words.slice(from, from + length);
        fc.pre(folded(part) !== '' && folded(words).includes(folded(part)));
        expect(searchIn([entry('x', { words })])(part)).toHaveLength(1);
      }),
    );
  });

  it('answers fast among 5,000 long entries: each is folded once, whatever is asked', () => {
    const many = Array.from({ length: 5000 }, (_, n) =>
      entry(String(n), { words: `${'Another day, slept badly. '.repeat(20)} number ${n}` }),
    );
    const find = searchIn(many);
    expect(find('number 4999')).toHaveLength(1);
    const begun = performance.now();
    for (const question of ['n', 'nu', 'num', 'numb', 'number 42']) find(question);
    // About 20 ms here; the limit leaves room for a busy machine and still catches folding again at each letter.
    expect(performance.now() - begun).toBeLessThan(400);
  });
});
