import type { BlobId } from '@holdfast/protocol';
import { LIMITS } from '@holdfast/protocol';
import { describe, expect, it } from 'vitest';
import type { Context } from './context.ts';
import type { Chain, TestKey, TestSpace } from './kit.ts';
import { addWriter, fail, nextEpoch, openSpace, succeed, Visitor } from './kit.ts';

const NOTHING = { stored: 0, total: 0, chunks: [] };

export function blobRules(context: Context): void {
  const { supply } = context;
  const open = () => openSpace(context.server.transport, supply);
  const visit = (...keys: readonly TestKey[]) => Visitor.open(context.server.transport, ...keys);

  /** Stores one chunk as a writer of the space. */
  const put = (
    by: Visitor,
    space: Pick<TestSpace, 'spaceId' | 'chain'>,
    blobId: BlobId,
    index: number,
    total: number,
    chunk: Uint8Array,
  ) => {
    const writerKey = space.chain.key.publicKey;
    return by.call('space.putChunk', { spaceId: space.spaceId, writerKey, blobId, index, total, chunk });
  };
  const read = async (by: Visitor, space: TestSpace, key: TestKey, blobId: BlobId, from = 0) =>
    succeed(await by.call('space.chunks', { spaceId: space.spaceId, key: key.publicKey, blobId, from }));
  const chunksOf = (count: number, size = 100) => Array.from({ length: count }, () => supply.bytes(size));
  /** A space with a whole blob in it. */
  async function stored(count: number, size?: number) {
    const space = await open();
    const blobId = supply.id<'blob'>();
    const chunks = chunksOf(count, size);
    for (const [index, chunk] of chunks.entries())
      expect(succeed(await put(space.owner, space, blobId, index, count, chunk))).toEqual({
        stored: index + 1,
      });
    const name = { spaceId: space.spaceId, writerKey: space.chain.key.publicKey, blobId };
    return { space, blobId, chunks, name };
  }

  describe('blobs', () => {
    it('[BLB-4] come back in pages, as large as they may be', async () => {
      const { space, blobId, chunks } = await stored(11, LIMITS.blobSealedChunkBytes);
      const first = await read(space.owner, space, space.reader, blobId);
      expect(first).toEqual({ stored: 11, total: 11, chunks: chunks.slice(0, LIMITS.blobAnswerChunks) });
      const rest = await read(space.owner, space, space.reader, blobId, LIMITS.blobAnswerChunks);
      expect(rest.chunks).toEqual(chunks.slice(LIMITS.blobAnswerChunks));
      expect((await read(space.owner, space, space.reader, blobId, 11)).chunks).toEqual([]);
    });

    it('[BLB-4] say how far an upload came, so that it goes on from there', async () => {
      const space = await open();
      const blobId = supply.id<'blob'>();
      const [a, b, c] = chunksOf(3) as [Uint8Array, Uint8Array, Uint8Array];
      const key = space.chain.key;
      expect(await read(space.owner, space, key, blobId)).toEqual(NOTHING);
      succeed(await put(space.owner, space, blobId, 0, 3, a));
      expect(await read(space.owner, space, key, blobId, 3)).toEqual({ stored: 1, total: 3, chunks: [] });
      expect(succeed(await put(space.owner, space, blobId, 0, 3, a))).toEqual({ stored: 1 });
      fail(await put(space.owner, space, blobId, 2, 3, c), 'conflict');
      succeed(await put(space.owner, space, blobId, 1, 3, b));
      succeed(await put(space.owner, space, blobId, 2, 3, c));
      expect((await read(space.owner, space, key, blobId)).chunks).toEqual([a, b, c]);
    });

    it('[BLB-5] take no other bytes, no other total and nothing after the end', async () => {
      const { space, blobId, chunks } = await stored(2);
      fail(await put(space.owner, space, blobId, 1, 2, supply.bytes(100)), 'conflict');
      fail(await put(space.owner, space, blobId, 2, 3, supply.bytes(100)), 'conflict');
      fail(await put(space.owner, space, blobId, 2, 2, supply.bytes(100)), 'conflict');
      fail(await put(space.owner, space, supply.id(), 1, 2, chunks[1]!), 'conflict');
      fail(await put(space.owner, space, supply.id(), 0, 0, chunks[0]!), 'invalid');
      fail(await put(space.owner, space, supply.id(), 0, LIMITS.blobChunks + 1, chunks[0]!), 'invalid');
      const long = supply.bytes(LIMITS.blobSealedChunkBytes + 1);
      fail(await put(space.owner, space, supply.id(), 0, 1, long), 'invalid');
      expect((await read(space.owner, space, space.reader, blobId)).chunks).toEqual(chunks);
    });

    it('[BLB-5] keep one whole order when the same upload runs twice at once', async () => {
      const space = await open();
      const blobId = supply.id<'blob'>();
      const chunks = chunksOf(4);
      const upload = async () => {
        for (const [index, chunk] of chunks.entries()) await put(space.owner, space, blobId, index, 4, chunk);
      };
      await Promise.all([upload(), upload()]);
      expect((await read(space.owner, space, space.reader, blobId)).chunks).toEqual(chunks);
    });

    it('[BLB-5] fill a space up to its limit, and no further', async () => {
      const space = await open();
      const chunk = supply.bytes(60);
      const whole = Math.floor(LIMITS.spaceChunks / LIMITS.blobChunks);
      const last = supply.id<'blob'>();
      for (let i = 0; i < whole; i++)
        succeed(await put(space.owner, space, supply.id(), 0, LIMITS.blobChunks, chunk));
      const left = LIMITS.spaceChunks - whole * LIMITS.blobChunks;
      fail(await put(space.owner, space, last, 0, left + 1, chunk), 'too-large');
      succeed(await put(space.owner, space, last, 0, left, chunk));
      fail(await put(space.owner, space, supply.id(), 0, 1, chunk), 'too-large');
      const writerKey = space.chain.key.publicKey;
      succeed(
        await space.owner.call('space.removeBlob', { spaceId: space.spaceId, writerKey, blobId: last }),
      );
      succeed(await put(space.owner, space, supply.id(), 0, 1, chunk));
    });

    it('[BLB-3] show nothing to a stranger, to an old reader, under another space, or when there is nothing', async () => {
      const { space, blobId, chunks } = await stored(1);
      const elsewhere = await open();
      const old = space.reader;
      const removed = await addWriter(space, supply);
      const reader = await visit(old, removed.key);
      expect((await read(reader, space, old, blobId)).chunks).toEqual(chunks);
      expect((await read(reader, space, removed.key, blobId)).chunks).toEqual(chunks);
      await nextEpoch(space, supply.key(), [removed.writerId]);
      for (const nothing of [
        await read(reader, space, old, blobId),
        await read(reader, space, removed.key, blobId),
        await read(reader, space, space.reader, blobId),
        await read(await visit(supply.key()), space, space.reader, blobId),
        await read(elsewhere.owner, elsewhere, elsewhere.reader, blobId),
        await read(space.owner, space, space.reader, supply.id()),
        await read(space.owner, { ...space, spaceId: supply.id() }, space.reader, blobId),
      ])
        expect(nothing).toEqual(NOTHING);
      expect((await read(space.owner, space, space.reader, blobId)).chunks).toEqual(chunks);
    });

    it('[BLB-5] are stored and removed by listed writers alone', async () => {
      const { space, blobId, name } = await stored(1);
      const gone = await addWriter(space, supply);
      await nextEpoch(space, supply.key(), [gone.writerId]);
      const as = (chain: Pick<Chain, 'key'>) => ({ ...space, chain: chain as Chain });
      const chunk = supply.bytes(50);
      const stranger = await visit(supply.key());
      const outsider = { key: supply.key() };
      fail(await put(stranger, space, supply.id(), 0, 1, chunk), 'forbidden');
      fail(await stranger.call('space.removeBlob', name), 'forbidden');
      for (const chain of [gone, outsider]) {
        const visitor = await visit(chain.key);
        fail(await put(visitor, as(chain), supply.id(), 0, 1, chunk), 'unlisted');
        const { publicKey: writerKey } = chain.key;
        fail(await visitor.call('space.removeBlob', { ...name, writerKey }), 'unlisted');
      }
      fail(await put(space.owner, { ...space, spaceId: supply.id() }, supply.id(), 0, 1, chunk), 'unlisted');
      expect((await read(space.owner, space, space.reader, blobId)).stored).toBe(1);
    });

    it('[BLB-6] are gone for good once removed, whole, half sent or not sent at all', async () => {
      const { space, blobId, chunks, name } = await stored(2);
      const half = supply.id<'blob'>();
      const never = supply.id<'blob'>();
      succeed(await put(space.owner, space, half, 0, 2, chunks[0]!));
      for (const id of [blobId, half, never]) {
        succeed(await space.owner.call('space.removeBlob', { ...name, blobId: id }));
        succeed(await space.owner.call('space.removeBlob', { ...name, blobId: id }));
        expect(await read(space.owner, space, space.reader, id)).toEqual(NOTHING);
        for (const [index, chunk] of chunks.entries())
          fail(await put(space.owner, space, id, index, 2, chunk), 'cancelled');
      }
    });
  });
}
