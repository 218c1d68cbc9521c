import type { Clock } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import type { ApiError } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import { readChain, storeEnvelopes } from '../db/queries/envelopes.ts';
import { lockSpace, readWriter } from '../db/queries/spaces.ts';
import type { Database } from '../db/schema.ts';
import type { Bus } from '../live/bus.ts';
import { hourOf } from '../time.ts';
import type { Handler } from '../verbs.ts';
import { refuse } from '../verbs.ts';
import { placeBatch, readBatch } from './chain.ts';

export interface RelayParts {
  readonly db: Kysely<Database>;
  readonly bus: Bus;
  readonly clock: Clock;
}

/** [REL-6] [REL-7] Appends a batch of one writer's data envelopes: all of it or none. */
export const append =
  ({ db, bus, clock }: RelayParts): Handler<'space.append'> =>
  async ({ session }, { spaceId, envelopes }) => {
    const batch = readBatch(spaceId, 'data', envelopes);
    if (!batch.ok) return batch;
    const [{ header: first }] = batch.value;
    const { writerId } = first;
    if (!session.holdsWriter(writerId)) return refuse('forbidden');

    const done = await db.transaction().execute(async (tx) => {
      const space = await lockSpace(tx, spaceId);
      const writer = space && (await readWriter(tx, spaceId, writerId));
      if (space === undefined || writer === undefined || writer.removed) return refuse('unlisted');

      // The usual case, all new and next in line, needs nothing of what is stored.
      const next =
        first.wseq === writer.wseq + 1 && batch.value.every((e, i) => e.header.wseq === first.wseq + i);
      const from = next ? writer.wseq : Math.min(writer.wseq, ...batch.value.map((e) => e.header.wseq));
      const to = next ? writer.wseq : Math.max(writer.wseq, ...batch.value.map((e) => e.header.wseq));
      const fits = next && Buffer.compare(first.prev, writer.head_id) === 0;
      const stored = fits ? new Map() : await readChain(tx, { spaceId, writerId }, from, to);

      const head = { wseq: writer.wseq, id: writer.head_id };
      const placed = placeBatch(head, space.last_seq, batch.value, stored, (epoch) =>
        misfit(space.epoch, epoch),
      );
      if (!placed.ok) return placed;
      const [newest, ...others] = placed.value.added;
      if (newest === undefined) return ok({ ...placed.value, news: undefined });
      await storeEnvelopes(tx, { spaceId, writerId }, [newest, ...others], hourOf(clock));
      const seq = space.last_seq + placed.value.added.length;
      return ok({
        ...placed.value,
        news: { type: 'space' as const, spaceId, seq, readKey: space.read_key! },
      });
    });

    if (!done.ok) return err(done.error);
    if (done.value.news !== undefined) bus.publish(done.value.news);
    return ok({ seqs: [...done.value.seqs] });
  };

/** [REL-8] Data belongs to the current epoch. A later one is news from before a restore: open its epoch first. */
function misfit(current: number, epoch: number): ApiError | undefined {
  if (epoch === current) return undefined;
  return { error: epoch < current ? 'stale-epoch' : 'conflict', epoch: current };
}
