import ICAL from 'ical.js';
import { addDays, daysFrom } from '../medicine/calendar.ts';
import type { FallsOn, Recurrence } from './recurrence.ts';
import { ruleText } from './recurrence.ts';

/** Days after which a rule has come full circle; undefined for months, which differ in length. */
const periodOf = ({ freq, interval }: Recurrence): number | undefined =>
  freq === 'DAILY' ? interval : freq === 'WEEKLY' ? 7 * interval : undefined;

/**
 * A start near a day that gives the same days from there on. The library walks from the start, day by day, and a walk
 * every morning for ten years is a long way on a slow phone.
 */
function startNear(rule: Recurrence, start: string, day: string): string {
  const period = periodOf(rule);
  const rounds = period === undefined ? 0 : Math.floor(daysFrom(start, day) / period) - 1;
  return rounds > 0 ? addDays(start, rounds * period!) : start;
}

/** `FallsOn` as ical.js has it. An entry of its own, so that only a page that shows a routine loads the library. */
export const fallsOn: FallsOn = (rule, start, day) => {
  const days = ICAL.Recur.fromString(ruleText(rule)).iterator(
    ICAL.Time.fromDateString(startNear(rule, start, day)),
  );
  for (let next = days.next() as ICAL.Time | null; next; next = days.next() as ICAL.Time | null) {
    const reached = next.toString();
    if (reached >= day) return reached === day;
  }
  return false;
};
