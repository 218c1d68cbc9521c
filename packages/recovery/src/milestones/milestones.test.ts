import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counter } from '../index.ts';
import {
  checkFields,
  COUNTED_DAY,
  countedDayId,
  countOf,
  COUNTER,
  MILESTONE,
  MILESTONE_WORDS,
  milestonesOf,
  reachedDays,
} from '../index.ts';

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

  it('of reaching out read what check-ins say, and only for that count', () => {
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
    expect(countOf(counter({ kind: 'medicine' }), [], reached, '2026-01-05')).toMatchObject({ years: [] });
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
