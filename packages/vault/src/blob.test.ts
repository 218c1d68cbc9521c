import { concat, idBytes, seededRandom, toId, u32, utf8 } from '@holdfast/base';
import { LIMITS } from '@holdfast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf, openBlob, sealBlob } from './blob.ts';
import { openBox } from './keys.ts';
import { sodiumPrimitives } from './sodium.ts';

const random = seededRandom(77);
const p = await sodiumPrimitives(random);
const place = () => ({ spaceId: toId<'space'>(random.bytes(16)), blobId: toId<'blob'>(random.bytes(16)) });
const CHUNK = LIMITS.blobChunkBytes;

/** A sealed blob of this many chunks. */
function blob(chunks: number, at = place(), key = random.bytes(32)) {
  const bytes = random.bytes((chunks - 1) * CHUNK + 1000);
  const sealed = sealBlob(p, at, key, bytes);
  expect(sealed).toHaveLength(chunks);
  return { at, key, bytes, sealed, open: (parts: readonly Uint8Array[]) => openBlob(p, at, key, parts) };
}

describe('blobs', () => {
  it('[BLB-1] come back as they were, at every size up to the largest', () => {
    expect([0, CHUNK - 4, CHUNK - 3].map(chunksOf)).toEqual([1, 1, 2]);
    const at = place();
    const key = random.bytes(32);
    for (const length of [0, 1, 508, 509, CHUNK - 4, CHUNK - 3, 3 * CHUNK, LIMITS.blobBytes]) {
      const bytes = random.bytes(length);
      const sealed = sealBlob(p, at, key, bytes);
      expect(sealed).toHaveLength(chunksOf(length));
      expect(openBlob(p, at, key, sealed)).toEqual(bytes);
      for (const chunk of sealed) expect(chunk.length).toBeLessThanOrEqual(LIMITS.blobSealedChunkBytes);
    }
    expect(chunksOf(LIMITS.blobBytes)).toBe(LIMITS.blobChunks);
  });

  it('[BLB-1] show their size in steps of at most 12 %, and nothing of their content', () => {
    const sizeOf = (length: number) =>
      sealBlob(p, place(), random.bytes(32), new Uint8Array(length)).reduce(
        (sum, { length: n }) => sum + n,
        0,
      );
    fc.assert(
      fc.property(fc.integer({ min: 600, max: 300_000 }), (length) => {
        expect(sizeOf(length) / length).toBeLessThan(1.2);
      }),
      { numRuns: 25 },
    );
    expect(sizeOf(200_000)).toBe(sizeOf(200_500));
    const [a] = sealBlob(p, place(), random.bytes(32), new Uint8Array(9));
    const [b] = sealBlob(p, place(), random.bytes(32), new Uint8Array(9));
    expect(a).not.toEqual(b);
  });

  it('[BLB-2] ATK-11 open nothing when chunks are swapped, repeated, dropped or cut off', () => {
    const { sealed, open, bytes } = blob(4);
    const [a, b, c, d] = sealed as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    for (const parts of [
      [b, a, c, d],
      [a, b, d, c],
      [a, a, c, d],
      [a, b, c],
      [a, b],
      [a, c, d],
      [b, c, d],
      [a, b, c, d, d],
      [a, b, c, d, a],
      [d],
      [],
      [a, b, c, d.subarray(0, -1)],
      [a, b, c.subarray(0, 39), d],
    ])
      expect(open(parts)).toBeUndefined();
    expect(open(sealed)).toEqual(bytes);
  });

  it('[BLB-2] bind each chunk to its place, to how many there are, and to whether it is the last', () => {
    const { at, key, sealed } = blob(3);
    const bound = (index: number, last: number) =>
      concat(
        utf8('hf1/blob\0'),
        idBytes(at.spaceId),
        idBytes(at.blobId),
        u32(index),
        u32(3),
        new Uint8Array([last]),
      );
    for (const [index, chunk] of sealed.entries()) {
      const last = index === 2 ? 1 : 0;
      expect(openBox(p, key, bound(index, last), chunk)).toBeDefined();
      expect(openBox(p, key, bound(index, 1 - last), chunk)).toBeUndefined();
    }
  });

  it('[BLB-2] ATK-9 take no chunk of another blob, of another space or under another key', () => {
    const one = blob(3);
    const { spaceId } = one.at;
    for (const other of [
      blob(3, { ...place(), spaceId }, one.key),
      blob(3, { ...one.at, spaceId: place().spaceId }, one.key),
      blob(3, one.at),
    ]) {
      expect(one.open([one.sealed[0]!, other.sealed[1]!, one.sealed[2]!])).toBeUndefined();
      expect(one.open(other.sealed)).toBeUndefined();
    }
  });

  it('[BLB-2] ATK-7 open nothing when any bit is turned', () => {
    const { sealed, open } = blob(1);
    const [only] = sealed as [Uint8Array];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: only.length * 8 - 1 }), (bit) => {
        const bent = only.slice();
        bent[bit >> 3]! ^= 1 << (bit & 7);
        expect(open([bent])).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});
