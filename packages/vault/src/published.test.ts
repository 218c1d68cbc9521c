import { readFileSync } from 'node:fs';
import { fromHex, seededRandom, toHex, utf8 } from '@holdfast/base';
import { argon2id } from '@noble/hashes/argon2.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { sodiumPrimitives } from './sodium.ts';

/** What others published to catch mistakes, against the one door to libsodium. */
const p = await sodiumPrimitives(seededRandom(141));

interface Case {
  readonly id: number;
  readonly flags: readonly string[];
  readonly result: 'valid' | 'invalid' | 'acceptable';
  readonly [field: string]: unknown;
}
const read = (name: string): Case[] => {
  const file = new URL(`../vectors/wycheproof/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases;
};
const bytes = (one: Case, field: string): Uint8Array => fromHex(one[field] as string);

describe('Project Wycheproof', () => {
  it('[PRI-4] ATK-17 Ed25519: every signature gets the verdict it should', () => {
    const cases = read('ed25519');
    for (const one of cases) {
      const [publicKey, message, signature] = ['publicKey', 'message', 'signature'].map((f) => bytes(one, f));
      const verdict = signature!.length === 64 && p.verify(publicKey!, message!, signature!);
      expect(verdict, `case ${one.id} ${one.flags.join()}`).toBe(one.result === 'valid');
    }
    expect(cases.length).toBeGreaterThan(130);
    expect(cases.filter(({ result }) => result === 'invalid').length).toBeGreaterThan(50);
  });

  it('[PRI-3] XChaCha20-Poly1305: seals as published, opens what is right and nothing else', () => {
    const cases = read('xchacha20_poly1305');
    for (const one of cases) {
      const [key, nonce, ad, message, sealed] = ['key', 'nonce', 'ad', 'message', 'sealed'].map((f) =>
        bytes(one, f),
      );
      if (nonce!.length !== 24) continue;
      const opened = p.aeadOpen(key!, nonce!, ad!, sealed!);
      const name = `case ${one.id} ${one.flags.join()}`;
      expect(opened, name).toEqual(one.result === 'valid' ? message : undefined);
      if (one.result === 'valid') expect(p.aeadSeal(key!, nonce!, ad!, message!), name).toEqual(sealed);
    }
    expect(cases.length).toBeGreaterThan(100);
    expect(cases.filter(({ result }) => result === 'invalid').length).toBeGreaterThan(30);
  });

  it('[PRI-2] HMAC-SHA-256: gives the published tags, and none that was bent', () => {
    const cases = read('hmac_sha256');
    for (const one of cases) {
      const tag = toHex(p.hmacSha256(bytes(one, 'key'), bytes(one, 'message')));
      expect(tag === one['tag'], `case ${one.id} ${one.flags.join()}`).toBe(one.result === 'valid');
    }
    expect(cases.length).toBeGreaterThan(50);
  });
});

describe('vectors of the standards', () => {
  it.each([
    [
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
    [
      'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ],
  ])('[PRI-4] RFC 8032, 7.1: keys and signature of %s', (seed, publicKey, message, signature) => {
    const keys = p.signKeys(fromHex(seed));
    expect(toHex(keys.publicKey)).toBe(publicKey);
    expect(toHex(p.sign(keys, fromHex(message)))).toBe(signature);
    expect(p.verify(keys.publicKey, fromHex(message), fromHex(signature))).toBe(true);
  });

  // Our own derivation has a fixed salt and labels, and our password hash one lane: what the standards publish cannot be
  // asked of them. It is asked of the oracles that they are compared with, so the comparison rests on it.
  it('[KEY-1] RFC 5869, A.1: the oracle of key derivation', () => {
    const input = new Uint8Array(22).fill(0x0b);
    const [salt, info] = [fromHex('000102030405060708090a0b0c'), fromHex('f0f1f2f3f4f5f6f7f8f9')];
    expect(toHex(hkdf(sha256, input, salt, info, 42))).toBe(
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    );
  });

  it('[PRI-6] RFC 9106, 5.3: the oracle of the password hash', () => {
    const [password, salt] = [new Uint8Array(32).fill(1), new Uint8Array(16).fill(2)];
    const more = { key: new Uint8Array(8).fill(3), personalization: new Uint8Array(12).fill(4) };
    expect(toHex(argon2id(password, salt, { t: 3, m: 32, p: 4, dkLen: 32, ...more }))).toBe(
      '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659',
    );
  });

  it('[PRI-2] FIPS 180-4: SHA-256 and SHA-512 of "abc"', () => {
    expect(toHex(p.sha256(utf8('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(toHex(p.sha512(utf8('abc'))).slice(0, 32)).toBe('ddaf35a193617abacc417349ae204131');
  });
});
