import type { EnvelopeId, SpaceId, StoredEnvelope, WriterId } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../schema.ts';

export interface NewEnvelope {
  readonly spaceId: SpaceId;
  readonly writerId: WriterId;
  readonly seq: number;
  readonly wseq: number;
  readonly epoch: number;
  readonly id: EnvelopeId;
  readonly bytes: Uint8Array;
}

/** A writer's stored envelopes at positions `from` to `to`, by position. */
export async function readChain(
  db: Kysely<Database>,
  writer: { spaceId: SpaceId; writerId: WriterId },
  from: number,
  to: number,
): Promise<ReadonlyMap<number, StoredEnvelope>> {
  const rows = await db
    .selectFrom('envelope')
    .select(['wseq', 'seq', 'bytes'])
    .where('space_id', '=', writer.spaceId)
    .where('writer_id', '=', writer.writerId)
    .where('wseq', '>=', from)
    .where('wseq', '<=', to)
    .execute();
  return new Map(rows.map(({ wseq, seq, bytes }) => [wseq, { seq, bytes }]));
}

/**
 * Stores envelopes, in order of position, and moves the heads of their writers and spaces, in one round trip.
 * Columns travel as arrays, so that the statement is the same for one envelope and for hundreds.
 */
export async function storeEnvelopes(
  tx: Kysely<Database>,
  envelopes: readonly NewEnvelope[],
  receivedHour: number,
): Promise<void> {
  const column = <T>(pick: (envelope: NewEnvelope) => T): T[] => envelopes.map(pick);
  const bySpace = new Map(envelopes.map((envelope) => [envelope.spaceId, envelope]));
  const byWriter = new Map(envelopes.map((envelope) => [envelope.spaceId + envelope.writerId, envelope]));
  const spaces = [...bySpace.values()];
  const writers = [...byWriter.values()];
  await sql`
    WITH moved_space AS (
      UPDATE space SET last_seq = new.seq
      FROM unnest(${spaces.map((e) => e.spaceId)}::text[], ${spaces.map((e) => e.seq)}::bigint[]) AS new (id, seq)
      WHERE space_id = new.id
    ), moved_writer AS (
      UPDATE writer SET wseq = new.wseq, head_id = new.head_id
      FROM unnest(
        ${writers.map((e) => e.spaceId)}::text[], ${writers.map((e) => e.writerId)}::text[],
        ${writers.map((e) => e.wseq)}::bigint[], ${writers.map((e) => e.id)}::bytea[]
      ) AS new (space_id, writer_id, wseq, head_id)
      WHERE writer.space_id = new.space_id AND writer.writer_id = new.writer_id
    )
    INSERT INTO envelope (space_id, seq, writer_id, wseq, envelope_id, epoch, bytes, received_hour)
    SELECT *, ${receivedHour}::integer FROM unnest(
      ${column((e) => e.spaceId)}::text[], ${column((e) => e.seq)}::bigint[], ${column((e) => e.writerId)}::text[],
      ${column((e) => e.wseq)}::bigint[], ${column((e) => e.id)}::bytea[], ${column((e) => e.epoch)}::bigint[],
      ${column((e) => e.bytes)}::bytea[]
    )
  `.execute(tx);
}

/**
 * Envelopes after a cursor, oldest first, as long as the read key is the space's current one at this moment.
 * Stops after `count`, or once `budget` bytes are reached: at least one comes if there is one.
 */
export async function readAfter(
  db: Kysely<Database>,
  space: { spaceId: SpaceId; readKey: Uint8Array; after: number },
  count: number,
  budget: number,
): Promise<StoredEnvelope[]> {
  const { rows } = await sql<StoredEnvelope>`
    SELECT seq, bytes FROM (
      SELECT seq, bytes, sum(octet_length(bytes)) OVER (ORDER BY seq) - octet_length(bytes) AS before
      FROM (
        SELECT e.seq, e.bytes FROM envelope e
        JOIN space s ON s.space_id = e.space_id AND s.read_key = ${space.readKey}
        WHERE e.space_id = ${space.spaceId} AND e.seq > ${space.after}
        ORDER BY e.seq LIMIT ${count}
      ) page
    ) counted
    WHERE before < ${budget} ORDER BY seq
  `.execute(db);
  return rows;
}

/** The envelope at a position of a space. */
export async function readPlace(
  db: Kysely<Database>,
  spaceId: SpaceId,
  seq: number,
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('envelope')
    .select('bytes')
    .where('space_id', '=', spaceId)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row?.bytes;
}

/** Deletes what stands before a position, header and all. Heads and counts of space and writers stay. */
export const dropBefore = (tx: Kysely<Database>, spaceId: SpaceId, seq: number) =>
  tx.deleteFrom('envelope').where('space_id', '=', spaceId).where('seq', '<', seq).execute();
