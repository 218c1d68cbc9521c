import type { Result } from '@holdfast/base';
import { equalBytes, err, ok } from '@holdfast/base';
import type { Envelope, EnvelopeId, Response, WriterId } from '@holdfast/protocol';
import { LIMITS } from '@holdfast/protocol';
import type { SpaceReplica } from '@holdfast/sync';
import type { SignKeys } from '@holdfast/vault';
import { announcedKey } from '@holdfast/vault';
import type { Account } from './account.ts';
import type { StepError } from './env.ts';
import { serverError, storageError } from './env.ts';

/**
 * [REP-4] Setting right what a server that went back lacks of a space: the space, its writers, and what they wrote. Of
 * its own chains a device puts back all it has. Whoever looks after the space does so for the others too, because they
 * may be away for long, or lost, and what was written since names what they wrote.
 */

/** Answers to data of an epoch that the server does not have, or has another one for. */
const OTHER_EPOCH = new Set<string>(['stale-epoch', 'conflict']);
/** Bytes of envelopes in one request, so that what is around them fits beside. */
const REQUEST_BYTES = LIMITS.requestBytes - LIMITS.envelopeBytes;

type Found = Response<'space.writer'>;

/** A place in a writer's chain. */
interface Head {
  readonly wseq: number;
  readonly envelopeId: EnvelopeId;
}

/** Whose chain is looked at. `proofs`: what the session proves for it beside the admin keys. */
interface Subject {
  readonly writerId: WriterId;
  readonly publicKey: Uint8Array;
  readonly proofs: readonly SignKeys[];
}

export interface BringBack {
  /** Whether the server may lack what others wrote. */
  readonly all: boolean;
  /** Hears what the server has of each chain. */
  readonly judge: (writerId: WriterId, found: Found) => Promise<Result<unknown, StepError>>;
}

/** True when the server holds all of the space that this device has and may put back. */
export async function bringBack(
  account: Account,
  replica: SpaceReplica,
  { all, judge }: BringBack,
): Promise<Result<boolean, StepError>> {
  /** Last position of each writer at the server. Whoever is not named is left alone. */
  const ends = new Map<WriterId, number>();
  let begins = false;
  let epoch = 0;
  let reached = 0;
  const heldOf = (writerId: WriterId) => replica.log.writer(writerId);
  for (const { writerId, keys } of replica.writers) {
    const state = heldOf(writerId);
    if (writerId !== replica.writer.writerId && (!state || state.removed)) continue;
    const end = await endOf(account, replica, { writerId, publicKey: keys.publicKey, proofs: [keys] }, judge);
    if (!end.ok) return end;
    if (end.value === 'anew') {
      begins = true;
      continue;
    }
    ends.set(writerId, end.value.wseq);
    epoch = Math.max(epoch, end.value.epoch);
    reached = Math.max(reached, end.value.seq);
  }
  // What stands is carried over to the new beginning; nothing from before it fits in there.
  if (begins) return ok(true);
  const lacks = [...ends].some(([id, wseq]) => wseq < (heldOf(id)?.wseq ?? 0));
  if (!lacks && !all) return noteReached(replica, reached);
  const stored = await replica.stored();
  if (!stored.ok) return err(storageError(stored.error));
  const helps = account.adminKeys(replica.spaceId).length > 0;
  const lacking = stored.value.filter(({ header: { writerId, wseq } }) => {
    const end = ends.get(writerId) ?? (helps ? replica.givenOf(writerId) : Infinity);
    return wseq > end;
  });
  const fits = ({ header }: Envelope) =>
    header.epoch > epoch || (header.epoch === epoch && header.kind === 'data');
  // What came before a new beginning is not lacking. Whatever else belongs to an epoch that is over there is passed over.
  const isLost = (envelope: Envelope) => !fits(envelope) && envelope.header.epoch >= replica.beginning.epoch;
  if (lacking.some(isLost)) return ok(false);
  return send(account, replica, inOrder(lacking.filter(fits)), reached);
}

/** [REP-2] What the server named is what it has to give in the next pull. */
async function noteReached(replica: SpaceReplica, seq: number): Promise<Result<true, StepError>> {
  const noted = seq > replica.cursor ? await replica.noteReached(seq) : ok(undefined);
  return noted.ok ? ok(true) : err(storageError(noted.error));
}

/** Epoch by epoch, each with its statement first, and in order of time within it. */
const inOrder = (envelopes: readonly Envelope[]): Envelope[] => {
  const rank = ({ header }: Envelope) => (header.kind === 'control' ? 0 : 1);
  return envelopes.toSorted(
    (a, b) => a.header.epoch - b.header.epoch || rank(a) - rank(b) || a.header.lamport - b.header.lamport,
  );
};

/**
 * Where a writer's chain ends at the server, after the space and the writer were made known to it where they were not.
 * 'anew': nothing can be put back in order, and the space begins anew.
 */
async function endOf(
  account: Account,
  replica: SpaceReplica,
  { writerId, publicKey, proofs }: Subject,
  judge: BringBack['judge'],
): Promise<Result<{ wseq: number; epoch: number; seq: number } | 'anew', StepError>> {
  const { spaceId } = replica;
  const { session } = account;
  const admins = account.adminKeys(spaceId);
  const found = await session.call('space.writer', { spaceId, writerKey: publicKey }, [...proofs, ...admins]);
  if (!found.ok) return err(serverError(found.error));
  const judged = await judge(writerId, found.value);
  if (!judged.ok) return judged;
  const anew = await startOver(account, replica, found.value);
  if (!anew.ok) return anew;
  if (anew.value) return ok('anew');
  const { space, listed, wseq, epoch, seq } = found.value;
  if (!space) {
    const [first] = admins;
    if (!first) return err(serverError({ error: 'forbidden' }));
    const created = await session.call('space.create', { spaceId, adminKey: first.publicKey }, [first]);
    if (!created.ok) return err(serverError(created.error));
  }
  if (listed) return ok({ wseq, epoch, seq });
  const after = await goesOnAfter(replica, writerId, found.value);
  if (!after.ok) return after;
  const added = await addWriter(account, replica, publicKey, after.value);
  return added.ok ? ok({ wseq: after.value?.wseq ?? 0, epoch, seq }) : added;
}

/**
 * After what a server that does not list a writer is to go on; undefined for the start of its chain. One where the
 * space began anew knows nothing of the chains before, and takes nothing of an epoch that is over. A restored one has
 * also forgotten what came after that, which must not be passed over.
 */
async function goesOnAfter(
  replica: SpaceReplica,
  writerId: WriterId,
  found: Found,
): Promise<Result<Head | undefined, StepError>> {
  const { epoch } = replica.beginning;
  if (epoch === 0 || found.epoch < epoch) return ok(undefined);
  const latest = replica.log.writer(writerId);
  // Made anew and empty: it waits for the new beginning of whoever made it.
  if (found.seq === 0) return ok(latest);
  const stored = await replica.stored();
  if (!stored.ok) return err(storageError(stored.error));
  const first = stored.value.find(
    ({ header }) => header.writerId === writerId && header.epoch >= found.epoch,
  );
  if (!first) return ok(latest);
  const { wseq, prev } = first.header;
  return ok(wseq > 1 ? { wseq: wseq - 1, envelopeId: prev } : undefined);
}

async function addWriter(
  account: Account,
  { spaceId }: SpaceReplica,
  writerKey: Uint8Array,
  after: Head | undefined,
): Promise<Result<void, StepError>> {
  const place = after ? { after: { wseq: after.wseq, envelopeId: after.envelopeId } } : {};
  const request = { spaceId, writerKey, ...place };
  const added = await account.session.call('space.addWriter', request, account.adminKeys(spaceId));
  return added.ok ? ok(undefined) : err(serverError(added.error));
}

/**
 * A server that was restored from before the last new beginning of an own space lacks what is gone here too: nothing
 * can be sent again in order. The space is made anew there, and begins anew. True when that is so.
 */
async function startOver(
  account: Account,
  replica: SpaceReplica,
  found: Found,
): Promise<Result<boolean, StepError>> {
  const { spaceId, beginning, writer, log } = replica;
  const own = replica === account.home || account.spaces.get(spaceId)?.record.role === 'owner';
  // Made anew and empty. Where the server went back to that moment, it may wait for a beginning that is over here.
  const waits = found.space && found.epoch > 0 && found.epoch >= log.epoch && found.seq === 0;
  if (!own || !beginning.purged || (found.epoch >= beginning.epoch && !waits)) return ok(false);
  if (!waits) {
    const admins = account.adminKeys(spaceId).toReversed();
    for (const admin of found.space ? admins : []) {
      const request = { spaceId, adminKey: admin.publicKey, lastSeq: found.seq };
      const removed = await account.session.call('space.remove', request, [admin]);
      if (!removed.ok) return err(serverError(removed.error));
    }
    const [admin] = admins;
    if (!admin) return err(serverError({ error: 'forbidden' }));
    const request = { spaceId, adminKey: admin.publicKey, epoch: log.epoch };
    const created = await account.session.call('space.create', request, [admin]);
    if (!created.ok) return err(serverError(created.error));
  }
  if (!waits || !found.listed) {
    const added = await addWriter(account, replica, writer.keys.publicKey, log.writer(writer.writerId));
    if (!added.ok) return added;
  }
  const rewound = await replica.rewind();
  if (!rewound.ok) return err(storageError(rewound.error));
  account.startOver.add(spaceId);
  return ok(true);
}

/**
 * Sends what the server lacks. True when that was all: false where an epoch there is another than here. A statement lists
 * all that came before it, so it goes out only after what was read here and what is sent now: the server refuses it where
 * something else slipped in.
 */
async function send(
  account: Account,
  replica: SpaceReplica,
  lacking: readonly Envelope[],
  seq: number,
): Promise<Result<boolean, StepError>> {
  let afterSeq = replica.cursor;
  let reached = seq;
  for (const batch of batchesOf(lacking)) {
    // Something stands there that this log does not have: no statement of it lists that.
    if (replica.isLeftBehind && batch[0]!.header.kind === 'control') return ok(false);
    const answer =
      batch[0]!.header.kind === 'control'
        ? await sendStatement(account, replica, batch[0]!, afterSeq)
        : await append(account, replica, batch);
    if (!answer.ok) return answer;
    if (answer.value === undefined) return ok(false);
    if (answer.value === afterSeq + batch.length) afterSeq = answer.value;
    reached = Math.max(reached, answer.value);
  }
  return noteReached(replica, reached);
}

/** Runs of data of one writer and epoch that fit a request; each statement by itself. */
function batchesOf(envelopes: readonly Envelope[]): Envelope[][] {
  const batches: Envelope[][] = [];
  let bytes = 0;
  for (const envelope of envelopes) {
    const batch = batches.at(-1);
    const first = batch?.[0]?.header;
    const { kind, writerId, epoch } = envelope.header;
    bytes += envelope.bytes.length;
    const joins =
      first?.kind === 'data' &&
      kind === 'data' &&
      first.writerId === writerId &&
      first.epoch === epoch &&
      batch!.length < LIMITS.appendEnvelopes &&
      bytes <= REQUEST_BYTES;
    if (joins) batch!.push(envelope);
    else {
      batches.push([envelope]);
      bytes = envelope.bytes.length;
    }
  }
  return batches;
}

/** The last position given; undefined where the server is in another epoch. */
type Sent = Result<number | undefined, StepError>;

async function append(account: Account, replica: SpaceReplica, batch: readonly Envelope[]): Promise<Sent> {
  const envelopes = batch.map(({ bytes }) => bytes);
  const request = { spaceId: replica.spaceId, envelopes };
  const proofs = proofsOf(account, replica, batch[0]!);
  for (let attempt = 0; ; attempt++) {
    const sent = await account.session.call('space.append', request, proofs);
    if (sent.ok) return ok(sent.value.seqs.at(-1));
    if (OTHER_EPOCH.has(sent.error.error)) return ok(undefined);
    if (sent.error.error !== 'unlisted' || attempt > 0) return err(serverError(sent.error));
    const listed = await list(account, replica, batch[0]!.header.writerId);
    if (!listed.ok) return listed;
  }
}

/** Makes another's writer known to the server again, where its first envelope is here and says which key it has. */
async function list(
  account: Account,
  replica: SpaceReplica,
  writerId: WriterId,
): Promise<Result<void, StepError>> {
  const stored = await replica.stored();
  if (!stored.ok) return err(storageError(stored.error));
  const first = stored.value.find(({ header }) => header.writerId === writerId && header.wseq === 1);
  const publicKey = first && announcedKey(replica.opsOf(first) ?? []);
  if (!publicKey) return ok(undefined);
  const end = await endOf(account, replica, { writerId, publicKey, proofs: [] }, () =>
    Promise.resolve(ok(undefined)),
  );
  return end.ok ? ok(undefined) : end;
}

async function sendStatement(
  account: Account,
  replica: SpaceReplica,
  envelope: Envelope,
  afterSeq: number,
): Promise<Sent> {
  const { spaceId, log } = replica;
  const { epoch } = envelope.header;
  // The key this epoch went on with: a device that was too late may have left another for the same number.
  const used = replica.keysOf(epoch)?.key;
  const record = account
    .heldKeys(spaceId)
    .find((held) => held.epoch === epoch && used && equalBytes(held.key, used));
  if (!record?.adminSeed) return ok(undefined);
  const removed = [...log.writers()].filter(([, state]) => state.removed).map(([id]) => id);
  const posted = await account.session.call(
    'space.epoch',
    {
      spaceId,
      afterSeq,
      adminKey: account.env.primitives.signKeys(record.adminSeed).publicKey,
      readKey: account.readKeyOf(spaceId, record.key).publicKey,
      removeWriters: epoch === log.epoch ? removed : [],
      envelope: envelope.bytes,
    },
    proofsOf(account, replica, envelope),
  );
  if (posted.ok) return ok(posted.value.seq);
  return OTHER_EPOCH.has(posted.error.error) ? ok(undefined) : err(serverError(posted.error));
}

/** The admin keys, and the writer's own where it is this device's. */
function proofsOf(account: Account, replica: SpaceReplica, { header }: Envelope): SignKeys[] {
  const own = replica.writers.filter(({ writerId }) => writerId === header.writerId);
  return [...account.adminKeys(replica.spaceId), ...own.map(({ keys }) => keys)];
}
