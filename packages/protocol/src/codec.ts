import { decode, encode } from 'cborg';
import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';

/**
 * CBOR (RFC 8949, deterministic form) for operations, statements and messages.
 * Bytes that arrive are verified and hashed as received; nothing is ever re-encoded to check it (SPEC [COD-1]).
 */
export type CborValue =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | readonly CborValue[]
  | { readonly [key: string]: CborValue };

/**
 * The CBOR of a value, in a buffer of its own. In Node the codec hands out Buffers that are windows on a shared pool:
 * their `slice` does not copy, and passing one to a worker or a store passes the whole pool.
 */
export const encodeCbor = (value: CborValue): Uint8Array => new Uint8Array(encode(value));

const STRICT = {
  strict: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowBigInt: false,
  allowInfinity: false,
  allowNaN: false,
  rejectDuplicateMapKeys: true,
};

/** The value of CBOR bytes, or 'malformed': trailing bytes, duplicate keys, tags, indefinite
 * lengths, NaN, integers beyond 2^53. */
export function decodeCbor(bytes: Uint8Array): Result<unknown, 'malformed'> {
  try {
    return ok(decode(bytes, STRICT));
  } catch {
    // cborg reports every defect of the input by throwing; there is one thing a caller can do about any of them.
    return err('malformed');
  }
}
