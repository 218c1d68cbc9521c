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
  /** Whether it began with what was saved. */
  begun: boolean;
}

export const emptyEntry = (): EntryDraft => ({
  words: '',
  good: Array.from({ length: GOOD_THINGS }, () => ''),
  media: [],
  keep: undefined,
  begun: false,
});

/** Begins with what was saved, once: what is typed then stays. */
export function beginEntry(draft: EntryDraft, saved: JournalEntry): void {
  if (draft.begun) return;
  draft.begun = true;
  draft.keep = String(keepDaysOf(saved));
  draft.words = saved.words;
  draft.media = draftOf(saved.media);
  const lines = saved.words.split('\n');
  if (saved.gratitude) draft.good = [...lines, ...draft.good].slice(0, Math.max(GOOD_THINGS, lines.length));
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
