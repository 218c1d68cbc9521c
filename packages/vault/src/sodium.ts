import type { Random } from '@holdfast/base';
import sodium from 'libsodium-wrappers-sumo';
import type { Primitives } from './primitives.ts';
import { PASSWORD_COSTS } from './primitives.ts';

/** libsodium as the vault's primitives. Resolves once its WebAssembly is compiled. */
export async function sodiumPrimitives(random: Random): Promise<Primitives> {
  await sodium.ready;
  return {
    random: (length) => random.bytes(length),
    sha256: (bytes) => sodium.crypto_hash_sha256(bytes),
    sha512: (bytes) => sodium.crypto_hash_sha512(bytes),
    hmacSha256: (key, bytes) => sodium.crypto_auth_hmacsha256(bytes, key),
    aeadSeal: (key, nonce, ad, plaintext) =>
      sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, ad, null, nonce, key),
    aeadOpen: (key, nonce, ad, ciphertext) =>
      refused(() => sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, ciphertext, ad, nonce, key)),
    signKeys(seed) {
      const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(seed);
      return { publicKey, secretKey: privateKey };
    },
    sign: (keys, message) => sodium.crypto_sign_detached(message, keys.secretKey),
    verify: (publicKey, message, signature) =>
      publicKey.length === 32 &&
      signature.length === 64 &&
      sodium.crypto_sign_verify_detached(signature, message, publicKey),
    kemPublicKey: (seed) => sodium.crypto_kem_xwing_seed_keypair(seed).publicKey,
    kemEncapsulate(publicKey) {
      const result = refused(() => sodium.crypto_kem_xwing_enc(publicKey));
      return result && { ciphertext: result.ciphertext, shared: result.sharedSecret };
    },
    kemDecapsulate: (seed, ciphertext) => refused(() => sodium.crypto_kem_xwing_dec(ciphertext, seed)),
    passwordHash(password, salt, cost) {
      const { memory, passes } = PASSWORD_COSTS[cost];
      return sodium.crypto_pwhash(32, password, salt, passes, memory, sodium.crypto_pwhash_ALG_ARGON2ID13);
    },
  };
}

/**
 * libsodium throws when it refuses an input; for its callers a refusal is an answer. That memory ran out is not: the
 * engine says it with a RangeError, and libsodium with something that is no Error.
 */
function refused<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error && !(error instanceof RangeError)) return undefined;
    throw new Error('No memory was left for a cryptographic operation', { cause: error });
  }
}
