import { equalBytes, ok } from '@holdfast/base';
import type { BlobId } from '@holdfast/protocol';
import { LIMITS, writerIdOf } from '@holdfast/protocol';
import type { FakeBlob, FakeSpace, Handlers, World } from './state.ts';
import { refuse } from './state.ts';

type BlobVerb = 'space.putChunk' | 'space.chunks' | 'space.removeBlob';

export const blobVerbs = ({ state, sha256 }: World): Handlers<BlobVerb> => {
  const lists = (space: FakeSpace | undefined, key: Uint8Array): space is FakeSpace =>
    space?.writers.get(writerIdOf(sha256, key))?.removed === false;

  function begin(space: FakeSpace, blobId: BlobId, total: number): FakeBlob | undefined {
    const held = [...space.blobs.values()].reduce((sum, blob) => sum + (blob.removed ? 0 : blob.total), 0);
    if (held + total > LIMITS.spaceChunks) return undefined;
    const blob = { total, chunks: [], removed: false };
    space.blobs.set(blobId, blob);
    return blob;
  }

  return {
    'space.putChunk': (session, { spaceId, writerKey, blobId, index, total, chunk }) => {
      if (!session.holds(writerKey)) return refuse('forbidden');
      const space = state.spaces.get(spaceId);
      if (!lists(space, writerKey)) return refuse('unlisted');
      const known = space.blobs.get(blobId);
      if (known?.removed) return refuse('cancelled');
      if (known !== undefined && known.total !== total) return refuse('conflict');
      const stored = known?.chunks.length ?? 0;
      const before = known?.chunks[index];
      if (before !== undefined) return equalBytes(before, chunk) ? ok({ stored }) : refuse('conflict');
      if (index !== stored || stored === total) return refuse('conflict');
      const blob = known ?? begin(space, blobId, total);
      if (blob === undefined) return refuse('too-large');
      blob.chunks.push(chunk);
      return ok({ stored: blob.chunks.length });
    },

    'space.chunks': (session, { spaceId, key, blobId, from }) => {
      const space = state.spaces.get(spaceId);
      const reads = space?.readKey !== undefined && equalBytes(space.readKey, key);
      const blob = session.holds(key) && (reads || lists(space, key)) ? space?.blobs.get(blobId) : undefined;
      if (blob === undefined || blob.removed) return ok({ stored: 0, total: 0, chunks: [] });
      const { total, chunks } = blob;
      return ok({ stored: chunks.length, total, chunks: chunks.slice(from, from + LIMITS.blobAnswerChunks) });
    },

    'space.removeBlob': (session, { spaceId, writerKey, blobId }) => {
      if (!session.holds(writerKey)) return refuse('forbidden');
      const space = state.spaces.get(spaceId);
      if (!lists(space, writerKey)) return refuse('unlisted');
      const total = space.blobs.get(blobId)?.total ?? 0;
      space.blobs.set(blobId, { total, chunks: [], removed: true });
      return ok({});
    },
  };
};
