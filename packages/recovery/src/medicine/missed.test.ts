import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './calendar.ts';
import type { Dose, DoseMark } from './dose.ts';
import { missedSince, takenAgain } from './missed.ts';
import type { MissedAdvice } from './missed.ts';
import { nextDoses } from './next-doses.ts';
import { marks, medicine, NOON, TODAY, ZONE } from './test-medicine.ts';
import { toleranceCardDue } from './transition.ts';
import { instantOf } from './wall-clock.ts';

const adviceOf = (by: Readonly<Record<number, DoseMark>>, over = {}): MissedAdvice =>
  missedSince(medicine(over), marks(by), NOON, ZONE).advice;
const RANK: MissedAdvice[] = ['none', 'one', 'card', 'restart'];

describe('missed doses', () => {
  it('begin only with what the person said: what is not marked is never missed', () => {
    expect(missedSince(medicine(), [], NOON, ZONE)).toEqual({
      told: 0,
      days: 0,
      said: undefined,
      since: undefined,
      lastTaken: undefined,
      advice: 'none',
    });
    expect(adviceOf({ 9: 'taken' })).toBe('none');
    expect(missedSince(medicine(), marks({ 9: 'late' }), NOON, ZONE).lastTaken).toBe(addDays(TODAY, -9));
  });

  it.each([
    [{ 0: 'not', 1: 'taken' }, 'one'],
    [{ 1: 'not', 2: 'taken' }, 'one'],
    [{ 0: 'not', 1: 'not', 2: 'taken' }, 'card'],
    [{ 0: 'not', 1: 'not', 2: 'not', 3: 'taken' }, 'restart'],
    [{ 0: 'not', 1: 'not', 2: 'not' }, 'restart'],
    [{ 0: 'not' }, 'one'],
    [{ 0: 'not', 3: 'taken' }, 'restart'],
    [{ 0: 'not', 2: 'not' }, 'card'],
    [{ 0: 'not', 8: 'not', 9: 'not' }, 'one'],
    [{ 0: 'taken', 1: 'not', 2: 'not' }, 'none'],
    [{ 3: 'not', 4: 'taken' }, 'one'],
    [{ 7: 'not', 8: 'taken' }, 'one'],
    [{ 8: 'not', 9: 'taken' }, 'none'],
  ] as const)('%j is "%s"', (by, advice) => {
    expect(adviceOf(by as Readonly<Record<number, DoseMark>>)).toBe(advice);
  });

  it('count days that are due, and none in between', () => {
    // Monday, Wednesday, Friday: Wednesday today, nothing since last Friday.
    const given = { weekdays: [1, 3, 5] };
    expect(adviceOf({ 0: 'not', 2: 'taken' }, given)).toBe('one');
    expect(missedSince(medicine(given), marks({ 0: 'not', 5: 'taken' }), NOON, ZONE)).toMatchObject({
      days: 2,
      since: addDays(TODAY, -2),
      lastTaken: addDays(TODAY, -5),
      advice: 'card',
    });
  });

  it('count a day with one of two doses marked as not taken, but not one on which the other was', () => {
    const twice = medicine({ times: ['08:00', '20:00'] });
    const [morning] = marks({ 0: 'not' }, { time: '08:00' });
    const [evening] = marks({ 0: 'taken' }, { time: '20:00', id: 'e' });
    expect(missedSince(twice, [morning!], NOON, ZONE).advice).toBe('one');
    expect(missedSince(twice, [morning!, evening!], NOON, ZONE).advice).toBe('none');
  });

  it('stay told of when the times or days of the medicine are changed', () => {
    const doses = marks({ 0: 'not', 1: 'not', 2: 'not', 3: 'taken' }, { time: '08:00' });
    for (const over of [{ times: ['09:00'] }, { times: [] }, { times: ['09:00', '21:00'], weekdays: [6, 7] }])
      expect(missedSince(medicine(over), doses, NOON, ZONE)).toMatchObject({
        told: 3,
        lastTaken: addDays(TODAY, -3),
        advice: 'restart',
      });
  });

  it('are never found for an injection or a kit', () => {
    for (const kind of ['naloxone', 'buprenorphine-monthly'] as const)
      expect(adviceOf({ 0: 'not', 1: 'not' }, { kind })).toBe('none');
  });

  it('tell apart what the person said from days that are only not marked', () => {
    expect(missedSince(medicine(), marks({ 0: 'not', 1: 'not', 5: 'taken' }), NOON, ZONE)).toMatchObject({
      told: 2,
      days: 5,
      advice: 'restart',
    });
  });

  const history = fc.array(fc.constantFrom<DoseMark | undefined>('taken', 'late', 'not', undefined), {
    maxLength: 70,
  });
  const asMarks = (list: readonly (DoseMark | undefined)[]): Dose[] =>
    list.flatMap((mark, back) => (mark ? marks({ [back]: mark }) : []));

  it('stay "none" without a "not", end with a dose taken today, and never ease with one more "not"', () => {
    fc.assert(
      fc.property(history, (list) => {
        const ask = (all: readonly (DoseMark | undefined)[]): number =>
          RANK.indexOf(missedSince(medicine(), asMarks(all), NOON, ZONE).advice);
        if (!list.includes('not')) expect(ask(list)).toBe(0);
        expect(ask(['taken', ...list.slice(1)])).toBe(0);
        if (list[0] !== 'taken' && list[0] !== 'late')
          expect(ask(['not', ...list.slice(1)])).toBeGreaterThanOrEqual(ask(list));
      }),
    );
  });

  it('depend on the calendar day alone: the zone, summer time and the hour change nothing', () => {
    fc.assert(
      fc.property(
        history,
        fc.constantFrom('Europe/Dublin', 'America/New_York', 'Pacific/Kiritimati', 'Australia/Lord_Howe'),
        fc.constantFrom('2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2028-02-29', '2026-04-05'),
        fc.integer({ min: 0, max: 1439 }),
        (list, zone, date, minute) => {
          const shift = (dose: Dose): Dose => ({
            ...dose,
            day: addDays(date, (Date.parse(dose.day) - Date.parse(TODAY)) / 86_400_000),
          });
          const two = (n: number): string => String(n).padStart(2, '0');
          const now = instantOf(`${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`, zone);
          const there = missedSince(medicine(), asMarks(list).map(shift), now, zone);
          const here = missedSince(medicine(), asMarks(list), NOON, ZONE);
          expect([there.days, there.advice]).toEqual([here.days, here.advice]);
        },
      ),
    );
  });
});

describe('a medicine that was stopped and is taken again', () => {
  /** Stopped some days ago, taken again today. */
  const again = (back: number, doses: readonly Dose[] = [], over: Parameters<typeof medicine>[0] = {}) => {
    const one = medicine({ stopped: addDays(TODAY, -back), ...over });
    return { ...one, ...takenAgain(one, doses, TODAY) };
  };
  const ask = (back: number, doses: readonly Dose[] = [], over: Parameters<typeof medicine>[0] = {}) =>
    missedSince(again(back, doses, over), doses, NOON, ZONE);
  const later = (days: number): number => NOON + days * 86_400_000;

  it.each([
    [0, 'none'],
    [1, 'one'],
    [2, 'card'],
    [3, 'restart'],
    [21, 'restart'],
  ] as const)('%i days after it was stopped is "%s", with nothing marked', (back, advice) => {
    for (const kind of ['methadone', 'buprenorphine', 'naltrexone'] as const)
      expect(ask(back, [], { kind })).toMatchObject({ told: back, days: back, advice });
  });

  it('counts every day without it, also the one it was stopped on and those on which none was due', () => {
    expect(ask(3, marks({ 3: 'taken' }))).toMatchObject({ days: 3, advice: 'restart' });
    expect(ask(3, [], { weekdays: [3] })).toMatchObject({ days: 3, advice: 'restart' });
    expect(ask(2, marks({ 4: 'taken' }))).toMatchObject({ told: 2, days: 3, advice: 'restart' });
    // As far back as it is looked: a card for a day long past would not come up.
    expect(ask(200)).toMatchObject({ days: 59, since: addDays(TODAY, -59), advice: 'restart' });
  });

  it('counts until a dose is marked as taken, though weeks go by', () => {
    const one = again(5);
    for (const days of [0, 1, 8, 29])
      expect(missedSince(one, [], later(days), ZONE)).toMatchObject({ days: 5, advice: 'restart' });
    expect(missedSince(one, [], later(30), ZONE).advice).toBe('none');
    expect(missedSince(one, marks({ 0: 'not' }), later(8), ZONE)).toMatchObject({
      told: 5,
      advice: 'restart',
    });
    expect(missedSince(one, marks({ 0: 'taken' }), NOON, ZONE).advice).toBe('none');
    expect(missedSince(one, marks({ 2: 'taken' }), NOON, ZONE)).toMatchObject({ days: 1, advice: 'one' });
  });

  it('keeps an earlier gap that no dose has ended, also when it is stopped and taken again on one day', () => {
    const gap = { from: addDays(TODAY, -9), until: addDays(TODAY, -6) };
    const whole = { stopped: null, gap: { from: gap.from, until: TODAY } };
    for (const back of [0, 4])
      expect(again(back, marks({ 9: 'taken', 7: 'not' }), { gap })).toMatchObject(whole);
    const other = marks({ 5: 'taken' }, { medicine: 'other' });
    expect(again(4, other, { gap })).toMatchObject(whole);
    expect(again(4, marks({ 5: 'taken' }), { gap }).gap).toEqual({ from: addDays(TODAY, -4), until: TODAY });
    const long = { from: addDays(TODAY, -40), until: addDays(TODAY, -30) };
    expect(again(1, [], { gap: long }).gap).toEqual({ from: addDays(TODAY, -1), until: TODAY });
    expect(takenAgain(medicine({ stopped: TODAY, gap }), marks({ 5: 'taken' }), TODAY)).toEqual({
      stopped: null,
    });
  });

  it('keeps no gap where there was none, nor for an injection or a kit, which have their own dates', () => {
    expect(takenAgain(medicine(), [], TODAY)).toEqual({ stopped: null });
    for (const kind of ['naltrexone-injection', 'naloxone'] as const)
      expect(takenAgain(medicine({ kind, stopped: '2026-01-01' }), [], TODAY)).toEqual({ stopped: null });
  });

  it('is known to Today and to the tolerance card', () => {
    const facts = { transitions: [], doses: [], hardTimes: [] };
    const due = (one: ReturnType<typeof again>) =>
      toleranceCardDue({ ...facts, medicines: [one] }, NOON, ZONE);
    expect(nextDoses([again(3)], [], NOON, ZONE)).toMatchObject([{ day: TODAY, advice: 'restart' }]);
    expect(nextDoses([again(0)], [], NOON, ZONE)).toMatchObject([{ day: TODAY, advice: 'none' }]);
    expect(due(again(2))).toMatchObject({ what: 'missed', day: addDays(TODAY, -2), medicine: 'm' });
    expect(due(again(200))).toMatchObject({ what: 'missed' });
    expect(due(again(1))).toBeUndefined();
  });
});
