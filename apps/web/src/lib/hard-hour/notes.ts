import { beforeCounts } from '@holdfast/recovery';
import type { Slip, Urge } from '@holdfast/recovery';
import type { ToolsWords } from '#locales/en/tools.ts';
import { sayBefore } from './before.ts';

/** A note of a hard hour. */
export type Note = ({ readonly type: 'urge' } & Urge) | ({ readonly type: 'slip' } & Slip);

/** Every note, newest first: those of urges and those of slips stand together. */
export const notesOf = (urges: readonly Urge[], slips: readonly Slip[]): Note[] =>
  [
    ...urges.map((one) => ({ type: 'urge', ...one }) as const),
    ...slips.map((one) => ({ type: 'slip', ...one }) as const),
  ].toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));

/** Lines of counts that are shown at most. */
const MOST = 3;

/** What came most often before urges, in words. What this version has no word for is left out. */
export function countedBefore(
  urges: readonly Pick<Urge, 'before'>[],
  words: ToolsWords,
): { readonly what: string; readonly said: string }[] {
  const found = beforeCounts(urges);
  if (!found) return [];
  return found.counts
    .flatMap(({ id, times }) =>
      sayBefore([id], words).map((what) => ({ what, said: words.notes.counts.times(times, found.of) })),
    )
    .slice(0, MOST);
}
