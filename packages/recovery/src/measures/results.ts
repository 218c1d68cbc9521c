import type { FieldsOf } from '../record-type.ts';
import { daysSince } from '../kelp/kelp-data.ts';
import type { Point } from '../trends/series.ts';
import type { ItemNine } from './item-nine.ts';
import type { MEASURE_RESULT } from './measure-result.ts';
import { scorePhq9 } from './scoring.ts';

export type MeasureResult = FieldsOf<typeof MEASURE_RESULT> & { readonly id: string };

/** Results of one instrument, newest first. */
export const resultsOf = (results: readonly MeasureResult[], instrument: string): MeasureResult[] =>
  results.filter((result) => result.instrument === instrument).toSorted((a, b) => b.at - a.at);

/** Days until an instrument can tell something new; 0 when it can now. Never a lock: it may be taken any day. */
export function daysUntilNext(
  results: readonly MeasureResult[],
  instrument: string,
  everyDays: number,
  today: string,
): number {
  const [last] = resultsOf(results, instrument);
  return last ? Math.max(0, everyDays - daysSince(last.day, today)) : 0;
}

/**
 * The totals as the person sees them on their own page. A PHQ-9 shows its own total, made here from the stored items
 * and the private ninth answer; without that answer the sum of the first eight. Our own craving check shows the mean
 * of its three numbers, to one decimal.
 */
export function shownTotals(
  result: Pick<MeasureResult, 'id' | 'instrument' | 'answers' | 'totals'>,
  nines: readonly Pick<ItemNine, 'id' | 'value'>[],
): Readonly<Record<string, number | null>> {
  if (result.instrument === 'craving-3') {
    const sum = result.totals['craving3'] ?? null;
    return { craving3: sum === null ? null : Math.round((sum / 3) * 10) / 10 };
  }
  if (result.instrument !== 'phq-9') return result.totals;
  const nine = nines.find(({ id }) => id === result.id);
  return nine ? { phq9: scorePhq9(result.answers, nine.value) } : result.totals;
}

/** One total over time as it is shown, oldest first: of a day with several answers the last that has a sum. */
export function totalLine(
  results: readonly MeasureResult[],
  instrument: string,
  total: string,
  nines: readonly Pick<ItemNine, 'id' | 'value'>[],
): Point[] {
  const days = new Map<string, number>();
  for (const result of resultsOf(results, instrument)) {
    const value = shownTotals(result, nines)[total];
    if (value != null && !days.has(result.day)) days.set(result.day, value);
  }
  return [...days].map(([day, value]) => ({ day, value })).toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** Ninth answers that belong to no result: the form they were given in was never finished. */
export const lonelyNines = (nines: readonly ItemNine[], results: readonly MeasureResult[]): ItemNine[] => {
  const finished = new Set(results.map(({ id }) => id));
  return nines.filter(({ id }) => !finished.has(id)).toSorted((a, b) => b.at - a.at);
};
