import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import { PHOTO, PREVIEW_TRIES, sizeWithin } from '#lib/media/picture-size.ts';

/** A picture as it is kept. */
export interface Picture {
  readonly bytes: Uint8Array;
  /** Media type. */
  readonly type: string;
  /** The same, small enough for a record to carry. */
  readonly preview?: Uint8Array;
}

/** The smaller form first; a browser that cannot write it answers with another type. */
const TYPES = ['image/webp', 'image/jpeg'] as const;

/**
 * Draws a picture anew, small. Of its file nothing is left but what can be seen: no place, no time, no camera.
 * Fails for a file that this browser cannot show as a picture.
 */
export async function readPicture(file: Blob): Promise<Result<Picture, 'no-picture'>> {
  let drawn: ImageBitmap;
  try {
    drawn = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return err('no-picture');
  }
  try {
    const photo = await draw(drawn, PHOTO.edge, PHOTO.quality);
    if (!photo) return err('no-picture');
    for (const { edge, quality, most } of PREVIEW_TRIES) {
      const preview = await draw(drawn, edge, quality);
      if (preview && preview.bytes.length <= most) return ok({ ...photo, preview: preview.bytes });
    }
    return ok(photo);
  } finally {
    drawn.close();
  }
}

async function draw(picture: ImageBitmap, edge: number, quality: number): Promise<Picture | undefined> {
  const canvas = document.createElement('canvas');
  const { width, height } = sizeWithin(picture.width, picture.height, edge);
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  // What can be seen through has no colour of its own, and JPEG would make it black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  for (const type of TYPES) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
    if (blob?.type === type) return { bytes: new Uint8Array(await blob.arrayBuffer()), type };
  }
  return undefined;
}
