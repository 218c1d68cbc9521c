import type { Result } from '@holdfast/base';
import { EMPTY, equalBytes, err, idBytes, ok, toHex } from '@holdfast/base';
import type {
  AccountId,
  CborValue,
  Envelope,
  EnvelopeId,
  SpaceId,
  StoredEnvelope,
  WriterId,
} from '@holdfast/protocol';
import { decodeCbor, encodeCbor, envelopeIdOf, parseEnvelope, writerIdOf } from '@holdfast/protocol';
import type { Acceptance, Accounts, DeviceId, EpochKeys, Held, Primitives, SignKeys } from '@holdfast/vault';
import { openCarried, openEnvelope, sealCarried, sealEnvelope, SpaceLog, writerSeed } from '@holdfast/vault';
import * as v from 'valibot';
import type { Op, Position, RecordView } from './op.ts';
import { Places } from './places.ts';
import { RecordStore } from './record-store.ts';
import type { BeginningState } from './replica-formats.ts';
import {
  carriedAllSchema,
  carriedSchema,
  entrySchema,
  flightSchema,
  newState,
  noBeginning,
  readStored,
  snapshotSchema,
  stateSchema,
} from './replica-formats.ts';
import type { OutboxEntry } from './replica-ops.ts';
import { isCarried, isDeletion, isWrap, ownOps, withoutSuperseded } from './replica-ops.ts';
import type { Storage, StorageFailure, Write } from './storage.ts';

/** Ops are sealed in batches of at most this many to an envelope (PROTOCOL: an offline backlog stays small). */
const BATCH_OPS = 50;
/** Envelopes verified since the last snapshot before the next one is worth writing. */
const SNAPSHOT_AFTER = 200;
/** Room for one write inside an envelope, bytes of CBOR. */
const WRITE_BYTES = 120 * 1024;
/** Room for one part of what is carried over to a new beginning, so that its op fits a write. */
const CARRIED_BYTES = 100 * 1024;
/** [REP-1] Envelopes of a space that may wait here for something before them, and their bytes. */
const HELD_MOST = 1_000;
const HELD_BYTES = 8 * 1024 * 1024;
/** [REP-1] Refused envelopes of a space that are kept as proof of a contradiction. */
const PROOFS_MOST = 16;

export interface ReplicaOptions {
  readonly primitives: Primitives;
  readonly storage: Storage;
  /** Seals and opens what the phone keeps in its own words, under the local key. */
  readonly local: {
    seal(name: string, bytes: Uint8Array): Uint8Array;
    open(name: string, box: Uint8Array): Uint8Array | undefined;
  };
  readonly spaceId: SpaceId;
  readonly genesis: Uint8Array;
  readonly writers: readonly AccountId[];
  readonly accounts: Accounts;
  readonly keys: (epoch: number, commitment: Uint8Array) => EpochKeys | undefined;
  readonly vouched: (epoch: number) => readonly EnvelopeId[];
  readonly begins?: (epoch: number) => boolean;
  readonly self: {
    readonly accountId: AccountId;
    readonly deviceId: DeviceId;
    readonly seed: Uint8Array;
    readonly keys: SignKeys;
  };
  /** Own shared chain, for the first envelope of a writer. */
  readonly chain: () => readonly Uint8Array[];
  /** Wall clock to write into envelopes, ms; 0 where the space keeps no times. */
  readonly wallMs: () => number;
  /** Envelopes verified between snapshots; 200 unless told. Simulations use small ones. */
  readonly snapshotAfter?: number;
  /**
   * Called when a writer signed two things for one place: somebody was shown another history. Where only what its author
   * says of the past speaks for that, with the author's account.
   */
  readonly onFork: (claimedBy: AccountId | undefined) => void;
  /** Called for every envelope applied. `replay` is true for those that were already stored on this device. */
  readonly onApplied: (applied: Extract<Acceptance, { status: 'applied' }>, replay: boolean) => void;
}

export interface Beginning {
  /** 0 for none. */
  readonly epoch: number;
  /** Server position of its control envelope; 0 where it is not known. */
  readonly seq: number;
  /** All that was carried over to it is here. */
  readonly complete: boolean;
  /** Parts of that wait here to be sent. */
  readonly carrying: boolean;
  /** What came before some new beginning is gone from this device. */
  readonly purged: boolean;
  /** The server has deleted what came before this one. */
  readonly dropped: boolean;
}

export interface Writer {
  readonly keys: SignKeys;
  readonly writerId: WriterId;
}

/** An envelope that waits for something before it, and where it is stored. */
interface HeldBack {
  readonly bytes: Uint8Array;
  readonly reason: Held;
  readonly place: string;
}

/**
 * One space on this device: its verified log, its records, what is still to be sent, and where all of that is
 * stored. Knows nothing of the network: callers hand in what was pulled and take out what is to be pushed.
 */
export class SpaceReplica {
  readonly store = new RecordStore();
  #log: SpaceLog;
  readonly #o: ReplicaOptions;
  readonly #prefix: string;
  #state = newState();
  #beginning: BeginningState = { ...noBeginning };
  #epochs = new Places();
  #outbox: OutboxEntry[] = [];
  /** The same without what later writes replace; undefined where something was written since it was worked out. */
  #lean: OutboxEntry[] | undefined;
  /** What was sent last was sent for its position the first time. */
  #sentOnce = false;
  #flight: { bytes: Uint8Array; tokens: readonly string[] } | undefined;
  #held: HeldBack[] = [];
  /** Refused as contradictions since the last commit: proof, as far as there is room for it. */
  #proofs: Uint8Array[] = [];
  /** What the storage had no room for; it goes along with the next commit. */
  #unsaved: Write[] = [];
  #nextToken = 1;
  #sinceSnapshot = 0;
  /** Commitment of each epoch's control envelope: which of several held keys the space went on with. */
  #commitments = new Map<number, Uint8Array>();
  #places = new Map<number, number>();
  readonly #given = new Map<WriterId, number>();
  /** Writers this device has been here, by incarnation, as far as they were asked for. */
  readonly #writers = new Map<number, Writer>();

  constructor(options: ReplicaOptions) {
    this.#o = options;
    this.#prefix = `s/${options.spaceId}/`;
    this.#log = new SpaceLog(options);
  }

  get log(): SpaceLog {
    return this.#log;
  }
  get spaceId(): SpaceId {
    return this.#o.spaceId;
  }
  /** Highest server position pulled so far. */
  get cursor(): number {
    return this.#state.cursor;
  }
  /** Writes not yet acknowledged by the server. */
  get waiting(): number {
    return this.#outbox.length;
  }
  /** Of those, what a person wrote: parts that are carried over were at the server before. */
  get waitingWords(): number {
    return this.#outbox.filter(({ ops }) => !ops.every(isCarried)).length;
  }
  /** Envelopes refused for good since this device joined. */
  get refused(): number {
    return this.#state.refused;
  }
  /** Envelopes that wait for something before them. */
  get heldCount(): number {
    return this.#held.length;
  }

  get held(): readonly Uint8Array[] {
    return this.#held.map(({ bytes }) => bytes);
  }
  /** Whether it is known what the server gives at the cursor. */
  get knowsTop(): boolean {
    return this.#state.cursor > 0 && this.#state.top.length > 0 && this.log.epoch > 0;
  }
  /** Whether this is what the server gave at the cursor before. */
  isTop(bytes: Uint8Array): boolean {
    return equalBytes(this.#hash(bytes), this.#state.top);
  }
  /** The latest position that the server gave to something of this device's or named, since it was last restored. */
  get reached(): number {
    return this.#state.reached;
  }
  /** A restored server lacks something of this device's that could not be sent again yet. */
  get isBehind(): boolean {
    return this.#state.behind;
  }
  /**
   * [REP-6] A server that went back goes on with something that this log cannot take: a statement that does not know all
   * that is here, or words in an epoch that is over here.
   */
  get isLeftBehind(): boolean {
    return this.#state.stray.length > 0;
  }
  /** The space is being read from its start, because the server went back. */
  get isRewound(): boolean {
    return this.#state.rewound;
  }
  /** Envelopes that name one before them which never came. After a full pull an honest server leaves none. */
  get gaps(): number {
    const owner = this.log.genesis.owner === this.#o.self.accountId;
    const missing = this.#lacks && owner ? 1 : 0;
    return missing + this.#held.filter(({ reason }) => reason === 'gap' || reason === 'seen').length;
  }

  /** Something from before a new beginning was not carried over to here yet. */
  get #lacks(): boolean {
    return this.#beginning.jumped && !this.#beginning.complete;
  }

  /** [SPA-5] The latest new beginning of the space. */
  get beginning(): Beginning {
    const { epoch, complete } = this.#beginning;
    const { beganAt: seq, purged, dropped } = this.#state;
    const carrying = this.#outbox.some(({ ops }) => ops.some(isCarried));
    return { epoch, seq, complete, carrying, purged: purged > 0, dropped: dropped === epoch };
  }
  /** Deletions whose records still stand in stored envelopes, here and at the server. */
  get deletions(): number {
    return this.#beginning.deletions;
  }

  /** This device's writing key here, and the id the server knows it by. */
  get writer(): Writer {
    return this.#writerOf(this.#state.incarnation);
  }
  /** Every writer this device has been here, the present one last. */
  get writers(): Writer[] {
    return Array.from({ length: this.#state.incarnation + 1 }, (_, n) => this.#writerOf(n));
  }
  #writerOf(incarnation: number): Writer {
    const p = this.#o.primitives;
    const known = this.#writers.get(incarnation);
    if (known) return known;
    const keys = p.signKeys(writerSeed(p, this.#o.self.seed, idBytes(this.spaceId), incarnation));
    const writer = { keys, writerId: writerIdOf(p.sha256, keys.publicKey) };
    this.#writers.set(incarnation, writer);
    return writer;
  }

  /** Reads what this device stored. Call once, before anything else. */
  async load(): Promise<Result<void, StorageFailure>> {
    const { storage } = this.#o;
    // Asked for at once: on a slow phone each answer waits for its turn, whatever it holds.
    const [state, snapshot, flight, waiting] = await Promise.all([
      storage.get(`${this.#prefix}c`),
      storage.get(`${this.#prefix}z`),
      storage.get(`${this.#prefix}f`),
      storage.scan(`${this.#prefix}o/`),
    ]);
    if (!state.ok) return state;
    if (!snapshot.ok) return snapshot;
    if (!flight.ok) return flight;
    if (!waiting.ok) return waiting;
    this.#state = (state.value && readStored(stateSchema, state.value)) ?? this.#state;
    const envelopes = await storage.scan(this.#shelf());
    if (!envelopes.ok) return envelopes;
    if (snapshot.value) this.#restore(snapshot.value);
    this.#flight = flight.value && readStored(flightSchema, flight.value);
    this.#outbox = waiting.value.flatMap(([key, value]) => {
      const box = this.#o.local.open(key, value);
      const entry = box && readStored(entrySchema, box);
      const token = key.slice(this.#prefix.length + 2);
      return entry ? [{ token, ops: entry.ops as CborValue[] }] : [];
    });
    this.#nextToken = Math.floor(Number(this.#outbox.at(-1)?.token ?? 0)) + 1;
    this.store.batch(() => {
      for (const [place, bytes] of envelopes.value) this.#take(bytes, place, true);
      this.#retryHeld(this.#unsaved, true);
      for (const { token, ops } of this.#outbox)
        this.store.addPending(token, ops as unknown as readonly Op[]);
    });
    this.#askForLeft();
    return ok(undefined);
  }

  /**
   * Keeps what verifying has come to, sealed under the local key, once enough envelopes have gone by since the last
   * time, so that opening a long space stays quick. The envelopes themselves stay. Call when everything the applied
   * envelopes asked for was done: they are not shown again.
   */
  async snapshotIfDue(): Promise<Result<void, StorageFailure>> {
    const purges = this.#beginning.epoch > this.#state.purged;
    if (!purges && this.#sinceSnapshot < (this.#o.snapshotAfter ?? SNAPSHOT_AFTER)) return ok(undefined);
    const gone = purges ? await this.#beforeBeginning() : ok([]);
    if (!gone.ok) return gone;
    const name = `${this.#prefix}z`;
    const snapshot = encodeCbor({
      log: this.#log.toState(),
      records: this.store.toSnapshot(),
      commitments: [...this.#commitments].map(([epoch, commitment]) => [epoch, commitment]),
      places: this.#epochs.toRuns() as never,
      beginning: this.#beginning,
    });
    const { purged } = this.#state;
    this.#state.purged = this.#beginning.epoch;
    this.#state.shelf += 1;
    // What waits moves along, or opening would find it no more.
    const before = this.#held;
    this.#held = before.map((waiting) => ({ ...waiting, place: this.#nextPlace() }));
    const moved = [
      ...before.map(({ place }) => ({ key: place, value: undefined })),
      ...this.#held.map(({ place, bytes }) => ({ key: place, value: bytes })),
    ];
    const stored = await this.#commit(
      [{ key: name, value: this.#o.local.seal(name, snapshot) }, ...gone.value, ...moved],
      'once',
    );
    if (stored.ok) this.#sinceSnapshot = 0;
    else {
      this.#held = before;
      this.#state.shelf -= 1;
      this.#state.purged = purged;
    }
    return stored;
  }

  /** [SPA-5] Removals of every stored envelope that is older than the new beginning: what stands was carried over. */
  async #beforeBeginning(): Promise<Result<Write[], StorageFailure>> {
    const kept = await this.#o.storage.scan(`${this.#prefix}e`);
    if (!kept.ok) return kept;
    const refused = await this.#o.storage.scan(`${this.#prefix}q/`);
    if (!refused.ok) return refused;
    return ok(
      [...kept.value, ...refused.value].flatMap(([key, bytes]) => {
        const parsed = parseEnvelope(bytes);
        const stays = parsed.ok && parsed.value.header.epoch >= this.#beginning.epoch;
        return stays ? [] : [{ key, value: undefined }];
      }),
    );
  }

  /**
   * [SPA-6] Ops that carry what stands over to a new beginning, each to be written by itself and the last one last.
   * Undefined where a record is too large to be carried, a key is missing, or this device lacks something itself: then
   * nothing may be deleted.
   */
  carried(beginning = this.#beginning.epoch): readonly (readonly CborValue[])[] | undefined {
    if (this.#lacks) return undefined;
    const { primitives: p } = this.#o;
    const epochOf = (at: Position) => this.#epochs.epochOf(at) ?? 0;
    const before = new Set([0, ...this.#epochs.toRuns().map(([epoch]) => epoch)]);
    // The private space has no readers to keep apart, and forgets the keys of old epochs.
    const groups =
      this.log.genesis.mode === 'private'
        ? [{ epoch: this.log.epoch, only: (at: Position) => epochOf(at) < beginning }]
        : [...before]
            .filter((epoch) => epoch < beginning)
            .map((epoch) => ({ epoch, only: (at: Position) => epochOf(at) === epoch }));
    const writes: CborValue[][] = [];
    for (const { epoch, only } of groups) {
      const parts = this.store.toParts(CARRIED_BYTES, only);
      const keys = this.keysOf(epoch);
      if (!parts || (parts.length > 0 && !keys)) return undefined;
      for (const part of parts) {
        const box = sealCarried(p, this.spaceId, keys!, part);
        writes.push([{ op: 'carried', epoch, commitment: keys!.commitment, box }]);
      }
    }
    return [...writes, [{ op: 'carried-all', epoch: beginning }]];
  }

  /** The server has deleted what came before the latest new beginning. */
  async noteDropped(): Promise<Result<void, StorageFailure>> {
    this.#state.dropped = this.#beginning.epoch;
    return this.#commit([]);
  }

  /**
   * Prepares a write: storage entries to commit (alone or together with other spaces'), and what to do once they
   * are durable. The change is visible after `done`, and survives a crash from then on.
   */
  prepare(ops: readonly CborValue[]): Result<{ writes: Write[]; done: () => void }, 'too-large'> {
    const bytes = encodeCbor({ ops });
    if (bytes.length > WRITE_BYTES) return err('too-large');
    const token = String(this.#nextToken++).padStart(10, '0');
    const key = `${this.#prefix}o/${token}`;
    return ok({
      writes: [{ key, value: this.#o.local.seal(key, bytes) }],
      done: () => {
        this.#outbox.push({ token, ops });
        this.#lean = undefined;
        this.store.addPending(token, ops as unknown as readonly Op[]);
      },
    });
  }

  /** Takes in pulled envelopes, oldest first, and stores them with the new cursor in one commit. */
  async receive(envelopes: readonly StoredEnvelope[]): Promise<Result<void, StorageFailure>> {
    const writes: Write[] = [];
    let top: Uint8Array | undefined;
    this.store.batch(() => {
      // What waited may be readable by now. A later epoch that is vouched for would pass it over.
      this.#retryHeld(writes);
      for (const { seq, bytes } of envelopes) {
        this.#keep(bytes, seq, writes);
        this.#notePlace(bytes, seq);
        if (seq >= this.#state.cursor) top = bytes;
        this.#state.cursor = Math.max(this.#state.cursor, seq);
      }
      if (top) this.#state.top = this.#hash(top);
      this.#retryHeld(writes);
    });
    this.#noteStray(envelopes);
    this.#settleFlight(writes);
    return this.#commit(writes);
  }

  /** Stores what the storage had no room for. Where nothing is left over, does nothing. */
  async saveLeftOver(): Promise<Result<void, StorageFailure>> {
    return this.#unsaved.length > 0 ? this.#commit([]) : ok(undefined);
  }

  /** Tries waiting envelopes again, after new keys or chains arrived. */
  retry(): void {
    this.store.batch(() => this.#retryHeld(this.#unsaved));
  }

  /**
   * The next envelope to push, sealed under the current epoch and stored before it is sent, so that a lost answer
   * can be asked for again with the same bytes. Undefined when nothing waits or the space has no epoch yet.
   */
  async sealNext(): Promise<Result<Uint8Array | undefined, StorageFailure>> {
    if (this.#flight && this.#flightIsCurrent()) {
      const { bytes } = this.#flight;
      const noted = this.#noteSent(bytes) ? await this.#commit([], 'once') : ok(undefined);
      return noted.ok ? ok(bytes) : noted;
    }
    if (this.#outbox.length === 0 || this.log.epoch === 0) return ok(undefined);
    const free = await this.readyToSeal();
    if (!free.ok) return free;
    const batch: OutboxEntry[] = [];
    let count = 0;
    let size = 0;
    for (const entry of (this.#lean ??= withoutSuperseded(this.#outbox))) {
      count += entry.ops.length;
      size += encodeCbor(entry.ops).length;
      if (batch.length > 0 && (count > BATCH_OPS || size > WRITE_BYTES)) break;
      batch.push(entry);
    }
    const bytes = this.seal(
      'data',
      batch.flatMap((entry) => entry.ops),
    );
    if (!bytes) return ok(undefined);
    const flight = { bytes, tokens: batch.map((entry) => entry.token) };
    this.#noteSent(bytes);
    const stored = await this.#commit([{ key: `${this.#prefix}f`, value: encodeCbor(flight) }], 'once');
    // What is not stored is not sent: after a crash nobody would know it as one's own.
    if (!stored.ok) return stored;
    this.#flight = flight;
    return ok(bytes);
  }

  /** Seals ops as this device's next envelope, introducing the writer when it is its first. */
  seal(
    kind: 'data' | 'control',
    ops: readonly CborValue[],
    as?: { keys: EpochKeys },
  ): Uint8Array | undefined {
    const { primitives: p, self, spaceId } = this.#o;
    const { keys: writerKeys, writerId } = this.writer;
    const keys = as?.keys ?? this.currentKeys();
    if (!keys || this.log.writer(writerId)?.removed) return undefined;
    const next = this.log.next(writerId);
    const introduction: CborValue[] =
      next.wseq === 1 ? [{ op: 'announce', key: writerKeys.publicKey, chain: [...this.#o.chain()] }] : [];
    return sealEnvelope(p, keys, self.keys, {
      kind,
      spaceId,
      writerId,
      ...next,
      accountId: self.accountId,
      deviceId: self.deviceId,
      controlHead: this.log.controlHead,
      wallMs: this.#o.wallMs(),
      ops: encodeCbor([...introduction, ...ops]),
    }).bytes;
  }

  /** To be called before an envelope that `sealNext` did not give is sent: its position counts as used from here on. */
  async sending(bytes: Uint8Array): Promise<Result<void, StorageFailure>> {
    this.#noteSent(bytes);
    return this.#commit([]);
  }
  /** True where nothing was sent for its position before, or all of that was refused. */
  #noteSent(bytes: Uint8Array): boolean {
    const parsed = parseEnvelope(bytes);
    const wseq = parsed.ok ? parsed.value.header.wseq : 0;
    this.#sentOnce = wseq > this.#state.sent;
    this.#state.sent = Math.max(this.#state.sent, wseq);
    return this.#sentOnce;
  }

  /** The server said that it did not take what was sent last: its position is free, unless that was sent before. */
  async refusedLast(): Promise<Result<void, StorageFailure>> {
    this.#freePosition();
    return this.#commit([]);
  }
  #freePosition(): void {
    if (this.#sentOnce) this.#state.sent = this.#ownPosition();
  }
  #ownPosition(): number {
    return this.log.writer(this.writer.writerId)?.wseq ?? 0;
  }

  /**
   * [REP-5] Goes on as a new writer where something was sent for the next position, nobody said what became of it, and
   * something else is to be sealed now: a server that went back since may have shown it to somebody. Call after a pull.
   */
  async leaveUsed(): Promise<Result<void, StorageFailure>> {
    return this.#state.sent > this.#ownPosition() ? this.reincarnate() : ok(undefined);
  }
  /** [REP-5] The same before what waits is sealed. From here on it is known which writer will send it. */
  async readyToSeal(): Promise<Result<void, StorageFailure>> {
    return this.#outbox.length > 0 && !this.#flightIsCurrent() ? this.leaveUsed() : ok(undefined);
  }

  /**
   * Goes on as a new writer where a position was used before the server was restored and its envelope is not to be
   * found: somebody may have read it, and another one in its place would look like a fork. Call after a full pull.
   */
  async leaveDoubt(): Promise<Result<void, StorageFailure>> {
    if (!this.#state.rewound) return ok(undefined);
    this.#state.rewound = false;
    // What waits to be sent again as it is leaves no doubt: somebody may have read that, and waits for it.
    const leaves = this.#state.sent > this.#ownPosition() && !this.#flightIsCurrent();
    return leaves ? this.reincarnate() : this.#commit([]);
  }

  /** The server stored the envelope in flight at this position. */
  async acknowledged(bytes: Uint8Array, seq: number): Promise<Result<void, StorageFailure>> {
    const writes: Write[] = [];
    this.store.batch(() => {
      this.#keep(bytes, seq, writes);
      this.#notePlace(bytes, seq);
      this.#state.reached = Math.max(this.#state.reached, seq);
      // Only a position right after the cursor may move it: what lies between was not pulled yet.
      if (seq === this.#state.cursor + 1) Object.assign(this.#state, { cursor: seq, top: this.#hash(bytes) });
      this.#settleFlight(writes);
      this.#retryHeld(writes);
    });
    return this.#commit(writes);
  }

  /** Forgets the sealed form of what waits, which the server did not take; it is sealed anew under the then current epoch. */
  async unseal(): Promise<Result<void, StorageFailure>> {
    this.#flight = undefined;
    this.#freePosition();
    return this.#commit([{ key: `${this.#prefix}f`, value: undefined }]);
  }

  /**
   * The server holds another envelope at this writer's position: this device's storage was copied or set back.
   * Goes on as a new writer, so that no two envelopes ever share a place.
   */
  async reincarnate(): Promise<Result<void, StorageFailure>> {
    this.#state.incarnation += 1;
    this.#state.sent = 0;
    return this.unseal();
  }

  /** Envelopes that are stored here and part of the log, in order of time: to heal a server that was restored. */
  async stored(): Promise<Result<Envelope[], StorageFailure>> {
    const found = await this.#o.storage.scan(`${this.#prefix}e`);
    if (!found.ok) return found;
    const envelopes = found.value.flatMap(([, bytes]) => {
      const parsed = this.log.has(bytes) ? parseEnvelope(bytes) : undefined;
      return parsed?.ok ? [parsed.value] : [];
    });
    return ok(envelopes.toSorted((a, b) => a.header.lamport - b.header.lamport));
  }

  /** What a stored envelope says; undefined where its key is no longer held. */
  opsOf(envelope: Envelope): readonly CborValue[] | undefined {
    const { epoch, commitment } = envelope.header;
    const keys = this.#o.keys(epoch, commitment);
    const opened = keys && openEnvelope(this.#o.primitives, keys, envelope);
    const ops = opened?.ok ? decodeCbor(opened.value.ops) : undefined;
    return ops?.ok && Array.isArray(ops.value) ? ops.value : undefined;
  }

  /**
   * Pairs of stored envelopes that one writer signed for one place: the one that is part of the log, and one that
   * was refused because of it. What a fork leaves behind.
   */
  async contradictions(): Promise<Result<(readonly [Envelope, Envelope])[], StorageFailure>> {
    const refused = await this.#o.storage.scan(`${this.#prefix}q/`);
    if (!refused.ok) return refused;
    const kept = await this.#o.storage.scan(`${this.#prefix}e`);
    if (!kept.ok) return kept;
    const place = ({ header }: Envelope): string => `${header.writerId}/${header.wseq}`;
    const parsed = (entries: readonly (readonly [string, Uint8Array])[]): Envelope[] =>
      entries.flatMap(([, bytes]) => {
        const envelope = parseEnvelope(bytes);
        return envelope.ok ? [envelope.value] : [];
      });
    const known = new Map(
      parsed(kept.value)
        .filter(({ bytes }) => this.log.has(bytes))
        .map((envelope) => [place(envelope), envelope]),
    );
    return ok(
      parsed(refused.value).flatMap((second) => {
        const first = known.get(place(second));
        return first ? [[first, second] as const] : [];
      }),
    );
  }

  /** The highest position of a writer that the server gave since the space is read from its start; 0 for none. */
  givenOf(writerId: WriterId): number {
    return this.#given.get(writerId) ?? 0;
  }

  /**
   * Reads the space again from its start, because the server's positions are no longer those it gave before.
   * @param wentBack whether the server is known to have gone back
   */
  async rewind(wentBack = false): Promise<Result<void, StorageFailure>> {
    const start = { cursor: 0, top: EMPTY, left: 0, beganAt: 0, dropped: 0, stray: EMPTY, reached: 0 };
    // [ROM-3] Of two histories of a room neither side takes the other's.
    const isRoom = this.log.genesis.mode === 'room';
    const went = !isRoom && (wentBack || this.#state.wentBack);
    Object.assign(this.#state, start, { rewound: true, wentBack: went });
    this.#places.clear();
    this.#given.clear();
    this.#sentOnce = false;
    return this.#commit([]);
  }

  /** The same space, of which nothing is known yet. */
  blank(storage: Storage): SpaceReplica {
    return new SpaceReplica({ ...this.#o, storage });
  }

  /**
   * [REP-6] Goes over to what the server goes on with, as a phone reads it that comes new. What this device wrote and is
   * not there waits to be written again, as far as nothing later stands in its place.
   */
  async goOver(fresh: SpaceReplica): Promise<Result<void, StorageFailure>> {
    const { stray } = this.#state;
    if (!fresh.log.hasId(stray)) {
      // It may still wait for a key there. What a fresh phone does not take either is nothing.
      if (fresh.#held.some(({ bytes }) => this.#isStray(bytes))) return ok(undefined);
      this.#state.stray = EMPTY;
      return this.#commit([]);
    }
    // Somebody who was shut out may have opened an epoch beside the one that did so. It waits for one by somebody who knows.
    if (!fresh.log.knowsShutOutsOf(this.log)) return ok(undefined);
    const before = await this.#o.storage.scan(this.#prefix);
    if (!before.ok) return before;
    const taken = await fresh.#o.storage.scan(fresh.#shelf());
    if (!taken.ok) return taken;
    const lost = await this.#lostTo(fresh);
    if (!lost.ok) return lost;
    const waiting = [...this.#outbox];
    const anew = [...lost.value, ...waiting.map(({ ops }) => ops)].map((ops) => {
      // Before all that is written meanwhile: it is older.
      const token = `${'0'.repeat(10)}.${String(this.#nextToken++).padStart(10, '0')}`;
      return { token, ops };
    });
    // What a person writes at this moment is in no list yet, and stays where it is.
    const isWritten = new Set(waiting.map(({ token }) => `${this.#prefix}o/${token}`));
    const goes = (key: string): boolean =>
      key.startsWith(`${this.#prefix}o/`) ? isWritten.has(key) : key !== `${this.#prefix}c`;
    const state = { ...this.#state };
    const { cursor, top, left } = fresh.#state;
    const begun = { shelf: state.shelf + 1, purged: 0, beganAt: 0, dropped: 0, rewound: true, behind: false };
    Object.assign(this.#state, { cursor, top, left, stray: EMPTY }, begun);
    const held = new Map(fresh.#held.map((one) => [one.place, one]));
    const moved = taken.value.map(([from, bytes]) => {
      const place = this.#nextPlace();
      const reason = held.get(from)?.reason;
      return { place, bytes, ...(reason ? { reason } : {}) };
    });
    const stored = await this.#commit(
      [
        ...before.value.flatMap(([key]) => (goes(key) ? [{ key, value: undefined }] : [])),
        ...moved.map(({ place, bytes }) => ({ key: place, value: bytes })),
        ...anew.map(({ token, ops }) => {
          const key = `${this.#prefix}o/${token}`;
          return { key, value: this.#o.local.seal(key, encodeCbor({ ops })) };
        }),
      ],
      'once',
    );
    if (!stored.ok) {
      this.#state = state;
      return stored;
    }
    this.#log = fresh.#log;
    this.#held = moved.flatMap(({ place, bytes, reason }) => (reason ? [{ place, bytes, reason }] : []));
    this.#flight = undefined;
    this.#sentOnce = false;
    this.#lean = undefined;
    this.#beginning = fresh.#beginning;
    this.#epochs = fresh.#epochs;
    this.#sinceSnapshot = moved.length;
    this.#commitments = fresh.#commitments;
    this.#places = fresh.#places;
    this.store.batch(() => {
      this.store.replaceBy(fresh.store);
      const since = this.#outbox.filter((entry) => !waiting.includes(entry));
      this.#outbox = [...anew, ...since];
      this.store.setPending(this.#outbox as unknown as readonly { token: string; ops: readonly Op[] }[]);
    });
    return ok(undefined);
  }

  /** What this device wrote that is not part of another log of the space, as writes, where it still stands there. */
  async #lostTo({ log, store }: SpaceReplica): Promise<Result<CborValue[][], StorageFailure>> {
    const stored = await this.stored();
    if (!stored.ok) return stored;
    const own = new Set<string>(this.writers.map(({ writerId }) => writerId));
    const isLost = ({ writerId, wseq }: { readonly writerId: string; readonly wseq: number }): boolean =>
      own.has(writerId) && wseq > (log.writer(writerId as WriterId)?.wseq ?? 0);
    // Records and not envelopes, because what came before a new beginning lies in no envelope any more.
    const records = this.store.opsFor(store, isLost) as unknown as CborValue[][];
    const wraps = stored.value
      .filter(({ header }) => header.kind === 'data' && isLost(header))
      .flatMap((envelope) => this.opsOf(envelope)?.filter(isWrap) ?? []);
    return ok([...records, ...wraps.map((wrap) => [wrap])]);
  }

  /** Starts reading after this position: a newcomer's first epoch. */
  startAt(seq: number): void {
    if (seq > this.#state.cursor) Object.assign(this.#state, { cursor: seq, top: EMPTY });
  }

  /** [REP-2] Notes up to where the server has what this device sent: a later pull that ends before that is evidence. */
  async noteReached(seq: number): Promise<Result<void, StorageFailure>> {
    if (seq === this.#state.reached) return ok(undefined);
    this.#state.reached = seq;
    return this.#commit([]);
  }

  /** Notes whether all that this device ever sent here is at the server again. */
  async noteBehind(behind: boolean): Promise<Result<void, StorageFailure>> {
    if (behind === this.#state.behind) return ok(undefined);
    this.#state.behind = behind;
    return this.#commit([]);
  }

  /** The keys of the current epoch; undefined before the first one. */
  currentKeys(): EpochKeys | undefined {
    return this.keysOf(this.log.epoch);
  }
  /** The held keys of an epoch that is part of the log. */
  keysOf(epoch: number): EpochKeys | undefined {
    const commitment = this.#commitments.get(epoch);
    return commitment && this.#o.keys(epoch, commitment);
  }
  /** The epoch in which the oldest field that a record shows was written: the current one where it still waits here. */
  epochOf({ type, id, fields }: RecordView): number {
    const at = this.store.oldest(type, id, Object.keys(fields));
    return at === undefined || at.lamport === Infinity ? this.log.epoch : (this.#epochs.epochOf(at) ?? 0);
  }
  /** Server position of an epoch's control envelope, where it was pulled or sent since this device started. */
  placeOf(epoch: number): number | undefined {
    return this.#places.get(epoch);
  }

  #flightIsCurrent(): boolean {
    const parsed = this.#flight && parseEnvelope(this.#flight.bytes);
    return parsed?.ok === true && parsed.value.header.epoch === this.log.epoch;
  }

  #notePlace(bytes: Uint8Array, seq: number): void {
    const parsed = parseEnvelope(bytes);
    if (!parsed.ok) return;
    const { kind, epoch, writerId, wseq } = parsed.value.header;
    this.#given.set(writerId, Math.max(wseq, this.givenOf(writerId)));
    if (kind === 'control') this.#places.set(epoch, seq);
  }

  #setStray(bytes: Uint8Array): void {
    const parsed = parseEnvelope(bytes);
    if (parsed.ok) this.#state.stray = envelopeIdOf(this.#o.primitives.sha256, parsed.value);
  }
  #isStray(bytes: Uint8Array): boolean {
    const parsed = parseEnvelope(bytes);
    return parsed.ok && equalBytes(envelopeIdOf(this.#o.primitives.sha256, parsed.value), this.#state.stray);
  }
  /** [REP-6] Notes what a server that went back gave and this log does not take. What waits may fit in later. */
  #noteStray(given: readonly StoredEnvelope[]): void {
    if (!this.#state.wentBack) return;
    for (const { bytes } of given) {
      const parsed = this.log.has(bytes) ? undefined : parseEnvelope(bytes);
      if (!parsed?.ok) continue;
      const waits = this.#held.find((held) => equalBytes(held.bytes, bytes))?.reason;
      const fits = waits !== undefined && (waits !== 'control' || parsed.value.header.kind === 'data');
      if (!fits) this.#setStray(bytes);
    }
  }

  /** Accepts one envelope and notes what to store. What is refused is counted and not kept: anybody can make some. */
  #keep(bytes: Uint8Array, seq: number, writes: Write[]): void {
    const place = this.#nextPlace();
    const status = this.#take(bytes, place, false);
    if (status === 'applied' || status === 'held') writes.push({ key: place, value: bytes });
    if (status === 'refused') this.#state.refused += 1;
    if (status === 'left') this.#state.left = Math.min(this.#state.left || seq, seq);
  }

  #hash(bytes: Uint8Array): Uint8Array {
    return this.#o.primitives.sha256(bytes).subarray(0, 16);
  }

  /** [REP-1] What had no room to wait is pulled again. */
  #askForLeft(): void {
    const { left, cursor } = this.#state;
    if (left > 0) Object.assign(this.#state, { cursor: Math.min(cursor, left - 1), top: EMPTY, left: 0 });
  }

  /** Entries that keep contradictions as proof, by what they are: the same one takes no room twice. */
  async #proofWrites(): Promise<Result<Write[], StorageFailure>> {
    if (this.#proofs.length === 0) return ok([]);
    const kept = await this.#o.storage.scan(`${this.#prefix}q/`);
    if (!kept.ok) return kept;
    const names = new Set(kept.value.map(([key]) => key));
    const proofs = this.#proofs.splice(0).map((value) => {
      const key = `${this.#prefix}q/${toHex(this.#o.primitives.sha256(value))}`;
      return { key, value };
    });
    return ok(proofs.filter(({ key }) => !names.has(key) && names.add(key).size <= PROOFS_MOST));
  }

  #shelf(): string {
    return `${this.#prefix}e${String(this.#state.shelf).padStart(6, '0')}/`;
  }
  #nextPlace(): string {
    return this.#shelf() + String(this.#state.order++).padStart(10, '0');
  }

  /** Takes up a snapshot. One that cannot be read is a bug or damage: the envelopes before it are not at hand. */
  #restore(box: Uint8Array): void {
    const bytes = this.#o.local.open(`${this.#prefix}z`, box);
    const snapshot = bytes && readStored(snapshotSchema, bytes);
    if (!snapshot || !this.store.mergeSnapshot(snapshot.records).ok)
      throw new Error('A snapshot does not open');
    this.#log = new SpaceLog({ ...this.#o, state: snapshot.log });
    for (const [epoch, commitment] of snapshot.commitments) this.#commitments.set(epoch, commitment);
    this.#epochs.restore(snapshot.places);
    if (snapshot.beginning) this.#beginning = snapshot.beginning;
  }

  #take(bytes: Uint8Array, place: string, replay: boolean): Acceptance['status'] | 'left' {
    const result = this.log.accept(bytes);
    if (result.status === 'held') {
      if (this.#held.some((other) => equalBytes(other.bytes, bytes))) return 'duplicate';
      const size = this.#held.reduce((sum, other) => sum + other.bytes.length, bytes.length);
      // What is stored already has its room.
      if (!replay && (this.#held.length >= HELD_MOST || size > HELD_BYTES)) return 'left';
      this.#held.push({ bytes, place, reason: result.reason });
    }
    if (result.status === 'applied') this.#applied(result, replay);
    if (result.status === 'refused' && result.reason === 'fork') this.#noteFork(bytes, result.claimedBy);
    return result.status;
  }

  #noteFork(bytes: Uint8Array, claimedBy: AccountId | undefined): void {
    this.#proofs.push(bytes);
    this.#o.onFork(claimedBy);
  }

  #applied(result: Extract<Acceptance, { status: 'applied' }>, replay: boolean): void {
    this.#sinceSnapshot += 1;
    const { header } = result.envelope;
    if (header.kind === 'control') this.#commitments.set(header.epoch, header.commitment);
    const { lamport, writerId, wseq, epoch } = header;
    this.#epochs.set(writerId, wseq, epoch);
    // What was lacking at one beginning is lacking at the next, until all of that is here.
    if (result.opened?.begins)
      this.#beginning = {
        epoch,
        jumped: result.jumped === true || this.#lacks,
        complete: false,
        deletions: 0,
      };
    const ops = this.log.genesis.mode === 'room' ? ownOps(result) : result.ops;
    this.store.apply({ lamport, writerId, wseq }, ops as readonly Op[]);
    for (const op of ops as readonly CborValue[]) this.#takeCarried(result, op);
    this.#beginning.deletions += ops.filter(isDeletion).length;
    this.#o.onApplied(result, replay);
  }

  /** [SPA-6] Takes up what an owner carried over. What is sealed to a key that is not held is not for this device. */
  #takeCarried(result: Extract<Acceptance, { status: 'applied' }>, op: CborValue): void {
    if (result.author !== this.log.genesis.owner) return;
    if (!isCarried(op)) return;
    const { header } = result.envelope;
    const all = v.safeParse(carriedAllSchema, op);
    if (all.success && all.output.epoch === this.#beginning.epoch) this.#beginning.complete = true;
    const part = v.safeParse(carriedSchema, op);
    if (!part.success) return;
    const { epoch, commitment, box } = part.output;
    const keys = this.#o.keys(epoch, commitment);
    const snapshot = keys && openCarried(this.#o.primitives, this.spaceId, keys, box);
    if (!snapshot) return;
    this.#commitments.set(epoch, this.#commitments.get(epoch) ?? commitment);
    const places: Position[] = [];
    const merged = this.store.mergeSnapshot(snapshot, (at) => {
      places.push(at);
      const known = this.log.writer(at.writerId as WriterId);
      return at.lamport < header.lamport && known !== undefined && at.wseq <= known.wseq;
    });
    if (merged.ok) for (const { writerId, wseq } of places) this.#epochs.set(writerId, wseq, epoch);
  }

  #retryHeld(writes: Write[], replay = false): void {
    let any = false;
    for (let progress = true; progress && this.#held.length > 0;) {
      progress = false;
      for (const waiting of this.#held.slice()) {
        const { bytes, place } = waiting;
        const result = this.log.accept(bytes);
        if (result.status === 'held') {
          const { reason } = result;
          this.#held = this.#held.map((other) => (other === waiting ? { ...other, reason } : other));
          continue;
        }
        this.#held = this.#held.filter((other) => other !== waiting);
        progress = any = true;
        if (result.status === 'applied') {
          this.#applied(result, replay);
          continue;
        }
        writes.push({ key: place, value: undefined });
        if (result.status !== 'refused') continue;
        this.#state.refused += 1;
        if (result.reason === 'fork') this.#noteFork(bytes, result.claimedBy);
        if (this.#state.wentBack) this.#setStray(bytes);
      }
    }
    if (any) this.#askForLeft();
  }

  /** Drops from the outbox what the envelope in flight carried, once that envelope is part of the log. */
  #settleFlight(writes: Write[]): void {
    if (!this.#flight) return;
    const { bytes, tokens } = this.#flight;
    if (!this.log.has(bytes)) return;
    for (const token of tokens) {
      this.store.dropPending(token);
      writes.push({ key: `${this.#prefix}o/${token}`, value: undefined });
    }
    const sent = new Set(tokens);
    this.#outbox = this.#outbox.filter((entry) => !sent.has(entry.token));
    this.#lean = this.#lean?.filter((entry) => !sent.has(entry.token));
    this.#flight = undefined;
    writes.push({ key: `${this.#prefix}f`, value: undefined });
  }

  /** The log in memory is ahead of a storage that refused: what it refused is tried again with whatever comes next. */
  async #commit(writes: Write[], again: 'again' | 'once' = 'again'): Promise<Result<void, StorageFailure>> {
    const proofs = await this.#proofWrites();
    if (!proofs.ok) {
      if (again === 'again') this.#unsaved.push(...writes);
      return proofs;
    }
    const unsaved = [...this.#unsaved.splice(0), ...proofs.value];
    this.#state.beganAt = this.#places.get(this.#beginning.epoch) ?? this.#state.beganAt;
    const state = { key: `${this.#prefix}c`, value: encodeCbor(this.#state) };
    const stored = await this.#o.storage.commit([...unsaved, ...writes, state]);
    if (!stored.ok) this.#unsaved.unshift(...unsaved, ...(again === 'again' ? writes : []));
    return stored;
  }
}
