import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import type { Response, SpaceId, WriterId } from '@holdfast/protocol';
import { LIMITS, parseEnvelope } from '@holdfast/protocol';
import type { SpaceReplica } from '@holdfast/sync';
import { MemoryStorage } from '@holdfast/sync';
import type { Account } from './account.ts';
import type { StepError } from './env.ts';
import { mayWriteNow } from './epochs.ts';
import { isRefusal, serverError, storageError } from './env.ts';
import { bringBack } from './put-back.ts';

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
  /** Spaces of which a server that went back may lack what others wrote. */
  #doubted = new Set<SpaceId>();
  /** Spaces that were read afresh in vain, and nothing has come since that could help. */
  #inVain = new Set<SpaceId>();
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
    this.readAgain();
  }

  /** Something came that a space may have waited for, such as a key: it is worth reading afresh once more. */
  readAgain(): void {
    this.#inVain.clear();
  }

  /** Notices a restored server, sends what it no longer holds and reads everything again. True when that happened. */
  async checkGeneration(): Promise<Result<boolean, StepError>> {
    const { generation, device } = this.#account;
    this.#looked = generation;
    if (!generation || generation === device.generation) return this.#tryAgain();
    const restored = device.generation !== '';
    if (restored) {
      this.#ensured.clear();
      this.#account.listed.clear();
      this.#account.outOf.clear();
      let healed = true;
      for (const replica of this.#account.replicas()) {
        const rewound = await replica.rewind(true);
        if (!rewound.ok) return err(storageError(rewound.error));
        this.#doubted.add(replica.spaceId);
        if (!this.#mayBringBack(replica)) continue;
        // A member of a room cannot bring it back; what they wrote follows once an admin has.
        if (replica.log.genesis.mode === 'room') continue;
        // What is there already comes first: another device may have gone on without what is here. And the other spaces'
        // admin keys are in the private space.
        const pulled = await this.pull([replica]);
        if (!pulled.ok) return pulled;
        const ensured = await this.ensure(replica);
        if (!ensured.ok && !isRefusal(ensured.error)) return ensured;
        healed &&= ensured.ok;
      }
      const blobs = await this.#account.blobs.sendAgain();
      if (!blobs.ok) return err(storageError(blobs.error));
      // What is refused now is tried again in the next round.
      if (!healed) return ok(false);
    }
    const kept = await this.#account.keep({ device: { generation } });
    return kept.ok ? ok(restored) : err(storageError(kept.error));
  }

  /** What could not be put back when the server went back is tried again in each round. */
  async #tryAgain(): Promise<Result<false, StepError>> {
    for (const replica of this.#account.replicas().filter(({ isBehind }) => isBehind)) {
      this.#doubted.add(replica.spaceId);
      this.#ensured.delete(replica.writer.writerId);
      const ensured = await this.ensure(replica);
      if (!ensured.ok && !isRefusal(ensured.error)) return ensured;
    }
    return ok(false);
  }

  /** Whether this device wrote in a space, or holds the key of those who look after it. */
  #mayBringBack(replica: SpaceReplica): boolean {
    const wrote = replica.writers.some(({ writerId }) => replica.log.writer(writerId));
    return wrote || (replica.log.epoch > 0 && this.#account.adminKeys(replica.spaceId).length > 0);
  }

  /** Pulls what is new in these spaces, until there is no more. */
  async pull(replicas: readonly SpaceReplica[]): Promise<Result<void, StepError>> {
    const entriesOf = (replica: SpaceReplica) =>
      this.#account.readKeys(replica).map((key) => ({ replica, key }));
    let waiting = replicas.flatMap(entriesOf);
    while (waiting.length > 0) {
      const page = waiting.slice(0, LIMITS.pullSpaces).map(({ replica, key }) => {
        const proves = replica.knowsTop && !this.#sure.has(replica.spaceId);
        return { replica, key, cursor: replica.cursor, proves };
      });
      const rest = waiting.slice(LIMITS.pullSpaces);
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
      const again = new Set<SpaceReplica>();
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
        this.#inVain.delete(replica.spaceId);
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
      waiting = [...rest.filter(({ replica }) => !again.has(replica)), ...[...again].flatMap(entriesOf)];
    }
    for (const replica of replicas) {
      const waits = !replica.isLeftBehind || this.#inVain.has(replica.spaceId);
      const went = waits ? ok(undefined) : await this.#goOver(replica);
      if (!went.ok) return went;
    }
    return ok(undefined);
  }

  /**
   * [REP-6] A server that went back goes on without something that is here: another device opened an epoch before this
   * one came by. The space is read once more from its start, beside what is here, and takes its place when it is whole.
   * Where it is not, as a key for it has not come yet, it is read again when something came.
   */
  async #goOver(replica: SpaceReplica): Promise<Result<void, StepError>> {
    const fresh = replica.blank(new MemoryStorage());
    const pulled = await this.pull([fresh]);
    if (!pulled.ok) return pulled;
    const went = await replica.goOver(fresh);
    if (!went.ok) return err(storageError(went.error));
    if (replica.isLeftBehind) {
      this.#inVain.add(replica.spaceId);
      return ok(undefined);
    }
    this.#ensured.delete(replica.writer.writerId);
    this.#account.env.onChange?.();
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
    const rewound = await replica.rewind(true);
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
    // Made anew and empty by another device of this account, which has not begun there yet.
    if (found.space && found.epoch > 0 && found.seq === 0) return ok(false);
    // A room is brought back by its admins; a pair space may have been removed by the other side.
    if (role === 'room' || (!found.space && !own)) return ok(false);
    const held = log.writer(writerId)?.wseq ?? 0;
    // Somebody else may have opened another epoch there since. A space that was made anew lists nobody from before.
    const lacks = found.listed && found.wseq < held;
    const unknown = !found.listed && held > 0 && beginning.epoch === 0;
    const back = found.space
      ? found.epoch < log.epoch ||
        lacks ||
        (found.epoch === log.epoch && (found.seq < Math.max(cursor, reached) || unknown))
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
        // What the server took and this phone's own log does not would be sent again without end.
        if (!replica.log.has(sealed.value)) refusals += 1;
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

  /**
   * Makes sure that the server knows the space and this writer, and holds all this device once sent. After it went back,
   * also what others sent and this device has.
   */
  async ensure(replica: SpaceReplica): Promise<Result<void, StepError>> {
    if (this.#ensured.has(replica.writer.writerId)) return ok(undefined);
    const whole = await bringBack(this.#account, replica, {
      all: this.#doubted.has(replica.spaceId),
      judge: (writerId, found) => this.#noteIfBack(replica, writerId, found),
    });
    if (!whole.ok) return whole;
    const noted = await replica.noteBehind(!whole.value);
    if (!noted.ok) return err(storageError(noted.error));
    this.#ensured.add(replica.writer.writerId);
    if (whole.value) this.#doubted.delete(replica.spaceId);
    return ok(undefined);
  }
}
