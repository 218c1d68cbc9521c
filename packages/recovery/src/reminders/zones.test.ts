import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../medicine/calendar.ts';
import { instantOf, wallClock } from '../medicine/wall-clock.ts';
import { isQuiet, outOfQuiet, REMINDER_STEP } from './quiet.ts';
import type { Reminder } from './reminder.ts';
import { USUAL_SETTINGS } from './settings.ts';
import type { ReminderWorld } from './schedule.ts';
import { REMIND_AHEAD, reminders, ringTimes } from './schedule.ts';

/** Every zone this machine knows, those with unusual changes more often than their share. */
const zones = fc.oneof(
  fc.constantFrom(
    'Europe/Dublin',
    'America/New_York',
    'America/St_Johns',
    'America/Santiago',
    'America/Havana',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'Africa/Cairo',
    'Africa/Casablanca',
    'Asia/Beirut',
    'Asia/Kathmandu',
    'Pacific/Kiritimati',
    'Antarctica/Troll',
  ),
  fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
);
const two = (n: number): string => String(n).padStart(2, '0');
const clock = (most = 1439): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: most }).map((n) => `${two(Math.floor(n / 60))}:${two(n % 60)}`);
const onGrid = clock().map((time) => `${time.slice(0, 3)}${two(Math.floor(Number(time.slice(3)) / 5) * 5)}`);
/** Times in the first hours of a day, where clocks change, as often as all others together. */
const times = fc.uniqueArray(
  fc.oneof(onGrid, fc.constantFrom('00:00', '00:30', '01:30', '02:00', '02:15', '02:30')),
  {
    minLength: 1,
    maxLength: 6,
  },
);
/** Days of six years; near a change of clocks and around 29 February as often as all others together. */
const days = fc.oneof(
  fc.integer({ min: 0, max: 2191 }).map((n) => addDays('2024-01-01', n)),
  fc
    .constantFrom(
      '2024-02-20',
      '2028-02-20',
      '2026-03-01',
      '2026-03-22',
      '2026-04-01',
      '2026-09-01',
      '2026-10-18',
      '2026-10-28',
    )
    .chain((from) => fc.integer({ min: 0, max: 9 }).map((n) => addDays(from, n))),
);
const reminder = (over: Partial<Reminder>): Reminder => ({
  id: 'r',
  about: 'own',
  of: '',
  words: '',
  times: [],
  weekdays: [],
  on: null,
  paused: false,
  named: false,
  at: 0,
  ...over,
});
const world = (over: Partial<ReminderWorld>): ReminderWorld => ({
  reminders: [],
  medicines: [],
  doses: [],
  visits: [],
  calls: [],
  plans: [],
  shown: [],
  checkIns: [],
  answers: [],
  settings: { ...USUAL_SETTINGS, quietFrom: '00:00', quietTo: '00:00' },
  ...over,
});
const RUNS = { numRuns: 80 };

/** Whether any instant of a day shows a time on the wall: looked for one by one, as slow as it is sure. */
function isShown(day: string, time: string, zone: string): boolean {
  const noon = Date.parse(`${day}T12:00:00Z`);
  for (let at = noon - 30 * 3_600_000; at <= noon + 30 * 3_600_000; at += REMINDER_STEP)
    if (wallClock(at, zone) === `${day}T${time}`) return true;
  return false;
}

describe('reminders in any zone, through changes of the clock and leap days', () => {
  it('come on every day at their time on the wall, once; in an hour that is not there, after it', () => {
    fc.assert(
      fc.property(zones, days, times, (zone, day, set) => {
        const last = addDays(day, 15);
        const [from, to] = [instantOf(`${day}T00:00`, zone), instantOf(`${last}T00:00`, zone) - 1];
        const found = reminders(world({ reminders: [reminder({ times: set })] }), from, to, zone);
        const walls = found.map(({ at }) => wallClock(at, zone));
        const wanted = Array.from({ length: 15 }, (_, n) => addDays(day, n)).flatMap((on) =>
          set.map((time) => `${on}T${time}`),
        );
        const missing = wanted.filter((local) => !walls.includes(local));
        for (const local of missing) {
          const [on, time] = [local.slice(0, 10), local.slice(11)];
          expect(isShown(on, time, zone), `${local} ${zone}`).toBe(false);
          const instead = wallClock(instantOf(local, zone), zone);
          expect(instead > local).toBe(true);
          // Where the clock jumps at midnight, the last day's can fall behind the end of what was asked for.
          if (instead < `${last}T00:00`) expect(walls).toContain(instead);
        }
        expect(found.length).toBeLessThanOrEqual(wanted.length);
        expect(found.length).toBeGreaterThanOrEqual(wanted.length - missing.length);
      }),
      RUNS,
    );
  });

  it('ring in order, each moment once, on the grid, after now and within two weeks, however they were asked for', () => {
    const sets = fc.array(
      fc.record({ times, weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }) }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(zones, days, clock(), sets, (zone, day, time, list) => {
        const now = instantOf(`${day}T${time}`, zone);
        const set = list.map((one, n) => reminder({ ...one, id: `${n}` }));
        const rings = ringTimes(world({ reminders: set }), now, zone);
        expect(rings).toEqual([...new Set(rings)].toSorted((a, b) => a - b));
        for (const at of rings) {
          expect(at % REMINDER_STEP).toBe(0);
          expect(at > now && at <= now + REMIND_AHEAD).toBe(true);
          const on = wallClock(at, zone).slice(0, 10);
          const asked = set.some(({ weekdays }) => weekdays.length === 0 || weekdays.includes(weekdayOf(on)));
          // One that the clock jumped over at midnight stands on the next day.
          expect(asked || wallClock(at, zone) < `${on}T02:00`).toBe(true);
        }
        expect(ringTimes(world({ reminders: set.toReversed() }), now, zone)).toEqual(rings);
      }),
      RUNS,
    );
  });

  it('keep out of quiet hours, and move no further than to their edge', () => {
    fc.assert(
      fc.property(
        zones,
        days,
        clock(),
        onGrid,
        onGrid,
        fc.integer({ min: -600, max: 2000 }),
        (zone, day, time, from, to, over) => {
          const at = instantOf(`${day}T${time}`, zone);
          const hours = { quietFrom: from, quietTo: to };
          const late = outOfQuiet(at, zone, hours);
          expect(late).toBeGreaterThanOrEqual(at);
          expect(late - at).toBeLessThanOrEqual(26 * 3_600_000);
          const quiet = (moment: number) => isQuiet(wallClock(moment, zone).slice(11, 16), hours);
          if (!quiet(at)) expect(late).toBe(at);
          // The one exception: its end came in an hour that comes twice, so that it has been already.
          else if (late !== at) expect(quiet(late)).toBe(false);
          const early = outOfQuiet(at, zone, hours, at + over * 60_000);
          if (early > at) expect(early).toBeLessThan(at + over * 60_000);
          else expect(at - early).toBeLessThanOrEqual(26 * 3_600_000);
        },
      ),
      RUNS,
    );
  });

  it('follow a traveller: on each side of a border the clock on that wall decides', () => {
    fc.assert(
      fc.property(zones, zones, days, onGrid, (home, away, day, time) => {
        const own = world({ reminders: [reminder({ times: [time] })] });
        const now = instantOf(`${day}T12:00`, home);
        const clocks = (zone: string) =>
          ringTimes(own, now, zone).filter((at) => wallClock(at, zone).slice(11) !== time).length;
        // At most one of two weeks lies in an hour that is not there.
        for (const zone of [home, away]) expect(clocks(zone)).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });

  it('nudge at most once a day, however many plans there are', () => {
    const plans = fc.array(
      fc.record({
        part: fc.constantFrom('morning', 'afternoon', 'evening', null),
        days: fc.constantFrom('all', 'week', 'weekend'),
        at: fc.integer({ min: 0, max: Date.UTC(2026, 0, 1) }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(zones, days, plans, (zone, day, list) => {
        const all = list.map((one, n) => ({
          id: `${n}`,
          cue: 'c',
          action: 'a',
          obstacle: '',
          feeling: null,
          again: false,
          ...one,
        }));
        const from = instantOf(`${day}T00:00`, zone);
        const found = reminders(
          world({ plans: all as ReminderWorld['plans'] }),
          from,
          from + REMIND_AHEAD,
          zone,
        );
        const on = found.map(({ at }) => wallClock(at, zone).slice(0, 10));
        expect(new Set(on).size).toBe(on.length);
        expect(found.every(({ nudge }) => nudge)).toBe(true);
      }),
      RUNS,
    );
  });
});
