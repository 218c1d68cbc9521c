import { ok } from '@holdfast/base';
import { hourOf } from '../time.ts';
import type { Handler } from '../verbs.ts';
import { appendGroup } from './append-group.ts';
import { appendQueue } from './append-queue.ts';
import { readBatch } from './chain.ts';
import type { RelayParts } from './verbs.ts';

/**
 * [REL-6] [REL-7] [REL-11] Appends a batch of one writer's data envelopes: all of it or none. The space's admin may put
 * back what a restored server lost of another writer: the bytes are signed, so all it can do is put them back.
 */
export function append({ db, bus, clock }: RelayParts): Handler<'space.append'> {
  const enqueue = appendQueue((group) => appendGroup(db, hourOf(clock), group));
  return async ({ session }, { spaceId, envelopes }) => {
    const batch = readBatch(spaceId, 'data', envelopes);
    if (!batch.ok) return batch;
    const { writerId } = batch.value[0].header;
    const mayWrite = session.holdsWriter(writerId)
      ? () => true
      : (adminKey: Uint8Array | undefined) => adminKey !== undefined && session.holds(adminKey);
    const done = await enqueue({ spaceId, writerId, envelopes: batch.value, mayWrite });
    if (!done.ok) return done;
    if (done.value.news !== undefined) bus.publish(done.value.news);
    return ok({ seqs: [...done.value.seqs] });
  };
}
