/** What the kelp is drawn from. There is no field for slips, check-ins or gaps, so they cannot be drawn. */
export interface KelpData {
  readonly seed: string;
  /** Whole days since the page was begun; 0 on the first day. */
  readonly days: number;
  readonly people: number;
}

/**
 * Days from one calendar day to another (YYYY-MM-DD), never below 0. Calendar days, so neither a time zone nor a
 * change of the clock makes a day longer.
 */
export function daysSince(begun: string, today: string): number {
  const days = (Date.parse(`${today}T00:00:00Z`) - Date.parse(`${begun}T00:00:00Z`)) / 86_400_000;
  return Number.isFinite(days) ? Math.max(0, Math.round(days)) : 0;
}

/** The calendar day `n` days before one (YYYY-MM-DD). */
export const dayBefore = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - n * 86_400_000).toISOString().slice(0, 10);
