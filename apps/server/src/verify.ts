import sodium from 'libsodium-wrappers-sumo';

/** Whether `signature` (64 bytes) over `message` was made with the secret half of `publicKey` (32 bytes). */
export type Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/**
 * The server's one door to libsodium, and it only verifies. Other Ed25519 verifiers accept signatures under
 * small-order keys that libsodium refuses; client and server must give the same verdict, so both ask libsodium.
 */
export async function loadVerify(): Promise<Verify> {
  await sodium.ready;
  return (publicKey, message, signature) => {
    if (publicKey.length !== 32 || signature.length !== 64) return false;
    return sodium.crypto_sign_verify_detached(signature, message, publicKey);
  };
}
