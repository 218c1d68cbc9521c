import type { BlobId, SpaceId } from '@holdfast/protocol';
import type { Kysely, Selectable } from 'kysely';
import type { BlobTable, Database } from '../schema.ts';

export interface BlobName {
  readonly spaceId: SpaceId;
  readonly blobId: BlobId;
}

export const readBlob = (
  db: Kysely<Database>,
  { spaceId, blobId }: BlobName,
  lock = false,
): Promise<Selectable<BlobTable> | undefined> =>
  db
    .selectFrom('blob')
    .selectAll()
    .where('space_id', '=', spaceId)
    .where('blob_id', '=', blobId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();

/** Chunks that the blobs of a space take when complete. */
export async function chunksOfSpace(db: Kysely<Database>, spaceId: SpaceId): Promise<number> {
  const { total } = await db
    .selectFrom('blob')
    .select(({ fn }) => fn.sum<number | null>('total').as('total'))
    .where('space_id', '=', spaceId)
    .where('removed', '=', false)
    .executeTakeFirstOrThrow();
  return total ?? 0;
}

export const insertBlob = (
  tx: Kysely<Database>,
  { spaceId, blobId }: BlobName,
  rest: Omit<BlobTable, 'space_id' | 'blob_id'>,
) =>
  tx
    .insertInto('blob')
    .values({ space_id: spaceId, blob_id: blobId, ...rest })
    .execute();

/** Adds the chunk at the end of a blob. */
export async function storeChunk(
  tx: Kysely<Database>,
  { spaceId, blobId }: BlobName,
  chunk: { readonly index: number; readonly bytes: Uint8Array; readonly day: number },
): Promise<void> {
  const { index, bytes, day } = chunk;
  await tx.insertInto('blob_chunk').values({ space_id: spaceId, blob_id: blobId, index, bytes }).execute();
  await tx
    .updateTable('blob')
    .set({ stored: index + 1, touched_day: day })
    .where('space_id', '=', spaceId)
    .where('blob_id', '=', blobId)
    .execute();
}

/** At most `count` chunks of a blob from a place on, in order. */
export async function readChunks(
  db: Kysely<Database>,
  { spaceId, blobId }: BlobName,
  from: number,
  count: number,
): Promise<Uint8Array[]> {
  const rows = await db
    .selectFrom('blob_chunk')
    .select('bytes')
    .where('space_id', '=', spaceId)
    .where('blob_id', '=', blobId)
    .where('index', '>=', from)
    .where('index', '<', from + count)
    .orderBy('index')
    .execute();
  return rows.map(({ bytes }) => bytes);
}

/** Deletes a blob's chunks and remembers that it was removed. */
export async function dropBlob(
  tx: Kysely<Database>,
  { spaceId, blobId }: BlobName,
  day: number,
): Promise<void> {
  await tx.deleteFrom('blob_chunk').where('space_id', '=', spaceId).where('blob_id', '=', blobId).execute();
  await tx
    .updateTable('blob')
    .set({ stored: 0, removed: true, touched_day: day })
    .where('space_id', '=', spaceId)
    .where('blob_id', '=', blobId)
    .execute();
}

/** Forgets uploads that nobody finished, and removals, both from before a day. */
export const forgetBlobs = (db: Kysely<Database>, beforeDay: number) =>
  db
    .deleteFrom('blob')
    .where('touched_day', '<', beforeDay)
    .where(({ or, eb, ref }) => or([eb('removed', '=', true), eb('stored', '<', ref('total'))]))
    .execute();
