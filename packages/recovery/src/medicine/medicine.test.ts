import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFields } from '../record-type.ts';
import { addDays } from './calendar.ts';
import type { Dose } from './dose.ts';
import { doseId, doseIndex, recentSlots, slotsOn } from './dose.ts';
import { injectionState, injectionTime, lastGiven, usualEvery } from './injection.ts';
import { formOf, isCurrent, MEDICINE, MEDICINE_KINDS } from './medicine.ts';
import { nextDoses } from './next-doses.ts';
import { byUse, isExpired, supplyOf } from './supply.ts';
import { marks, medicine, NOON, TODAY, ZONE } from './test-medicine.ts';
import type { Transition } from './transition.ts';
import { toleranceCardDue } from './transition.ts';

describe('a medicine', () => {
  const { id: _, ...fields } = medicine();

  it('keeps the label as it was written, and refuses what cannot be rung or is no time of day', () => {
    expect(checkFields(MEDICINE, { ...fields, label: ' 1 a day ', times: ['08:00'] })).toMatchObject({
      ok: true,
      value: { label: '1 a day' },
    });
    for (const [field, bad] of [
      ['number', 'no'],
      ['times', ['24:00']],
      ['weekdays', [8]],
      ['given', '25/11/2026'],
      ['every', 0],
    ] as const)
      expect(checkFields(MEDICINE, { ...fields, [field]: bad })).toMatchObject({ error: { field } });
    expect(checkFields(MEDICINE, { ...fields, number: '086 123 4567' }).ok).toBe(true);
  });

  it('has one form for each kind, and ends on the day it was stopped', () => {
    expect(MEDICINE_KINDS.map(formOf)).toEqual([
      'days',
      'days',
      'injection',
      'injection',
      'days',
      'injection',
      'kit',
      'days',
    ]);
    expect(isCurrent({ stopped: null }, TODAY)).toBe(true);
    expect(isCurrent({ stopped: TODAY }, TODAY)).toBe(false);
    expect(isCurrent({ stopped: addDays(TODAY, 1) }, TODAY)).toBe(true);
  });
});

describe('doses', () => {
  it('stand in order of time, each with the latest mark, on the days it is taken', () => {
    const one = medicine({ times: ['20:00', '08:00', '08:00'], weekdays: [3], started: TODAY });
    const first: Dose = { id: 'a', medicine: 'm', day: TODAY, time: '08:00', mark: 'not', at: 1 };
    const list: Dose[] = [
      first,
      { ...first, id: 'b', mark: 'taken', at: 2 },
      { ...first, id: 'c', mark: 'not', at: 1 },
      { ...first, id: 'x', medicine: 'other' },
    ];
    const slots = slotsOn(one, doseIndex(one, list), TODAY);
    expect(slots.map(({ time, dose }) => [time, dose?.id])).toEqual([
      ['08:00', 'b'],
      ['20:00', undefined],
    ]);
    expect(
      doseIndex(one, [first, { ...first, id: 'c' }])
        .get(TODAY)
        ?.map(({ id }) => id),
    ).toEqual(['c']);
    expect(
      doseIndex(one, [{ ...first, id: 'c' }, first])
        .get(TODAY)
        ?.map(({ id }) => id),
    ).toEqual(['c']);
    for (const day of [addDays(TODAY, 1), addDays(TODAY, -7)])
      expect(slotsOn(one, doseIndex(one, list), day)).toEqual([]);
  });

  it('that were marked keep their mark when the times are changed, in place of the nearest that is not marked', () => {
    const at = (time: string | null, mark: Dose['mark'] = 'taken'): Dose => ({
      ...marks({ 0: mark })[0]!,
      id: `d${time}`,
      time,
    });
    const timesOf = (over: Parameters<typeof medicine>[0], ...doses: Dose[]) => {
      const one = medicine(over);
      return slotsOn(one, doseIndex(one, doses), TODAY).map(
        ({ time, dose }) => `${time} ${dose?.mark ?? ''}`,
      );
    };
    expect(timesOf({ times: ['09:00'] }, at('08:00'))).toEqual(['08:00 taken']);
    expect(timesOf({ times: ['21:00', '09:00'] }, at('08:00'))).toEqual(['08:00 taken', '21:00 ']);
    expect(timesOf({ times: ['08:59', '21:00'] }, at('19:00', 'not'))).toEqual(['08:59 ', '19:00 not']);
    // The dose of 09:00 is marked itself, so the other mark stands for the next.
    expect(timesOf({ times: ['09:00', '21:00'] }, at('08:00'), at('09:00'))).toEqual([
      '08:00 taken',
      '09:00 taken',
    ]);
    expect(timesOf({ times: ['09:00', '21:00'] }, at('20:00'), at('08:00', 'not'))).toEqual([
      '08:00 not',
      '20:00 taken',
    ]);
    // More marks than doses are all kept.
    expect(timesOf({ times: ['09:00'] }, at('08:00'), at('20:00'))).toEqual(['08:00 taken', '20:00 taken']);
    // Times taken away, or given to a medicine that had none.
    expect(timesOf({ times: [] }, at('08:00'))).toEqual(['08:00 taken']);
    expect(timesOf({ times: ['08:00', '20:00'] }, at(null))).toEqual(['null taken', '20:00 ']);
    // A Wednesday, of one that is no longer taken on Wednesdays.
    expect(timesOf({ times: ['08:00'], weekdays: [1] }, at('08:00'))).toEqual(['08:00 taken']);
    expect(timesOf({ times: ['08:00'], weekdays: [1] })).toEqual([]);
    // What was not taken yet, and what was stopped, has none.
    expect(timesOf({ started: addDays(TODAY, 1) }, at(null))).toEqual([]);
    expect(timesOf({ stopped: TODAY }, at(null))).toEqual([]);
  });

  it('of the last days come newest first, without days on which none is due', () => {
    const one = medicine({ weekdays: [1, 3] });
    expect(recentSlots(one, marks({ 2: 'taken' }), TODAY, 4)).toEqual([
      { day: TODAY, slots: [{ day: TODAY, time: null, dose: undefined }] },
      {
        day: addDays(TODAY, -2),
        slots: [{ day: addDays(TODAY, -2), time: null, dose: marks({ 2: 'taken' })[0] }],
      },
    ]);
  });

  it('are each called after their medicine, day and time', () => {
    expect(doseId('m', TODAY, '08:00')).toBe('m.2026-11-25.08:00');
    expect(doseId('m', TODAY, null)).toBe('m.2026-11-25');
  });

  it('that come next are those of today, and of the next day for one that has none today', () => {
    const daily = medicine({ id: 'a', times: ['21:00'] });
    const given = medicine({ id: 'b', times: ['09:30'], weekdays: [5] });
    const loose = medicine({ id: 'c' });
    const gone = medicine({ id: 'd', stopped: TODAY });
    const kit = medicine({ id: 'e', kind: 'naloxone' });
    const list = nextDoses([daily, given, loose, gone, kit], [], NOON, ZONE);
    expect(list.map((one) => [one.medicine.id, one.day, one.time, one.at])).toEqual([
      ['c', TODAY, null, null],
      ['a', TODAY, '21:00', Date.UTC(2026, 10, 25, 21)],
      ['b', '2026-11-27', '09:30', Date.UTC(2026, 10, 27, 9, 30)],
    ]);
    expect(nextDoses([medicine(), medicine()], [], NOON, ZONE)).toHaveLength(2);
  });

  it('keep to the clock on the wall through a change of summer time', () => {
    const one = medicine({ times: ['08:00'] });
    const at = (now: number) => nextDoses([one], [], now, ZONE)[0]?.at;
    expect(at(Date.UTC(2026, 2, 28, 12))).toBe(Date.UTC(2026, 2, 28, 8));
    expect(at(Date.UTC(2026, 2, 29, 12))).toBe(Date.UTC(2026, 2, 29, 7));
  });
});

describe('an injection', () => {
  it('is due after its interval, with the days that labels allow', () => {
    const at = (over: Parameters<typeof medicine>[0], doses: readonly Dose[] = []) =>
      injectionTime(medicine({ given: '2026-11-01', ...over }), doses);
    expect(at({ kind: 'buprenorphine-weekly' })).toEqual({
      given: '2026-11-01',
      due: '2026-11-08',
      from: '2026-11-06',
      until: '2026-11-10',
      wearingFrom: '2026-11-08',
    });
    expect(at({ kind: 'buprenorphine-monthly' })).toMatchObject({
      due: '2026-11-29',
      from: '2026-11-27',
      until: '2026-12-06',
    });
    expect(at({ kind: 'naltrexone-injection', every: 31 })).toMatchObject({
      due: '2026-12-02',
      until: '2026-12-02',
      wearingFrom: '2026-11-29',
    });
    expect(at({ kind: 'methadone' })).toBeUndefined();
    expect(at({ kind: 'buprenorphine-weekly', given: null })).toBeUndefined();
    expect(usualEvery('naltrexone-injection')).toBe(28);
    expect(usualEvery('methadone')).toBeUndefined();
  });

  it('counts from the latest that the person told of, however it was told', () => {
    const one = medicine({ kind: 'buprenorphine-monthly', given: addDays(TODAY, -40) });
    expect(lastGiven(one, marks({ 3: 'taken', 31: 'late', 1: 'not' }))).toBe(addDays(TODAY, -3));
    expect(lastGiven(one, [])).toBe(addDays(TODAY, -40));
    expect(lastGiven({ ...one, given: null }, [])).toBeUndefined();
  });

  it('is ahead, open, wearing off and over, in that order, and never due before it was given', () => {
    const time = injectionTime(medicine({ kind: 'buprenorphine-weekly', given: '2026-11-01' }), [])!;
    expect(
      ['2026-11-05', '2026-11-06', '2026-11-08', '2026-11-10', '2026-11-11'].map((day) =>
        injectionState(time, day),
      ),
    ).toEqual(['ahead', 'open', 'wearing', 'wearing', 'over']);
    fc.assert(
      fc.property(
        fc.constantFrom(...MEDICINE_KINDS.filter((kind) => formOf(kind) === 'injection')),
        fc.integer({ min: 1, max: 400 }),
        (kind, every) => {
          const found = injectionTime(medicine({ kind, every, given: TODAY }), [])!;
          expect(found.from > TODAY).toBe(true);
          expect(found.from <= found.due && found.due <= found.until).toBe(true);
          expect(found.wearingFrom <= found.due).toBe(true);
        },
      ),
    );
  });
});

describe('supply and kits', () => {
  it('run out on a day, never below none', () => {
    const supply = { days: 5, on: '2026-11-23' };
    expect(supplyOf({ supply: null }, TODAY)).toBeUndefined();
    expect(supplyOf({ supply }, TODAY)).toEqual({ out: '2026-11-28', left: 3, soon: true });
    expect(supplyOf({ supply: { days: 14, on: TODAY } }, TODAY)).toMatchObject({ left: 14, soon: false });
    expect(supplyOf({ supply }, '2026-12-25')).toMatchObject({ left: 0, soon: true });
    expect(isExpired({ expires: TODAY }, TODAY)).toBe(false);
    expect(isExpired({ expires: TODAY }, addDays(TODAY, 1))).toBe(true);
    expect(isExpired({ expires: null }, TODAY)).toBe(false);
  });

  it('stand by kind and name, with those that ended apart', () => {
    const list = [
      medicine({ id: 'b', name: 'B' }),
      medicine({ id: 'a2', name: 'A' }),
      medicine({ id: 'a1', name: 'A' }),
      medicine({ id: 'c', name: 'C', stopped: '2026-01-01' }),
      medicine({ id: 'k', name: 'A', kind: 'naloxone' }),
    ];
    const { now, before } = byUse(list, TODAY);
    expect([now.map(({ id }) => id), before.map(({ id }) => id)]).toEqual([['a1', 'a2', 'b', 'k'], ['c']]);
    expect(byUse(list.toReversed(), TODAY).now.map(({ id }) => id)).toEqual(['a1', 'a2', 'b', 'k']);
  });
});

describe('the tolerance card', () => {
  const told = (over: Partial<Transition> = {}): Transition => ({
    id: 't',
    what: 'detox',
    day: TODAY,
    medicine: null,
    seen: null,
    ...over,
  });
  const due = (facts: Partial<Parameters<typeof toleranceCardDue>[0]>) =>
    toleranceCardDue({ transitions: [], medicines: [], doses: [], hardTimes: [], ...facts }, NOON, ZONE);

  it('is due once after a change the person told of, from its day on and for 90 days', () => {
    expect(due({})).toBeUndefined();
    expect(due({ transitions: [told()] })).toEqual({ what: 'detox', day: TODAY, medicine: null, id: 't' });
    expect(due({ transitions: [told({ seen: 1 })] })).toBeUndefined();
    expect(due({ transitions: [told({ day: addDays(TODAY, 1) })] })).toBeUndefined();
    expect(due({ transitions: [told({ day: addDays(TODAY, -89) })] })).toBeDefined();
    expect(due({ transitions: [told({ day: addDays(TODAY, -90) })] })).toBeUndefined();
  });

  it('takes the latest of several', () => {
    const list = [told({ id: 'old', day: addDays(TODAY, -3) }), told({ id: 'new' }), told({ id: 'same' })];
    expect(due({ transitions: list })?.id).toBe('new');
    expect(due({ transitions: list.toReversed() })?.day).toBe(TODAY);
  });

  it('is due after 2 days without, as the person said, and once for each time', () => {
    const doses = marks({ 0: 'not', 1: 'not', 2: 'taken' });
    const reason = due({ medicines: [medicine()], doses });
    expect(reason).toEqual({ what: 'missed', day: addDays(TODAY, -1), medicine: 'm', id: undefined });
    const read = told({ what: 'missed', medicine: 'm', day: addDays(TODAY, -1), seen: NOON });
    expect(due({ medicines: [medicine()], doses, transitions: [read] })).toBeUndefined();
    const earlier = { ...read, seen: NOON - 20 * 86_400_000 };
    expect(due({ medicines: [medicine()], doses, transitions: [earlier] })).toBeDefined();
    const longAgo = marks({ 0: 'not', 1: 'not', 2: 'not' });
    expect(due({ medicines: [medicine()], doses: longAgo, transitions: [read] })).toBeUndefined();
    expect(due({ medicines: [medicine()], doses: marks({ 0: 'not', 1: 'taken' }) })).toBeUndefined();
    expect(due({ medicines: [medicine()], doses: [] })).toBeUndefined();
    for (const kind of ['buprenorphine', 'naltrexone'] as const)
      expect(due({ medicines: [medicine({ kind })], doses })).toBeDefined();
    for (const over of [{ kind: 'other' }, { kind: 'naloxone' }, { stopped: TODAY }] as const)
      expect(due({ medicines: [medicine(over)], doses })).toBeUndefined();
  });

  it('is due after 2 days without, also when the times were changed since', () => {
    const doses = marks({ 0: 'not', 1: 'not' }, { time: '08:00' });
    expect(due({ medicines: [medicine({ times: ['09:00'] })], doses })).toMatchObject({ what: 'missed' });
  });

  it('is due after leaving prison or treatment as told among the early signs, and once where both were told', () => {
    const out = [{ kind: 'release', day: TODAY }] as const;
    const reason = { what: 'release', day: TODAY, medicine: null, id: undefined };
    expect(due({ hardTimes: out })).toEqual(reason);
    expect(due({ hardTimes: [{ kind: 'treatment', day: TODAY }] })).toMatchObject({ what: 'break' });
    expect(due({ hardTimes: [{ kind: 'court', day: TODAY }] })).toBeUndefined();
    expect(due({ hardTimes: [{ kind: 'release', day: addDays(TODAY, 1) }] })).toBeUndefined();
    expect(due({ hardTimes: out, transitions: [told({ what: 'release' })] })?.id).toBe('t');
    for (const read of [told({ what: 'release', seen: NOON }), told({ seen: NOON })])
      expect(due({ hardTimes: out, transitions: [read] })).toBeUndefined();
    const before = told({ what: 'release', day: addDays(TODAY, -8), seen: NOON - 8 * 86_400_000 });
    expect(due({ hardTimes: out, transitions: [before] })).toEqual(reason);
    // A card read for a medicine was not about these days.
    const missed = told({ what: 'missed', medicine: 'm', seen: NOON });
    expect(due({ hardTimes: out, transitions: [missed] })).toEqual(reason);
  });

  it('comes once for one leaving that was told of twice, with days that differ', () => {
    const time = (kind: 'release' | 'treatment', n: number) => ({ kind, day: addDays(TODAY, -n) });
    const on = (n: number, over: Partial<Transition> = {}) => told({ day: addDays(TODAY, -n), ...over });
    const read = NOON - 3 * 86_400_000;
    // Told of here first, and read: the day among the early signs is the same leaving, before it or after it.
    for (const what of ['detox', 'rehab', 'hospital'] as const)
      for (const n of [0, 3, 10]) {
        const facts = { transitions: [on(3, { what, seen: read })], hardTimes: [time('treatment', n)] };
        expect(due(facts)).toBeUndefined();
      }
    // Not read yet: it comes for what was told of here alone, so that reading it is the end of it.
    expect(due({ transitions: [on(3)], hardTimes: [time('treatment', 0)] })?.id).toBe('t');
    // Told of as a hard time first, and read for that.
    const left = on(2, { id: 'l', what: 'break', seen: NOON });
    expect(due({ transitions: [left, on(5)], hardTimes: [time('treatment', 2)] })).toBeUndefined();
    expect(due({ transitions: [left, on(0)], hardTimes: [time('treatment', 2)] })).toBeUndefined();
    const out = on(2, { id: 'l', what: 'release', seen: NOON });
    expect(
      due({ transitions: [out, on(4, { what: 'release' })], hardTimes: [time('release', 2)] }),
    ).toBeUndefined();
    // Told of here twice.
    expect(due({ transitions: [on(1, { id: 'a', seen: NOON }), on(4)] })).toBeUndefined();
  });

  it('comes again for another cause, or another time', () => {
    const time = (n: number) => ({ kind: 'treatment', day: addDays(TODAY, -n) }) as const;
    const on = (n: number, over: Partial<Transition> = {}) => told({ day: addDays(TODAY, -n), ...over });
    const long = NOON - 11 * 86_400_000;
    expect(due({ transitions: [on(11, { seen: long })], hardTimes: [time(3)] })?.what).toBe('break');
    expect(due({ transitions: [on(11, { id: 'a', seen: long }), on(3)] })?.id).toBe('t');
    expect(due({ transitions: [on(1, { id: 'a', seen: NOON }), on(1, { what: 'release' })] })?.what).toBe(
      'release',
    );
    expect(due({ transitions: [on(3, { what: 'release', seen: long })], hardTimes: [time(3)] })?.what).toBe(
      'break',
    );
    // A break of days and a stop are no leaving: each is read of by itself.
    for (const what of ['break', 'stopped'] as const)
      expect(due({ transitions: [on(1, { id: 'a', what, seen: NOON }), on(0, { what })] })?.id).toBe('t');
    // A break that was told of is not the hard time it was not read for.
    const broke = on(4, { id: 'a', what: 'break', seen: long });
    expect(due({ transitions: [broke, on(3)], hardTimes: [time(2)] })?.id).toBe('t');
    // One that is still to come does not keep back the day that has come.
    expect(due({ transitions: [on(-3)], hardTimes: [time(0)] })?.what).toBe('break');
  });

  it('is due when an injection may be wearing off, and not before', () => {
    const shot = (back: number) =>
      due({ medicines: [medicine({ kind: 'naltrexone-injection', given: addDays(TODAY, -back) })] });
    expect(shot(27)).toBeUndefined();
    expect(shot(28)).toEqual({ what: 'injection', day: TODAY, medicine: 'm', id: undefined });
    expect(shot(40)?.day).toBe(addDays(TODAY, -12));
    expect(due({ medicines: [medicine({ kind: 'naltrexone-injection' })] })).toBeUndefined();
  });

  it('is due when the block of a stopped injection ends, though the card was read when it was stopped', () => {
    const shot = (kind: 'naltrexone-injection' | 'buprenorphine-monthly', back: number) => {
      const stopped = addDays(TODAY, -20);
      const read = told({ what: 'stopped', medicine: 'm', day: stopped, seen: NOON - 20 * 86_400_000 });
      return due({
        medicines: [medicine({ kind, stopped, given: addDays(TODAY, -back) })],
        transitions: [read],
      });
    };
    for (const kind of ['naltrexone-injection', 'buprenorphine-monthly'] as const) {
      expect(shot(kind, 27)).toBeUndefined();
      expect(shot(kind, 28)).toEqual({ what: 'injection', day: TODAY, medicine: 'm', id: undefined });
      expect(shot(kind, 28 + 89)).toBeDefined();
      expect(shot(kind, 28 + 90)).toBeUndefined();
    }
  });
});
