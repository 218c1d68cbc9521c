import { mediaText } from '../blob/media.ts';
import type { JournalEntry } from './journal-entry.ts';
import { byNewest } from './months.ts';

/** Text as it is compared: without capitals and accents, and with one kind of space. */
export const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/gu, ' ').trim();

/**
 * Makes entries searchable. Each is folded once, at the first question; a question is a plain substring, and several
 * words must all be there. Answers newest first.
 */
export function searchIn(entries: readonly JournalEntry[]): (question: string) => readonly JournalEntry[] {
  let ready: readonly { readonly entry: JournalEntry; readonly text: string }[] | undefined;
  return (question) => {
    const parts = folded(question).split(' ');
    if (parts[0] === '') return [];
    ready ??= entries.toSorted(byNewest).map((entry) => ({
      entry,
      text: folded(`${entry.words}\n${mediaText(entry.media)}`),
    }));
    return ready.flatMap(({ entry, text }) => (parts.every((part) => text.includes(part)) ? [entry] : []));
  };
}
