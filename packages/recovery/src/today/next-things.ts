import type { Appointment } from '../care/appointment.ts';
import { byDate } from '../care/appointment.ts';
import type { PromisedCall } from '../circle/promised-call.ts';
import { addDays } from '../medicine/calendar.ts';
import type { Dose } from '../medicine/dose.ts';
import type { Medicine } from '../medicine/medicine.ts';
import type { NextDose } from '../medicine/next-doses.ts';
import { nextDoses } from '../medicine/next-doses.ts';
import { dayIn, instantOf, wallClock } from '../medicine/wall-clock.ts';

/** How many days ahead an appointment or a promised call stands on Today. */
export const VISIT_DAYS = 7;

/** Something of another part that has a time today: a meeting, a part of the routine. */
export interface OtherThing {
  readonly what: 'meeting' | 'routine';
  readonly id: string;
  /** Local day and time here, YYYY-MM-DD and HH:MM. */
  readonly day: string;
  readonly time: string;
  readonly title: string;
  readonly note: string;
  /** The page it leads to. */
  readonly href: string;
}

/** Something that comes next, with its day and its time on the wall clock here; null for a dose without a set time. */
export type NextThing =
  | { readonly what: 'dose'; readonly day: string; readonly time: string | null; readonly dose: NextDose }
  | { readonly what: 'call'; readonly day: string; readonly time: string; readonly call: PromisedCall }
  | { readonly what: 'visit'; readonly day: string; readonly time: string; readonly visit: Appointment }
  | OtherThing;

/** What stands first where the time is one: what cannot be done later comes before what can. */
const FIRST = ['dose', 'call', 'visit', 'meeting', 'routine'] as const;

/** Tells one thing from another. */
export function thingKey(thing: NextThing): string {
  switch (thing.what) {
    case 'dose':
      return `dose ${thing.dose.medicine.id} ${thing.day} ${thing.time ?? ''}`;
    case 'call':
      return `call ${thing.call.id}`;
    case 'visit':
      return `visit ${thing.visit.id}`;
    case 'meeting':
    case 'routine':
      return `${thing.what} ${thing.id} ${thing.day} ${thing.time}`;
  }
}

/**
 * The doses of today that were not marked, promised calls, the next appointment within a week, and what else has its
 * time, in order of time. What is past stays until the person says something of it, and is called nothing.
 */
export function nextThings(
  records: {
    readonly medicines: readonly Medicine[];
    readonly doses: readonly Dose[];
    readonly visits: readonly Appointment[];
    readonly calls: readonly PromisedCall[];
    readonly others: readonly OtherThing[];
  },
  now: number,
  zone: string,
): NextThing[] {
  const today = dayIn(now, zone);
  const last = addDays(today, VISIT_DAYS);
  const here = (at: number) => ({
    day: wallClock(at, zone).slice(0, 10),
    time: wallClock(at, zone).slice(11, 16),
  });
  const doses = nextDoses(records.medicines, records.doses, now, zone)
    .filter((slot) => slot.day === today && slot.dose === undefined)
    .map((slot): NextThing => ({ what: 'dose', day: today, time: slot.time, dose: slot }));
  const visits = byDate(records.visits, now)
    .ahead.slice(0, 1)
    .map((visit): NextThing => ({ what: 'visit', ...here(instantOf(visit.starts, visit.zone)), visit }));
  const calls = records.calls.map((call): NextThing => ({ what: 'call', ...here(call.when), call }));
  return [...doses, ...visits, ...calls, ...records.others]
    .filter(({ day }) => day <= last)
    .map((thing) => ({
      thing,
      key: `${thing.day} ${thing.time ?? ''} ${FIRST.indexOf(thing.what)} ${thingKey(thing)}`,
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ thing }) => thing);
}
