import type { FieldsOf } from '../record-type.ts';
import { daysSince } from '../kelp/kelp-data.ts';
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
 * and the private ninth answer; without that answer the sum of the first eight.
 */
export function shownTotals(
  result: MeasureResult,
  nines: readonly Pick<ItemNine, 'id' | 'value'>[],
): Readonly<Record<string, number | null>> {
  if (result.instrument !== 'phq-9') return result.totals;
  const nine = nines.find(({ id }) => id === result.id);
  return nine ? { phq9: scorePhq9(result.answers, nine.value) } : result.totals;
}
