import { PREVIEW_BYTES } from '@holdfast/recovery';

/** Longest edge of a photo that is kept, px, and how finely it is written: some 200 to 500 KB. */
export const PHOTO = { edge: 1600, quality: 0.8 } as const;

/** Small pictures in the order they are tried, until one is small enough. */
export const PREVIEW_TRIES = [
  { edge: 192, quality: 0.6, most: PREVIEW_BYTES / 2 },
  { edge: 160, quality: 0.5, most: PREVIEW_BYTES / 2 },
  { edge: 96, quality: 0.4, most: PREVIEW_BYTES },
] as const;

/** The size of a picture made to fit a square of `edge` px. None is made larger, and none vanishes. */
export function sizeWithin(
  width: number,
  height: number,
  edge: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, edge / Math.max(width, height));
  const scaled = (side: number): number => Math.max(1, Math.round(side * scale));
  return { width: scaled(width), height: scaled(height) };
}
