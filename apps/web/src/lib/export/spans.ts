import { addDays } from '@holdfast/recovery';

/** How far back what is dated goes, days. */
export const SPANS = ['30', '90', '365', 'all'] as const;
export type Span = (typeof SPANS)[number];

/** The first day of a span that ends today; empty for everything. */
export const sinceOf = (span: Span, today: string): string =>
  span === 'all' ? '' : addDays(today, 1 - Number(span));
