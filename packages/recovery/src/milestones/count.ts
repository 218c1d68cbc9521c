import { daysSince } from '../kelp/kelp-data.ts';
import type { CountedDay, Counter } from './counter.ts';

/** What a counter comes to. Days by year stay in view when a year ends: no number begins again. */
export type Count =
  | { readonly kind: 'since'; readonly days: number }
  | { readonly kind: 'days'; readonly years: readonly YearCount[]; readonly today: boolean };

export interface YearCount {
  readonly year: string;
  readonly days: number;
}

/**
 * What a counter shows today.
 * @param counted the days marked for any counter
 * @param reached days on which the person said in a check-in that they had talked with someone, YYYY-MM-DD
 */
export function countOf(
  counter: Counter,
  counted: readonly CountedDay[],
  reached: ReadonlySet<string>,
  today: string,
): Count {
  if (counter.kind === 'since') return { kind: 'since', days: daysSince(counter.from ?? today, today) };
  const days = new Set(counter.kind === 'reached' ? reached : []);
  for (const { counter: of, day } of counted) if (of === counter.id) days.add(day);
  const years = new Map<string, number>();
  for (const day of days) years.set(day.slice(0, 4), (years.get(day.slice(0, 4)) ?? 0) + 1);
  return {
    kind: 'days',
    years: [...years].map(([year, n]) => ({ year, days: n })).toSorted((a, b) => (a.year < b.year ? 1 : -1)),
    today: days.has(today),
  };
}

/** Days with a check-in that tells of a talk with someone good for the person. */
export const reachedDays = (
  checkIns: readonly { readonly day: string; readonly contact: boolean | null }[],
): Set<string> => new Set(checkIns.filter(({ contact }) => contact === true).map(({ day }) => day));
