import type { Appointment, FallsOn, RoutineTime, RoutineItem } from '@holdfast/recovery';
import { instantOf, occurrencesOn, wallClock } from '@holdfast/recovery';

/** Something on a day: a time of the routine, or a visit, which is written down elsewhere. */
export type DayEntry =
  | { readonly what: 'routine'; readonly time: string; readonly occurrence: RoutineTime }
  | { readonly what: 'visit'; readonly time: string; readonly visit: Appointment };

/** What is set for a local day, in order of time, by the clock of `zone`. */
export function dayList(
  on: string,
  items: readonly RoutineItem[],
  visits: readonly Appointment[],
  zone: string,
  fallsOn: FallsOn,
): DayEntry[] {
  const routine = occurrencesOn(on, items, zone, fallsOn).map((occurrence): DayEntry => ({
    what: 'routine',
    time: occurrence.time,
    occurrence,
  }));
  const here = visits.flatMap((visit): DayEntry[] => {
    const local = wallClock(instantOf(visit.starts, visit.zone), zone);
    return local.slice(0, 10) === on ? [{ what: 'visit', time: local.slice(11, 16), visit }] : [];
  });
  return [...routine, ...here].toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}
