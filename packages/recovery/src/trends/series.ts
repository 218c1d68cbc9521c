import type { CheckIn } from '../check-in/history.ts';
import { MOODS, SLEEPS } from '../check-in/check-in.ts';
import type { Urge } from '../hard-hour/urge.ts';
import { dayBefore } from '../kelp/kelp-data.ts';
import type { MeasureResult } from '../measures/results.ts';

/** One day with an answer. Days without one are not there. */
export interface Point {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly value: number;
}

export const TRENDS = ['urge', 'mood', 'sleep', 'sure'] as const;
export type Trend = (typeof TRENDS)[number];

/** Highest value of each line; the lowest is 0. */
export const TREND_TOP: Readonly<Record<Trend, number>> = {
  urge: 10,
  mood: MOODS.length - 1,
  sleep: SLEEPS.length - 1,
  sure: 10,
};

function valueOf(trend: Trend, { urge, mood, sleep, confidence }: CheckIn): number | null {
  switch (trend) {
    case 'urge':
      return urge;
    case 'mood':
      return mood === null ? null : MOODS.indexOf(mood);
    case 'sleep':
      return sleep === null ? null : SLEEPS.indexOf(sleep);
    case 'sure':
      return confidence ?? null;
  }
}

/** The last answer of each of the last `span` days, oldest first. One pass over all check-ins. */
export function series(checkIns: readonly CheckIn[], trend: Trend, today: string, span: number): Point[] {
  const last = new Map<string, { at: number; value: number }>();
  const first = dayBefore(today, span - 1);
  for (const checkIn of checkIns) {
    if (checkIn.day > today || checkIn.day < first) continue;
    const value = valueOf(trend, checkIn);
    const held = last.get(checkIn.day);
    if (value !== null && (!held || checkIn.at >= held.at)) last.set(checkIn.day, { at: checkIn.at, value });
  }
  return [...last].map(([day, { value }]) => ({ day, value })).toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

const HOUR = 3_600_000;

/** Whatever tells of an urge at a moment. */
export interface UrgeTold {
  readonly checkIns: readonly Pick<CheckIn, 'urge' | 'at'>[];
  /** Notes of an urge. Each of them is one, whatever its number. */
  readonly urges: readonly Pick<Urge, 'at'>[];
  readonly results: readonly Pick<MeasureResult, 'instrument' | 'answers' | 'at'>[];
}

/**
 * Whether urges may be drawn now. Not within three hours of a strong one, or of a note of one: then what helps comes
 * first, and the picture waits.
 */
export function urgesMayShow({ checkIns, urges, results }: UrgeTold, now: number): boolean {
  const strong = (urge: number | null | undefined): boolean => urge != null && urge >= 5;
  const told = [
    ...checkIns.filter(({ urge }) => strong(urge)),
    ...urges,
    ...results.filter(({ instrument, answers }) => instrument === 'craving-3' && strong(answers['now'])),
  ];
  return !told.some(({ at }) => Math.abs(now - at) < 3 * HOUR);
}
