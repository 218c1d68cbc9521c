import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckIn } from './index.ts';
import {
  CATEGORIES,
  CHECK_IN,
  CHECKED,
  checkFields,
  dayBefore,
  daysSince,
  dialable,
  grantIsActive,
  grantUntil,
  historyOf,
  isCategory,
  isChecked,
  latestOn,
  mayShare,
  PERSON,
  readersOf,
  RECORD_TYPES,
  TODAY,
} from './index.ts';

const checkIn = (over: Partial<CheckIn>): CheckIn => ({
  id: 'a',
  urge: 3,
  mood: 'middling',
  sleep: null,
  contact: null,
  words: '',
  at: 1000,
  day: '2026-11-21',
  ...over,
});

describe('check-in', () => {
  it('keeps an unanswered part apart from 0', () => {
    const { id: _, ...fields } = checkIn({ urge: null });
    expect(checkFields(CHECK_IN, fields)).toEqual({ ok: true, value: fields });
    expect(checkFields(CHECK_IN, { ...fields, urge: 0 }).ok).toBe(true);
  });

  it('names the field that does not fit', () => {
    const { id: _, ...fields } = checkIn({});
    for (const urge of [-1, 11, 2.5, '3'])
      expect(checkFields(CHECK_IN, { ...fields, urge })).toEqual({
        ok: false,
        error: { code: 'invalid', field: 'urge' },
      });
    expect(checkFields(CHECK_IN, { ...fields, day: '21/11/2026' })).toMatchObject({
      error: { field: 'day' },
    });
    expect(checkFields(TODAY, { line: 'x'.repeat(201) })).toMatchObject({ error: { field: 'line' } });
    // What has no fields at all has none to name.
    for (const none of [undefined, null, 'urge: 3', 7])
      expect(checkFields(CHECK_IN, none)).toEqual({ ok: false, error: { code: 'invalid', field: '' } });
  });

  it('lists days newest first, leaves out days without one, and finds the latest of a day', () => {
    const list = [
      checkIn({ id: 'a', at: 1 }),
      checkIn({ id: 'b', at: 3 }),
      checkIn({ id: 'c', at: 2, day: '2026-11-02' }),
    ];
    // One for an earlier day can be written after those of a later one.
    for (const at of [2, 4])
      expect(
        historyOf([...list.slice(0, 2), { ...list[2]!, at }]).map((d) => [
          d.day,
          d.checkIns.map((c) => c.id),
        ]),
      ).toEqual([
        ['2026-11-21', ['b', 'a']],
        ['2026-11-02', ['c']],
      ]);
    expect(latestOn(list, '2026-11-21')?.id).toBe('b');
    expect(latestOn(list, '2026-11-20')).toBeUndefined();
  });

  it('finds as the latest of a day the one that its list begins with, also where two are of one moment', () => {
    const some = fc.array(
      fc.record({ id: fc.string({ minLength: 1, maxLength: 2 }), at: fc.nat(3), day: fc.nat(2) }),
    );
    fc.assert(
      fc.property(some, (all) => {
        const list = [...new Map(all.map((one) => [one.id, one])).values()].map(({ id, at, day }) =>
          checkIn({ id, at, day: `2026-11-0${day + 1}` }),
        );
        for (const { day, checkIns } of historyOf(list)) expect(latestOn(list, day)).toBe(checkIns[0]);
      }),
    );
  });
});

describe('people', () => {
  it('accepts numbers as people write them and refuses what cannot be rung', () => {
    expect(dialable('+353 (0)86 123-4567')).toBe('+3530861234567');
    expect(dialable('086 123 4567')).toBe('0861234567');
    expect(dialable('a1')).toBe('');
    expect(checkFields(PERSON, { name: ' Maria ', number: '086 123 4567' })).toEqual({
      ok: true,
      value: { name: 'Maria', number: '086 123 4567' },
    });
    expect(checkFields(PERSON, { name: 'Maria', number: 'no' })).toMatchObject({
      error: { field: 'number' },
    });
    expect(checkFields(PERSON, { name: '  ', number: '112' })).toMatchObject({ error: { field: 'name' } });
  });
});

describe('grants', () => {
  const grant = { contact: 'ana', category: 'today', from: 0, until: grantUntil(0, 7) } as const;

  it('hold from their start to their end, unless stopped', () => {
    expect(grantIsActive(grant, 0)).toBe(true);
    expect(grantIsActive(grant, 7 * 86_400_000 - 1)).toBe(true);
    expect(grantIsActive(grant, 7 * 86_400_000)).toBe(false);
    expect(grantIsActive(grant, -1)).toBe(false);
    expect(grantIsActive({ ...grant, ended: 5 }, 3)).toBe(false);
  });

  it('list each reader of a category once', () => {
    const list = [
      grant,
      { ...grant, until: 9e15 },
      { ...grant, contact: 'bea' },
      { ...grant, contact: 'cy', category: 'goals' },
    ] as const;
    expect(readersOf(list, 'today', 1)).toEqual(['ana', 'bea']);
    expect(readersOf(list, 'today', 8e15)).toEqual(['ana']);
  });

  it('need a check by both sides for sensitive categories', () => {
    for (const category of Object.keys(CATEGORIES).filter(isCategory)) {
      for (const checked of CHECKED) expect(mayShare(category, checked)).toBe(true);
      for (const not of ['link', 'in-person'] as const) {
        expect(isChecked(not)).toBe(false);
        expect(mayShare(category, not)).toBe(!CATEGORIES[category].sensitive);
      }
    }
    expect(isCategory('journal')).toBe(false);
  });
});

describe('record types', () => {
  it('are listed under their own name and live in a category, in private or in the journal', () => {
    for (const [name, { type, home }] of Object.entries(RECORD_TYPES)) {
      expect(type).toBe(name);
      expect(home === 'private' || home === 'journal' || isCategory(home)).toBe(true);
    }
  });
});

describe('kelp days', () => {
  it('count calendar days, never below 0', () => {
    expect(daysSince('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysSince('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysSince('2026-03-30', '2026-03-28')).toBe(0);
    expect(daysSince('nonsense', '2026-03-28')).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_500 }), (n) => {
        const day = new Date(Date.UTC(2020, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
        expect(daysSince('2020-01-01', day)).toBe(n);
        expect(dayBefore(day, n)).toBe('2020-01-01');
      }),
    );
  });
});
