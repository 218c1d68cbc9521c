import type { Urge } from './urge.ts';

/** Notes of an urge with something picked that are needed before anything is counted. */
export const URGES_TO_COUNT = 5;
/** Of those, how many something must have come before to be said. */
export const TIMES_TO_SAY = 3;

/** Counts of notes, with nothing worked out from them. */
export interface BeforeCounts {
  /** Notes in which anything was picked. */
  readonly of: number;
  /** What came before at least `TIMES_TO_SAY` of them, most often first. */
  readonly counts: readonly { readonly id: string; readonly times: number }[];
}

/**
 * What came before urges, and how often. A note in which nothing was picked says nothing, and is left out. Slips are
 * never counted. Undefined with too little to say.
 */
export function beforeCounts(urges: readonly Pick<Urge, 'before'>[]): BeforeCounts | undefined {
  const told = urges.filter(({ before }) => before.length);
  const times = new Map<string, number>();
  for (const { before } of told) for (const id of new Set(before)) times.set(id, (times.get(id) ?? 0) + 1);
  const counts = [...times]
    .map(([id, n]) => ({ id, times: n }))
    .filter((one) => one.times >= TIMES_TO_SAY)
    .toSorted((a, b) => b.times - a.times || (a.id < b.id ? -1 : 1));
  return told.length >= URGES_TO_COUNT && counts.length ? { of: told.length, counts } : undefined;
}
