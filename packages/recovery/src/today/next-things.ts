import type { Appointment } from '../care/appointment.ts';
import { byDate } from '../care/appointment.ts';
import type { PromisedCall } from '../circle/promised-call.ts';
import { addDays } from '../medicine/calendar.ts';
import type { Medicine } from '../medicine/medicine.ts';
import { formOf } from '../medicine/medicine.ts';
import type { NextDose } from '../medicine/next-doses.ts';
import { dayIn, instantOf, wallClock } from '../medicine/wall-clock.ts';

/** How many days ahead an appointment or a promised call stands on Today. */
export const VISIT_DAYS = 7;

/** Something of another part that has its time today: a meeting, a part of the routine, a planned thing, a letter. */
export interface OtherThing {
  readonly what: 'meeting' | 'routine' | 'activity' | 'letter';
  readonly id: string;
  /** Local day and time here, YYYY-MM-DD and HH:MM; null without a set time. */
  readonly day: string;
  readonly time: string | null;
  readonly title: string;
  readonly note: string;
  /** The page it leads to. */
  readonly href: string;
}

/** Of a medicine: a dose of today, or one that is to be seen to (`toSeeTo`). */
export type MedicineThing =
  | { readonly what: 'dose'; readonly day: string; readonly time: string | null; readonly dose: NextDose }
  | { readonly what: 'medicine'; readonly day: string; readonly time: null; readonly medicine: Medicine };

/** Something that comes next, with its day and its time on the wall clock here; null without a set time. */
export type NextThing =
  | MedicineThing
  | { readonly what: 'call'; readonly day: string; readonly time: string; readonly call: PromisedCall }
  | { readonly what: 'visit'; readonly day: string; readonly time: string; readonly visit: Appointment }
  | OtherThing;

/** What stands first where the time is one: what cannot be done later comes before what can. */
const FIRST = ['dose', 'call', 'visit', 'meeting', 'routine', 'activity', 'medicine', 'letter'] as const;
/** A dose without a set time can be taken from the morning on; what else has none comes when the day's times are over. */
const placeOf = ({ what, time }: NextThing): string => time ?? (what === 'dose' ? '' : '~');

/** Tells one thing from another. An injection is called like a dose without a time, as its reminder calls it. */
export function thingKey(thing: NextThing): string {
  switch (thing.what) {
    case 'dose':
      return `dose ${thing.dose.medicine.id} ${thing.day} ${thing.time ?? ''}`;
    case 'medicine': {
      const { id, kind } = thing.medicine;
      return formOf(kind) === 'injection' ? `dose ${id} ${thing.day} ` : `medicine ${id}`;
    }
    case 'call':
      return `call ${thing.call.id}`;
    case 'visit':
      return `visit ${thing.visit.id}`;
    case 'letter':
      return `letter ${thing.id}`;
    case 'meeting':
    case 'routine':
    case 'activity':
      return `${thing.what} ${thing.id} ${thing.day} ${thing.time ?? ''}`;
  }
}

/**
 * What medicine brings (`medicineThings`), promised calls, the visits of today or else the next one within a week, and
 * what else has its time, in order of time. What is past stays until the person says something of it, and is called
 * nothing.
 * @param now ms since 1970
 * @param zone the phone's zone
 */
export function nextThings(
  records: {
    readonly medicine: readonly MedicineThing[];
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
  const ahead = byDate(records.visits, now).ahead.map(
    (visit) => ({ what: 'visit', ...here(instantOf(visit.starts, visit.zone)), visit }) as const,
  );
  const visits = ahead.filter(({ day }, nth) => nth === 0 || day === today);
  const calls = records.calls.map((call): NextThing => ({ what: 'call', ...here(call.when), call }));
  return [...records.medicine, ...visits, ...calls, ...records.others]
    .filter(({ day }) => day <= last)
    .map((thing) => ({
      thing,
      key: `${thing.day} ${placeOf(thing)} ${FIRST.indexOf(thing.what)} ${thingKey(thing)}`,
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ thing }) => thing);
}
