/** How long something is kept, in days; 0 for always. */
export const KEEP_DAYS = [0, 30, 90, 365] as const;

const DAY = 86_400_000;

/** When something kept for `days` from `from` (ms) removes itself; null for always. */
export const untilAfter = (from: number, days: number): number | null =>
  days === 0 ? null : from + days * DAY;

/** The choice that an end was made from: 0 for always, else the one whose length from `at` is nearest. */
export function keepDaysOf({ at, until }: { readonly at: number; readonly until: number | null }): number {
  if (until === null) return 0;
  const off = (days: number): number => Math.abs(until - at - days * DAY);
  return KEEP_DAYS.slice(1).toSorted((a, b) => off(a) - off(b))[0]!;
}
