import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { Random } from '@holdfast/base';
import { concat } from '@holdfast/base';
import type { CborValue } from '@holdfast/protocol';
import { decodeCbor, encodeCbor } from '@holdfast/protocol';
import * as v from 'valibot';

/** What lies in the database under the key in the data folder, so that a copy of the database alone says nothing. */

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** A key of its own for each purpose, from the one in the data folder. */
export const keyFor = (fileKey: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', fileKey, new Uint8Array(32), `holdfast/${purpose}`, 32));

/** A value under a key of 32 bytes, bound to `ad`: whose row it stands in. */
export function sealUnder(random: Random, key: Uint8Array, ad: Uint8Array, value: CborValue): Uint8Array {
  const nonce = random.bytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(ad);
  return concat(nonce, cipher.update(encodeCbor(value)), cipher.final(), cipher.getAuthTag());
}

/** Undefined when the key is another: the data folder was lost, or the row came from elsewhere. */
export function openUnder<S extends v.GenericSchema>(
  key: Uint8Array,
  ad: Uint8Array,
  sealed: Uint8Array,
  schema: S,
): v.InferOutput<S> | undefined {
  if (sealed.length < NONCE + TAG) return undefined;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(ad)
    .setAuthTag(sealed.subarray(-TAG));
  try {
    const value = decodeCbor(concat(decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()));
    const parsed = value.ok ? v.safeParse(schema, value.value) : undefined;
    return parsed?.success ? parsed.output : undefined;
  } catch {
    // Node says by throwing that the tag does not fit; there is one thing to do about it.
    return undefined;
  }
}
