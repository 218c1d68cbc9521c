import { concat, EMPTY, equalBytes, u32, utf8 } from '@holdfast/base';
import { KDF } from './labels.ts';
import type { Primitives } from './primitives.ts';

const ZERO_SALT = new Uint8Array(32);
const ZERO_NONCE = new Uint8Array(24);

/**
 * [KEY-1] HKDF-SHA-256 (RFC 5869) with a zero salt and info = "hf1/" | label | 0x00 | context.
 * `length` is at most 64 bytes here.
 */
export function deriveKey(
  p: Primitives,
  key: Uint8Array,
  label: (typeof KDF)[keyof typeof KDF],
  context: Uint8Array = EMPTY,
  length = 32,
): Uint8Array {
  const info = concat(utf8(`hf1/${label}\0`), context);
  const extracted = p.hmacSha256(ZERO_SALT, key);
  const first = p.hmacSha256(extracted, concat(info, new Uint8Array([1])));
  if (length <= 32) return first.slice(0, length);
  const second = p.hmacSha256(extracted, concat(first, info, new Uint8Array([2])));
  return concat(first, second).slice(0, length);
}

/** [KEY-3] AEAD under a random nonce, written in front of the ciphertext. */
export function sealBox(p: Primitives, key: Uint8Array, ad: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const nonce = p.random(24);
  return concat(nonce, p.aeadSeal(key, nonce, ad, plaintext));
}

/** The plaintext of `sealBox`, or undefined for any defect. */
export function openBox(
  p: Primitives,
  key: Uint8Array,
  ad: Uint8Array,
  box: Uint8Array,
): Uint8Array | undefined {
  return p.aeadOpen(key, box.subarray(0, 24), ad, box.subarray(24));
}

/**
 * [KEY-4] Seals to an X-Wing public key. The derived key is used once, so the nonce may be zero.
 * Gives no proof of who sealed: always bound to a signed statement or an anchor.
 * Undefined when the key is refused (wrong length or low order).
 */
export function sealTo(
  p: Primitives,
  publicKey: Uint8Array,
  info: Uint8Array,
  plaintext: Uint8Array,
): Uint8Array | undefined {
  const encapsulated = p.kemEncapsulate(publicKey);
  if (!encapsulated) return undefined;
  const { ciphertext, shared } = encapsulated;
  return concat(
    ciphertext,
    p.aeadSeal(sealKey(p, shared, publicKey, ciphertext, info), ZERO_NONCE, info, plaintext),
  );
}

/** Opens `sealTo` with the seed of the key. Undefined for any defect. */
export function openSealed(
  p: Primitives,
  seed: Uint8Array,
  info: Uint8Array,
  sealed: Uint8Array,
): Uint8Array | undefined {
  const ciphertext = sealed.subarray(0, 1120);
  const shared = p.kemDecapsulate(seed, ciphertext);
  if (!shared) return undefined;
  const key = sealKey(p, shared, p.kemPublicKey(seed), ciphertext, info);
  return p.aeadOpen(key, ZERO_NONCE, info, sealed.subarray(1120));
}

function sealKey(
  p: Primitives,
  shared: Uint8Array,
  publicKey: Uint8Array,
  ciphertext: Uint8Array,
  info: Uint8Array,
): Uint8Array {
  return deriveKey(p, shared, KDF.seal, concat(p.sha256(concat(publicKey, ciphertext)), info));
}

/** Everything derived from one epoch key of one space. */
export interface EpochKeys {
  readonly epoch: number;
  readonly key: Uint8Array;
  readonly data: Uint8Array;
  readonly control: Uint8Array;
  readonly commitment: Uint8Array;
}

/** [KEY-5] `space` is the 16 id bytes. */
export function epochKeys(p: Primitives, space: Uint8Array, epoch: number, key: Uint8Array): EpochKeys {
  const context = concat(space, u32(epoch));
  return {
    epoch,
    key,
    data: deriveKey(p, key, KDF.data, context),
    control: deriveKey(p, key, KDF.control, context),
    commitment: deriveKey(p, key, KDF.commitment, context, 16),
  };
}

/** [KEY-6] The key a reader proves to the server; replaced with each epoch. */
export const readSeed = (p: Primitives, space: Uint8Array, epochKey: Uint8Array): Uint8Array =>
  deriveKey(p, epochKey, KDF.readCapability, space);

/** [KEY-7] A device's writing key in one space. A new incarnation is a new writer. */
export const writerSeed = (
  p: Primitives,
  deviceSeed: Uint8Array,
  space: Uint8Array,
  incarnation: number,
): Uint8Array => deriveKey(p, deviceSeed, KDF.writerCapability, concat(space, u32(incarnation)));

/** Whether a zero-filled tail follows the given offset. */
export const isZeroFrom = (bytes: Uint8Array, at: number): boolean =>
  equalBytes(bytes.subarray(at), new Uint8Array(bytes.length - at));
