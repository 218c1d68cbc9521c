import type { LineKind } from './country-pack.ts';

/** Days a checked number may go unchecked. Spotting lines lose their funding or change hands more often. */
export const reviewLimitDays = (kind: LineKind): number => (kind === 'spotting' ? 60 : 180);
