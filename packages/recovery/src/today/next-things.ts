import type { Appointment } from '../care/appointment.ts';
import { byDate } from '../care/appointment.ts';
import { addDays } from '../medicine/calendar.ts';
import type { Dose } from '../medicine/dose.ts';
import type { Medicine } from '../medicine/medicine.ts';
import type { NextDose } from '../medicine/next-doses.ts';
import { nextDoses } from '../medicine/next-doses.ts';
import { dayIn, instantOf, wallClock } from '../medicine/wall-clock.ts';

/** How many days ahead an appointment stands on Today. */
export const VISIT_DAYS = 7;

/** Something that comes next, with its day and its time on the wall clock here; null for a dose without a set time. */
export type NextThing =
  | { readonly what: 'dose'; readonly day: string; readonly time: string | null; readonly dose: NextDose }
  | { readonly what: 'visit'; readonly day: string; readonly time: string; readonly visit: Appointment };

/**
 * The doses of today that were not marked, and the next appointment within a week, in order of time. What is past
 * stays until the person says something of it, and is called nothing.
 */
export function nextThings(
  records: {
    readonly medicines: readonly Medicine[];
    readonly doses: readonly Dose[];
    readonly visits: readonly Appointment[];
  },
  now: number,
  zone: string,
): NextThing[] {
  const today = dayIn(now, zone);
  const doses = nextDoses(records.medicines, records.doses, now, zone)
    .filter((slot) => slot.day === today && slot.dose === undefined)
    .map((slot): NextThing => ({ what: 'dose', day: today, time: slot.time, dose: slot }));
  const [visit] = byDate(records.visits, now).ahead;
  const here = visit && wallClock(instantOf(visit.starts, visit.zone), zone);
  const visits: NextThing[] =
    visit && here && here.slice(0, 10) <= addDays(today, VISIT_DAYS)
      ? [{ what: 'visit', day: here.slice(0, 10), time: here.slice(11, 16), visit }]
      : [];
  const key = ({ day, time }: NextThing): string => `${day} ${time ?? ''}`;
  return [...doses, ...visits].toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
