import { equalBytes, err, ok } from '@holdfast/base';
import type { ApiError } from '@holdfast/protocol';
import { readChain, storeEnvelopes } from '../db/queries/envelopes.ts';
import { lockSpace, openEpoch, readWriter, removeWriters } from '../db/queries/spaces.ts';
import { hourOf } from '../time.ts';
import type { Handler } from '../verbs.ts';
import { refuse } from '../verbs.ts';
import type { RelayParts } from './verbs.ts';
import { placeBatch, readBatch } from './chain.ts';

/**
 * [REL-9] One step from one epoch to the next: the statement, the new keys and the removals are committed
 * together, so that there is no moment in which somebody is removed but still reads or writes.
 */
export const openEpochVerb =
  ({ db, bus, clock }: RelayParts): Handler<'space.epoch'> =>
  async ({ session }, request) => {
    const { spaceId, adminKey, readKey } = request;
    const batch = readBatch(spaceId, 'control', [request.envelope]);
    if (!batch.ok) return batch;
    const [{ header, bytes }] = batch.value;
    const { writerId, wseq, epoch } = header;

    const done = await db.transaction().execute(async (tx) => {
      const space = await lockSpace(tx, spaceId);
      if (space === undefined || !session.holds(space.admin_key)) return refuse('forbidden');
      const writer = await readWriter(tx, spaceId, writerId);
      if (writer === undefined) return refuse('unlisted');
      const stored = await readChain(
        tx,
        { spaceId, writerId },
        Math.min(wseq, writer.wseq),
        Math.max(wseq, writer.wseq),
      );
      const known = stored.get(wseq);
      if (known !== undefined && equalBytes(known.bytes, bytes)) return ok({ seq: known.seq, isNew: false });
      if (writer.removed) return refuse('unlisted');

      const fits = epoch === space.epoch + 1 && request.afterSeq === space.last_seq;
      const misfit: ApiError | undefined = fits ? undefined : { error: 'conflict', epoch: space.epoch };
      const head = { wseq: writer.wseq, id: writer.head_id };
      const placed = placeBatch(head, space.last_seq, batch.value, stored, () => misfit);
      if (!placed.ok) return placed;
      const [statement] = placed.value.added;
      if (statement === undefined) throw new Error('A statement is either stored or new');
      await storeEnvelopes(tx, [statement], hourOf(clock));
      await openEpoch(tx, spaceId, { epoch, adminKey, readKey });
      if (request.removeWriters.length > 0) await removeWriters(tx, spaceId, request.removeWriters);
      return ok({ seq: statement.seq, isNew: true });
    });

    if (!done.ok) return err(done.error);
    const { seq, isNew } = done.value;
    if (isNew) bus.publish({ type: 'space', spaceId, seq, readKey });
    return ok({ seq });
  };
