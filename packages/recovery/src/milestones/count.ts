import { daysSince } from '../kelp/kelp-data.ts';
import { addDays } from '../medicine/calendar.ts';
import type { Dose } from '../medicine/dose.ts';
import { standingDoses } from '../medicine/dose.ts';
import { usualEvery } from '../medicine/injection.ts';
import type { Medicine } from '../medicine/medicine.ts';
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
 * @param found days that count by themselves, because something else the person wrote says so, YYYY-MM-DD
 */
export function countOf(
  counter: Counter,
  counted: readonly CountedDay[],
  found: ReadonlySet<string>,
  today: string,
): Count {
  if (counter.kind === 'since') return { kind: 'since', days: daysSince(counter.from ?? today, today) };
  const days = new Set(found);
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

/**
 * Days with medicine, as the person marked it: of what is taken on days, those with a dose taken; of an injection, the
 * days from the one it was given on to the one before the next is due.
 */
export function medicineDays(
  medicines: readonly Medicine[],
  doses: readonly Dose[],
  today: string,
): Set<string> {
  const days = new Set<string>();
  for (const medicine of medicines) {
    const every = usualEvery(medicine.kind);
    const taken = standingDoses(medicine, doses).filter(({ mark }) => mark !== 'not');
    const starts = [...taken.map(({ day }) => day), ...(every && medicine.given ? [medicine.given] : [])];
    const covers = every ? (medicine.every ?? every) : 1;
    for (const start of starts)
      for (let n = 0; n < covers && addDays(start, n) <= today; n++) days.add(addDays(start, n));
  }
  return days;
}

/** The same time in the larger parts of a calendar, as people say it: "1 month, 2 weeks and 3 days". */
export interface Span {
  readonly year: number;
  readonly month: number;
  readonly week: number;
  readonly day: number;
}

/**
 * From one calendar day to another, in whole years and months, then weeks and days. A month from the 31st ends on the
 * last day of a shorter one. Zeros where `to` is not later.
 */
export function spanOf(from: string, to: string): Span {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const after = (months: number): string => {
    const first = new Date(Date.UTC(year, month - 1 + months, 1));
    const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
    first.setUTCDate(Math.min(Number(from.slice(8)), last));
    return first.toISOString().slice(0, 10);
  };
  let months = Math.max(0, (Number(to.slice(0, 4)) - year) * 12 + Number(to.slice(5, 7)) - month);
  if (months > 0 && after(months) > to) months--;
  const days = daysSince(after(months), to);
  return {
    year: Math.floor(months / 12),
    month: months % 12,
    week: Math.floor(days / 7),
    day: days % 7,
  };
}
