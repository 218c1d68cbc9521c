import { createHash, createHmac, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { concat, fromHex, seededRandom, toBase64Url, toHex, utf8 } from '@holdfast/base';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { ml_kem768_x25519 as xwing } from '@noble/post-quantum/hybrid.js';
import fc from 'fast-check';
import { argon2id } from 'hash-wasm';
import { describe, expect, it } from 'vitest';
import { deriveKey } from './keys.ts';
import { KDF } from './labels.ts';
import { PASSWORD_COSTS } from './primitives.ts';
import { sodiumPrimitives } from './sodium.ts';

/**
 * libsodium against other people's code. The others are in tests only: one library decides in the app.
 */
const p = await sodiumPrimitives(seededRandom(111));
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const some = fc.uint8Array({ maxLength: 600 });

describe('oracles', () => {
  it('[PRI-2] SHA-256, SHA-512 and HMAC agree with node:crypto and noble', () => {
    fc.assert(
      fc.property(some, bytes(32), (text, key) => {
        const digest = p.sha256(text);
        expect(digest).toEqual(new Uint8Array(createHash('sha256').update(text).digest()));
        expect(digest).toEqual(sha256(text));
        expect(p.sha512(text)).toEqual(new Uint8Array(createHash('sha512').update(text).digest()));
        expect(p.sha512(text)).toEqual(sha512(text));
        const mac = p.hmacSha256(key, text);
        expect(mac).toEqual(new Uint8Array(createHmac('sha256', key).update(text).digest()));
        expect(mac).toEqual(hmac(sha256, key, text));
      }),
    );
  });

  it('[KEY-1] key derivation agrees with noble', () => {
    fc.assert(
      fc.property(some, some, fc.constantFrom(...Object.values(KDF)), (key, context, label) => {
        const info = concat(utf8(`hf1/${label}\0`), context);
        expect(deriveKey(p, key, label, context, 64)).toEqual(
          hkdf(sha256, key, new Uint8Array(32), info, 64),
        );
      }),
    );
  });

  it('[PRI-3] XChaCha20-Poly1305 agrees with noble in both directions', () => {
    fc.assert(
      fc.property(bytes(32), bytes(24), some, some, (key, nonce, ad, text) => {
        const sealed = p.aeadSeal(key, nonce, ad, text);
        expect(sealed).toEqual(xchacha20poly1305(key, nonce, ad).encrypt(text));
        expect(xchacha20poly1305(key, nonce, ad).decrypt(sealed)).toEqual(text);
      }),
    );
  });

  it('[PRI-3] gives the published XChaCha20-Poly1305 example (draft-irtf-cfrg-xchacha-03, A.3.1)', () => {
    const key = fromHex('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f');
    const nonce = fromHex('404142434445464748494a4b4c4d4e4f5051525354555657');
    const text = utf8(
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
    );
    const sealed = p.aeadSeal(key, nonce, fromHex('50515253c0c1c2c3c4c5c6c7'), text);
    expect(toHex(sealed.subarray(0, 16))).toBe('bd6d179d3e83d43b9576579493c0e939');
    expect(toHex(sealed.subarray(-16))).toBe('c0875924c1c7987947deafd8780acf49');
  });

  it('[PRI-4] Ed25519 keys and signatures agree with noble and node:crypto on honest inputs', () => {
    fc.assert(
      fc.property(bytes(32), some, (seed, text) => {
        const keys = p.signKeys(seed);
        const signature = p.sign(keys, text);
        expect(keys.publicKey).toEqual(ed25519.getPublicKey(seed));
        expect(signature).toEqual(ed25519.sign(text, seed));
        const jwk = { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(keys.publicKey), d: toBase64Url(seed) };
        expect(signature).toEqual(
          new Uint8Array(sign(null, text, createPrivateKey({ key: jwk, format: 'jwk' }))),
        );
        expect(verify(null, text, createPublicKey({ key: jwk, format: 'jwk' }), signature)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('[PRI-4] ATK-17 edge signatures get the recorded verdicts, which others do not share', () => {
    const file = new URL('../../protocol/vectors/ed25519-edge.json', import.meta.url);
    const { cases } = JSON.parse(readFileSync(file, 'utf8')) as {
      cases: { note: string; publicKey: string; message: string; signature: string; valid: boolean }[];
    };
    let disagreeing = 0;
    for (const { note, valid, ...texts } of cases) {
      const [publicKey, message, signature] = [texts.publicKey, texts.message, texts.signature].map(fromHex);
      expect(p.verify(publicKey!, message!, signature!), note).toBe(valid);
      if (ed25519.verify(signature!, message!, publicKey!) !== valid) disagreeing += 1;
    }
    expect(cases.length).toBe(34);
    expect(cases.filter(({ valid }) => valid).length).toBe(3);
    // This is the reason for asking one library: another one takes signatures that need no secret.
    expect(disagreeing).toBeGreaterThan(8);
  });

  it('[PRI-5] X-Wing agrees with noble: keys from seeds, and each opens what the other sealed', () => {
    fc.assert(
      fc.property(bytes(32), (seed) => {
        const publicKey = p.kemPublicKey(seed);
        expect(publicKey).toEqual(xwing.keygen(seed).publicKey);
        const ours = p.kemEncapsulate(publicKey)!;
        expect(xwing.decapsulate(ours.ciphertext, seed)).toEqual(ours.shared);
        const theirs = xwing.encapsulate(publicKey);
        expect(p.kemDecapsulate(seed, theirs.cipherText)).toEqual(theirs.sharedSecret);
      }),
      { numRuns: 20 },
    );
  });

  it('[PRI-5] gives the published X-Wing example (draft-connolly-cfrg-xwing-kem, appendix C, first)', () => {
    const seed = fromHex('7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26');
    expect(toHex(p.kemPublicKey(seed).subarray(0, 16))).toBe(
      toHex(xwing.keygen(seed).publicKey.subarray(0, 16)),
    );
    expect(toHex(p.kemPublicKey(seed).subarray(0, 8))).toBe('e2236b35a8c24b39');
  });

  for (const cost of ['local', 'B', 'A'] as const)
    it(`[PRI-6] Argon2id at cost ${cost} agrees with hash-wasm`, async () => {
      const { memory, passes } = PASSWORD_COSTS[cost];
      const [password, salt] = [utf8('482910'), fromHex('000102030405060708090a0b0c0d0e0f')];
      const expected = await argon2id({
        password,
        salt,
        iterations: passes,
        memorySize: memory / 1024,
        parallelism: 1,
        hashLength: 32,
        outputType: 'binary',
      });
      expect(p.passwordHash(password, salt, cost)).toEqual(expected);
      if (cost === 'local')
        expect(nobleArgon2id(password, salt, { t: passes, m: memory / 1024, p: 1, dkLen: 32 })).toEqual(
          expected,
        );
    });

  it('[PRI-6] ATK-5 the costs are what they are: a change is another suite', () => {
    expect(PASSWORD_COSTS).toEqual({
      A: { memory: 67_108_864, passes: 3 },
      B: { memory: 33_554_432, passes: 6 },
      local: { memory: 19_922_944, passes: 2 },
    });
  });
});
