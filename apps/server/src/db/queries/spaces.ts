import type { SpaceId, WriterId } from '@holdfast/protocol';
import type { Kysely, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Database, SpaceTable, WriterTable } from '../schema.ts';

export type SpaceRow = Selectable<SpaceTable>;
export type WriterRow = Selectable<WriterTable>;

/**
 * The space, locked until the transaction ends. Every change in a space goes through this lock, so that
 * positions are given in the order in which they become visible and no reader's cursor can skip one (SPEC [REL-5]).
 */
export const lockSpace = (tx: Kysely<Database>, spaceId: SpaceId): Promise<SpaceRow | undefined> =>
  tx.selectFrom('space').selectAll().where('space_id', '=', spaceId).forUpdate().executeTakeFirst();

/** Several spaces, locked in one order whoever asks, so that two transactions cannot wait for each other. */
export const lockSpaces = (tx: Kysely<Database>, spaceIds: readonly SpaceId[]): Promise<SpaceRow[]> =>
  tx
    .selectFrom('space')
    .selectAll()
    .where('space_id', 'in', spaceIds)
    .orderBy('space_id')
    .forUpdate()
    .execute();

export const readSpace = (db: Kysely<Database>, spaceId: SpaceId): Promise<SpaceRow | undefined> =>
  db.selectFrom('space').selectAll().where('space_id', '=', spaceId).executeTakeFirst();

export const readSpaces = (db: Kysely<Database>, spaceIds: readonly SpaceId[]) =>
  db
    .selectFrom('space')
    .select(['space_id', 'read_key', 'last_seq'])
    .where('space_id', 'in', spaceIds)
    .execute();

export const readWriter = (
  db: Kysely<Database>,
  spaceId: SpaceId,
  writerId: WriterId,
): Promise<WriterRow | undefined> =>
  db
    .selectFrom('writer')
    .selectAll()
    .where('space_id', '=', spaceId)
    .where('writer_id', '=', writerId)
    .executeTakeFirst();

export async function readWriters(
  db: Kysely<Database>,
  writers: readonly { spaceId: SpaceId; writerId: WriterId }[],
): Promise<WriterRow[]> {
  const { rows } = await sql<WriterRow>`
    SELECT writer.* FROM writer JOIN unnest(
      ${writers.map((writer) => writer.spaceId)}::text[], ${writers.map((writer) => writer.writerId)}::text[]
    ) AS asked (space_id, writer_id) USING (space_id, writer_id)
  `.execute(db);
  return rows;
}

/** Whether the space was new. */
export async function insertSpace(
  db: Kysely<Database>,
  spaceId: SpaceId,
  adminKey: Uint8Array,
  epoch: number,
): Promise<boolean> {
  const done = await db
    .insertInto('space')
    .values({ space_id: spaceId, admin_key: adminKey, read_key: null, epoch, last_seq: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Lists a writer. One that is listed, or was removed, stays as it is. */
export const insertWriter = (
  tx: Kysely<Database>,
  writer: {
    spaceId: SpaceId;
    writerId: WriterId;
    publicKey: Uint8Array;
    after?: { wseq: number; envelopeId: Uint8Array };
  },
) =>
  tx
    .insertInto('writer')
    .values({
      space_id: writer.spaceId,
      writer_id: writer.writerId,
      public_key: writer.publicKey,
      wseq: writer.after?.wseq ?? 0,
      head_id: writer.after?.envelopeId ?? new Uint8Array(32),
      removed: false,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const openEpoch = (
  tx: Kysely<Database>,
  spaceId: SpaceId,
  next: { epoch: number; adminKey: Uint8Array; readKey: Uint8Array },
) =>
  tx
    .updateTable('space')
    .set({ epoch: next.epoch, admin_key: next.adminKey, read_key: next.readKey })
    .where('space_id', '=', spaceId)
    .execute();

export const removeWriters = (tx: Kysely<Database>, spaceId: SpaceId, writerIds: readonly WriterId[]) =>
  tx
    .updateTable('writer')
    .set({ removed: true })
    .where('space_id', '=', spaceId)
    .where('writer_id', 'in', writerIds)
    .execute();

/** Removes a space with its writers, envelopes and blobs. */
export const removeSpace = (tx: Kysely<Database>, spaceId: SpaceId) =>
  tx.deleteFrom('space').where('space_id', '=', spaceId).execute();
