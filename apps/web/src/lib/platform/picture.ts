import { fileAddress, forgetFile } from './save-file.ts';

/**
 * A drawing as a PNG, painted on this device. The file holds the pixels and nothing about when or where.
 * @throws when the browser cannot paint it
 */
export async function pngOf(svg: string, width: number, height: number): Promise<Uint8Array> {
  const address = fileAddress(new TextEncoder().encode(svg), 'image/svg+xml');
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')!.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('The browser made no picture');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    forgetFile(address);
  }
}
