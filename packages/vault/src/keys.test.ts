import { hkdfSync } from 'node:crypto';
import { concat, idBytes, seededRandom, toHex, u32, utf8 } from '@holdfast/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveKey, epochKeys, openBox, openSealed, readSeed, sealBox, sealTo, writerSeed } from './keys.ts';
import { KDF } from './labels.ts';
import { flipped } from './primitives-contract.ts';
import { makeSpace, Person } from './scene.ts';
import { sodiumPrimitives } from './sodium.ts';

const p = await sodiumPrimitives(seededRandom(21));
const labels = Object.values(KDF);

describe('keys', () => {
  it('[KEY-1] are HKDF-SHA-256 as node:crypto has it, for any key, context and length', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 80 }),
        fc.uint8Array({ maxLength: 80 }),
        fc.constantFrom(...labels),
        fc.integer({ min: 1, max: 64 }),
        (key, context, label, length) => {
          const info = concat(utf8(`hf1/${label}\0`), context);
          const expected = hkdfSync('sha256', key, new Uint8Array(32), info, length);
          expect(deriveKey(p, key, label, context, length)).toEqual(new Uint8Array(expected));
        },
      ),
    );
  });

  it('[KEY-2] ATK-8 one key under every label and context gives keys that share nothing', () => {
    const key = p.random(32);
    const contexts = [new Uint8Array(0), new Uint8Array(1), utf8('data'), p.random(20)];
    const all = labels.flatMap((label) =>
      contexts.map((context) => toHex(deriveKey(p, key, label, context))),
    );
    expect(new Set(all).size).toBe(labels.length * contexts.length);
    expect(labels.every((label) => !label.includes('\0'))).toBe(true);
  });

  it('[KEY-3] ATK-7 a box opens with its key and data alone; every flipped bit and cut is refused', () => {
    const [key, ad, text] = [p.random(32), utf8('ad'), p.random(50)];
    const box = sealBox(p, key, ad, text);
    expect(openBox(p, key, ad, box)).toEqual(text);
    const none = new Uint8Array(0);
    expect(openBox(p, key, ad, sealBox(p, key, ad, none))).toEqual(none);
    for (let bit = 0; bit < box.length * 8; bit++)
      expect(openBox(p, key, ad, flipped(box, bit >> 3, bit & 7))).toBeUndefined();
    for (let length = 0; length < box.length; length++)
      expect(openBox(p, key, ad, box.subarray(0, length))).toBeUndefined();
    expect(openBox(p, p.random(32), ad, box)).toBeUndefined();
    expect(openBox(p, key, utf8('bd'), box)).toBeUndefined();
  });

  it('[KEY-3] ATK-20 ATK-21 the same text sealed twice shares no nonce and no byte string', () => {
    const [key, text] = [p.random(32), p.random(50)];
    const boxes = Array.from({ length: 200 }, () => sealBox(p, key, text, text));
    expect(new Set(boxes.map((box) => toHex(box.subarray(0, 24)))).size).toBe(200);
    expect(new Set(boxes.map((box) => toHex(box.subarray(24)))).size).toBe(200);
  });

  it('[KEY-4] sealed to a public key, it opens with that seed and that purpose', () => {
    const [seed, info, text] = [p.random(32), utf8('purpose'), p.random(40)];
    const sealed = sealTo(p, p.kemPublicKey(seed), info, text)!;
    expect(sealed.length).toBe(text.length + 1136);
    expect(openSealed(p, seed, info, sealed)).toEqual(text);
    expect(openSealed(p, p.random(32), info, sealed)).toBeUndefined();
    expect(openSealed(p, seed, utf8('porpoise'), sealed)).toBeUndefined();
    for (const length of [0, 1119, 1120, 1135, sealed.length - 1])
      expect(openSealed(p, seed, info, sealed.subarray(0, length))).toBeUndefined();
  });

  it('[KEY-4] ATK-7 refuses a changed byte anywhere in what was sealed', () => {
    const seed = p.random(32);
    const sealed = sealTo(p, p.kemPublicKey(seed), utf8('x'), p.random(40))!;
    for (let at = 0; at < sealed.length; at++)
      expect(openSealed(p, seed, utf8('x'), flipped(sealed, at, at & 7))).toBeUndefined();
  });

  it('[KEY-4] ATK-16 never seals to a key of a wrong length or with a low-order curve point', () => {
    const good = p.kemPublicKey(p.random(32));
    const one = new Uint8Array(32);
    one[0] = 1;
    for (const point of [new Uint8Array(32), one])
      expect(sealTo(p, concat(good.subarray(0, 1184), point), utf8('x'), utf8('y'))).toBeUndefined();
    expect(sealTo(p, good.subarray(1), utf8('x'), utf8('y'))).toBeUndefined();
    expect(sealTo(p, new Uint8Array(0), utf8('x'), utf8('y'))).toBeUndefined();
  });

  it('[KEY-5] every epoch of every space has its own content, control and commitment keys', () => {
    const [a, b] = [p.random(16), p.random(16)];
    const key = p.random(32);
    const sets = [epochKeys(p, a, 1, key), epochKeys(p, a, 2, key), epochKeys(p, b, 1, key)];
    const all = sets.flatMap((keys) => [keys.data, keys.control, keys.commitment].map(toHex));
    expect(new Set(all).size).toBe(9);
    expect(sets[0]!.commitment.length).toBe(16);
    expect(sets[0]!.data).toEqual(deriveKey(p, key, KDF.data, concat(a, u32(1))));
  });

  it('[KEY-6] [KEY-7] reading and writing keys differ by space, epoch key, device and incarnation', () => {
    const [one, two] = [new Person(p), new Person(p)];
    const [a, b] = [makeSpace(p, 'private', one), makeSpace(p, 'private', two)].map((s) =>
      idBytes(s.spaceId),
    );
    const [k, l] = [p.random(32), p.random(32)];
    const seeds = [
      readSeed(p, a!, k),
      readSeed(p, b!, k),
      readSeed(p, a!, l),
      writerSeed(p, k, a!, 0),
      writerSeed(p, k, a!, 1),
      writerSeed(p, k, b!, 0),
      writerSeed(p, l, a!, 0),
    ];
    expect(new Set(seeds.map(toHex)).size).toBe(seeds.length);
    expect(writerSeed(p, k, a!, 1)).toEqual(writerSeed(p, k, a!, 1));
  });
});
