import type { Result } from '@holdfast/base';
import { equalBytes, err, ok } from '@holdfast/base';
import type { EnvelopeId, Response, SpaceId, WriterId } from '@holdfast/protocol';
import { LIMITS, parseEnvelope } from '@holdfast/protocol';
import type { SpaceReplica, Writer } from '@holdfast/sync';
import type { Account } from './account.ts';
import type { StepError } from './env.ts';
import { mayWriteNow } from './epochs.ts';
import { isRefusal, serverError, storageError } from './env.ts';

/** Answers to data of an epoch that the server does not have: only who opened it can bring it back. */
const OTHER_EPOCH = new Set<string>(['stale-epoch', 'conflict']);

/** A place in a writer's chain. */
interface Head {
  readonly wseq: number;
  readonly envelopeId: EnvelopeId;
}

/**
 * Moving sealed envelopes between replicas and the server: pull by cursor, push from the outbox, and set right what
 * a restored server has lost. Knows nothing of what the envelopes say.
 */
export class Exchange {
  readonly #account: Account;
  /** Writers whose state at the server was looked at in this session's generation. */
  #ensured = new Set<WriterId>();
  /** Spaces whose top the server showed again since `makeSure`. */
  #sure = new Set<SpaceId>();
  /** Generation at the last look. */
  #looked: string | undefined;

  constructor(account: Account) {
    this.#account = account;
  }

  /** The server was restored since the last look at it: what was sent last may be gone, so nothing new may follow. */
  get isOutdated(): boolean {
    return this.#account.generation !== this.#looked;
  }

  /** [REP-2] From the next pulls on each space shows its top again: a server that went back has less than it gave. */
  makeSure(): void {
    this.#sure.clear();
  }

  /** Notices a restored server, sends what it no longer holds and reads everything again. True when that happened. */
  async checkGeneration(): Promise<Result<boolean, StepError>> {
    const { generation, device } = this.#account;
    this.#looked = generation;
    if (!generation || generation === device.generation) return ok(false);
    const restored = device.generation !== '';
    if (restored) {
      this.#ensured.clear();
      this.#account.listed.clear();
      this.#account.outOf.clear();
      let healed = true;
      for (const replica of this.#account.replicas()) {
        const rewound = await replica.rewind();
        if (!rewound.ok) return err(storageError(rewound.error));
        if (!replica.writers.some(({ writerId }) => replica.log.writer(writerId))) continue;
        // A member of a room cannot bring it back; what they wrote follows once an admin has.
        if (replica.log.genesis.mode === 'room') continue;
        const ensured = await this.ensure(replica);
        if (!ensured.ok && !isRefusal(ensured.error)) return ensured;
        healed &&= ensured.ok;
        // The other spaces' admin keys are in the private space, and another device may have put new ones there.
        const pulled = replica === this.#account.home ? await this.pull([replica]) : ok(undefined);
        if (!pulled.ok) return pulled;
      }
      const blobs = await this.#account.blobs.sendAgain();
      if (!blobs.ok) return err(storageError(blobs.error));
      // What is refused now is tried again in the next round.
      if (!healed) return ok(false);
    }
    const kept = await this.#account.keep({ device: { ...this.#account.device, generation } });
    return kept.ok ? ok(restored) : err(storageError(kept.error));
  }

  /** Pulls what is new in these spaces, until there is no more. */
  async pull(replicas: readonly SpaceReplica[]): Promise<Result<void, StepError>> {
    let waiting = [...replicas];
    while (waiting.length > 0) {
      const entries = waiting.flatMap((replica) => {
        const proves = replica.knowsTop && !this.#sure.has(replica.spaceId);
        const { cursor } = replica;
        return this.#account.readKeys(replica).map((key) => ({ replica, key, cursor, proves }));
      });
      const page = entries.slice(0, LIMITS.pullSpaces);
      if (page.length === 0) return ok(undefined);
      const answer = await this.#account.session.call(
        'space.pull',
        {
          spaces: page.map(({ replica, key, cursor, proves }) => ({
            spaceId: replica.spaceId,
            readKey: key.publicKey,
            after: proves ? cursor - 1 : cursor,
          })),
        },
        page.map(({ key }) => key),
      );
      if (!answer.ok) return err(serverError(answer.error));
      const again = new Set<SpaceReplica>(entries.slice(LIMITS.pullSpaces).map(({ replica }) => replica));
      const doubted = new Set(page.filter(({ proves }) => proves).map(({ replica }) => replica));
      const changed = new Set<SpaceReplica>();
      const something = answer.value.spaces.some(({ envelopes }) => envelopes.length > 0);
      for (const [i, { envelopes, more }] of answer.value.spaces.entries()) {
        const asked = page[i];
        if (!asked) continue;
        const { replica, cursor, proves } = asked;
        const [first] = envelopes;
        const repeated = proves && first?.seq === cursor;
        if (repeated && !replica.isTop(first.bytes)) {
          changed.add(replica);
          continue;
        }
        // An answer that was full before this space had its turn says that there is more, and nothing else.
        if (more && something) again.add(replica);
        if (!first) continue;
        doubted.delete(replica);
        this.#sure.add(replica.spaceId);
        const news = repeated ? envelopes.slice(1) : envelopes;
        if (news.length === 0) continue;
        const received = await replica.receive(news);
        if (!received.ok) return err(storageError(received.error));
        this.#account.env.onChange?.();
      }
      // What the server took from this device it gives, or it went back since.
      for (const { replica } of page) if (replica.reached > replica.cursor) doubted.add(replica);
      for (const replica of doubted) {
        if (again.has(replica)) continue;
        this.#sure.add(replica.spaceId);
        const judged = await this.#judge(replica, changed.has(replica));
        if (!judged.ok) return judged;
        if (judged.value) again.add(replica);
      }
      waiting = [...again];
    }
    return ok(undefined);
  }

  /**
   * [REP-2] The server did not give what it gave before at the top of this space. To a reader who was let go it gives
   * nothing either, so nothing at all is no evidence; what it says of this device's own chain is. True when the space
   * is to be read again from its start.
   */
  async #judge(replica: SpaceReplica, changed: boolean): Promise<Result<boolean, StepError>> {
    const { keys, writerId } = replica.writer;
    const writer = replica.log.writer(writerId);
    if (writer && !writer.removed && replica.log.genesis.mode !== 'room') {
      const { spaceId } = replica;
      const request = { spaceId, writerKey: keys.publicKey };
      const admins = this.#account.adminKeys(spaceId);
      const found = await this.#account.session.call('space.writer', request, [keys, ...admins]);
      if (!found.ok && !isRefusal(serverError(found.error))) return err(serverError(found.error));
      const noted = found.ok ? await this.#noteIfBack(replica, writerId, found.value) : ok(false);
      if (!noted.ok || noted.value) return noted.ok ? ok(false) : noted;
    }
    const { reached, cursor } = replica;
    const seen = this.#isHealing(replica)
      ? ok(undefined)
      : await replica.noteReached(Math.min(reached, cursor));
    if (!seen.ok) return err(storageError(seen.error));
    if (!changed) return ok(false);
    const rewound = await replica.rewind();
    return rewound.ok ? ok(true) : err(storageError(rewound.error));
  }

  /** After a restore less is what there is, until all has been sent again. */
  #isHealing(replica: SpaceReplica): boolean {
    const { generation, device } = this.#account;
    return generation !== device.generation || replica.isBehind;
  }

  /** [REP-2] Raises the alarm where the server has less of a space than it had under this generation. */
  async #noteIfBack(
    replica: SpaceReplica,
    writerId: WriterId,
    found: Response<'space.writer'>,
  ): Promise<Result<boolean, StepError>> {
    const account = this.#account;
    const { log, cursor, reached, beginning } = replica;
    if (this.#isHealing(replica)) return ok(false);
    const role = account.spaces.get(replica.spaceId)?.record.role;
    const own = replica === account.home || role === 'owner';
    // A room is brought back by its admins; a pair space may have been removed by the other side.
    if (role === 'room' || (!found.space && !own)) return ok(false);
    const held = log.writer(writerId)?.wseq ?? 0;
    // A space that was made anew for a new beginning lists nobody from before.
    const lacks = found.listed ? found.wseq < held : held > 0 && beginning.epoch === 0;
    const back = found.space
      ? found.epoch < log.epoch ||
        (found.epoch === log.epoch && (found.seq < Math.max(cursor, reached) || lacks))
      : held > 0;
    if (!back) return ok(false);
    const noted = await account.noteSetBack();
    return noted.ok ? ok(true) : err(storageError(noted.error));
  }

  /** Sends what waits in a space's outbox. */
  async push(replica: SpaceReplica): Promise<Result<void, StepError>> {
    for (let refusals = 0; refusals < 8;) {
      if (this.isOutdated || !mayWriteNow(this.#account, replica)) return ok(undefined);
      const sealed = await replica.sealNext();
      if (!sealed.ok) return err(storageError(sealed.error));
      if (!sealed.value) return ok(undefined);
      const ensured = await this.ensure(replica);
      if (!ensured.ok) return ensured;
      // It may have come out that the server went back: nothing new follows before that is set right.
      if (this.isOutdated || !mayWriteNow(this.#account, replica)) return ok(undefined);
      const { spaceId, writer } = replica;
      const answer = await this.#account.session.call(
        'space.append',
        { spaceId, envelopes: [sealed.value] },
        [writer.keys],
      );
      if (answer.ok) {
        const kept = await replica.acknowledged(sealed.value, answer.value.seqs[0]!);
        if (!kept.ok) return err(storageError(kept.error));
        this.#account.env.onChange?.();
        continue;
      }
      refusals += 1;
      const otherStored = 'stored' in answer.error && answer.error.stored !== undefined;
      const mended = await this.#mend(replica, sealed.value, answer.error.error, otherStored);
      if (!mended.ok) return mended;
      if (mended.value === 'never') return err(serverError(answer.error));
      if (mended.value === 'later') return ok(undefined);
    }
    return ok(undefined);
  }

  /** What can be done about a refused append. 'later': it waits, sealed as it is, until somebody gives the next key. */
  async #mend(
    replica: SpaceReplica,
    sealed: Uint8Array,
    code: string,
    otherStored: boolean,
  ): Promise<Result<'again' | 'later' | 'never', StepError>> {
    switch (code) {
      case 'stale-epoch': {
        const pulled = await this.pull([replica]);
        if (!pulled.ok) return pulled;
        const parsed = parseEnvelope(sealed);
        const isCurrent = parsed.ok && parsed.value.header.epoch === replica.log.epoch;
        const refused = isCurrent ? await replica.refusedLast() : ok(undefined);
        if (!refused.ok) return err(storageError(refused.error));
        if (isCurrent) return ok('later');
        const unsealed = await replica.unseal();
        return unsealed.ok ? ok('again') : err(storageError(unsealed.error));
      }
      case 'conflict': {
        this.#ensured.delete(replica.writer.writerId);
        const pulled = await this.pull([replica]);
        if (!pulled.ok) return pulled;
        const redone = otherStored ? await replica.reincarnate() : await replica.unseal();
        return redone.ok ? ok('again') : err(storageError(redone.error));
      }
      case 'unlisted':
      case 'forbidden':
        this.#ensured.delete(replica.writer.writerId);
        return ok('again');
      default:
        return ok('never');
    }
  }

  /** Makes sure that the server knows the space and this writer, and holds all this device once sent. */
  async ensure(replica: SpaceReplica): Promise<Result<void, StepError>> {
    if (this.#ensured.has(replica.writer.writerId)) return ok(undefined);
    let whole = true;
    for (const writer of replica.writers) {
      const current = writer.writerId === replica.writer.writerId;
      const before = replica.log.writer(writer.writerId);
      if (!current && (!before || before.removed)) continue;
      const ensured = await this.#ensureWriter(replica, writer);
      if (!ensured.ok) return ensured;
      whole &&= ensured.value;
    }
    const noted = await replica.noteBehind(!whole);
    if (!noted.ok) return err(storageError(noted.error));
    this.#ensured.add(replica.writer.writerId);
    return ok(undefined);
  }

  /** True when the server holds all of this writer now. */
  async #ensureWriter(replica: SpaceReplica, writer: Writer): Promise<Result<boolean, StepError>> {
    const { spaceId } = replica;
    const { session } = this.#account;
    const { keys, writerId } = writer;
    const admins = this.#account.adminKeys(spaceId);
    const found = await session.call('space.writer', { spaceId, writerKey: keys.publicKey }, [
      keys,
      ...admins,
    ]);
    if (!found.ok) return err(serverError(found.error));
    const noted = await this.#noteIfBack(replica, writerId, found.value);
    if (!noted.ok) return noted;
    const anew = await this.#startOver(replica, found.value);
    if (!anew.ok || anew.value) return anew;
    if (!found.value.space) {
      const first = admins[0];
      if (!first) return err(serverError({ error: 'forbidden' }));
      const created = await session.call('space.create', { spaceId, adminKey: first.publicKey }, [first]);
      if (!created.ok) return err(serverError(created.error));
    }
    let { wseq } = found.value;
    if (!found.value.listed) {
      const after = await this.#goesOnAfter(replica, writerId, found.value);
      if (!after.ok) return after;
      const added = await this.#addWriter(replica, writer, after.value);
      if (!added.ok) return added;
      wseq = after.value?.wseq ?? 0;
    }
    const held = replica.log.writer(writerId)?.wseq ?? 0;
    if (wseq < held) return this.#resend(replica, writer, wseq, found.value.seq);
    const { seq } = found.value;
    const reached = seq > replica.cursor ? await replica.noteReached(seq) : ok(undefined);
    return reached.ok ? ok(true) : err(storageError(reached.error));
  }

  /**
   * [REP-4] After what a server that does not list an own writer is to go on; undefined for the start of its chain. One
   * where the space began anew knows nothing of the chains before, and takes nothing of an epoch that is over. A
   * restored one has also forgotten what came after that, which must not be passed over.
   */
  async #goesOnAfter(
    replica: SpaceReplica,
    writerId: WriterId,
    found: { epoch: number; seq: number },
  ): Promise<Result<Head | undefined, StepError>> {
    const { epoch } = replica.beginning;
    if (epoch === 0 || found.epoch < epoch) return ok(undefined);
    const latest = replica.log.writer(writerId);
    // Made anew and empty: it waits for the new beginning of whoever made it.
    if (found.seq === 0) return ok(latest);
    const own = await replica.writtenAfter(writerId, 0);
    if (!own.ok) return err(storageError(own.error));
    for (const bytes of own.value) {
      const parsed = parseEnvelope(bytes);
      if (!parsed.ok || parsed.value.header.epoch < found.epoch) continue;
      const { wseq, prev } = parsed.value.header;
      return ok(wseq > 1 ? { wseq: wseq - 1, envelopeId: prev } : undefined);
    }
    return ok(latest);
  }

  async #addWriter(
    replica: SpaceReplica,
    { keys }: Writer,
    after: Head | undefined,
  ): Promise<Result<void, StepError>> {
    const { spaceId } = replica;
    const added = await this.#account.session.call(
      'space.addWriter',
      {
        spaceId,
        writerKey: keys.publicKey,
        ...(after ? { after: { wseq: after.wseq, envelopeId: after.envelopeId } } : {}),
      },
      [...this.#account.adminKeys(spaceId), keys],
    );
    return added.ok ? ok(undefined) : err(serverError(added.error));
  }

  /**
   * A server that was restored from before the last new beginning of an own space lacks what is gone here too: nothing
   * can be sent again in order. The space is made anew there, and begins anew. True when that is so.
   */
  async #startOver(
    replica: SpaceReplica,
    found: { space: boolean; listed: boolean; epoch: number; seq: number },
  ): Promise<Result<boolean, StepError>> {
    const { spaceId, beginning, writer, log } = replica;
    const account = this.#account;
    const own = replica === account.home || account.spaces.get(spaceId)?.record.role === 'owner';
    // One that waits for an earlier epoch than this device holds is one to which the server went back.
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
      const added = await this.#addWriter(replica, writer, log.writer(writer.writerId));
      if (!added.ok) return added;
    }
    const rewound = await replica.rewind();
    if (!rewound.ok) return err(storageError(rewound.error));
    account.startOver.add(spaceId);
    return ok(true);
  }

  /** Sends again what a restored server lost of one of this device's own chains, in order. True when that was all. */
  async #resend(
    replica: SpaceReplica,
    writer: Writer,
    wseq: number,
    seq: number,
  ): Promise<Result<boolean, StepError>> {
    const own = await replica.writtenAfter(writer.writerId, wseq);
    if (!own.ok) return err(storageError(own.error));
    const { session, adminKeys } = {
      session: this.#account.session,
      adminKeys: this.#account.adminKeys(replica.spaceId),
    };
    const keys = [...adminKeys, writer.keys];
    let afterSeq = seq;
    for (const envelope of own.value) {
      const parsed = parseEnvelope(envelope);
      if (!parsed.ok) continue;
      const { kind, epoch } = parsed.value.header;
      if (kind === 'control') {
        // The key this epoch went on with: a device that was too late may have left another for the same number.
        const used = replica.keysOf(epoch)?.key;
        const record = this.#account
          .heldKeys(replica.spaceId)
          .find((held) => held.epoch === epoch && used && equalBytes(held.key, used));
        if (!record?.adminSeed) return ok(false);
        const removed = [...replica.log.writers()].filter(([, state]) => state.removed).map(([id]) => id);
        const posted = await session.call(
          'space.epoch',
          {
            spaceId: replica.spaceId,
            afterSeq,
            adminKey: this.#account.env.primitives.signKeys(record.adminSeed).publicKey,
            readKey: this.#account.readKeyOf(replica.spaceId, record.key).publicKey,
            removeWriters: epoch === replica.log.epoch ? removed : [],
            envelope,
          },
          keys,
        );
        if (!posted.ok)
          return OTHER_EPOCH.has(posted.error.error) ? ok(false) : err(serverError(posted.error));
        afterSeq = posted.value.seq;
      } else {
        const sent = await session.call(
          'space.append',
          { spaceId: replica.spaceId, envelopes: [envelope] },
          keys,
        );
        // An epoch that another device opened is missing there: it heals when that device comes by.
        if (!sent.ok) return OTHER_EPOCH.has(sent.error.error) ? ok(false) : err(serverError(sent.error));
        afterSeq = sent.value.seqs[0] ?? afterSeq;
      }
    }
    const noted = await replica.noteReached(afterSeq);
    return noted.ok ? ok(true) : err(storageError(noted.error));
  }
}
