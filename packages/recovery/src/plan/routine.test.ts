import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoutineItem } from '../index.ts';
import { addDays, dayIn, ideaFor, instantOf, isFreeEvening, wallClock } from '../index.ts';
import { fallsOn } from './rule-days.ts';
import { occurrencesOn as occurrences } from './routine.ts';

const occurrencesOn = (on: string, items: readonly RoutineItem[], zone: string) =>
  occurrences(on, items, zone, fallsOn);

const item = (over: Partial<RoutineItem>): RoutineItem => ({
  id: 'a',
  words: 'Walk',
  company: '',
  starts: '2026-11-23T09:00',
  zone: 'Europe/Dublin',
  rule: 'FREQ=DAILY',
  except: [],
  at: 1,
  ...over,
});
const zones = fc.constantFrom(
  'Europe/Dublin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'America/St_Johns',
);

describe('what takes place on a day', () => {
  it('comes once, again, or not on a day it was taken out of', () => {
    const days = (one: RoutineItem) =>
      ['2026-11-22', '2026-11-23', '2026-11-24'].filter(
        (on) => occurrencesOn(on, [one], 'Europe/Dublin').length > 0,
      );
    expect(days(item({}))).toEqual(['2026-11-23', '2026-11-24']);
    expect(days(item({ rule: '' }))).toEqual(['2026-11-23']);
    expect(days(item({ except: ['2026-11-23'] }))).toEqual(['2026-11-24']);
    expect(days(item({ rule: 'FREQ=YEARLY' }))).toEqual([]);
  });

  it('stands in order of time, and of ids where the time is one', () => {
    const late = item({ id: 'late', starts: '2026-11-23T21:00' });
    const list = [late, item({ id: 'c' }), item({ id: 'b' })];
    expect(occurrencesOn('2026-11-24', list, 'Europe/Dublin').map((one) => one.item.id)).toEqual([
      'b',
      'c',
      'late',
    ]);
    expect(occurrencesOn('2026-11-24', list.toReversed(), 'Europe/Dublin').map((one) => one.item.id)).toEqual(
      ['b', 'c', 'late'],
    );
  });

  it('is read on the clock of where the person is', () => {
    const call = item({ starts: '2026-11-23T23:00', zone: 'America/New_York', rule: '' });
    expect(occurrencesOn('2026-11-23', [call], 'Europe/Dublin')).toEqual([]);
    expect(occurrencesOn('2026-11-24', [call], 'Europe/Dublin')).toMatchObject([
      { on: '2026-11-23', time: '04:00' },
    ]);
  });

  it('keeps its hour through both changes of the clock, and moves out of an hour that is not there', () => {
    const early = item({ starts: '2026-01-01T02:30', zone: 'America/New_York' });
    const times = ['2026-03-07', '2026-03-08', '2026-03-09', '2026-11-01'].map(
      (on) => occurrencesOn(on, [early], 'America/New_York')[0]?.time,
    );
    expect(times).toEqual(['02:30', '03:30', '02:30', '02:30']);
  });

  it('is the same whichever day is asked for: every time of an item stands on the day its instant is on', () => {
    fc.assert(
      fc.property(
        zones,
        zones,
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 1439 }),
        (own, here, apart, minute) => {
          const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
          const start = addDays('2026-01-01', apart);
          const daily = item({ starts: `${start}T${clock}`, zone: own });
          for (let n = 3; n < 6; n++) {
            const on = addDays(start, n);
            const at = instantOf(`${on}T${clock}`, own);
            const found = occurrencesOn(dayIn(at, here), [daily], here).find((one) => one.on === on);
            expect(found).toMatchObject({ at, time: wallClock(at, here).slice(11, 16) });
            for (const other of [-2, -1, 1, 2])
              expect(
                occurrencesOn(addDays(dayIn(at, here), other), [daily], here).some((one) => one.on === on),
              ).toBe(false);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('an evening is free when nothing is set from five on', () => {
  expect(isFreeEvening([])).toBe(true);
  expect(isFreeEvening(['09:00', '16:59'])).toBe(true);
  expect(isFreeEvening(['17:00'])).toBe(false);
});

it('an idea stays all day and changes with the day', () => {
  expect(ideaFor(['a', 'b'], '2026-11-25')).not.toBe(ideaFor(['a', 'b'], '2026-11-26'));
  expect(ideaFor(['a', 'b'], '2026-11-25')).toBe(ideaFor(['a', 'b'], '2026-11-27'));
});
