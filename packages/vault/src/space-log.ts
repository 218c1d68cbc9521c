import type { Result } from '@holdfast/base';
import { equalBytes, toHex } from '@holdfast/base';
import type { AccountId, Envelope, EnvelopeId, SpaceId, WriterId } from '@holdfast/protocol';
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
import { deviceIsActive, ZERO_HEAD } from './chain.ts';
import type { Opened, Seen } from './envelope.ts';
import { openEnvelope } from './envelope.ts';
import type { EpochKeys } from './keys.ts';
import type { Primitives } from './primitives.ts';
import type { EpochStatement, Genesis } from './space.ts';
import { keyCommitment, readEpochStatement, readGenesis } from './space.ts';

/** What a space log needs to know of the accounts that may write in it. */
export interface Accounts {
  get(accountId: AccountId): AccountView | undefined;
  /** Extends a known account's chain. Accounts that are not known stay unknown: a human act introduces them. */
  learn(
    accountId: AccountId,
    statements: readonly Uint8Array[],
  ): Result<AccountView, ChainDefect | 'unknown'>;
}

export interface WriterState {
  readonly wseq: number;
  readonly envelopeId: EnvelopeId;
  readonly lamport: number;
  readonly epoch: number;
  readonly account: AccountId;
  readonly device: DeviceId;
  readonly removed: boolean;
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

export type Acceptance =
  | {
      readonly status: 'applied';
      readonly envelope: Envelope;
      readonly envelopeId: EnvelopeId;
      readonly author: AccountId;
      readonly device: DeviceId;
      readonly wallMs: number;
      readonly ops: readonly unknown[];
      readonly opened?: EpochStatement;
    }
  | { readonly status: 'duplicate' }
  | { readonly status: 'held'; readonly reason: Held }
  | { readonly status: 'refused'; readonly reason: Refusal };

const held = (reason: Held): Acceptance => ({ status: 'held', reason });
const refused = (reason: Refusal): Acceptance => ({ status: 'refused', reason });

/** Ops the log itself reads: a writer's introduction, and news of its account's chain. */
const announceSchema = v.strictObject({
  op: v.literal('announce'),
  key: bytesSchema(32),
  chain: v.array(byteString),
});
const chainSchema = v.strictObject({ op: v.literal('chain'), chain: v.array(byteString) });

export interface SpaceLogOptions {
  readonly primitives: Primitives;
  readonly spaceId: SpaceId;
  readonly genesis: Uint8Array;
  /** Who may write: the owner, and in a pair space also the other account. */
  readonly writers: readonly AccountId[];
  readonly accounts: Accounts;
  /**
   * The held key of an epoch that fits the commitment. Two devices that start an epoch at once leave two keys for
   * one number; the commitment in the header tells which one the space went on with.
   */
  readonly keys: (epoch: number, commitment: Uint8Array) => EpochKeys | undefined;
  /** Control envelopes vouched for by a wrap or by this account's own records: where a newcomer may start. */
  readonly vouched: (epoch: number) => EnvelopeId | undefined;
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
  /** Lamport time of every verified envelope, by id. */
  readonly #lamports = new Map<string, number>();
  /** Verified id at each writer's position: what a fork would contradict. */
  readonly #ids = new Map<string, EnvelopeId>();

  constructor(options: SpaceLogOptions) {
    this.#o = options;
    const genesis = readGenesis(options.primitives, options.spaceId, options.genesis);
    if (!genesis.ok) throw new Error('The genesis does not belong to this space');
    this.genesis = genesis.value;
  }

  get spaceId(): SpaceId {
    return this.#o.spaceId;
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
    }));
  }

  /** Whether these bytes are already part of the log. */
  has(bytes: Uint8Array): boolean {
    const parsed = parseEnvelope(bytes);
    return parsed.ok && this.#lamports.has(toHex(envelopeIdOf(this.#o.primitives.sha256, parsed.value)));
  }

  accept(bytes: Uint8Array): Acceptance {
    const p = this.#o.primitives;
    const parsed = parseEnvelope(bytes);
    if (!parsed.ok) return refused('form');
    const envelope = parsed.value;
    const { header } = envelope;
    if (header.spaceId !== this.#o.spaceId) return refused('space');
    const envelopeId = envelopeIdOf(p.sha256, envelope);
    if (this.#lamports.has(toHex(envelopeId))) return { status: 'duplicate' };
    if (header.kind !== 'data' && header.kind !== 'control') return refused('form');
    if (header.kind === 'data') {
      const early = this.#checkChain(envelope, this.#writers.get(header.writerId));
      if (early) return early;
    }
    const keys = this.#o.keys(header.epoch, header.commitment);
    if (!keys) return held('key');
    const opened = openEnvelope(p, keys, envelope);
    if (!opened.ok) return refused(opened.error);
    return header.kind === 'control'
      ? this.#acceptControl(envelope, envelopeId, opened.value, keys)
      : this.#acceptData(envelope, envelopeId, opened.value);
  }

  /** [ACC-3] The envelope continues its writer's chain. */
  #checkChain({ header }: Envelope, writer: WriterState | undefined): Acceptance | undefined {
    const at = writer?.wseq ?? 0;
    if (header.wseq <= at) {
      const known = this.#ids.get(`${header.writerId}/${header.wseq}`);
      // Older than where this device joined: nothing to compare with, and nothing to learn.
      return known ? refused('fork') : refused('epoch');
    }
    if (header.wseq > at + 1) return held('gap');
    if (!equalBytes(header.prev, writer?.envelopeId ?? ZERO_HEAD)) return refused('fork');
    return undefined;
  }

  #acceptData(envelope: Envelope, envelopeId: EnvelopeId, opened: Opened): Acceptance {
    const { header } = envelope;
    const ops = readOps(opened.ops);
    if (!ops) return refused('malformed');
    const writer = this.#writers.get(header.writerId);
    const author = this.#checkAuthor(envelope, opened, ops, writer);
    if (author) return author;
    // [ACC-10] A later epoch needs its control envelope first; an earlier one ended with the heads it listed.
    if (header.epoch > this.#epoch) return held('control');
    if (header.epoch < this.#epoch || header.epoch < (writer?.epoch ?? 0)) return refused('epoch');
    const time = this.#checkLamport(envelope, opened, writer, this.#lamports);
    if (time) return time;
    // [ACC-12]
    if (!equalBytes(opened.controlHead, this.controlHead)) return refused('control');
    this.#record(envelope, envelopeId, opened);
    return this.#applied(envelope, envelopeId, opened, ops);
  }

  #acceptControl(envelope: Envelope, envelopeId: EnvelopeId, opened: Opened, keys: EpochKeys): Acceptance {
    const p = this.#o.primitives;
    const { header } = envelope;
    const ops = readOps(opened.ops);
    const statement = ops && readEpochStatement(opened.ops);
    if (!ops || !statement) return refused('malformed');
    if (statement.epoch !== header.epoch || !equalBytes(statement.keyCommitment, keyCommitment(p, keys.key)))
      return refused('statement');
    if (!readGenesis(p, this.#o.spaceId, statement.genesis).ok) return refused('statement');
    if (header.epoch <= this.#epoch) return refused('epoch');
    // [SPA-4] An epoch follows the one before it, or starts where a wrap said a newcomer starts.
    const follows = header.epoch === this.#epoch + 1 && equalBytes(statement.prevControl, this.controlHead);
    const vouched = this.#o.vouched(header.epoch);
    const jump = !follows;
    if (jump && !(vouched && equalBytes(vouched, envelopeId))) return held('control');
    const writers = new Map(this.#writers);
    for (const head of statement.heads) {
      const have = writers.get(head.writerId);
      if (have && !jump && (have.wseq !== head.wseq || !equalBytes(have.envelopeId, head.envelopeId)))
        return have.wseq < head.wseq ? held('gap') : refused('heads');
      if (!have && !jump) return held('gap');
      if (!have || have.wseq < head.wseq) {
        const { wseq, envelopeId: id, lamport, account, device } = head;
        writers.set(head.writerId, {
          wseq,
          envelopeId: id,
          lamport,
          account,
          device,
          epoch: 0,
          removed: false,
        });
      }
    }
    // A writer this device has verified but the statement leaves out was hidden from its author: not an honest epoch.
    const listed = new Set(statement.heads.map((head) => head.writerId));
    if ([...this.#writers].some(([id, state]) => !state.removed && !listed.has(id))) return refused('heads');
    for (const id of statement.removed) {
      const state = writers.get(id);
      if (state) writers.set(id, { ...state, removed: true });
    }
    const writer = writers.get(header.writerId);
    const chain = this.#checkChain(envelope, writer);
    if (chain) return chain;
    const author = this.#checkAuthor(envelope, opened, ops, writer);
    if (author) return author;
    const account = this.#o.accounts.get(opened.accountId);
    if (!account || !deviceIsActive(account, opened.deviceId)) return refused('device');
    if (!account.heads.some((head) => equalBytes(head, statement.signerChainHead))) return held('chain');
    const lamports = new Map(statement.heads.map((head) => [toHex(head.envelopeId), head.lamport]));
    const time = this.#checkLamport(envelope, opened, writer, {
      get: (id) => this.#lamports.get(id) ?? lamports.get(id),
    });
    if (time) return time;
    for (const [id, state] of writers) this.#writers.set(id, state);
    for (const [id, lamport] of lamports) this.#lamports.set(id, lamport);
    this.#epoch = header.epoch;
    this.#controls.set(header.epoch, envelopeId);
    this.#record(envelope, envelopeId, opened);
    return { ...this.#applied(envelope, envelopeId, opened, ops), opened: statement } as Acceptance;
  }

  /** [ACC-7] [ACC-8] [ACC-9] The account may write, its device is its own, the writer is that device, and it signed. */
  #checkAuthor(
    { header }: Envelope,
    opened: Opened,
    ops: readonly unknown[],
    writer: WriterState | undefined,
  ): Acceptance | undefined {
    if (!this.#o.writers.includes(opened.accountId)) return refused('account');
    if (writer?.removed) return refused('removed');
    for (const op of ops) {
      const news = v.safeParse(v.variant('op', [announceSchema, chainSchema]), op);
      // Statements prove themselves by the root key, so they may be read before the envelope's own signature.
      if (news.success && !this.#o.accounts.learn(opened.accountId, news.output.chain).ok)
        return refused('account');
    }
    const account = this.#o.accounts.get(opened.accountId);
    const device = account?.devices.get(opened.deviceId);
    if (!device) return held('chain');
    if (writer) {
      if (writer.account !== opened.accountId || writer.device !== opened.deviceId) return refused('binding');
    } else {
      const announce = v.safeParse(announceSchema, ops[0]);
      if (!announce.success) return refused('binding');
      if (writerIdOf(this.#o.primitives.sha256, announce.output.key) !== header.writerId)
        return refused('binding');
    }
    return opened.verifyWith(device.publicKey) ? undefined : refused('signature');
  }

  /** [ACC-11] lamport = 1 + the latest of its own previous and everything it says it saw: nobody jumps the clock. */
  #checkLamport(
    { header }: Envelope,
    opened: Opened,
    writer: WriterState | undefined,
    lamports: { get(id: string): number | undefined },
  ): Acceptance | undefined {
    let latest = writer?.lamport ?? 0;
    for (const seen of opened.seen) {
      const known = this.#ids.get(`${seen.writerId}/${seen.wseq}`);
      if (known && !equalBytes(known, seen.envelopeId)) return refused('fork');
      const lamport = lamports.get(toHex(seen.envelopeId));
      if (lamport === undefined) return held('seen');
      latest = Math.max(latest, lamport);
    }
    return header.lamport === latest + 1 ? undefined : refused('lamport');
  }

  #record({ header }: Envelope, envelopeId: EnvelopeId, opened: Opened): void {
    this.#writers.set(header.writerId, {
      wseq: header.wseq,
      envelopeId,
      lamport: header.lamport,
      epoch: header.epoch,
      account: opened.accountId,
      device: opened.deviceId,
      removed: false,
    });
    this.#lamports.set(toHex(envelopeId), header.lamport);
    this.#ids.set(`${header.writerId}/${header.wseq}`, envelopeId);
  }

  #applied(envelope: Envelope, envelopeId: EnvelopeId, opened: Opened, ops: readonly unknown[]): Acceptance {
    return {
      status: 'applied',
      envelope,
      envelopeId,
      ops,
      author: opened.accountId,
      device: opened.deviceId,
      wallMs: opened.wallMs,
    };
  }
}

function readOps(bytes: Uint8Array): readonly unknown[] | undefined {
  const value = decodeCbor(bytes);
  return value.ok && Array.isArray(value.value) ? value.value : undefined;
}
