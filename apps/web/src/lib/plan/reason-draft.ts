import type { Media } from '@holdfast/recovery';
import type { MediaDraft } from '#lib/media/drafts.ts';
import { draftOf } from '#lib/media/drafts.ts';

/** A reason that is being written or changed. */
export interface ReasonDraft {
  words: string;
  media: MediaDraft[];
  /** Whether it began with what was saved. */
  begun: boolean;
}

export const emptyReason = (): ReasonDraft => ({ words: '', media: [], begun: false });

/** Begins with what was saved, once: what is typed and added then stays. */
export function beginReason(
  draft: ReasonDraft,
  saved: { readonly words: string; readonly media: readonly Media[] },
): void {
  if (draft.begun) return;
  draft.begun = true;
  draft.words = saved.words;
  draft.media = draftOf(saved.media);
}

export const isNothing = ({ words, media }: ReasonDraft): boolean =>
  words.trim() === '' && media.length === 0;
