/**
 * The one door to cryptography. Everything in the vault is a state machine over these eleven operations.
 * `sodium.ts` is the only real implementation; `packages/testing` has a fast fake for simulations that passes
 * the same contract suite (`primitives-contract.ts`). Suite 1, never changed: SPEC [PRI-1].
 */
export interface Primitives {
  random(length: number): Uint8Array;
  sha256(bytes: Uint8Array): Uint8Array;
  sha512(bytes: Uint8Array): Uint8Array;
  /** The key is 32 bytes; other lengths are a bug and throw. */
  hmacSha256(key: Uint8Array, bytes: Uint8Array): Uint8Array;
  /** XChaCha20-Poly1305-IETF. Key 32, nonce 24, tag 16 at the end. */
  aeadSeal(key: Uint8Array, nonce: Uint8Array, ad: Uint8Array, plaintext: Uint8Array): Uint8Array;
  /** The plaintext, or undefined for any defect: one answer for all of them. */
  aeadOpen(
    key: Uint8Array,
    nonce: Uint8Array,
    ad: Uint8Array,
    ciphertext: Uint8Array,
  ): Uint8Array | undefined;
  /** Ed25519 keys from a 32-byte seed. */
  signKeys(seed: Uint8Array): SignKeys;
  sign(keys: SignKeys, message: Uint8Array): Uint8Array;
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
  /** X-Wing. The seed is the secret key; the public key is 1,216 bytes. */
  kemPublicKey(seed: Uint8Array): Uint8Array;
  kemEncapsulate(publicKey: Uint8Array): { ciphertext: Uint8Array; shared: Uint8Array } | undefined;
  kemDecapsulate(seed: Uint8Array, ciphertext: Uint8Array): Uint8Array | undefined;
  /** Argon2id v1.3, 32 bytes out, salt 16. */
  passwordHash(password: Uint8Array, salt: Uint8Array, cost: PasswordCost): Uint8Array;
}

export interface SignKeys {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

/**
 * Closed list of password-hash costs: memory in bytes and passes. No byte from a server ever picks one.
 * A and B are for secrets that guard something the server holds; `local` guards only against a curious person
 * holding the phone.
 */
export const PASSWORD_COSTS = {
  A: { memory: 64 * 1024 * 1024, passes: 3 },
  B: { memory: 32 * 1024 * 1024, passes: 6 },
  local: { memory: 19 * 1024 * 1024, passes: 2 },
} as const;
export type PasswordCost = keyof typeof PASSWORD_COSTS;

export const KEM_PUBLIC_KEY_LENGTH = 1216;
export const KEM_CIPHERTEXT_LENGTH = 1120;
