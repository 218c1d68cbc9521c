import type { Result } from '@holdfast/base';
import { equalBytes, err, ok, toHex } from '@holdfast/base';
import type { AccountId, Envelope, EnvelopeHeader, EnvelopeId, SpaceId, WriterId } from '@holdfast/protocol';
import {
  byteString,
  bytesSchema,
  decodeCbor,
  envelopeIdOf,
  parseEnvelope,
  writerIdOf,
} from '@holdfast/protocol';
import * as v from 'valibot';
import type { AccountView, ChainDefect, DeviceId } from './chain.ts';
import { readChain, ZERO_HEAD } from './chain.ts';
import type { Opened, Seen } from './envelope.ts';
import { openEnvelope } from './envelope.ts';
import type { EpochKeys } from './keys.ts';
import type { Primitives } from './primitives.ts';
import type { EpochStatement, Genesis, RoomMember } from './space.ts';
import { keyCommitment, readChains, readEpochStatement, readGenesis } from './space.ts';
import type { Place, WriterState } from './space-log-state.ts';
import { decodeLogState, encodeLogState } from './space-log-state.ts';

export type { WriterState } from './space-log-state.ts';

/** What a space log needs to know of the accounts that may write in it. */
export interface Accounts {
  get(accountId: AccountId): AccountView | undefined;
  /**
   * Extends a known account's chain. Accounts that are not known stay unknown: a human act introduces them. In a room
   * it is the roster, signed by an admin, that introduces: what is asked for there is on it and proves its id.
   */
  learn(
    accountId: AccountId,
    statements: readonly Uint8Array[],
  ): Result<AccountView, ChainDefect | 'unknown'>;
}

/** Why an envelope waits: something that should come before it is not here yet. */
export type Held = 'gap' | 'key' | 'control' | 'seen' | 'chain';
/** Why an envelope was refused for good. The number is the acceptance step (SPEC [ACC-n]). */
export type Refusal =
  | 'form'
  | 'space'
  | 'fork'
  | 'commitment'
  | 'authentication'
  | 'padding'
  | 'malformed'
  | 'account'
  | 'device'
  | 'removed'
  | 'binding'
  | 'signature'
  | 'epoch'
  | 'lamport'
  | 'control'
  | 'statement'
  | 'heads';

export interface Applied {
  readonly status: 'applied';
  readonly envelope: Envelope;
  readonly envelopeId: EnvelopeId;
  readonly author: AccountId;
  readonly device: DeviceId;
  readonly wallMs: number;
  readonly ops: readonly unknown[];
  readonly opened?: EpochStatement;
  /** [SPA-5] The log went on at a new beginning without all that came before it: the rest is carried over to it. */
  readonly jumped?: boolean;
}

export type Acceptance =
  | Applied
  | { readonly status: 'duplicate' }
  | { readonly status: 'held'; readonly reason: Held }
  | {
      readonly status: 'refused';
      readonly reason: Refusal;
      /** A fork that is known from what its author says alone: the server may have shown them another past, or they lie. */
      readonly claimedBy?: AccountId;
    };

const held = (reason: Held): Extract<Acceptance, { status: 'held' }> => ({ status: 'held', reason });
const refused = (reason: Refusal): Extract<Acceptance, { status: 'refused' }> => ({
  status: 'refused',
  reason,
});

/** [ACC-11] What an envelope says of the past is not what is known here. Its signature is verified by now. */
const otherPast = ({ opened }: Received): Extract<Acceptance, { status: 'refused' }> => ({
  ...refused('fork'),
  claimedBy: opened.accountId,
});

/** Ops the log itself reads: a writer's introduction, and news of its account's chain. */
const announceSchema = v.strictObject({
  op: v.literal('announce'),
  key: bytesSchema(32),
  chain: v.array(byteString),
});
/** The key that a writer's first envelope announces, from its ops; undefined where they announce none. */
export function announcedKey(ops: readonly unknown[]): Uint8Array | undefined {
  const announce = v.safeParse(announceSchema, ops[0]);
  return announce.success ? announce.output.key : undefined;
}
const chainSchema = v.strictObject({ op: v.literal('chain'), chain: v.array(byteString) });
const newsSchema = v.variant('op', [announceSchema, chainSchema]);

export interface SpaceLogOptions {
  readonly primitives: Primitives;
  readonly spaceId: SpaceId;
  readonly genesis: Uint8Array;
  /** Who may write: the owner, and in a pair space also the other account. A room's roster says it instead. */
  readonly writers: readonly AccountId[];
  readonly accounts: Accounts;
  /**
   * The held key of an epoch that fits the commitment. Two devices that start an epoch at once leave two keys for
   * one number; the commitment in the header tells which one the space went on with.
   */
  readonly keys: (epoch: number, commitment: Uint8Array) => EpochKeys | undefined;
  /**
   * Control envelopes vouched for by a wrap or by this account's own records: where a newcomer may start. Around a restore
   * two phones may each have opened one of the same number.
   */
  readonly vouched: (epoch: number) => readonly EnvelopeId[];
  /** [SPA-5] Whether this account's own record of an epoch's key says that the space begins anew there. */
  readonly begins?: (epoch: number) => boolean;
  /** State that this device kept of the same space (`toState`). */
  readonly state?: Uint8Array;
}

/**
 * One space as this device has verified it: who wrote what in which order, and which epoch is current.
 * It takes envelopes exactly as received, in any order, and says of each whether it was applied, waits or is
 * refused. It never half-applies: state changes only after the last check.
 */
export class SpaceLog {
  readonly #o: SpaceLogOptions;
  readonly genesis: Genesis;
  #epoch = 0;
  readonly #controls = new Map<number, EnvelopeId>();
  readonly #writers = new Map<WriterId, WriterState>();
  /** Id and time at each writer's verified position: what a fork would contradict. */
  readonly #places = new Map<string, Place>();
  /** The ids of those, as hexadecimal text. */
  readonly #known = new Set<string>();
  /** How much of each account's chain the epochs so far were opened under: a device it shut out stays out. */
  readonly #chainPositions = new Map<AccountId, number>();
  #roster: readonly RoomMember[] = [];

  constructor(options: SpaceLogOptions) {
    this.#o = options;
    const genesis = readGenesis(options.primitives, options.spaceId, options.genesis);
    if (!genesis.ok) throw new Error('The genesis does not belong to this space');
    this.genesis = genesis.value;
    if (!options.state) return;
    const state = decodeLogState(options.state);
    // Starting empty instead would take old envelopes for new ones.
    if (!state) throw new Error('The kept state of this space does not read');
    this.#epoch = state.epoch;
    for (const [epoch, control] of state.controls) this.#controls.set(epoch, control);
    for (const [id, writer] of state.writers) this.#writers.set(id, writer);
    for (const [name, place] of state.places) this.#place(name, place);
    for (const [id, position] of state.chainPositions) this.#chainPositions.set(id, position);
    this.#roster = state.roster ?? [];
  }

  /** Everything known so far, for this device's own storage. */
  toState(): Uint8Array {
    return encodeLogState({
      epoch: this.#epoch,
      controls: this.#controls,
      writers: this.#writers,
      places: this.#places,
      chainPositions: this.#chainPositions,
      ...(this.#isRoom && this.#epoch > 0 ? { roster: this.#roster } : {}),
    });
  }

  /** [ROM-1] Who is in the room in its current epoch; nobody in other spaces. */
  get roster(): readonly RoomMember[] {
    return this.#roster;
  }
  get #isRoom(): boolean {
    return this.genesis.mode === 'room';
  }
  #mayWrite(account: AccountId): boolean {
    return this.#isRoom ? roleIn(this.#roster, account) !== undefined : this.#o.writers.includes(account);
  }

  /** Current epoch; 0 before the first. */
  get epoch(): number {
    return this.#epoch;
  }
  get controlHead(): EnvelopeId {
    return this.#controls.get(this.#epoch) ?? ZERO_HEAD;
  }
  controlOf(epoch: number): EnvelopeId | undefined {
    return this.#controls.get(epoch);
  }
  writer(writerId: WriterId): WriterState | undefined {
    return this.#writers.get(writerId);
  }
  writers(): ReadonlyMap<WriterId, WriterState> {
    return this.#writers;
  }

  /** Position, link, time and view for the next envelope of one of this device's writers. */
  next(writerId: WriterId): { wseq: number; prev: EnvelopeId; lamport: number; seen: readonly Seen[] } {
    const own = this.#writers.get(writerId);
    const others = [...this.#writers].filter(([id, state]) => id !== writerId && !state.removed);
    const seen = others.map(([id, state]) => ({
      writerId: id,
      wseq: state.wseq,
      envelopeId: state.envelopeId,
    }));
    const latest = Math.max(own?.lamport ?? 0, ...others.map(([, state]) => state.lamport));
    return { wseq: (own?.wseq ?? 0) + 1, prev: own?.envelopeId ?? ZERO_HEAD, lamport: latest + 1, seen };
  }

  /** Every writer's head, for an epoch statement. */
  heads(): EpochStatement['heads'] {
    return [...this.#writers].map(([writerId, s]) => ({
      writerId,
      wseq: s.wseq,
      envelopeId: s.envelopeId,
      lamport: s.lamport,
      account: s.account,
      device: s.device,
      removed: s.removed,
    }));
  }

  /**
   * [SPA-7] Whether its epochs were opened under every shut-out that those of another log were opened under: where they
   * were not, a device that was shut out there may have opened one here.
   */
  knowsShutOutsOf(other: SpaceLog): boolean {
    return [...other.#chainPositions].every(([account, position]) => {
      const view = this.#o.accounts.get(account);
      const here = this.#chainPosition(account);
      return (
        view &&
        [...view.devices.values()].every(
          ({ revokedAt = Infinity }) => revokedAt <= here || revokedAt > position,
        )
      );
    });
  }

  /** Whether these bytes are already part of the log. */
  has(bytes: Uint8Array): boolean {
    const parsed = parseEnvelope(bytes);
    return parsed.ok && this.hasId(envelopeIdOf(this.#o.primitives.sha256, parsed.value));
  }
  /** Whether the envelope with this id is. */
  hasId(envelopeId: Uint8Array): boolean {
    return this.#known.has(toHex(envelopeId));
  }

  accept(bytes: Uint8Array): Acceptance {
    const p = this.#o.primitives;
    const parsed = parseEnvelope(bytes);
    if (!parsed.ok) return refused('form');
    const envelope = parsed.value;
    const { header } = envelope;
    if (header.spaceId !== this.#o.spaceId) return refused('space');
    const envelopeId = envelopeIdOf(p.sha256, envelope);
    if (this.#known.has(toHex(envelopeId))) return { status: 'duplicate' };
    if (header.kind !== 'data' && header.kind !== 'control') return refused('form');
    const link = linkOf(header, this.#writers.get(header.writerId), this.#places);
    // Nothing follows in an epoch that is over; only a contradiction of what is known is worth opening.
    const over = header.kind === 'data' ? header.epoch < this.#epoch : header.epoch <= this.#epoch;
    const rival = this.#isRoom && over && header.kind === 'control' && header.epoch === this.#epoch;
    if (link === 'past' || (over && link !== 'contradicts' && !rival)) return refused('epoch');
    if (link === 'gap' && header.kind === 'data') return held('gap');
    const keys = this.#o.keys(header.epoch, header.commitment);
    if (!keys) return header.epoch > this.#epoch ? held('key') : refused('commitment');
    const opened = openEnvelope(p, keys, envelope);
    if (!opened.ok) return refused(opened.error);
    const ops = readOps(opened.value.ops);
    if (!ops) return refused('malformed');
    const received = { envelope, envelopeId, opened: opened.value, ops };
    if (link === 'contradicts') return this.#contradiction(received);
    if (rival) return this.#rival(received);
    return header.kind === 'control' ? this.#acceptControl(received, keys) : this.#acceptData(received);
  }

  /** [ACC-3] Two envelopes of one writer at one position. It counts as a fork only once the signature is verified. */
  #contradiction(received: Received): Acceptance {
    const writer = this.#writers.get(received.envelope.header.writerId);
    return this.#checkAuthor(received, writer) ?? refused('fork');
  }

  /** [ROM-3] Another epoch after the one before, by an admin: the server let two in. Never taken, and named. */
  #rival(received: Received): Acceptance {
    const { opened, envelope } = received;
    const statement = readEpochStatement(opened.ops);
    const before = this.#controls.get(this.#epoch - 1);
    const same = statement && before && equalBytes(statement.prevControl, before);
    if (!same || roleIn(this.#roster, opened.accountId) !== 'admin') return refused('epoch');
    return this.#checkAuthor(received, this.#writers.get(envelope.header.writerId)) ?? refused('fork');
  }

  #acceptData(received: Received): Acceptance {
    const { header } = received.envelope;
    const writer = this.#writers.get(header.writerId);
    const author = this.#checkAuthor(received, writer);
    if (author) return author;
    // [ACC-10] A later epoch needs its control envelope first; an earlier one ended with the heads it listed.
    if (header.epoch > this.#epoch) return held('control');
    const time = checkLamport(received, writer, (place) => this.#places.get(place));
    if (time) return time;
    // [ACC-12]
    if (!equalBytes(received.opened.controlHead, this.controlHead)) return refused('control');
    this.#record(received);
    return applied(received);
  }

  #acceptControl(received: Received, keys: EpochKeys): Acceptance {
    const p = this.#o.primitives;
    const { envelopeId, opened } = received;
    const { header } = received.envelope;
    const statement = readEpochStatement(opened.ops);
    if (!statement) return refused('malformed');
    if (statement.epoch !== header.epoch || !equalBytes(statement.keyCommitment, keyCommitment(p, keys.key)))
      return refused('statement');
    if (!readGenesis(p, this.#o.spaceId, statement.genesis).ok) return refused('statement');
    if (this.#isRoom !== (statement.roster !== undefined)) return refused('statement');
    // [SPA-5] Where others write too, nobody passes over what they wrote.
    const alone = !this.#isRoom && this.#o.writers.length === 1;
    if (statement.begins && !alone) return refused('statement');
    // [SPA-4] An epoch follows the one before it, or starts where a wrap said a newcomer starts.
    const next = header.epoch === this.#epoch + 1;
    const follows = next && equalBytes(statement.prevControl, this.controlHead);
    const vouched = this.#o.vouched(header.epoch).some((id) => equalBytes(id, envelopeId));
    const begins = statement.begins === true && this.#o.begins?.(header.epoch) === true;
    if (!follows && !begins && !vouched) return held('control');
    // [SPA-5] What is missing before a new beginning may be gone, and is carried over to it.
    const jumped = statement.begins === true && (!follows || this.#lacks(statement));

    const heads = this.#checkHeads(statement, follows && !jumped);
    if (!heads.ok) return heads.error;
    const { writers, places } = heads.value;
    const writer = writers.get(header.writerId);
    const placeOf = (place: string): Place | undefined => this.#places.get(place) ?? places.get(place);
    const link = linkOf(header, writer, places);
    if (link === 'gap') return held('gap');
    if (link !== 'next') return refused('heads');
    const author =
      this.#checkMembers(received, statement, follows) ?? this.#checkAuthor(received, writer, true);
    if (author) return author;
    // Two epochs that name the same one as their last: both cannot be the space's.
    if (next && !follows && this.#epoch > 0) return otherPast(received);
    const position = this.#checkSigner(opened, statement);
    if (!position.ok) return position.error;
    const time = checkLamport(received, writer, placeOf);
    if (time) return time;

    for (const [id, state] of writers) this.#writers.set(id, state);
    for (const [name, place] of places) this.#place(name, place);
    this.#epoch = header.epoch;
    this.#controls.set(header.epoch, envelopeId);
    this.#chainPositions.set(opened.accountId, position.value);
    this.#roster = statement.roster ?? [];
    for (const member of this.#roster) {
      const known = Math.max(this.#chainPosition(member.account), member.position);
      this.#chainPositions.set(member.account, known);
    }
    this.#record(received);
    return { ...applied(received), opened: statement, jumped };
  }

  #lacks(statement: EpochStatement): boolean {
    return statement.heads.some(({ writerId, wseq }) => (this.#writers.get(writerId)?.wseq ?? 0) < wseq);
  }

  /**
   * [ROM-2] [ROM-3] Who may sign this epoch, and in a room whether its roster is one: each member once, the signer an
   * admin, and an admin of the epoch before where this one follows it. The chains that come along are learnt.
   */
  #checkMembers(
    { opened, ops }: Received,
    { roster }: EpochStatement,
    follows: boolean,
  ): Acceptance | undefined {
    const signer = opened.accountId;
    if (!roster) return this.#mayWrite(signer) ? undefined : refused('account');
    if (new Set(roster.map(({ account }) => account)).size !== roster.length) return refused('statement');
    const first = follows && this.#epoch === 0;
    const before = first ? signer === this.genesis.owner : roleIn(this.#roster, signer) === 'admin';
    if (roleIn(roster, signer) !== 'admin' || (follows && !before)) return refused('account');
    for (const { account, chain } of readChains(ops))
      if (roleIn(roster, account) === undefined || !this.#introduce(account, chain))
        return refused('account');
    return undefined;
  }

  /** [ROM-2] Statements of a member prove that they are the account's that the roster names, or they are nothing. */
  #introduce(account: AccountId, chain: readonly Uint8Array[]): boolean {
    const view = readChain(this.#o.primitives, chain);
    return view.ok && view.value.accountId === account && this.#o.accounts.learn(account, chain).ok;
  }

  /**
   * The writers as a statement leaves them. One that follows what this device holds must list exactly that; one
   * that a newcomer starts from may list more, but nothing this device has verified may be missing or differ.
   */
  #checkHeads(
    statement: EpochStatement,
    follows: boolean,
  ): Result<{ writers: Map<WriterId, WriterState>; places: Map<string, Place> }, Acceptance> {
    const writers = new Map(this.#writers);
    const places = new Map<string, Place>();
    for (const { writerId, ...head } of statement.heads) {
      const have = this.#writers.get(writerId);
      if (follows && (have?.wseq ?? 0) < head.wseq) return err(held('gap'));
      // Who starts again after epochs they were not in learns here which writers were shut out meanwhile.
      const known = have && !follows && head.removed ? { ...have, removed: true } : have;
      if (known && (known.wseq > head.wseq || (known.wseq === head.wseq && !sameHead(known, head))))
        return err(refused('heads'));
      places.set(`${writerId}/${head.wseq}`, head);
      writers.set(writerId, known?.wseq === head.wseq ? known : { ...head, epoch: 0 });
    }
    // A writer this device has verified but the statement leaves out was hidden from its author.
    const listed = new Set(statement.heads.map((head) => head.writerId));
    if (listed.size !== statement.heads.length) return err(refused('heads'));
    if ([...this.#writers.keys()].some((id) => !listed.has(id))) return err(refused('heads'));
    for (const id of statement.removed) {
      const state = writers.get(id);
      if (state) writers.set(id, { ...state, removed: true });
    }
    return ok({ writers, places });
  }

  /**
   * [SPA-4] The signer's device was valid in its account's chain at the point the statement names, and that point is
   * no earlier than at the last epoch the account opened. Judged there and not by what is known today, so that an
   * epoch opened before a device was shut out still reads the same after it.
   */
  #checkSigner(opened: Opened, statement: EpochStatement): Result<number, Acceptance> {
    const account = this.#o.accounts.get(opened.accountId);
    const position = account?.heads.findIndex((head) => equalBytes(head, statement.signerChainHead));
    const device = account?.devices.get(opened.deviceId);
    if (!device || position === undefined || position < 0) return err(held('chain'));
    const valid = device.addedAt <= position && (device.revokedAt ?? Infinity) > position;
    if (!valid || position < this.#chainPosition(opened.accountId)) return err(refused('device'));
    return ok(position);
  }

  #chainPosition(accountId: AccountId): number {
    return this.#chainPositions.get(accountId) ?? -1;
  }

  /** [ACC-7] [ACC-8] [ACC-9] The account may write, its device is its own, the writer is that device, and it signed. */
  #checkAuthor(
    { envelope, opened, ops }: Received,
    writer: WriterState | undefined,
    mayWrite = this.#mayWrite(opened.accountId),
  ): Acceptance | undefined {
    if (!mayWrite) return refused('account');
    if (writer?.removed) return refused('removed');
    for (const op of ops) {
      const news = v.safeParse(newsSchema, op);
      // Statements prove themselves by the root key, so they may be read before the envelope's own signature.
      if (!news.success) continue;
      const { chain } = news.output;
      const learnt = this.#isRoom
        ? this.#introduce(opened.accountId, chain)
        : this.#o.accounts.learn(opened.accountId, chain).ok;
      if (!learnt) return refused('account');
    }
    const account = this.#o.accounts.get(opened.accountId);
    const device = account?.devices.get(opened.deviceId);
    if (!device) return held('chain');
    // An epoch opened by this account after it shut the device out leaves that device no way back in.
    if ((device.revokedAt ?? Infinity) <= this.#chainPosition(opened.accountId)) return refused('device');
    if (writer) {
      if (writer.account !== opened.accountId || writer.device !== opened.deviceId) return refused('binding');
    } else {
      const key = announcedKey(ops);
      if (!key || writerIdOf(this.#o.primitives.sha256, key) !== envelope.header.writerId)
        return refused('binding');
    }
    return opened.verifyWith(device.publicKey) ? undefined : refused('signature');
  }

  #record({ envelope: { header }, envelopeId, opened }: Received): void {
    this.#writers.set(header.writerId, {
      wseq: header.wseq,
      envelopeId,
      lamport: header.lamport,
      epoch: header.epoch,
      account: opened.accountId,
      device: opened.deviceId,
      removed: false,
    });
    this.#place(`${header.writerId}/${header.wseq}`, { envelopeId, lamport: header.lamport });
  }

  #place(name: string, place: Place): void {
    this.#places.set(name, place);
    this.#known.add(toHex(place.envelopeId));
  }
}

/** An envelope on its way through the checks. */
interface Received {
  readonly envelope: Envelope;
  readonly envelopeId: EnvelopeId;
  readonly opened: Opened;
  readonly ops: readonly unknown[];
}

/** [ACC-3] How an envelope stands to its writer's chain. */
function linkOf(
  header: EnvelopeHeader,
  writer: WriterState | undefined,
  places: ReadonlyMap<string, Place>,
): 'next' | 'gap' | 'past' | 'contradicts' {
  const at = writer?.wseq ?? 0;
  // Before the place where this device joined there is nothing to compare with, and nothing to learn.
  if (header.wseq <= at) return places.has(`${header.writerId}/${header.wseq}`) ? 'contradicts' : 'past';
  if (header.wseq > at + 1) return 'gap';
  return equalBytes(header.prev, writer?.envelopeId ?? ZERO_HEAD) ? 'next' : 'contradicts';
}

/** [ACC-11] lamport = 1 + the latest of its own previous and everything it says it saw: nobody jumps the clock. */
function checkLamport(
  received: Received,
  writer: WriterState | undefined,
  placeOf: (name: string) => Place | undefined,
): Acceptance | undefined {
  const { envelope, opened } = received;
  let latest = writer?.lamport ?? 0;
  for (const seen of opened.seen) {
    const known = placeOf(`${seen.writerId}/${seen.wseq}`);
    if (!known) return held('seen');
    if (!equalBytes(known.envelopeId, seen.envelopeId)) return otherPast(received);
    latest = Math.max(latest, known.lamport);
  }
  return envelope.header.lamport === latest + 1 ? undefined : refused('lamport');
}

const sameHead = (a: Omit<WriterState, 'epoch'>, b: Omit<WriterState, 'epoch'>): boolean =>
  equalBytes(a.envelopeId, b.envelopeId) &&
  a.lamport === b.lamport &&
  a.account === b.account &&
  a.device === b.device &&
  a.removed === b.removed;

const roleIn = (roster: readonly RoomMember[], account: AccountId): RoomMember['role'] | undefined =>
  roster.find((member) => member.account === account)?.role;

const applied = ({ envelope, envelopeId, opened, ops }: Received): Applied => ({
  status: 'applied',
  envelope,
  envelopeId,
  ops,
  author: opened.accountId,
  device: opened.deviceId,
  wallMs: opened.wallMs,
});

function readOps(bytes: Uint8Array): readonly unknown[] | undefined {
  const value = decodeCbor(bytes);
  return value.ok && Array.isArray(value.value) ? value.value : undefined;
}
