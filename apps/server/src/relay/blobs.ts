import { equalBytes, ok } from '@holdfast/base';
import { LIMITS, writerIdOf } from '@holdfast/protocol';
import type { SpaceId } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import {
  chunksOfSpace,
  dropBlob,
  insertBlob,
  readBlob,
  readChunks,
  storeChunk,
} from '../db/queries/blobs.ts';
import { lockSpace, readSpace, readWriter } from '../db/queries/spaces.ts';
import type { Database } from '../db/schema.ts';
import { sha256 } from '../sha256.ts';
import { dayOf } from '../time.ts';
import type { Handlers } from '../verbs.ts';
import { refuse } from '../verbs.ts';
import type { RelayParts } from './verbs.ts';

type BlobVerb = 'space.putChunk' | 'space.chunks' | 'space.removeBlob';

/** [REL-11] Whether a space lists the writer of this key. */
async function lists(db: Kysely<Database>, spaceId: SpaceId, writerKey: Uint8Array): Promise<boolean> {
  const writer = await readWriter(db, spaceId, writerIdOf(sha256, writerKey));
  return writer?.removed === false && equalBytes(writer.public_key, writerKey);
}

/** [BLB-3] Whether a key is the one the space is read with, or one of its writers'. */
async function mayReadWith(db: Kysely<Database>, spaceId: SpaceId, key: Uint8Array): Promise<boolean> {
  const space = await readSpace(db, spaceId);
  if (space === undefined) return false;
  return (space.read_key !== null && equalBytes(space.read_key, key)) || lists(db, spaceId, key);
}

export const blobVerbs = ({ db, clock }: RelayParts): Handlers<BlobVerb> => ({
  /** [BLB-4] [BLB-5] */
  'space.putChunk': async ({ session }, request) => {
    const { spaceId, writerKey, index, total, chunk } = request;
    if (!session.holds(writerKey)) return refuse('forbidden');
    return db.transaction().execute(async (tx) => {
      if (!(await lists(tx, spaceId, writerKey))) return refuse('unlisted');
      // The lock on the space keeps its sum true, and only beginnings need it.
      if (index === 0) await lockSpace(tx, spaceId);
      const blob = await readBlob(tx, request, true);
      if (blob?.removed) return refuse('cancelled');
      const stored = blob?.stored ?? 0;
      if (index > stored || (blob !== undefined && blob.total !== total)) return refuse('conflict');
      if (index < stored) {
        const [known] = await readChunks(tx, request, index, 1);
        return known !== undefined && equalBytes(known, chunk) ? ok({ stored }) : refuse('conflict');
      }
      if (stored === total) return refuse('conflict');
      const day = dayOf(clock);
      if (blob === undefined) {
        if ((await chunksOfSpace(tx, spaceId)) + total > LIMITS.spaceChunks) return refuse('too-large');
        await insertBlob(tx, request, { total, stored: 0, removed: false, touched_day: day });
      }
      await storeChunk(tx, request, { index, bytes: chunk, day });
      return ok({ stored: index + 1 });
    });
  },

  /** [BLB-3] */
  'space.chunks': async ({ session }, request) => {
    const blob = await readBlob(db, request);
    const mayRead = session.holds(request.key) && (await mayReadWith(db, request.spaceId, request.key));
    if (blob === undefined || blob.removed || !mayRead) return ok({ stored: 0, total: 0, chunks: [] });
    const { stored, total } = blob;
    return ok({
      stored,
      total,
      chunks: await readChunks(db, request, request.from, LIMITS.blobAnswerChunks),
    });
  },

  /** [BLB-6] */
  'space.removeBlob': async ({ session }, request) => {
    const { spaceId, writerKey } = request;
    if (!session.holds(writerKey)) return refuse('forbidden');
    return db.transaction().execute(async (tx) => {
      if (!(await lists(tx, spaceId, writerKey))) return refuse('unlisted');
      await lockSpace(tx, spaceId);
      const blob = await readBlob(tx, request, true);
      const day = dayOf(clock);
      if (blob === undefined)
        await insertBlob(tx, request, { total: 0, stored: 0, removed: true, touched_day: day });
      else if (!blob.removed) await dropBlob(tx, request, day);
      return ok({});
    });
  },
});
