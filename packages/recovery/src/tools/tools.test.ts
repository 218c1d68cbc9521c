import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFields } from '../record-type.ts';
import type { Activity } from './activity.ts';
import { activitiesBy, ACTIVITY, dayAfter } from './activity.ts';
import type { Letter } from './letter.ts';
import { lettersBy } from './letter.ts';
import { LOOSE, MUSCLES, relaxAt, TIGHT } from './relax.ts';
import { orderTools, workedOf, worthSaying } from './worked.ts';
import type { Worksheet } from './worksheet.ts';
import { sheetsOf } from './worksheet.ts';

const use = (tool: string, before: number | null, after: number | null) => ({ tool, before, after });

describe('what worked for me', () => {
  it('counts a use that ended lower, and leaves out one without both answers', () => {
    const uses = [use('ride', 7, 3), use('ride', 6, 6), use('ride', 8, null), use('ride', null, 0)];
    expect(workedOf(uses).get('ride')).toEqual({ eased: 1, rated: 2 });
    expect(workedOf([use('ride', null, 3)]).size).toBe(0);
  });

  it('says something from two rated uses on, and nothing of a tool that never eased it', () => {
    expect(worthSaying(undefined)).toBeUndefined();
    expect(worthSaying({ eased: 1, rated: 1 })).toBeUndefined();
    expect(worthSaying({ eased: 0, rated: 5 })).toBeUndefined();
    expect(worthSaying({ eased: 3, rated: 4 })).toEqual({ eased: 3, rated: 4 });
  });

  it('puts first what worked, then what is not known, then what never eased it', () => {
    const uses = [
      ...Array.from({ length: 9 }, () => use('walk', 5, 2)),
      use('walk', 5, 5),
      use('ride', 5, 2),
      use('ride', 5, 2),
      use('list', 5, 5),
      use('list', 5, 6),
      use('call', 5, 1),
    ];
    expect(orderTools(['list', 'call', 'ride', 'halt', 'walk'], uses)).toEqual([
      'walk',
      'ride',
      'call',
      'halt',
      'list',
    ]);
    expect(orderTools(['list', 'call'], [])).toEqual(['list', 'call']);
  });

  const tools = ['a', 'b', 'c', 'd'] as const;
  const uses = fc.array(
    fc.record({
      tool: fc.constantFrom(...tools),
      before: fc.option(fc.integer({ min: 0, max: 10 })),
      after: fc.option(fc.integer({ min: 0, max: 10 })),
    }),
    { maxLength: 60 },
  );

  it('keeps every tool once, does not hang on the order of uses, and one more good use moves no tool down', () => {
    fc.assert(
      fc.property(uses, fc.constantFrom(...tools), (list, tool) => {
        const order = orderTools(tools, list);
        expect(order.toSorted()).toEqual([...tools]);
        expect(orderTools(tools, list.toReversed())).toEqual(order);
        const better = orderTools(tools, [...list, use(tool, 9, 1)]);
        const worked = workedOf(list).get(tool);
        // A first rated use leaves a tool where it is; a later one that eased it can only bring it up.
        if (worked) expect(better.indexOf(tool)).toBeLessThanOrEqual(order.indexOf(tool));
        else expect(better).toEqual(order);
      }),
    );
  });
});

describe('muscle relaxation', () => {
  it('tightens for 6 seconds and lets go for 24, from the feet to the face', () => {
    const at = (seconds: number) => relaxAt(seconds * 1000);
    expect(at(-3)).toMatchObject({ muscle: 'feet', part: 'tight', left: 6 });
    expect(at(5)).toMatchObject({ muscle: 'feet', part: 'tight', left: 1 });
    expect(at(6)).toMatchObject({ muscle: 'feet', part: 'loose', left: 24 });
    expect(at(29)).toMatchObject({ muscle: 'feet', part: 'loose', left: 1 });
    expect(at(30)).toMatchObject({ muscle: 'calves', part: 'tight', left: 6 });
    expect(at(239)).toMatchObject({ muscle: 'face', part: 'loose', left: 1 });
    expect(at(240)).toBeUndefined();
    expect(relaxAt(30_000, ['hands', 'face'])).toMatchObject({ muscle: 'face' });
    expect(relaxAt(0, [])).toBeUndefined();
  });

  it('changes at most a second later, and to another moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: (TIGHT + LOOSE) * MUSCLES.length * 1000 - 1 }), (elapsed) => {
        const { next, ...now } = relaxAt(elapsed)!;
        expect(next).toBeGreaterThan(0);
        expect(next).toBeLessThanOrEqual(1000);
        expect(now.left).toBeGreaterThan(0);
        expect(relaxAt(elapsed + next) ?? {}).not.toMatchObject(now);
      }),
    );
  });
});

describe('activities', () => {
  const one = (id: string, over: Partial<Activity> = {}): Activity => ({
    id,
    what: 'A walk',
    where: '',
    day: '2026-11-21',
    time: null,
    done: false,
    joy: null,
    mastery: null,
    ...over,
  });

  it('stand soonest first ahead, and newest first behind, whether or not they were done', () => {
    const list = [
      one('a', { day: '2026-11-22' }),
      one('b'),
      one('c', { time: '09:00' }),
      one('d', { day: '2026-11-20' }),
      one('e', { done: true }),
      one('f', { day: '2026-11-20', time: '08:00', done: true }),
    ];
    const { ahead, behind } = activitiesBy('2026-11-21', list);
    expect(ahead.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(behind.map(({ id }) => id)).toEqual(['e', 'd', 'f']);
  });

  it('can be moved to the next day of the calendar, over months and leap days', () => {
    expect(dayAfter('2026-11-30')).toBe('2026-12-01');
    expect(dayAfter('2028-02-28')).toBe('2028-02-29');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
        const at = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
        expect(dayAfter(at(n))).toBe(at(n + 1));
      }),
    );
  });

  it('need words, and a time that is on the clock', () => {
    const { id: _, ...fields } = one('a');
    expect(checkFields(ACTIVITY, fields).ok).toBe(true);
    expect(checkFields(ACTIVITY, { ...fields, what: '  ' })).toMatchObject({ error: { field: 'what' } });
    expect(checkFields(ACTIVITY, { ...fields, time: '24:00' })).toMatchObject({ error: { field: 'time' } });
  });
});

describe('letters', () => {
  it('open on their day, wait before it, or stand ready for a low hour', () => {
    const letter = (id: string, opens: string | null, at = 0): Letter => ({
      id,
      words: 'Hello.',
      opens,
      at,
      day: '2026-01-01',
      media: [],
    });
    const all = [
      letter('a', '2026-11-21'),
      letter('b', '2026-11-22'),
      letter('c', null, 1),
      letter('d', '2026-03-01'),
      letter('e', null, 2),
      letter('f', null, 2),
      letter('g', '2027-01-01'),
    ];
    // Two of one moment stand the same way on every phone, in whatever order their records came.
    for (const list of [all, all.toReversed()]) {
      const { come, low, waiting } = lettersBy('2026-11-21', list);
      expect(come.map(({ id }) => id)).toEqual(['a', 'd']);
      expect(low.map(({ id }) => id)).toEqual(['f', 'e', 'c']);
      expect(waiting.map(({ id }) => id)).toEqual(['b', 'g']);
    }
  });
});

describe('worksheets', () => {
  it('are listed by kind, newest first', () => {
    const sheet = (id: string, kind: string, at: number): Worksheet => ({
      id,
      sheet: kind,
      parts: {},
      before: null,
      after: null,
      at,
      day: '2026-11-21',
    });
    const all = [
      sheet('a', 'thought', 1),
      sheet('b', 'chain', 2),
      sheet('c', 'thought', 3),
      sheet('d', 'thought', 3),
    ];
    for (const list of [all, all.toReversed()])
      expect(sheetsOf('thought', list).map(({ id }) => id)).toEqual(['d', 'c', 'a']);
  });
});
