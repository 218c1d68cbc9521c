import type { Result } from '@holdfast/base';
import type { HoldfastApi, SaveFailure } from '@holdfast/client';
import type { BlobRef, Media } from '@holdfast/recovery';

/** A photo or a voice note that was added and is not saved yet. It is nowhere but in this page. */
export interface NewMedia {
  readonly bytes: Uint8Array;
  /** Media type. */
  readonly type: string;
  readonly preview?: Uint8Array;
  readonly seconds?: number;
  says: string;
}
/** One that was saved, and whose words may be changed. */
export interface SavedMedia {
  readonly blob: BlobRef;
  readonly seconds?: number | undefined;
  says: string;
}
export type MediaDraft = NewMedia | SavedMedia;

type Home = Parameters<HoldfastApi['saveBlob']>[0];
type Blobs = Pick<HoldfastApi, 'saveBlob' | 'removeBlob'>;

export const isNew = (item: MediaDraft): item is NewMedia => !('blob' in item);

/** To change what a record carries, without changing it. */
export const draftOf = (media: readonly Media[]): MediaDraft[] => media.map((item) => ({ ...item }));

/**
 * Seals what is new in a draft, then has `save` write the record that names it. Where that fails, what was sealed goes
 * again and the draft stays whole, so that a second try is the same.
 */
export async function saveWithMedia<T, E extends { readonly code: string }>(
  api: Blobs,
  home: Home,
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
