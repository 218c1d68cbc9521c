import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counter } from '../index.ts';
import {
  checkFields,
  COUNTED_DAY,
  countedDayId,
  countOf,
  COUNTER,
  medicineDays,
  MILESTONE,
  MILESTONE_WORDS,
  milestonesOf,
  reachedDays,
  spanOf,
} from '../index.ts';
import { marks, medicine, TODAY } from '../medicine/test-medicine.ts';

const counter = (over: Partial<Counter>): Counter => ({
  id: 'c',
  kind: 'days',
  label: '',
  from: null,
  hidden: false,
  ...over,
});
const counted = (...days: string[]) => days.map((day) => ({ id: countedDayId('c', day), counter: 'c', day }));
const none = new Set<string>();

describe('milestones', () => {
  it('need a name and a day, and keep their private words apart', () => {
    const fields = { title: ' First month in the new flat ', day: '2026-11-21', ritual: '', seed: 's' };
    expect(checkFields(MILESTONE, fields)).toMatchObject({ value: { title: 'First month in the new flat' } });
    expect(checkFields(MILESTONE, { ...fields, title: ' ' })).toMatchObject({ error: { field: 'title' } });
    expect(checkFields(MILESTONE, { ...fields, day: '21/11' })).toMatchObject({ error: { field: 'day' } });
    expect([MILESTONE.home, MILESTONE_WORDS.home]).toEqual(['milestones', 'private']);
  });

  it('stand newest first, those of one day by name', () => {
    const one = (title: string, day: string) => ({ id: title, title, day, ritual: '', seed: '' });
    const list = [one('b', '2026-01-01'), one('a', '2026-01-01'), one('c', '2026-02-01')];
    for (const turned of [list, list.toReversed(), [list[1]!, list[2]!, list[0]!]])
      expect(milestonesOf(turned).map(({ title }) => title)).toEqual(['c', 'a', 'b']);
  });
});

describe('counts', () => {
  it('of days since a date follow that date alone', () => {
    expect(countOf(counter({ kind: 'since', from: '2028-02-28' }), [], none, '2028-03-01')).toEqual({
      kind: 'since',
      days: 2,
    });
    expect(countOf(counter({ kind: 'since', from: '2026-12-01' }), [], none, '2026-11-21')).toEqual({
      kind: 'since',
      days: 0,
    });
    expect(countOf(counter({ kind: 'since' }), [], none, '2026-11-21')).toEqual({ kind: 'since', days: 0 });
  });

  it('of single days keep earlier years in view, and count a day once', () => {
    const days = [
      ...counted('2025-12-31', '2026-01-01', '2026-01-02', '2026-01-02'),
      { id: 'x', counter: 'other', day: '2026-01-03' },
    ];
    for (const given of [days, days.toReversed()])
      expect(countOf(counter({}), given, none, '2026-01-02')).toEqual({
        kind: 'days',
        years: [
          { year: '2026', days: 2 },
          { year: '2025', days: 1 },
        ],
        today: true,
      });
    expect(countOf(counter({}), counted('2025-12-31'), none, '2026-01-01')).toEqual({
      kind: 'days',
      years: [{ year: '2025', days: 1 }],
      today: false,
    });
  });

  it('of reaching out read what check-ins say', () => {
    const reached = reachedDays([
      { day: '2026-01-01', contact: true },
      { day: '2026-01-02', contact: false },
      { day: '2026-01-03', contact: null },
    ]);
    expect([...reached]).toEqual(['2026-01-01']);
    expect(
      countOf(counter({ kind: 'reached' }), counted('2026-01-01', '2026-01-04'), reached, '2026-01-05'),
    ).toMatchObject({
      years: [{ year: '2026', days: 2 }],
    });
    expect(countOf(counter({ kind: 'medicine' }), [], none, '2026-01-05')).toMatchObject({ years: [] });
  });

  it('of days with medicine read the doses that were marked', () => {
    const daily = [medicine(), medicine({ id: 'other' })];
    const doses = [
      ...marks({ 0: 'taken', 1: 'late', 2: 'not', 3: 'taken' }),
      // Marked again on another phone: the later mark stands.
      ...marks({ 3: 'not' }, { id: 'again', at: Number.MAX_SAFE_INTEGER }),
      ...marks({ 1: 'taken', 9: 'taken' }, { medicine: 'gone' }),
    ];
    expect([...medicineDays(daily, doses, TODAY)].toSorted()).toEqual(['2026-11-24', '2026-11-25']);
    expect(medicineDays([], doses, TODAY).size).toBe(0);
    expect(medicineDays([medicine({ given: '2026-11-20' })], [], TODAY).size).toBe(0);
  });

  it('of days with medicine take an injection for all the days until the next', () => {
    const weekly = medicine({ kind: 'buprenorphine-weekly' });
    const given = { ...weekly, given: '2026-11-10' };
    expect([...medicineDays([given], [], TODAY)]).toEqual(
      ['10', '11', '12', '13', '14', '15', '16'].map((day) => `2026-11-${day}`),
    );
    // Not beyond today, and a day that two of them cover counts once.
    expect(medicineDays([given], marks({ 2: 'taken', 12: 'taken' }), TODAY).size).toBe(7 + 3 + 3);
    expect(medicineDays([{ ...given, every: 2 }], [], TODAY).size).toBe(2);
    expect(medicineDays([weekly], marks({ 2: 'not' }), TODAY).size).toBe(0);
  });

  it.each([
    ['2026-11-21', '2026-11-21', [0, 0, 0, 0]],
    ['2026-11-21', '2026-11-27', [0, 0, 0, 6]],
    ['2026-11-21', '2026-11-28', [0, 0, 1, 0]],
    ['2026-11-21', '2026-12-20', [0, 0, 4, 1]],
    ['2026-11-21', '2026-12-21', [0, 1, 0, 0]],
    ['2026-01-31', '2026-02-27', [0, 0, 3, 6]],
    ['2026-01-31', '2026-02-28', [0, 1, 0, 0]],
    ['2026-01-31', '2026-03-01', [0, 1, 0, 1]],
    ['2028-02-29', '2029-02-28', [1, 0, 0, 0]],
    ['2025-12-31', '2026-12-30', [0, 11, 4, 2]],
    ['2025-12-31', '2027-01-01', [1, 0, 0, 1]],
    ['2026-11-21', '2026-11-20', [0, 0, 0, 0]],
    ['2026-11-21', '2026-01-20', [0, 0, 0, 0]],
  ])('say the time from %s to %s as a calendar does', (from, to, [year, month, week, day]) => {
    expect(spanOf(from, to)).toEqual({ year, month, week, day });
  });

  it('say every span so that its parts lead back to the day', () => {
    const at = (n: number) => new Date(Date.UTC(2023, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.nat(1500), fc.nat(1500), (from, more) => {
        const { year, month, week, day } = spanOf(at(from), at(from + more));
        const start = new Date(`${at(from)}T00:00:00Z`);
        const last = new Date(
          Date.UTC(start.getUTCFullYear() + year, start.getUTCMonth() + month + 1, 0),
        ).getUTCDate();
        const end = Date.UTC(
          start.getUTCFullYear() + year,
          start.getUTCMonth() + month,
          Math.min(start.getUTCDate(), last) + week * 7 + day,
        );
        expect(new Date(end).toISOString().slice(0, 10)).toBe(at(from + more));
        expect([month < 12, week < 5, day < 7]).toEqual([true, true, true]);
      }),
    );
  });

  it('never go down while days pass, and are shared with nobody', () => {
    expect([COUNTER.home, COUNTED_DAY.home]).toEqual(['private', 'private']);
    const at = (n: number) => new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 20 }),
        fc.integer({ min: 0, max: 900 }),
        (marked, later) => {
          const all = (today: string) => {
            const count = countOf(counter({}), counted(...marked.map(at)), none, today);
            return count.kind === 'days' ? count.years.reduce((sum, { days }) => sum + days, 0) : -1;
          };
          expect(all(at(later + 1))).toBe(all(at(later)));
          const since = (today: string) => {
            const count = countOf(counter({ kind: 'since', from: at(100) }), [], none, today);
            return count.kind === 'since' ? count.days : -1;
          };
          expect(since(at(later + 1))).toBeGreaterThanOrEqual(since(at(later)));
        },
      ),
    );
  });
});
