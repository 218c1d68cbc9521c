import { Drafts } from '#lib/account/drafts.svelte.ts';
import { emptySlip, emptyUrge } from './drafts.ts';

/** What is half-written of a hard hour in this tab. */
export const urgeDrafts = new Drafts(emptyUrge);
export const slipDrafts = new Drafts(emptySlip);
