import type { Random } from '@holdfast/base';
import { concat, equalBytes } from '@holdfast/base';
import type { Primitives, SignKeys } from '@holdfast/vault';
import { KEM_CIPHERTEXT_LENGTH, KEM_PUBLIC_KEY_LENGTH } from '@holdfast/vault';
import { mix, xorWith } from './mixing-hash.ts';

/**
 * A fast stand-in for the vault's primitives: same lengths, same answers to honest use and to damage, no security
 * at all. Anyone who knows a public key can forge under it. For simulations with millions of envelopes, where the
 * subject is order and loss; whatever is about attackers runs on the real ones. Both pass the vault's
 * `primitivesContract`.
 */
export function fakePrimitives(random: Random): Primitives {
  return {
    random: (length) => random.bytes(length),
    sha256: fakeSha256,
    sha512: (bytes) => mix(13, [bytes], 64),
    hmacSha256(key, bytes) {
      if (key.length !== 32) throw new TypeError('A key is 32 bytes');
      return mix(2, [key, bytes], 32);
    },
    aeadSeal(key, nonce, ad, plaintext) {
      if (key.length !== 32 || nonce.length !== 24) throw new TypeError('A key is 32 bytes and a nonce 24');
      const ciphertext = xorStream(key, nonce, plaintext);
      return concat(ciphertext, mix(4, [key, nonce, ad, ciphertext], 16));
    },
    aeadOpen(key, nonce, ad, sealed) {
      if (key.length !== 32 || nonce.length !== 24 || sealed.length < 16) return undefined;
      const ciphertext = sealed.subarray(0, sealed.length - 16);
      const tag = mix(4, [key, nonce, ad, ciphertext], 16);
      return equalBytes(tag, sealed.subarray(ciphertext.length))
        ? xorStream(key, nonce, ciphertext)
        : undefined;
    },
    signKeys(seed): SignKeys {
      if (seed.length !== 32) throw new TypeError('A seed is 32 bytes');
      const publicKey = mix(5, [seed], 32);
      return { publicKey, secretKey: concat(seed, publicKey) };
    },
    sign: (keys, message) => mix(6, [keys.secretKey.subarray(32), message], 64),
    verify: (publicKey, message, signature) =>
      publicKey.length === 32 && equalBytes(mix(6, [publicKey, message], 64), signature),
    kemPublicKey: (seed) => mix(7, [seed], KEM_PUBLIC_KEY_LENGTH),
    kemEncapsulate(publicKey) {
      if (publicKey.length !== KEM_PUBLIC_KEY_LENGTH) return undefined;
      const ciphertext = mix(8, [random.bytes(32)], KEM_CIPHERTEXT_LENGTH);
      return { ciphertext, shared: mix(9, [publicKey, ciphertext], 32) };
    },
    kemDecapsulate(seed, ciphertext) {
      if (seed.length !== 32 || ciphertext.length !== KEM_CIPHERTEXT_LENGTH) return undefined;
      return mix(9, [mix(7, [seed], KEM_PUBLIC_KEY_LENGTH), ciphertext], 32);
    },
    passwordHash: (password, salt, cost) => mix(10 + ['A', 'B', 'local'].indexOf(cost), [password, salt], 32),
  };
}

/** Stands in for SHA-256 wherever a simulation needs one: 32 bytes, no security. */
export const fakeSha256 = (bytes: Uint8Array): Uint8Array => mix(1, [bytes], 32);

const xorStream = (key: Uint8Array, nonce: Uint8Array, bytes: Uint8Array): Uint8Array =>
  xorWith(mix(3, [key, nonce], 16), bytes);
