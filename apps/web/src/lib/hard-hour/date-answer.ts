import type { Counter } from '@holdfast/recovery';

export const DATE_ANSWERS = ['keep', 'change', 'hide'] as const;
export type DateAnswer = (typeof DATE_ANSWERS)[number];

/** The counts that hang on a date the person chose and still sees. Only they are asked about; others stay as they are. */
export const datesShown = (counters: readonly Counter[]): Counter[] =>
  counters.filter(({ kind, hidden }) => kind === 'since' && !hidden);

/** What an answer changes of a count; undefined for nothing. Nothing changes by itself. */
export function dateChange(
  answer: DateAnswer | undefined,
  date: string,
): { readonly from: string } | { readonly hidden: true } | undefined {
  if (answer === 'hide') return { hidden: true };
  return answer === 'change' && date !== '' ? { from: date } : undefined;
}
