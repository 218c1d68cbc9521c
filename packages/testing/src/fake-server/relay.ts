import type { Result } from '@holdfast/base';
import { EMPTY, equalBytes, err, ok } from '@holdfast/base';
import type { ApiError, Envelope, EnvelopeKind, Response, Sha256, SpaceId } from '@holdfast/protocol';
import { envelopeIdOf, LIMITS, parseEnvelope, writerIdOf } from '@holdfast/protocol';
import type { FakeSpace, FakeWriter, Handlers, World } from './state.ts';
import { refuse } from './state.ts';

type RelayVerb =
  | 'space.create'
  | 'space.addWriter'
  | 'space.epoch'
  | 'space.append'
  | 'space.pull'
  | 'space.writer'
  | 'space.drop'
  | 'space.remove';

const ZEROS = new Uint8Array(32);

const lastOf = ({ from, chain }: FakeWriter): number => from.wseq + chain.length;
/** What is stored at a writer's position. */
const storedAt = ({ from, chain }: FakeWriter, wseq: number) => {
  const known = chain[wseq - 1 - from.wseq];
  return known === undefined || known.bytes.length === 0 ? undefined : known;
};

export const relayVerbs = ({ state, sha256, publish }: World): Handlers<RelayVerb> => ({
  'space.create': (session, { spaceId, adminKey, epoch = 0 }) => {
    if (!session.holds(adminKey)) return refuse('forbidden');
    const space = state.spaces.get(spaceId);
    if (space !== undefined) return session.holds(space.adminKey) ? ok({}) : refuse('forbidden');
    state.spaces.set(spaceId, {
      adminKey,
      readKey: undefined,
      epoch,
      log: [],
      writers: new Map(),
      blobs: new Map(),
    });
    return ok({});
  },

  'space.addWriter': (session, { spaceId, writerKey, after }) => {
    const space = state.spaces.get(spaceId);
    if (space === undefined || !session.holds(space.adminKey)) return refuse('forbidden');
    const writerId = writerIdOf(sha256, writerKey);
    const from = { wseq: after?.wseq ?? 0, id: after?.envelopeId ?? ZEROS };
    const writer = space.writers.get(writerId) ?? { from, chain: [], removed: false };
    space.writers.set(writerId, writer);
    return writer.removed ? refuse('unlisted') : ok({});
  },

  'space.epoch': (session, { spaceId, afterSeq, adminKey, readKey, removeWriters, envelope }) => {
    const batch = readBatch(spaceId, 'control', [envelope]);
    if (!batch.ok) return batch;
    const [statement] = batch.value;
    const space = state.spaces.get(spaceId);
    if (space === undefined || !session.holds(space.adminKey)) return refuse('forbidden');
    const writer = space.writers.get(statement.header.writerId);
    if (writer === undefined) return refuse('unlisted');
    const known = storedAt(writer, statement.header.wseq);
    if (known !== undefined && equalBytes(known.bytes, envelope)) return ok({ seq: known.seq });
    if (writer.removed) return refuse('unlisted');
    const fits = statement.header.epoch === space.epoch + 1 && afterSeq === space.log.length;
    const placed = place(sha256, space, writer, batch.value, () =>
      fits ? undefined : { error: 'conflict', epoch: space.epoch },
    );
    if (!placed.ok) return placed;
    placed.value.commit();
    Object.assign(space, { epoch: statement.header.epoch, adminKey, readKey });
    for (const writerId of removeWriters) {
      const removed = space.writers.get(writerId);
      if (removed !== undefined) removed.removed = true;
    }
    const seq = space.log.length;
    publish({ type: 'space', spaceId, seq, readKey });
    return ok({ seq });
  },

  'space.append': (session, { spaceId, envelopes }) => {
    const batch = readBatch(spaceId, 'data', envelopes);
    if (!batch.ok) return batch;
    const { writerId } = batch.value[0].header;
    const space = state.spaces.get(spaceId);
    const isAdmin = space !== undefined && session.holds(space.adminKey);
    if (!isAdmin && !session.holdsWriter(writerId)) return refuse('forbidden');
    const writer = space?.writers.get(writerId);
    if (space === undefined || writer === undefined || writer.removed) return refuse('unlisted');
    const before = space.log.length;
    const placed = place(sha256, space, writer, batch.value, (epoch) => {
      if (epoch === space.epoch) return undefined;
      return { error: epoch < space.epoch ? 'stale-epoch' : 'conflict', epoch: space.epoch };
    });
    if (!placed.ok) return placed;
    placed.value.commit();
    const seq = space.log.length;
    if (seq > before && space.readKey) publish({ type: 'space', spaceId, seq, readKey: space.readKey });
    return ok({ seqs: placed.value.seqs });
  },

  'space.pull': (session, { spaces }) => {
    let budget: number = LIMITS.pullBytes;
    const answers: Response<'space.pull'>['spaces'] = [];
    for (const { spaceId, readKey, after } of spaces) {
      const space = state.spaces.get(spaceId);
      const mayRead =
        space?.readKey !== undefined && equalBytes(space.readKey, readKey) && session.holds(readKey);
      const envelopes = [];
      for (let seq = after + 1; mayRead && seq <= space.log.length && budget > 0; seq++) {
        if (envelopes.length === LIMITS.pullEnvelopes) break;
        const bytes = space.log[seq - 1]!;
        if (bytes.length === 0) continue;
        envelopes.push({ seq, bytes });
        budget -= bytes.length;
      }
      const reached = envelopes.at(-1)?.seq ?? after;
      answers.push({ spaceId, envelopes, more: mayRead && reached < space.log.length });
    }
    return ok({ spaces: answers });
  },

  'space.drop': (session, { spaceId, before }) => {
    const space = state.spaces.get(spaceId);
    if (space === undefined || !session.holds(space.adminKey)) return refuse('forbidden');
    const at = space.log[before - 1];
    const parsed = at && parseEnvelope(at);
    if (!parsed?.ok || parsed.value.header.kind !== 'control') return refuse('conflict');
    space.log.fill(EMPTY, 0, before - 1);
    for (const { chain } of space.writers.values())
      for (const stored of chain) if (stored.seq < before) stored.bytes = EMPTY;
    return ok({});
  },

  'space.remove': (session, { spaceId, adminKey, lastSeq }) => {
    if (!session.holds(adminKey)) return refuse('forbidden');
    const space = state.spaces.get(spaceId);
    if (space === undefined || !equalBytes(space.adminKey, adminKey)) return ok({});
    if (space.log.length !== lastSeq) return refuse('conflict');
    state.spaces.delete(spaceId);
    return ok({});
  },

  'space.writer': (session, { spaceId, writerKey }) => {
    const space = state.spaces.get(spaceId);
    const isAdmin = space !== undefined && session.holds(space.adminKey);
    if (!isAdmin && !session.holds(writerKey)) return refuse('forbidden');
    const writer = space?.writers.get(writerIdOf(sha256, writerKey));
    const listed = writer?.removed === false;
    if (space === undefined || (!isAdmin && !listed)) {
      return ok({ space: false, listed: false, epoch: 0, wseq: 0, seq: 0 });
    }
    return ok({
      space: true,
      listed,
      epoch: space.epoch,
      wseq: writer ? lastOf(writer) : 0,
      seq: space.log.length,
    });
  },
});

function readBatch(
  spaceId: SpaceId,
  kind: EnvelopeKind,
  batch: readonly Uint8Array[],
): Result<readonly [Envelope, ...Envelope[]], ApiError> {
  const envelopes: Envelope[] = [];
  for (const bytes of batch) {
    const parsed = parseEnvelope(bytes);
    if (!parsed.ok) return refuse(parsed.error === 'size' ? 'too-large' : 'invalid');
    const { header } = parsed.value;
    const writerId = envelopes[0]?.header.writerId ?? header.writerId;
    if (header.spaceId !== spaceId || header.kind !== kind || header.writerId !== writerId) {
      return refuse('invalid');
    }
    envelopes.push(parsed.value);
  }
  const [first, ...rest] = envelopes;
  return first === undefined ? refuse('invalid') : ok([first, ...rest]);
}

/** Where a batch goes, one envelope after the other; nothing changes until `commit`. */
function place(
  sha256: Sha256,
  space: FakeSpace,
  writer: FakeWriter,
  batch: readonly Envelope[],
  misfit: (epoch: number) => ApiError | undefined,
): Result<{ seqs: number[]; commit(): void }, ApiError> {
  const added: FakeWriter['chain'] = [];
  const seqs: number[] = [];
  const last = lastOf(writer);
  for (const envelope of batch) {
    const { header, bytes } = envelope;
    const known = storedAt(writer, header.wseq);
    if (known !== undefined) {
      if (!equalBytes(known.bytes, bytes))
        return refuse('conflict', { wseq: header.wseq, stored: known.bytes });
      seqs.push(known.seq);
      continue;
    }
    const refusal = misfit(header.epoch);
    if (refusal !== undefined) return err(refusal);
    if (header.wseq !== last + added.length + 1) return refuse('conflict', { wseq: last });
    const head = added.at(-1) ?? writer.chain.at(-1) ?? writer.from;
    if (!equalBytes(header.prev, head.id)) {
      const stored = writer.chain.at(-1)?.bytes;
      return refuse('conflict', { wseq: last, ...(stored === undefined ? {} : { stored }) });
    }
    const seq = space.log.length + added.length + 1;
    added.push({ seq, id: envelopeIdOf(sha256, envelope), bytes });
    seqs.push(seq);
  }
  return ok({
    seqs,
    commit() {
      writer.chain.push(...added);
      space.log.push(...added.map(({ bytes }) => bytes));
    },
  });
}
