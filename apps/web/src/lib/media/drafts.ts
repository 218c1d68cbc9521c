import type { Result } from '@holdfast/base';
import type { HoldfastApi, SaveFailure } from '@holdfast/client';
import type { BlobRef, Media } from '@holdfast/recovery';
import { Broken } from '#lib/account/rpc.ts';

/** A photo or a voice note that was added and is nowhere but in this page. */
export interface NewMedia {
  readonly bytes: Uint8Array;
  /** Media type. */
  readonly type: string;
  readonly preview?: Uint8Array;
  readonly seconds?: number;
  says: string;
}
/** One that the phone keeps sealed, and whose words may be changed. */
export interface SavedMedia {
  readonly blob: BlobRef;
  readonly seconds?: number | undefined;
  /** It was added to this form: no record names it yet. */
  readonly added?: boolean;
  /** What it is, where it was added in this page. */
  readonly bytes?: Uint8Array;
  says: string;
}
export type MediaDraft = NewMedia | SavedMedia;

export type BlobHome = Parameters<HoldfastApi['saveBlob']>[0];
type Blobs = Pick<HoldfastApi, 'saveBlob' | 'removeBlob'>;

export const isNew = (item: MediaDraft): item is NewMedia => !('blob' in item);

/**
 * Seals what was added to a form, so that it outlives the page with the form's words. Where the phone has no room it
 * stays in the page, and is sealed when the form is saved.
 */
export async function sealAdded(api: Pick<Blobs, 'saveBlob'>, home: BlobHome, item: NewMedia): Promise<void> {
  const { bytes, type, preview } = item;
  const about = { type, begun: true, ...(preview ? { preview } : {}) };
  const kept = await api.saveBlob(home, bytes, about).catch(closed);
  if (kept?.ok) Object.assign(item, { blob: kept.value.ref, added: true });
}

/** The account was closed meanwhile: the screen goes with it. Anything else is a bug of ours. */
function closed(error: unknown): undefined {
  if (!(error instanceof Broken)) throw error;
}

/** To change what a record carries, without changing it. */
export const draftOf = (media: readonly Media[]): MediaDraft[] => media.map((item) => ({ ...item }));

/**
 * Seals what is new in a draft, then has `save` write the record that names it. Where that fails, what was sealed goes
 * again and the draft stays whole, so that a second try is the same.
 */
export async function saveWithMedia<T, E extends { readonly code: string }>(
  api: Blobs,
  home: BlobHome,
  draft: readonly MediaDraft[],
  save: (media: Media[]) => Promise<Result<T, E>>,
): Promise<Result<T, E | SaveFailure | { readonly code: 'blob-too-large' }>> {
  const media: Media[] = [];
  const sealed: BlobRef[] = [];
  const takeBack = async (): Promise<void> => {
    for (const ref of sealed) await api.removeBlob(ref);
  };
  for (const item of draft) {
    const { says, seconds } = item;
    const about = { says: says.trim(), ...(seconds === undefined ? {} : { seconds }) };
    if (!isNew(item)) {
      media.push({ blob: item.blob, ...about });
      continue;
    }
    const { bytes, type, preview } = item;
    const kept = await api.saveBlob(home, bytes, { type, ...(preview ? { preview } : {}) });
    if (!kept.ok) {
      await takeBack();
      return kept;
    }
    sealed.push(kept.value.ref);
    media.push({ blob: kept.value.ref, ...about });
  }
  const saved = await save(media);
  if (!saved.ok) await takeBack();
  return saved;
}
