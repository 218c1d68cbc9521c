import { concat, equalBytes, seededRandom, toHex, utf8 } from '@holdfast/base';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Primitives } from './primitives.ts';
import { KEM_CIPHERTEXT_LENGTH, KEM_PUBLIC_KEY_LENGTH } from './primitives.ts';

/**
 * What every implementation of the primitives must do. It runs on libsodium and on the fake of `packages/testing`,
 * so that a simulation on the fake and the app on libsodium live under the same laws.
 */
export function primitivesContract(name: string, make: () => Promise<Primitives>): void {
  describe(`primitives: ${name}`, () => {
    let p: Primitives;
    const chance = seededRandom(7);
    const [key, otherKey] = [chance.bytes(32), chance.bytes(32)];
    const [nonce, otherNonce] = [chance.bytes(24), chance.bytes(24)];
    const [ad, message] = [chance.bytes(40), chance.bytes(100)];

    beforeAll(async () => {
      p = await make();
    });

    describe('[PRI-1] random', () => {
      it('[PRI-1] gives the asked number of bytes, other ones each time', () => {
        expect(p.random(0).length).toBe(0);
        const drawn = Array.from({ length: 50 }, () => p.random(16));
        expect(drawn.every((bytes) => bytes.length === 16)).toBe(true);
        expect(new Set(drawn.map(toHex)).size).toBe(50);
      });
    });

    describe('[PRI-2] hashes', () => {
      it('[PRI-2] are 32 or 64 bytes, repeatable, and differ for any changed, added or missing byte', () => {
        const inputs = [
          new Uint8Array(0),
          new Uint8Array(1),
          new Uint8Array(2),
          message,
          concat(message, new Uint8Array(1)),
        ];
        for (let i = 0; i < message.length; i++) inputs.push(flipped(message, i, 0), flipped(message, i, 7));
        const hashes = [
          [p.sha256, 32],
          [p.sha512, 64],
          [(bytes: Uint8Array) => p.hmacSha256(key, bytes), 32],
        ] as const;
        for (const [hash, length] of hashes) {
          const digests = inputs.map((bytes) => hash(bytes));
          expect(digests.every((digest) => digest.length === length)).toBe(true);
          expect(new Set(digests.map(toHex)).size).toBe(inputs.length);
          expect(hash(message)).toEqual(hash(message.slice()));
        }
      });

      it('[PRI-2] the keyed one depends on its key and is not the plain one', () => {
        expect(p.hmacSha256(key, message)).not.toEqual(p.hmacSha256(otherKey, message));
        expect(p.hmacSha256(key, message)).not.toEqual(p.sha256(message));
        expect(() => p.hmacSha256(key.subarray(1), message)).toThrow();
      });

      it('[PRI-2] read views of larger buffers as the bytes they show', () => {
        const view = concat(new Uint8Array(5), message, new Uint8Array(9)).subarray(5, 5 + message.length);
        expect(p.sha256(view)).toEqual(p.sha256(message));
      });
    });

    describe('[PRI-3] authenticated encryption', () => {
      it('[PRI-3] gives back what was sealed and adds 16 bytes', () => {
        for (const length of [0, 1, 15, 16, 17, 64, 255, 4096]) {
          const plaintext = chance.bytes(length);
          const sealed = p.aeadSeal(key, nonce, ad, plaintext);
          expect(sealed.length).toBe(length + 16);
          expect(p.aeadOpen(key, nonce, ad, sealed)).toEqual(plaintext);
        }
      });

      it('[PRI-3] depends on nothing but its inputs', () => {
        expect(p.aeadSeal(key, nonce, ad, message)).toEqual(
          p.aeadSeal(key.slice(), nonce.slice(), ad.slice(), message),
        );
        const sealed = new Set([
          toHex(p.aeadSeal(key, nonce, ad, message)),
          toHex(p.aeadSeal(otherKey, nonce, ad, message)),
          toHex(p.aeadSeal(key, otherNonce, ad, message)),
          toHex(p.aeadSeal(key, nonce, new Uint8Array(0), message)),
        ]);
        expect(sealed.size).toBe(4);
      });

      it('[PRI-3] refuses every flipped bit, cut and extension of the ciphertext', () => {
        const sealed = p.aeadSeal(key, nonce, ad, message);
        for (let bit = 0; bit < sealed.length * 8; bit++)
          expect(p.aeadOpen(key, nonce, ad, flipped(sealed, bit >> 3, bit & 7))).toBeUndefined();
        for (let length = 0; length < sealed.length; length++)
          expect(p.aeadOpen(key, nonce, ad, sealed.subarray(0, length))).toBeUndefined();
        expect(p.aeadOpen(key, nonce, ad, concat(sealed, new Uint8Array(1)))).toBeUndefined();
      });

      it('[PRI-3] refuses any other key, nonce or associated data, and wrong lengths of them', () => {
        const sealed = p.aeadSeal(key, nonce, ad, message);
        for (let i = 0; i < 32; i++)
          expect(p.aeadOpen(flipped(key, i, i & 7), nonce, ad, sealed)).toBeUndefined();
        for (let i = 0; i < 24; i++)
          expect(p.aeadOpen(key, flipped(nonce, i, i & 7), ad, sealed)).toBeUndefined();
        for (let i = 0; i < ad.length; i++)
          expect(p.aeadOpen(key, nonce, flipped(ad, i, i & 7), sealed)).toBeUndefined();
        expect(p.aeadOpen(key, nonce, ad.subarray(1), sealed)).toBeUndefined();
        expect(p.aeadOpen(key, nonce, concat(ad, new Uint8Array(1)), sealed)).toBeUndefined();
        expect(p.aeadOpen(key.subarray(1), nonce, ad, sealed)).toBeUndefined();
        expect(p.aeadOpen(key, nonce.subarray(1), ad, sealed)).toBeUndefined();
        expect(() => p.aeadSeal(key.subarray(1), nonce, ad, message)).toThrow();
        expect(() => p.aeadSeal(key, nonce.subarray(1), ad, message)).toThrow();
      });

      it('[PRI-3] moving a byte between associated data and ciphertext is refused', () => {
        const sealed = p.aeadSeal(key, nonce, ad, message);
        const shifted = concat(ad.subarray(ad.length - 1), sealed);
        expect(p.aeadOpen(key, nonce, ad.subarray(0, ad.length - 1), shifted)).toBeUndefined();
      });
    });

    describe('[PRI-4] signatures', () => {
      it('[PRI-4] keys come from their seed alone and differ between seeds', () => {
        const keys = p.signKeys(key);
        expect(keys.publicKey.length).toBe(32);
        expect(keys.secretKey.length).toBe(64);
        expect(p.signKeys(key.slice())).toEqual(keys);
        const publics = Array.from({ length: 32 }, (_, i) =>
          toHex(p.signKeys(flipped(key, i, i & 7)).publicKey),
        );
        expect(new Set([...publics, toHex(keys.publicKey)]).size).toBe(33);
        expect(() => p.signKeys(key.subarray(1))).toThrow();
      });

      it('[PRI-4] verify under their own key, and signing twice gives the same 64 bytes', () => {
        const keys = p.signKeys(key);
        for (const length of [0, 1, 100, 1000]) {
          const text = chance.bytes(length);
          const signature = p.sign(keys, text);
          expect(signature.length).toBe(64);
          expect(signature).toEqual(p.sign(keys, text));
          expect(p.verify(keys.publicKey, text, signature)).toBe(true);
        }
      });

      it('[PRI-4] are refused for another key, another message and any flipped bit', () => {
        const keys = p.signKeys(key);
        const signature = p.sign(keys, message);
        expect(p.verify(p.signKeys(otherKey).publicKey, message, signature)).toBe(false);
        expect(p.verify(keys.publicKey, message, p.sign(p.signKeys(otherKey), message))).toBe(false);
        expect(p.verify(keys.publicKey, message.subarray(1), signature)).toBe(false);
        for (let bit = 0; bit < 512; bit++)
          expect(p.verify(keys.publicKey, message, flipped(signature, bit >> 3, bit & 7))).toBe(false);
        for (let i = 0; i < message.length; i++)
          expect(p.verify(keys.publicKey, flipped(message, i, i & 7), signature)).toBe(false);
        for (let i = 0; i < 32; i++)
          expect(p.verify(flipped(keys.publicKey, i, i & 7), message, signature)).toBe(false);
      });

      it('[PRI-4] of a wrong length, or under a key of a wrong length, are refused without an exception', () => {
        const keys = p.signKeys(key);
        const signature = p.sign(keys, message);
        expect(p.verify(keys.publicKey, message, signature.subarray(0, 63))).toBe(false);
        expect(p.verify(keys.publicKey, message, concat(signature, new Uint8Array(1)))).toBe(false);
        expect(p.verify(keys.publicKey, message, new Uint8Array(0))).toBe(false);
        expect(p.verify(keys.publicKey.subarray(1), message, signature)).toBe(false);
        expect(p.verify(new Uint8Array(32), message, new Uint8Array(64))).toBe(false);
      });
    });

    describe('[PRI-5] key encapsulation', () => {
      it('[PRI-5] public keys come from their seed alone', () => {
        expect(p.kemPublicKey(key).length).toBe(KEM_PUBLIC_KEY_LENGTH);
        expect(p.kemPublicKey(key.slice())).toEqual(p.kemPublicKey(key));
        expect(p.kemPublicKey(otherKey)).not.toEqual(p.kemPublicKey(key));
      });

      it('[PRI-5] both sides reach the same 32 bytes, other ones each time', () => {
        const publicKey = p.kemPublicKey(key);
        const shared = Array.from({ length: 8 }, () => {
          const made = p.kemEncapsulate(publicKey)!;
          expect(made.ciphertext.length).toBe(KEM_CIPHERTEXT_LENGTH);
          expect(made.shared.length).toBe(32);
          expect(p.kemDecapsulate(key, made.ciphertext)).toEqual(made.shared);
          return toHex(made.shared);
        });
        expect(new Set(shared).size).toBe(8);
      });

      it('[PRI-5] a wrong seed or any tampered byte never reaches the shared secret', () => {
        const { ciphertext, shared } = p.kemEncapsulate(p.kemPublicKey(key))!;
        const reaches = (seed: Uint8Array, bytes: Uint8Array): boolean => {
          const found = p.kemDecapsulate(seed, bytes);
          return found !== undefined && equalBytes(found, shared);
        };
        expect(reaches(key, ciphertext)).toBe(true);
        expect(reaches(otherKey, ciphertext)).toBe(false);
        for (let i = 0; i < ciphertext.length; i++)
          if (reaches(key, flipped(ciphertext, i, i & 7))) expect.fail(`byte ${i} does not matter`);
      });

      it('[PRI-5] wrong lengths are refused without an exception', () => {
        const publicKey = p.kemPublicKey(key);
        const { ciphertext } = p.kemEncapsulate(publicKey)!;
        expect(p.kemEncapsulate(publicKey.subarray(1))).toBeUndefined();
        expect(p.kemEncapsulate(concat(publicKey, new Uint8Array(1)))).toBeUndefined();
        expect(p.kemEncapsulate(new Uint8Array(0))).toBeUndefined();
        expect(p.kemDecapsulate(key, ciphertext.subarray(1))).toBeUndefined();
        expect(p.kemDecapsulate(key, concat(ciphertext, new Uint8Array(1)))).toBeUndefined();
      });
    });

    describe('[PRI-6] password hash', () => {
      it('[PRI-6] is 32 bytes, repeatable, and differs for every password, salt and cost', () => {
        const salt = chance.bytes(16);
        const pin = utf8('482910');
        const hashes = [
          p.passwordHash(pin, salt, 'local'),
          p.passwordHash(utf8('482911'), salt, 'local'),
          p.passwordHash(new Uint8Array(0), salt, 'local'),
          p.passwordHash(pin, flipped(salt, 15, 0), 'local'),
          p.passwordHash(pin, salt, 'A'),
          p.passwordHash(pin, salt, 'B'),
        ];
        expect(hashes.every((hash) => hash.length === 32)).toBe(true);
        expect(new Set(hashes.map(toHex)).size).toBe(hashes.length);
        expect(p.passwordHash(pin.slice(), salt.slice(), 'local')).toEqual(hashes[0]);
      });
    });
  });
}

/** A copy with one bit turned over. */
export function flipped(bytes: Uint8Array, at: number, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[at]! ^= 1 << bit;
  return copy;
}
