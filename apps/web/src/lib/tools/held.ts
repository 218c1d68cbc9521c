import { Drafts } from '#lib/account/drafts.svelte.ts';
import { emptyActivity, emptyLetter, emptySheet } from './drafts.ts';

/** What is half-written in the tools of this tab. */
export const sheetDrafts = {
  thought: new Drafts(() => emptySheet('thought')),
  chain: new Drafts(() => emptySheet('chain')),
} as const;
export const activityDrafts = new Drafts(emptyActivity);
export const letterDrafts = new Drafts(emptyLetter);
