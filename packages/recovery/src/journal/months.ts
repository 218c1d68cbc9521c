import type { JournalEntry } from './journal-entry.ts';

export interface JournalMonth {
  /** YYYY-MM */
  readonly month: string;
  /** Newest first. */
  readonly entries: readonly JournalEntry[];
}

/** Newest first: by their day, then by when they were written. */
export const byNewest = (a: JournalEntry, b: JournalEntry): number => {
  if (a.day !== b.day) return a.day < b.day ? 1 : -1;
  return b.at - a.at || (a.id < b.id ? 1 : -1);
};

/** Entries by month, newest first. Months without one are not there. */
export function monthsOf(entries: readonly JournalEntry[]): JournalMonth[] {
  const months = new Map<string, JournalEntry[]>();
  for (const entry of entries.toSorted(byNewest)) {
    const month = entry.day.slice(0, 7);
    const held = months.get(month);
    if (held) held.push(entry);
    else months.set(month, [entry]);
  }
  return [...months].map(([month, list]) => ({ month, entries: list }));
}
