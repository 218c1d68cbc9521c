import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EarlySign, StepDone } from '../index.ts';
import {
  addDays,
  checkFields,
  countStep,
  daysByStep,
  GOAL_STEP,
  lastMark,
  nextRank,
  raised,
  ranked,
} from '../index.ts';

describe('steps of a goal', () => {
  const mark = (id: string, step: string, day: string): StepDone => ({ id, step, day });

  it('are wanted 1 to 31 times', () => {
    const step = { goal: 'g', words: 'A meeting', per: 'week', times: 3, at: 1 };
    expect(checkFields(GOAL_STEP, step)).toMatchObject({ ok: true });
    for (const times of [0, 32, 1.5])
      expect(checkFields(GOAL_STEP, { ...step, times })).toMatchObject({ error: { field: 'times' } });
  });

  it('are counted in their own day, ISO week or month, and in all', () => {
    // 2026-11-25 is a Wednesday; its week began on Monday 23.
    const days = ['2026-10-31', '2026-11-01', '2026-11-22', '2026-11-23', '2026-11-25', '2026-11-25'];
    const now = (per: 'once' | 'day' | 'week' | 'month') => countStep({ per }, days, '2026-11-25').now;
    expect([now('once'), now('day'), now('week'), now('month')]).toEqual([0, 2, 3, 5]);
    expect(countStep({ per: 'week' }, days, '2026-11-25')).toMatchObject({ all: 6, last: '2026-11-25' });
    expect(countStep({ per: 'week' }, [], '2026-11-25')).toEqual({ now: 0, all: 0, last: undefined });
    // Monday belongs to the week it begins, Sunday to the one it ends.
    expect(countStep({ per: 'week' }, ['2026-11-29'], '2026-11-29').now).toBe(1);
    expect(countStep({ per: 'week' }, ['2026-11-29'], '2026-11-30').now).toBe(0);
  });

  it('never lose what was done as time goes by', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 800 })),
        fc.integer({ min: 0, max: 900 }),
        fc.constantFrom('once', 'day', 'week', 'month'),
        (apart, today, per) => {
          const days = apart.map((n) => addDays('2027-06-01', n)).sort();
          const on = addDays('2027-06-01', today);
          const count = countStep({ per }, days, on);
          expect(count.all).toBe(days.length);
          expect(count.now).toBeLessThanOrEqual(count.all);
          expect(countStep({ per }, days, addDays(on, 40)).all).toBe(count.all);
        },
      ),
    );
  });

  it('have their days by step, in order, and a last mark to take back', () => {
    const marks = [mark('1', 'a', '2026-11-25'), mark('2', 'a', '2026-11-24'), mark('3', 'b', '2026-11-25')];
    expect(daysByStep(marks)).toEqual(
      new Map([
        ['a', ['2026-11-24', '2026-11-25']],
        ['b', ['2026-11-25']],
      ]),
    );
    expect(lastMark(marks, 'a', '2026-11-25')?.id).toBe('1');
    expect(lastMark(marks, 'b', '2026-11-24')).toBeUndefined();
  });
});

describe('early signs', () => {
  const sign = (id: string, rank: number, at = 1): EarlySign => ({
    id,
    words: id,
    others: '',
    action: '',
    rank,
    at,
  });
  const ids = (signs: readonly EarlySign[]) => ranked(signs).map(({ id }) => id);

  it('stand in the person’s order; equal ranks as written', () => {
    expect(ids([sign('c', 2), sign('b', 1, 2), sign('a', 1, 1)])).toEqual(['a', 'b', 'c']);
    expect(ids([sign('y', 1), sign('x', 1)])).toEqual(['x', 'y']);
    expect(ids([sign('x', 1), sign('y', 1)])).toEqual(['x', 'y']);
    expect(nextRank([])).toBe(1);
    expect(nextRank([sign('a', 4), sign('b', 2)])).toBe(5);
  });

  it('go up by one place, whatever their ranks were', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1 }), fc.nat(), (ranks, pick) => {
        const signs = ranks.map((rank, n) => sign(`s${n}`, rank, n));
        const before = ids(signs);
        const at = pick % before.length;
        const changed = new Map(raised(signs, before[at]!).map(({ id, rank }) => [id, rank]));
        const after = ids(signs.map((one) => ({ ...one, rank: changed.get(one.id) ?? one.rank })));
        const wanted = [...before];
        if (at > 0) [wanted[at - 1], wanted[at]] = [wanted[at]!, wanted[at - 1]!];
        expect(after).toEqual(wanted);
      }),
    );
    expect(raised([sign('a', 1)], 'gone')).toEqual([]);
  });
});
