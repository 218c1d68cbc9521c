import { seededRandom } from '@holdfast/base';
import { describe, expect, it } from 'vitest';
import { openCopy, sealCopy } from './copy.ts';
import { deriveKey, sealBox } from './keys.ts';
import { KDF } from './labels.ts';
import { pad } from './padding.ts';
import { sodiumPrimitives } from './sodium.ts';

const p = await sodiumPrimitives(seededRandom(71));
const SECRET = p.random(16);
const damaged = { ok: false, error: 'damaged' };

describe('a copy as a file', () => {
  it.each([0, 1, 500, 65_532, 65_533, 200_000])('[CPY-1] of %i bytes opens with its code', (length) => {
    const content = p.random(length);
    expect(openCopy(p, SECRET, sealCopy(p, SECRET, content))).toEqual({ ok: true, value: content });
  });

  it('[CPY-1] says no word of what is in it, and two of the same content share nothing but the first ten bytes', () => {
    const content = new TextEncoder().encode('Zaunkönig '.repeat(40));
    const [one, other] = [sealCopy(p, SECRET, content), sealCopy(p, SECRET, content)];
    expect(Buffer.from(one).includes('Zaunk')).toBe(false);
    const equal = one.filter((byte, i) => byte === other[i]).length;
    expect(equal).toBeLessThan(10 + one.length / 64);
    expect(one).toHaveLength(other.length);
  });

  it('[CPY-2] refuses another code, a newer version and a file of something else, each by name', () => {
    const file = sealCopy(p, SECRET, p.random(100));
    expect(openCopy(p, p.random(16), file)).toEqual({ ok: false, error: 'code' });
    const newer = Uint8Array.from(file);
    newer[8] = 2;
    expect(openCopy(p, SECRET, newer)).toEqual({ ok: false, error: 'newer' });
    // No version was before the first, and there is one suite: such bytes were made by damage, and no code is to blame.
    for (const code of [SECRET, p.random(16)]) {
      for (const [at, value] of [
        [8, 0],
        [9, 0],
        [9, 2],
      ] as const)
        expect(openCopy(p, code, file.with(at, value)), `${at}`).toEqual(damaged);
      for (const length of [8, 9, 41, 42])
        expect(openCopy(p, code, file.subarray(0, length)), `cut at ${length}`).toEqual(damaged);
    }
    for (const other of [
      new Uint8Array(),
      new TextEncoder().encode('PK\u0003\u0004 something'),
      file.subarray(0, 7),
    ])
      expect(openCopy(p, SECRET, other)).toEqual({ ok: false, error: 'foreign' });
  });

  it('[CPY-1] is damaged where what its code opens is padded in another way', () => {
    const head = sealCopy(p, SECRET, p.random(60)).subarray(0, 42);
    const key = deriveKey(p, SECRET, KDF.copy, head.subarray(10, 26));
    const ad = Buffer.concat([Buffer.from('hf1/copy\0'), head, new Uint8Array([0, 0, 0, 0, 1])]);
    const copyOf = (padded: Uint8Array) =>
      openCopy(p, SECRET, Uint8Array.from(Buffer.concat([head, sealBox(p, key, ad, padded)])));
    const padded = pad(new Uint8Array([1, 2, 3]));
    expect(copyOf(padded)).toEqual({ ok: true, value: new Uint8Array([1, 2, 3]) });
    for (const bent of [padded.subarray(0, 511), padded.with(511, 1), padded.with(0, 1)])
      expect(copyOf(bent)).toEqual(damaged);
  });

  it('[CPY-2] ATK-7 refuses every flipped bit, and every place at which it may be cut off', () => {
    const file = sealCopy(p, SECRET, p.random(60));
    for (let bit = 0; bit < file.length * 8; bit++) {
      const bent = Uint8Array.from(file);
      bent[bit >> 3]! ^= 1 << (bit & 7);
      expect(openCopy(p, SECRET, bent).ok, `bit ${bit}`).toBe(false);
    }
    for (let length = 0; length < file.length; length++)
      expect(openCopy(p, SECRET, file.subarray(0, length)).ok, `cut at ${length}`).toBe(false);
  });

  it('[CPY-2] ATK-11 refuses boxes that are swapped, left out, repeated or from another copy', () => {
    const BOX = 64 * 1024 + 40;
    const file = sealCopy(p, SECRET, p.random(150_000));
    const other = sealCopy(p, SECRET, p.random(150_000));
    const [head, a, b, rest] = [
      file.subarray(0, 42),
      ...[0, 1].map((n) => file.subarray(42 + n * BOX, 42 + (n + 1) * BOX)),
      file.subarray(42 + 2 * BOX),
    ];
    const join = (...parts: (Uint8Array | undefined)[]) =>
      Uint8Array.from(Buffer.concat(parts.map((part) => part!)));
    expect(openCopy(p, SECRET, join(head, a, b, rest)).ok).toBe(true);
    for (const bent of [
      join(head, b, a, rest),
      join(head, a, rest),
      join(head, a, a, b, rest),
      join(head, a, b),
      join(head, a, other.subarray(42 + BOX, 42 + 2 * BOX), rest),
      join(other.subarray(0, 42), a, b, rest),
      join(file, new Uint8Array(1)),
    ])
      expect(openCopy(p, SECRET, bent)).toEqual(damaged);
  });
});
