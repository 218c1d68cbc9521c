import * as v from 'valibot';

/** Largest small picture that a record carries in itself, bytes. */
export const PREVIEW_BYTES = 8 * 1024;

const bytes = (min: number, max: number) =>
  v.custom<Uint8Array>(
    (value) => value instanceof Uint8Array && value.length >= min && value.length <= max,
    `not ${min} to ${max} bytes`,
  );
const id = v.pipe(v.string(), v.length(22));

/**
 * What a record keeps of a photo or a voice note: where it stands, and the key that opens it. Whoever may read the
 * record may see the blob. The preview is shown at once, also where the blob itself never came.
 */
export const blobRefSchema = v.object({
  id,
  space: id,
  key: bytes(32, 32),
  /** Media type, such as image/jpeg. */
  type: v.pipe(v.string(), v.regex(/^(image|audio)\/[a-z0-9.+-]{1,40}$/)),
  /** Bytes of the blob itself. */
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  preview: v.optional(bytes(1, PREVIEW_BYTES)),
});
export type BlobRef = v.InferOutput<typeof blobRefSchema>;
