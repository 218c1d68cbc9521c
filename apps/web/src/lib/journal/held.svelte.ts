import type { JournalEntry } from '@holdfast/recovery';
import { Drafts } from '#lib/account/drafts.svelte.ts';
import { session } from '#lib/account/session.svelte.ts';
import { emptyEntry } from './draft.ts';

/** What is half-written in the journal of this tab, by the id of the entry; new ones by their kind. */
export const entryDrafts = new Drafts(emptyEntry);

/** The entry that was deleted a moment ago, while the list that offers it back is in view. */
export const undo: { entry: JournalEntry | undefined } = $state({ entry: undefined });

/** Nobody asked for it back: it is removed, with its photos. Were this cut off, the next opening of the page does it. */
export async function letGo(): Promise<void> {
  const gone = undo.entry;
  undo.entry = undefined;
  try {
    if (gone) await session.api.remove('journal-entry', gone.id);
  } catch {
    // The account was closed meanwhile.
  }
}
