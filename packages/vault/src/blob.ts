import { concat, idBytes, u32, utf8 } from '@holdfast/base';
import type { BlobId, SpaceId } from '@holdfast/protocol';
import { LIMITS } from '@holdfast/protocol';
import { openBox, sealBox } from './keys.ts';
import { pad, paddedLength, unpad } from './padding.ts';
import type { Primitives } from './primitives.ts';

/** Where a blob stands. It opens there and nowhere else. */
export interface BlobPlace {
  readonly spaceId: SpaceId;
  readonly blobId: BlobId;
}

/** Chunks of a blob of `length` bytes. */
export const chunksOf = (length: number): number =>
  Math.ceil(paddedLength(length + 4) / LIMITS.blobChunkBytes);

/** [BLB-2] Binds a chunk to its blob and its place there: reordering, dropping and cutting off were breaks of others. */
const chunkAd = (place: BlobPlace, index: number, total: number): Uint8Array =>
  concat(
    utf8('hf1/blob\0'),
    idBytes(place.spaceId),
    idBytes(place.blobId),
    u32(index),
    u32(total),
    new Uint8Array([index === total - 1 ? 1 : 0]),
  );

/** [BLB-1] The sealed chunks of a blob. `key` is 32 random bytes, used for this blob alone. */
export function sealBlob(
  p: Primitives,
  place: BlobPlace,
  key: Uint8Array,
  bytes: Uint8Array,
): readonly Uint8Array[] {
  const padded = pad(bytes);
  const total = chunksOf(bytes.length);
  return Array.from({ length: total }, (_, index) => {
    const from = index * LIMITS.blobChunkBytes;
    const part = padded.subarray(from, from + LIMITS.blobChunkBytes);
    return sealBox(p, key, chunkAd(place, index, total), part);
  });
}

/** The bytes of a whole blob, or undefined for any defect: one answer for all of them. */
export function openBlob(
  p: Primitives,
  place: BlobPlace,
  key: Uint8Array,
  chunks: readonly Uint8Array[],
): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  for (const [index, chunk] of chunks.entries()) {
    const part = openBox(p, key, chunkAd(place, index, chunks.length), chunk);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return unpad(concat(...parts));
}
