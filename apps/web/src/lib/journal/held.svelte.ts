import type { JournalEntry } from '@holdfast/recovery';
import { Drafts } from '#lib/account/drafts.svelte.ts';
import { emptyEntry } from './draft.ts';

/** What is half-written in the journal of this tab, by the id of the entry; new ones by their kind. */
export const entryDrafts = new Drafts(emptyEntry);

/** The entry that was deleted a moment ago, while the list that offers it back is in view. */
export const undo: { entry: JournalEntry | undefined } = $state({ entry: undefined });
