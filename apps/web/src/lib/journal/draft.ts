import { keepDaysOf, untilAfter } from '@holdfast/recovery';
import type { JournalEntry } from '@holdfast/recovery';
import type { MediaDraft } from '#lib/media/drafts.ts';
import { draftOf } from '#lib/media/drafts.ts';

/** How many good things are asked for. One is enough, and more that were saved stay. */
export const GOOD_THINGS = 3;

/** An entry that is being written or changed. */
export interface EntryDraft {
  words: string;
  /** Small good things, each a line of the entry. */
  good: string[];
  /** Photos and voice notes. */
  media: MediaDraft[];
  /** Days to keep it, as the choice has it; undefined until chosen, which takes the person's usual. */
  keep: string | undefined;
}

/** Begins empty, or with what was saved. */
export function entryDraft(saved?: JournalEntry): EntryDraft {
  const lines = saved?.gratitude ? saved.words.split('\n') : [];
  return {
    words: saved?.words ?? '',
    good: Array.from({ length: Math.max(GOOD_THINGS, lines.length) }, (_, index) => lines[index] ?? ''),
    media: draftOf(saved?.media ?? []),
    keep: saved && String(keepDaysOf(saved)),
  };
}

/** What is kept of it. */
export function entryText({ words, good }: EntryDraft, gratitude: boolean): string {
  if (!gratitude) return words.trim();
  return good
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** When it is to be gone. One that was saved keeps its end until another length is chosen. */
export function entryUntil(
  { keep }: EntryDraft,
  now: number,
  usual: number,
  saved?: JournalEntry,
): number | null {
  const days = keep === undefined ? usual : Number(keep);
  return saved && keepDaysOf(saved) === days ? saved.until : untilAfter(now, days);
}
