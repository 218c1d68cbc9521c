import { Drafts } from '#lib/account/drafts.svelte.ts';
import { emptyReason } from './reason-draft.ts';

/** Reasons that are half-written in this tab, by their id; new ones by their kind. */
export const reasonDrafts = new Drafts(emptyReason);
