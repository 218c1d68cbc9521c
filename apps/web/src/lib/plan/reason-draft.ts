import type { Media } from '@holdfast/recovery';
import type { MediaDraft } from '#lib/media/drafts.ts';
import { draftOf } from '#lib/media/drafts.ts';

/** A reason that is being written or changed. */
export interface ReasonDraft {
  words: string;
  media: MediaDraft[];
}

/** Begins empty, or with what was saved. */
export const reasonDraft = (saved?: {
  readonly words: string;
  readonly media: readonly Media[];
}): ReasonDraft => ({ words: saved?.words ?? '', media: draftOf(saved?.media ?? []) });

export const isNothing = ({ words, media }: ReasonDraft): boolean =>
  words.trim() === '' && media.length === 0;
