import type { JournalEntry } from '@holdfast/recovery';
import { session } from '#lib/account/session.svelte.ts';

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
