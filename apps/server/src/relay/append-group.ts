import type { Result } from '@holdfast/base';
import { equalBytes, ok } from '@holdfast/base';
import type { ApiError, Envelope, SpaceId, StoredEnvelope, WriterId } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import type { NewEnvelope } from '../db/queries/envelopes.ts';
import { readChain, storeEnvelopes } from '../db/queries/envelopes.ts';
import type { SpaceRow, WriterRow } from '../db/queries/spaces.ts';
import { lockSpaces, readWriters } from '../db/queries/spaces.ts';
import type { Database } from '../db/schema.ts';
import type { News } from '../live/bus.ts';
import { refuse } from '../verbs.ts';
import { placeBatch } from './chain.ts';

/** A batch to append. */
export interface Append {
  readonly spaceId: SpaceId;
  readonly writerId: WriterId;
  readonly envelopes: readonly [Envelope, ...Envelope[]];
  /** Whether its sender may write in a space with this admin key; undefined where there is no such space. */
  readonly mayWrite: (adminKey: Uint8Array | undefined) => boolean;
}
export type Appended = Result<
  { readonly seqs: readonly number[]; readonly news: News | undefined },
  ApiError
>;

const nameOf = (spaceId: SpaceId, writerId: WriterId): string => spaceId + writerId;

/**
 * [REL-6] [REL-7] Appends several batches, no two of one writer, in one transaction: one fsync for all of them.
 * Each is answered for itself, and resolves once all are committed.
 */
export const appendGroup = (
  db: Kysely<Database>,
  hour: number,
  group: readonly Append[],
): Promise<Appended[]> =>
  db.transaction().execute(async (tx) => {
    const spaces = await lockSpaces(tx, [...new Set(group.map((append) => append.spaceId))]);
    // After the lock, so that it sees what the last holder of the lock wrote.
    const writers = await readWriters(tx, group);
    const spaceOf = new Map(spaces.map((space) => [space.space_id, space]));
    const writerOf = new Map(writers.map((writer) => [nameOf(writer.space_id, writer.writer_id), writer]));

    const added: NewEnvelope[] = [];
    const answers: Appended[] = [];
    for (const append of group) {
      const space = spaceOf.get(append.spaceId);
      const writer = writerOf.get(nameOf(append.spaceId, append.writerId));
      if (!append.mayWrite(space?.admin_key)) {
        answers.push(refuse('forbidden'));
        continue;
      }
      if (space === undefined || writer === undefined || writer.removed) {
        answers.push(refuse('unlisted'));
        continue;
      }
      const placed = await placeAppend(tx, append, space, writer);
      if (!placed.ok) {
        answers.push(placed);
        continue;
      }
      added.push(...placed.value.added);
      space.last_seq += placed.value.added.length;
      answers.push(ok({ seqs: placed.value.seqs, news: newsOf(space, placed.value.added.length) }));
    }
    if (added.length > 0) await storeEnvelopes(tx, added, hour);
    return answers;
  });

const newsOf = (space: SpaceRow, added: number): News | undefined =>
  added > 0 && space.read_key !== null
    ? { type: 'space', spaceId: space.space_id, seq: space.last_seq, readKey: space.read_key }
    : undefined;

async function placeAppend(tx: Kysely<Database>, append: Append, space: SpaceRow, writer: WriterRow) {
  const head = { wseq: writer.wseq, id: writer.head_id };
  const stored = await readStored(tx, append, writer);
  return placeBatch(head, space.last_seq, append.envelopes, stored, (epoch) => misfit(space.epoch, epoch));
}

/** What is stored at the batch's positions and at the head. The usual case, all new and next in line, needs nothing. */
function readStored(
  tx: Kysely<Database>,
  append: Append,
  writer: WriterRow,
): Promise<ReadonlyMap<number, StoredEnvelope>> {
  const [{ header: first }] = append.envelopes;
  const positions = append.envelopes.map((envelope) => envelope.header.wseq);
  const isNext =
    equalBytes(first.prev, writer.head_id) && positions.every((wseq, i) => wseq === writer.wseq + 1 + i);
  if (isNext) return Promise.resolve(new Map());
  return readChain(tx, append, Math.min(writer.wseq, ...positions), Math.max(writer.wseq, ...positions));
}

/** [REL-8] Data belongs to the current epoch. A later one is news from before a restore: open its epoch first. */
function misfit(current: number, epoch: number): ApiError | undefined {
  if (epoch === current) return undefined;
  return { error: epoch < current ? 'stale-epoch' : 'conflict', epoch: current };
}
