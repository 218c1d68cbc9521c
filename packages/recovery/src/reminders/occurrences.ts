import type { Appointment } from '../care/appointment.ts';
import type { CheckIn } from '../check-in/history.ts';
import type { PromisedCall } from '../circle/promised-call.ts';
import { addDays, weekdayOf } from '../medicine/calendar.ts';
import type { Dose } from '../medicine/dose.ts';
import { doseIndex, slotsOn } from '../medicine/dose.ts';
import { injectionTime } from '../medicine/injection.ts';
import type { Medicine } from '../medicine/medicine.ts';
import { formOf } from '../medicine/medicine.ts';
import { dayIn, instantOf } from '../medicine/wall-clock.ts';
import type { IfThen } from '../plan/if-then.ts';
import type { Reminder } from './reminder.ts';

/** What a reminder says when it is opened. Nothing of it leaves the phone. */
export type ReminderOf =
  | { readonly what: 'dose'; readonly medicine: Medicine; readonly day: string; readonly time: string | null }
  | { readonly what: 'visit'; readonly visit: Appointment }
  | { readonly what: 'call'; readonly call: PromisedCall }
  | { readonly what: 'plan'; readonly plan: IfThen | undefined; readonly words: string }
  | { readonly what: 'check-in'; readonly words: string }
  | { readonly what: 'own'; readonly words: string };

/** One moment at which something reminds. */
export interface Occurrence {
  /** The thing that reminds: the same each time it comes. */
  readonly key: string;
  /** Ms since 1970. */
  readonly at: number;
  /** When it is of no use any more: a dose of yesterday is not brought up beside the one of today. */
  readonly over?: number;
  /** Brought up by the app, not set by the person. */
  readonly nudge?: true;
  /** Of one that was put off: when it came first. */
  readonly first?: number;
  readonly of: ReminderOf;
}

/** Everything that reminders are made of. */
export interface ReminderRecords {
  readonly reminders: readonly Reminder[];
  readonly medicines: readonly Medicine[];
  readonly doses: readonly Dose[];
  readonly visits: readonly Appointment[];
  readonly calls: readonly PromisedCall[];
  readonly plans: readonly IfThen[];
  readonly shown: readonly { readonly id: string; readonly day: string }[];
  readonly checkIns: readonly CheckIn[];
  /** Moments of other parts, between two moments: a routine, a meeting. */
  readonly others?: (from: number, to: number) => readonly Occurrence[];
}

/** Days of a zone that a stretch of time touches. */
export function daysBetween(from: number, to: number, zone: string): string[] {
  const days: string[] = [];
  for (let day = dayIn(from, zone), last = dayIn(to, zone); day <= last; day = addDays(day, 1))
    days.push(day);
  return days;
}

const MINUTE = 60_000;
/** How long after its time a promised call is still reminded of, ms. */
const CALL_OVER = 60 * MINUTE;

/**
 * Every moment between two at which something reminds, what was done already left out. By the clock on the wall of
 * `zone`: a reminder for 8 comes at 8 wherever the phone is.
 */
export function occurrences(records: ReminderRecords, from: number, to: number, zone: string): Occurrence[] {
  const days = daysBetween(from, to, zone);
  const set = records.reminders
    .filter(({ paused }) => !paused)
    .flatMap((one) => timesOf(one, records, days, zone).filter(({ at }) => at >= one.at));
  const visits = records.visits.flatMap((visit): Occurrence[] => {
    if (visit.remind === null) return [];
    const starts = instantOf(visit.starts.slice(0, 16), visit.zone);
    return [
      {
        key: `visit ${visit.id}`,
        at: starts - visit.remind * MINUTE,
        over: starts,
        of: { what: 'visit', visit },
      },
    ];
  });
  const calls = records.calls.flatMap((call): Occurrence[] =>
    call.remind
      ? [{ key: `call ${call.id}`, at: call.when, over: call.when + CALL_OVER, of: { what: 'call', call } }]
      : [],
  );
  const others = records.others?.(from, to) ?? [];
  return [...set, ...visits, ...calls, ...others].filter(({ at }) => at >= from && at <= to);
}

function timesOf(
  one: Reminder,
  records: ReminderRecords,
  days: readonly string[],
  zone: string,
): Occurrence[] {
  switch (one.about) {
    case 'dose':
      return dosesOf(one, records, days, zone);
    case 'check-in':
      return checkInsOf(one, records.checkIns, days, zone);
    case 'plan': {
      const plan = records.plans.find(({ id }) => id === one.of);
      const read = new Set(records.shown.flatMap(({ id, day }) => (id === one.of ? [day] : [])));
      const of = { what: 'plan', plan, words: one.words } as const;
      return days
        .filter((day) => !read.has(day))
        .flatMap((day) => atTimes(one, day, zone, of, midnight(day, zone)));
    }
    case 'own':
      return days.flatMap((day) => atTimes(one, day, zone, { what: 'own', words: one.words }));
  }
}

const fits = ({ on, weekdays }: Reminder, day: string): boolean =>
  on === null ? weekdays.length === 0 || weekdays.includes(weekdayOf(day)) : on === day;

const sorted = (times: readonly string[]): string[] => [...new Set(times)].toSorted();

/** The end of a day. */
export const midnight = (day: string, zone: string): number => instantOf(`${addDays(day, 1)}T00:00`, zone);

function atTimes(one: Reminder, day: string, zone: string, of: ReminderOf, over?: number): Occurrence[] {
  if (!fits(one, day)) return [];
  return sorted(one.times).map((time) => ({
    key: one.id,
    at: instantOf(`${day}T${time}`, zone),
    ...(over === undefined ? {} : { over }),
    of,
  }));
}

/**
 * Doses that were not marked, at their own time or at the reminder's; an injection on the day it is due. A dose is
 * over with its day, and when the next one comes.
 */
function dosesOf(
  one: Reminder,
  records: ReminderRecords,
  days: readonly string[],
  zone: string,
): Occurrence[] {
  const medicine = records.medicines.find(({ id }) => id === one.of);
  if (!medicine) return [];
  const index = doseIndex(medicine, records.doses);
  const injection = formOf(medicine.kind) === 'injection';
  const due = injectionTime(medicine, records.doses)?.due;
  return days.flatMap((day) => {
    if (injection) {
      const given = day !== due || (medicine.stopped !== null && day >= medicine.stopped);
      return given
        ? []
        : atTimes(one, day, zone, { what: 'dose', medicine, day, time: null }, midnight(day, zone));
    }
    if (!fits(one, day)) return [];
    const slots = slotsOn(medicine, index, day);
    return slots.flatMap(({ time, dose }, nth): Occurrence[] => {
      if (dose) return [];
      const of = { what: 'dose', medicine, day, time } as const;
      if (time === null) return atTimes(one, day, zone, of, midnight(day, zone));
      const next = slots[nth + 1]?.time;
      const over = next ? instantOf(`${day}T${next}`, zone) : midnight(day, zone);
      return [{ key: one.id, at: instantOf(`${day}T${time}`, zone), over, of }];
    });
  });
}

/** A check-in made after the time before it, on the same day, is the one that was meant. */
function checkInsOf(
  one: Reminder,
  checkIns: readonly CheckIn[],
  days: readonly string[],
  zone: string,
): Occurrence[] {
  const made = new Map<string, number>();
  for (const { day, at } of checkIns) made.set(day, Math.max(at, made.get(day) ?? 0));
  const of = { what: 'check-in', words: one.words } as const;
  return days.flatMap((day) => {
    const times = atTimes(one, day, zone, of, midnight(day, zone));
    const last = made.get(day) ?? 0;
    return times.filter((_, nth) => last <= (times[nth - 1]?.at ?? 0));
  });
}
