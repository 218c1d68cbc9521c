import type { Page } from 'playwright-core';

/** A photo of nothing in particular, 600 by 400, as the browser of a page writes it. */
export async function drawnPhoto(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [600, 400];
    const context = canvas.getContext('2d')!;
    for (let n = 0; n < 300; n++) {
      context.fillStyle = `hsl(${(n * 47) % 360} 60% ${30 + (n % 40)}%)`;
      context.fillRect((n * 131) % 600, (n * 71) % 400, 60, 40);
    }
    const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!), 'image/jpeg'));
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return Buffer.from(bytes);
}

/** Where the invented photo says it was taken: the bytes that must not be left, and what they stand for. */
export const GPS = [
  [53, 1],
  [20, 1],
  [5873, 100],
] as const;

const u16 = (n: number): Buffer => Buffer.from([n & 255, n >> 8]);
const u32 = (n: number): Buffer => Buffer.from(new Uint32Array([n]).buffer);
const rational = ([over, under]: readonly [number, number]): Buffer => Buffer.concat([u32(over), u32(under)]);
/** The bytes of the place, as they stand in the file. */
export const gpsBytes = Buffer.concat(GPS.map(rational));

/** An entry of an image file directory (TIFF 6.0, 2). Types: 2 text, 3 short, 4 long, 5 rational. */
const entry = (tag: number, type: number, count: number, value: Buffer): Buffer =>
  Buffer.concat([u16(tag), u16(type), u32(count), Buffer.concat([value, Buffer.alloc(4)]).subarray(0, 4)]);
const directory = (...entries: Buffer[]): Buffer =>
  Buffer.concat([u16(entries.length), ...entries, Buffer.alloc(4)]);

/**
 * A JPEG file as a phone writes it: with an EXIF block that names its camera, its place, and that the phone was turned
 * (orientation 6: to be shown a quarter to the right).
 */
export function withExif(jpeg: Buffer, camera: string): Buffer {
  const make = Buffer.from(`${camera}\0`);
  const size = (entries: number): number => 2 + 12 * entries + 4;
  const gpsAt = 8 + size(3);
  const makeAt = gpsAt + size(4);
  const placeAt = makeAt + make.length;
  const main = directory(
    entry(0x010f, 2, make.length, u32(makeAt)),
    entry(0x0112, 3, 1, u16(6)),
    entry(0x8825, 4, 1, u32(gpsAt)),
  );
  const gps = directory(
    entry(1, 2, 2, Buffer.from('N\0')),
    entry(2, 5, 3, u32(placeAt)),
    entry(3, 2, 2, Buffer.from('W\0')),
    entry(4, 5, 3, u32(placeAt)),
  );
  const tiff = Buffer.concat([Buffer.from('II*\0'), u32(8), main, gps, make, gpsBytes]);
  const block = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const length = Buffer.from([(block.length + 2) >> 8, (block.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, block, jpeg.subarray(2)]);
}
