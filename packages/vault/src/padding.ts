import { concat } from '@holdfast/base';
import { isZeroFrom } from './keys.ts';

/**
 * [ENV-5] Padded length of `length` bytes: 512, then Padmé (Nikitin et al., PETS 2019: at most 12 % more). The first
 * step is that wide because a check-in and a line for others straddle 256: a short one and a long one must look
 * the same.
 */
export function paddedLength(length: number): number {
  if (length <= 512) return 512;
  const exponent = Math.floor(Math.log2(length));
  const bits = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - bits);
  return Math.ceil(length / step) * step;
}

/** u32 length, data, zeros. */
export function pad(data: Uint8Array): Uint8Array {
  const out = new Uint8Array(paddedLength(data.length + 4));
  new DataView(out.buffer).setUint32(0, data.length);
  out.set(data, 4);
  return out;
}

/** The data, or undefined unless the length is the one `pad` gives and every byte of padding is zero. */
export function unpad(padded: Uint8Array): Uint8Array | undefined {
  if (padded.length < 4) return undefined;
  const length = new DataView(padded.buffer, padded.byteOffset, padded.byteLength).getUint32(0);
  if (paddedLength(length + 4) !== padded.length || !isZeroFrom(padded, 4 + length)) return undefined;
  return concat(padded.subarray(4, 4 + length));
}
