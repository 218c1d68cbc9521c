import { addDays, daysFrom } from '../medicine/calendar.ts';
import { dayIn, instantOf } from '../medicine/wall-clock.ts';
import type { DayPart } from '../plan/if-then.ts';
import { comesOn } from '../plan/if-then.ts';
import type { Occurrence, ReminderRecords } from './occurrences.ts';
import { daysBetween } from './occurrences.ts';

/** When a plan for a part of the day is brought up, unless a reminder was set for it. */
const AT: Readonly<Record<DayPart, string>> = { morning: '09:00', afternoon: '14:00', evening: '19:00' };

/**
 * What the app brings up by itself: if-then plans for a part of the day. One a day at most, all of them together, and
 * they take turns by the day. What was read on a day is not brought up on it, and what was written on a day waits for
 * the next, so that a day has one turn.
 */
export function nudges(records: ReminderRecords, from: number, to: number, zone: string): Occurrence[] {
  const own = new Set(records.reminders.flatMap(({ about, of }) => (about === 'plan' ? [of] : [])));
  const plans = records.plans
    .filter(({ id, part }) => part !== null && !own.has(id))
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map((plan) => ({ plan, written: dayIn(plan.at, zone) }));
  const read = new Set(records.shown.map(({ id, day }) => `${day} ${id}`));
  return daysBetween(from, to, zone)
    .flatMap((day): Occurrence[] => {
      const today = plans.filter(({ plan, written }) => written < day && comesOn(plan, day));
      const plan = today[daysFrom('1970-01-01', day) % today.length]?.plan;
      if (!plan || read.has(`${day} ${plan.id}`)) return [];
      const [at, over] = [`${day}T${AT[plan.part!]}`, `${addDays(day, 1)}T00:00`].map((local) =>
        instantOf(local, zone),
      );
      return [
        { key: `plan ${plan.id}`, at: at!, over: over!, nudge: true, of: { what: 'plan', plan, words: '' } },
      ];
    })
    .filter(({ at }) => at >= from && at <= to);
}
