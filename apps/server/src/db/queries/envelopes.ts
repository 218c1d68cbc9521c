import type { EnvelopeId, SpaceId, StoredEnvelope, WriterId } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../schema.ts';

export interface NewEnvelope {
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

/** Stores envelopes of one writer and moves the heads of the writer and of the space, in one round trip. */
export async function storeEnvelopes(
  tx: Kysely<Database>,
  writer: { spaceId: SpaceId; writerId: WriterId },
  envelopes: readonly [NewEnvelope, ...NewEnvelope[]],
  receivedHour: number,
): Promise<void> {
  const last = envelopes.at(-1)!;
  await tx
    .with('moved_space', (query) =>
      query.updateTable('space').set({ last_seq: last.seq }).where('space_id', '=', writer.spaceId),
    )
    .with('moved_writer', (query) =>
      query
        .updateTable('writer')
        .set({ wseq: last.wseq, head_id: last.id })
        .where('space_id', '=', writer.spaceId)
        .where('writer_id', '=', writer.writerId),
    )
    .insertInto('envelope')
    .values(
      envelopes.map(({ seq, wseq, epoch, id, bytes }) => ({
        space_id: writer.spaceId,
        seq,
        writer_id: writer.writerId,
        wseq,
        envelope_id: id,
        epoch,
        bytes,
        received_hour: receivedHour,
      })),
    )
    .execute();
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
