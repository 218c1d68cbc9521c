import type { Result } from '@holdfast/base';
import { equalBytes, err, idBytes, ok, toHex, Turns, unwrap } from '@holdfast/base';
import type { AccountId, SpaceId, WriterId } from '@holdfast/protocol';
import { LIMITS } from '@holdfast/protocol';
import type { Home } from '@holdfast/recovery';
import type { StorageFailure, Write } from '@holdfast/sync';
import { ServerSession, SpaceReplica } from '@holdfast/sync';
import type {
  Acceptance,
  Accounts,
  AccountVault,
  AccountView,
  DeviceId,
  EpochKeys,
  SignKeys,
  WrapOp,
} from '@holdfast/vault';
import {
  createGenesis,
  deviceIdOf,
  epochKeys,
  extendChain,
  keyCommitment,
  loginOf,
  openJournalKey,
  openLocal,
  openWrap,
  readChain,
  readSeed,
  sealJournalKey,
  sealLocal,
} from '@holdfast/vault';
import type { SaveFailure } from './api.ts';
import { Blobs } from './blobs.ts';
import { Drafts } from './drafts.ts';
import { Push } from './push.ts';
import { Trusted } from './trusted.ts';
import { Timers } from './timers.ts';
import type { DeviceFile } from './device-file.ts';
import { accountWrites } from './device-file.ts';
import type { ClientEnv } from './env.ts';
import { dayOf } from './env.ts';
import type { Put, RecordOf } from './records.ts';
import { put, readRecord, readRecords } from './records.ts';

export type KeyRecord = Omit<RecordOf<'space-key'>, 'key' | 'journal'> & {
  readonly key: Uint8Array;
  readonly id: string;
  readonly sets: { readonly [field: string]: object };
};

/** A space other than the private one, with what the private space says of it. */
export interface BookedSpace {
  readonly replica: SpaceReplica;
  readonly record: RecordOf<'space'>;
}

/** How long something may be missing before the person is told, ms. */
const HELD_BACK = 2 * 60_000;
/** For so long it is said that the server went back, ms. */
const SET_BACK_SAID = 7 * 86_400_000;

/** Epoch keys that arrived in a pair space and are to be kept. */
export interface ReceivedKeys {
  readonly from: AccountId;
  readonly wrap: WrapOp;
}

const fits = ({ statements }: AccountView): boolean =>
  statements.reduce((bytes, statement) => bytes + statement.length, 0) <= LIMITS.chainBytes;

/** How far a phone may be ahead before what it thinks is over is removed without the server's time, ms: 7 days. */
const UNSURE = 7 * 86_400_000;

interface Kept {
  readonly vault?: (now: AccountVault) => AccountVault;
  readonly device?: Partial<DeviceFile>;
}

/**
 * An account that is open on this device: its keys in memory, its spaces, and the two ways in which anything
 * changes: `write` (records, durable and offline) and `keepVault` (the keys themselves).
 */
export class Account {
  readonly env: ClientEnv;
  readonly localKey: Uint8Array;
  readonly session: ServerSession;
  readonly accounts: Accounts;
  device: DeviceFile;
  vault: AccountVault;
  own: AccountView;
  root!: SignKeys;
  login!: SignKeys;
  deviceKeys!: SignKeys;
  deviceId!: DeviceId;
  /** The private space. */
  home!: SpaceReplica;
  readonly spaces = new Map<SpaceId, BookedSpace>();
  readonly blobs: Blobs;
  readonly drafts: Drafts;
  readonly push: Push;
  readonly trusted: Trusted;
  readonly timers: Timers;
  /** Set when another device shut this one out. */
  shutOut = false;
  #alarm = false;
  /** Wraps and longer chains that arrived and wait to be written down. */
  readonly receivedKeys: ReceivedKeys[] = [];
  /** Own spaces that begin anew because the server was restored from before their last new beginning. */
  readonly startOver = new Set<SpaceId>();
  /** Own spaces that begin anew today even where they did already: somebody asked for it. */
  readonly renewNow = new Set<SpaceId>();
  /** Keys of pair epochs that this device sent to the other side since it was opened, by record id. */
  readonly sentAhead = new Set<string>();
  readonly receivedChains = new Map<AccountId, AccountView>();
  /** Contacts in whose name another root key came, until it is written down. */
  readonly holding = new Set<AccountId>();
  readonly #keeping = new Turns();
  /** Spaces of categories that are being made. */
  readonly #begun = new Map<string, Promise<Result<SpaceReplica, SaveFailure>>>();
  /** Rooms in which two histories were seen, until it is written down. */
  readonly freezing = new Set<SpaceId>();
  /** Writers that the server was seen to list, or was told to. */
  readonly listed = new Set<WriterId>();
  /** Rooms, with the last epoch known of each, for which the server was seen to take no key held here. */
  readonly outOf = new Set<string>();
  #closed = false;
  #contacts = new Map<AccountId, AccountView>();
  #keyRecords: Map<SpaceId, KeyRecord[]> | undefined;
  #derived = new Map<string, EpochKeys>();

  constructor(env: ClientEnv, localKey: Uint8Array, device: DeviceFile, vault: AccountVault) {
    this.env = whileOpen(env, () => this.#closed);
    this.localKey = localKey;
    this.device = device;
    this.vault = vault;
    this.own = unwrap(readChain(env.primitives, vault.chain));
    this.session = new ServerSession(this.env);
    this.blobs = new Blobs(this);
    this.drafts = new Drafts(this);
    this.push = new Push(this);
    this.trusted = new Trusted(this);
    this.timers = new Timers(this);
    this.accounts = { get: (id) => this.accountOf(id), learn: (id, chain) => this.#learn(id, chain) };
    this.#deriveKeys();
  }

  /** Whether something contradicted what was known. Nothing is shared from then on, also after a restart. */
  get alarm(): boolean {
    return this.#alarm || this.device.alarm;
  }
  raiseAlarm(): void {
    this.#alarm = true;
    this.env.onChange?.();
  }
  /** Writes a raised alarm down, so that closing the app does not forget it. */
  async keepAlarm(): Promise<Result<void, StorageFailure>> {
    if (!this.#alarm || this.device.alarm) return ok(undefined);
    return this.keep({ device: { alarm: true } });
  }

  /**
   * The server's generation as this phone counts it. One that went back and did not say so counts as another from then
   * on, so that everything that is sent again after a restore is sent again after that.
   */
  get generation(): string | undefined {
    const { generation } = this.session;
    const { setBack } = this.device;
    return generation && setBack.generation === generation ? `${generation}/${setBack.times}` : generation;
  }
  /** [REP-2] The server has less than it had, under one generation. */
  async noteSetBack(): Promise<Result<void, StorageFailure>> {
    const { generation } = this.session;
    if (!generation) return ok(undefined);
    const { device, env } = this;
    const times = device.setBack.generation === generation ? device.setBack.times + 1 : 1;
    const kept = await this.keep({ device: { setBack: { generation, times, at: env.clock.now() } } });
    env.onChange?.();
    return kept;
  }
  /** Whether the server was seen to go back in the last days. What it lost and this phone has was sent again. */
  get wasSetBack(): boolean {
    const { times, at } = this.device.setBack;
    return times > 0 && this.env.clock.now() - at < SET_BACK_SAID;
  }

  /** Since when something named by others is missing although all that the server offers was read; by space. */
  #gapsSince = new Map<SpaceId, number>();
  /** To be called after everything was pulled: what is still missing then is not on its way. */
  noteGaps(): void {
    const now = this.env.clock.now();
    const before = this.#gapsSince;
    const missing = this.replicas().filter(({ gaps }) => gaps > 0);
    this.#gapsSince = new Map(missing.map(({ spaceId }) => [spaceId, before.get(spaceId) ?? now]));
  }
  get hasGaps(): boolean {
    return this.#gapsSince.size > 0;
  }
  /** Spaces of which something has been missing for so long, with the server in reach, that it is worth saying. */
  get overdue(): SpaceId[] {
    const now = this.env.clock.now();
    const late = [...this.#gapsSince].filter(([, since]) => now - since >= HELD_BACK || now < since);
    return late.map(([spaceId]) => spaceId);
  }

  /** Locked: a round that is still under way must not write beside the next one that opens. */
  close(): void {
    this.#closed = true;
  }

  get accountId(): AccountId {
    return this.own.accountId;
  }

  /** Corrected time: the server's when this phone's clock is off by more than 12 hours, else the phone's. */
  now(): number {
    return this.env.clock.now() + this.clockOff();
  }
  /**
   * A time that it surely is by now, for what cannot be undone: the earlier of the phone's and the server's. As long as the
   * server has not said, some days are given: a phone may be set ahead for a game, or have lost its time.
   */
  earliestNow(): number {
    const phone = this.env.clock.now();
    if (this.session.knowsTime) return Math.min(phone, this.now());
    return this.device.version > 0 ? phone - UNSURE : phone;
  }
  clockOff(): number {
    const { ahead } = this.session;
    return Math.abs(ahead) > 12 * 3_600_000 ? ahead : 0;
  }
  today(): number {
    return dayOf(this.now());
  }

  /** Reads everything stored. Call once. */
  async load(): Promise<Result<void, StorageFailure>> {
    const { spaceId, genesis } = this.vault.privateSpace;
    this.home = this.#replica(spaceId, genesis, [this.accountId], () => this.env.clock.now());
    this.home.store.watch('space-key', () => (this.#keyRecords = undefined));
    for (const known of ['contact', 'room-member'])
      this.home.store.watch(known, () => this.#contacts.clear());
    const loaded = await this.home.load();
    if (!loaded.ok) return loaded;
    return this.openSpaces();
  }

  /** Opens replicas for spaces that the private space has come to name. They are read from the store side by side. */
  async openSpaces(): Promise<Result<void, StorageFailure>> {
    const opened = [];
    for (const { id, sets: _, ...record } of readRecords('space', this.home.store.list('space'))) {
      const spaceId = id as SpaceId;
      if (this.spaces.has(spaceId)) continue;
      if (record.category === 'journal' && this.#isClosed(spaceId)) continue;
      const writers =
        record.role === 'owner'
          ? [this.accountId]
          : record.role === 'reader'
            ? [record.contact!]
            : record.role === 'peer'
              ? [this.accountId, record.contact!]
              : [];
      const replica = this.#replica(spaceId, record.genesis, writers, () => 0, record.role === 'room');
      opened.push({ spaceId, record, replica });
    }
    const loaded = await Promise.all(opened.map(({ replica }) => replica.load()));
    const failed = loaded.find((each) => !each.ok);
    if (failed) return failed;
    for (const { spaceId, record, replica } of opened) {
      if (this.spaces.has(spaceId)) continue;
      const first = Math.min(...this.keyRecords(spaceId).map((key) => key.seq ?? 1));
      if (replica.log.epoch === 0 && Number.isFinite(first)) replica.startAt(first - 1);
      this.spaces.set(spaceId, { replica, record });
    }
    return ok(undefined);
  }

  /** Every replica, the private one first. */
  replicas(): SpaceReplica[] {
    return [this.home, ...[...this.spaces.values()].map(({ replica }) => replica)];
  }

  // ---- writing

  /** Makes changes to one or more spaces durable in one commit, and visible. */
  async write(
    changes: readonly { readonly replica: SpaceReplica; readonly ops: readonly (Put | object)[] }[],
    more: readonly Write[] = [],
  ): Promise<Result<void, SaveFailure>> {
    const writes: Write[] = [...more];
    const done: (() => void)[] = [];
    for (const { replica, ops } of changes) {
      const prepared = replica.prepare(ops as never);
      if (!prepared.ok) return err({ code: prepared.error });
      writes.push(...prepared.value.writes);
      done.push(prepared.value.done);
    }
    const stored = await this.env.storage.commit(writes);
    if (!stored.ok) return err({ code: stored.error });
    for (const act of done) act();
    this.env.onChange?.();
    return ok(undefined);
  }

  writeHome(...ops: readonly (Put | object)[]): Promise<Result<void, SaveFailure>> {
    return this.write([{ replica: this.home, ops }]);
  }

  /**
   * The own space of a category or of the journal: the one there is, or a new one with its first key, made without any network.
   * Where two devices made one each while apart, both go on by the smaller id.
   */
  async categorySpace(category: Exclude<Home, 'private'>): Promise<Result<SpaceReplica, SaveFailure>> {
    const have = this.ownSpaces(category)[0];
    if (have) return ok(have);
    // Whoever asks while it is being made gets the same one.
    const begun = this.#begun.get(category) ?? this.#beginSpace(category);
    this.#begun.set(category, begun);
    const made = await begun;
    this.#begun.delete(category);
    return made;
  }
  async #beginSpace(category: Exclude<Home, 'private'>): Promise<Result<SpaceReplica, SaveFailure>> {
    const { spaceId, genesis } = createGenesis(this.env.primitives, 'broadcast', this.accountId, category);
    const written = await this.writeHome(put('space', spaceId, { role: 'owner', category, genesis }));
    if (!written.ok) return written;
    const opened = await this.openSpaces();
    return opened.ok ? ok(this.spaces.get(spaceId)!.replica) : err({ code: opened.error });
  }

  ownSpaces(category: string): SpaceReplica[] {
    return [...this.spaces]
      .filter(([, { record }]) => record.role === 'owner' && record.category === category)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { replica }]) => replica);
  }

  /**
   * Keeps a changed vault or parts of the device file on this phone. One after the other: both are stored together, and
   * what is stored twice at once would undo one of the two.
   */
  keep(change: Kept): Promise<Result<void, StorageFailure>> {
    return this.#keeping.take(() => this.#keep(change));
  }
  async #keep(change: Kept): Promise<Result<void, StorageFailure>> {
    const vault = change.vault?.(this.vault) ?? this.vault;
    const device = { ...this.device, ...change.device };
    const writes = accountWrites(this.env.primitives, this.localKey, device, vault);
    const stored = await this.env.storage.commit(writes);
    if (!stored.ok) return stored;
    this.vault = vault;
    this.#keyRecords = undefined;
    this.device = device;
    this.own = unwrap(readChain(this.env.primitives, vault.chain));
    this.#deriveKeys();
    this.home?.retry();
    this.env.onChange?.();
    return ok(undefined);
  }

  // ---- keys

  /** Key records of a space, lowest epoch first. */
  keyRecords(spaceId: SpaceId): readonly KeyRecord[] {
    if (!this.#keyRecords) {
      this.#keyRecords = new Map();
      for (const { journal, ...stored } of readRecords('space-key', this.home.store.list('space-key'))) {
        const place = { spaceId: stored.space, epoch: stored.epoch };
        const key =
          stored.key ?? (journal && openJournalKey(this.env.primitives, this.vault, place, journal));
        if (!key) continue;
        const record = { ...stored, key };
        const list = this.#keyRecords.get(record.space) ?? [];
        this.#keyRecords.set(
          record.space,
          [...list, record].toSorted((a, b) => a.epoch - b.epoch),
        );
      }
    }
    return this.#keyRecords.get(spaceId) ?? [];
  }

  /** How an epoch key of a space is kept in the private space: a journal's under the key of the journal. */
  keptKey(spaceId: SpaceId, epoch: number, key: Uint8Array): Pick<RecordOf<'space-key'>, 'key' | 'journal'> {
    return this.spaces.get(spaceId)?.record.category === 'journal'
      ? { journal: sealJournalKey(this.env.primitives, this.vault, { spaceId, epoch }, key) }
      : { key };
  }

  /** A journal whose keys this device was not given: it came here without the key of the journal. */
  #isClosed(spaceId: SpaceId): boolean {
    const kept = this.home.store.list('space-key').some(({ fields }) => fields['space'] === spaceId);
    return kept && this.keyRecords(spaceId).length === 0;
  }

  /** Every held key of a space as {epoch, key, adminSeed}, wherever it is kept. */
  heldKeys(spaceId: SpaceId): readonly {
    epoch: number;
    key: Uint8Array;
    adminSeed?: Uint8Array | undefined;
    begins?: number | undefined;
  }[] {
    return spaceId === this.vault.privateSpace.spaceId
      ? this.vault.privateSpace.epochs
      : this.keyRecords(spaceId);
  }

  /** The id under which an epoch key is recorded: equal keys, equal ids. */
  keyRecordId(spaceId: SpaceId, epoch: number, key: Uint8Array): string {
    return `${spaceId}.${epoch}.${toHex(keyCommitment(this.env.primitives, key).subarray(0, 8))}`;
  }

  /** Admin keys this account may hold at the server for a space: one of them is the current one. */
  adminKeys(spaceId: SpaceId): SignKeys[] {
    const seeds = this.heldKeys(spaceId).flatMap(({ adminSeed }) => (adminSeed ? [adminSeed] : []));
    return seeds.map((seed) => this.env.primitives.signKeys(seed));
  }

  /** The admin seed of a pair space: that of its first epoch, which alone both sides hold. */
  adminSeedOf(spaceId: SpaceId): Uint8Array | undefined {
    const first = this.#firstKeyOf(spaceId);
    const seeded = this.keyRecords(spaceId).filter(({ adminSeed }) => adminSeed);
    const found = first && seeded.find(({ key }) => equalBytes(key, first));
    return (found ?? seeded.at(-1))?.adminSeed;
  }

  /**
   * The key of a pair space's first epoch. Two devices that both opened it leave two keys for it; the log, or the record,
   * says which one it became.
   */
  #firstKeyOf(spaceId: SpaceId): Uint8Array | undefined {
    const pair = this.spaces.get(spaceId);
    if (pair?.record.role !== 'peer') return undefined;
    return pair.replica.keysOf(1)?.key ?? this.keyRecords(spaceId).find((key) => key.control)?.key;
  }

  /** The key an epoch of a space is read with. A pair space keeps its first: both sides must reach every epoch. */
  readKeyOf(spaceId: SpaceId, epochKey: Uint8Array): SignKeys {
    // One that is to be opened is the first, whatever was opened before and lost with the server.
    const begins = this.spaces.get(spaceId)?.replica.log.epoch === 0;
    return this.#readKey(spaceId, (begins ? undefined : this.#firstKeyOf(spaceId)) ?? epochKey);
  }
  #readKey(spaceId: SpaceId, key: Uint8Array): SignKeys {
    return this.env.primitives.signKeys(readSeed(this.env.primitives, idBytes(spaceId), key));
  }

  /** Read keys worth trying: the current epoch's and those of epochs that were announced but not seen yet. */
  readKeys(replica: SpaceReplica): SignKeys[] {
    const { spaceId, isRewound, log } = replica;
    // A server that went back may be in an epoch that is over here, or have begun with another.
    const since = isRewound ? 0 : log.epoch;
    const held = this.heldKeys(spaceId).filter(({ epoch }) => epoch >= since);
    const isPair = this.spaces.get(spaceId)?.record.role === 'peer';
    const keys =
      isPair && since === 0
        ? held.filter(({ epoch }) => epoch === 1).map(({ key }) => this.#readKey(spaceId, key))
        : held.map(({ key }) => this.readKeyOf(spaceId, key));
    return [...new Map(keys.map((key) => [toHex(key.publicKey), key])).values()];
  }

  /** Encryption seed of a version of this account's key; old ones are kept for wraps still on their way. */
  encryptionSeed(version: number): Uint8Array | undefined {
    return this.vault.encryptionSeeds.find((entry) => entry.version === version)?.seed;
  }

  // ---- accounts

  accountOf(id: AccountId): AccountView | undefined {
    if (id === this.accountId) return this.own;
    const longer = this.receivedChains.get(id);
    if (longer) return longer;
    let view = this.#contacts.get(id);
    if (!view) {
      const record =
        readRecord('contact', this.home.store.get('contact', id)) ??
        readRecord('room-member', this.home.store.get('room-member', id));
      const chain = record && readChain(this.env.primitives, record.chain);
      if (chain?.ok && chain.value.accountId === id) this.#contacts.set(id, (view = chain.value));
    }
    return view;
  }

  /**
   * [CHA-3] Two pasts that an account's root key signed are proof against it, whoever brings them. Another root key in its
   * name is none, since anybody can make one.
   * @param alone whether nobody but that account and this one can have written it: then they did
   */
  #learn(id: AccountId, statements: readonly Uint8Array[], alone = false): ReturnType<Accounts['learn']> {
    const known = this.accountOf(id);
    if (!known) return err('unknown');
    const extended = extendChain(this.env.primitives, known, statements);
    if (extended.ok && id !== this.accountId && !fits(extended.value)) {
      // Their root key signed it: only an altered app grows a chain until no phone can keep it.
      this.#accuse(id);
      return err('malformed');
    }
    if (!extended.ok) {
      const { error } = extended;
      if (error === 'fork' || (error === 'other-account' && alone)) this.#accuse(id);
      return extended;
    }
    if (extended.value.heads.length > known.heads.length && id !== this.accountId)
      this.receivedChains.set(id, extended.value);
    return extended;
  }

  /**
   * Something signed contradicts what is known of an account. Where it is this one, nothing is sure any more; a contact is
   * held, and what goes to others goes on: none of them may end a person's sharing. Of others nothing depends on it.
   */
  #accuse(id: AccountId): void {
    if (id === this.accountId) this.raiseAlarm();
    else if (this.home.store.get('contact', id)) this.holding.add(id);
  }

  /** In a room the roster introduces, and the chain proves that it is the account's. */
  #meet(id: AccountId, statements: readonly Uint8Array[]): ReturnType<Accounts['learn']> {
    if (this.accountOf(id)) return this.#learn(id, statements);
    const view = readChain(this.env.primitives, statements);
    if (!view.ok) return view;
    if (view.value.accountId !== id) return err('other-account');
    if (!fits(view.value)) return err('malformed');
    this.receivedChains.set(id, view.value);
    return view;
  }

  #deriveKeys(): void {
    const p = this.env.primitives;
    this.root = p.signKeys(this.vault.rootSeed);
    this.login = loginOf(p, this.device.unlockSecret).login;
    this.deviceKeys = p.signKeys(this.device.seed);
    this.deviceId = deviceIdOf(p, this.deviceKeys.publicKey);
  }

  /** The held keys of an epoch that fit a commitment. */
  keysFor(spaceId: SpaceId, epoch: number, commitment: Uint8Array): EpochKeys | undefined {
    const name = `${spaceId}.${epoch}.${toHex(commitment)}`;
    const have = this.#derived.get(name);
    if (have) return have;
    for (const held of this.heldKeys(spaceId)) {
      if (held.epoch !== epoch) continue;
      const keys = epochKeys(this.env.primitives, idBytes(spaceId), epoch, held.key);
      if (!equalBytes(keys.commitment, commitment)) continue;
      this.#derived.set(name, keys);
      return keys;
    }
    return undefined;
  }

  #replica(
    spaceId: SpaceId,
    genesis: Uint8Array,
    writers: readonly AccountId[],
    wallMs: () => number,
    room = false,
  ): SpaceReplica {
    const p = this.env.primitives;
    return new SpaceReplica({
      primitives: p,
      storage: this.env.storage,
      local: {
        seal: (name, bytes) => sealLocal(p, this.localKey, name, bytes),
        open: (name, box) => openLocal(p, this.localKey, name, box),
      },
      spaceId,
      genesis,
      writers,
      accounts: {
        ...this.accounts,
        learn: (id, chain) =>
          room
            ? this.#meet(id, chain)
            : this.#learn(id, chain, id !== this.accountId && writers.length === 2),
      },
      keys: (epoch, commitment) => this.keysFor(spaceId, epoch, commitment),
      // Known before such an epoch is opened. Where it began is written down after, maybe after the next one too.
      begins: (epoch) =>
        this.heldKeys(spaceId).some((key) => key.epoch === epoch && key.begins !== undefined),
      vouched: (epoch) =>
        this.keyRecords(spaceId).flatMap((key) => (key.epoch === epoch && key.control ? [key.control] : [])),
      self: {
        accountId: this.accountId,
        deviceId: this.deviceId,
        seed: this.device.seed,
        keys: this.deviceKeys,
      },
      chain: () => this.vault.chain,
      wallMs,
      ...(this.env.snapshotAfter === undefined ? {} : { snapshotAfter: this.env.snapshotAfter }),
      onFork: (claimedBy) => {
        if (room) this.freezing.add(spaceId);
        else if (claimedBy) this.#accuse(claimedBy);
        else this.raiseAlarm();
      },
      onApplied: (applied) => this.#onApplied(spaceId, applied),
    });
  }

  /** Notes wraps addressed to this account. Records are in the store already. */
  #onApplied(spaceId: SpaceId, applied: Extract<Acceptance, { status: 'applied' }>): void {
    if (applied.author === this.accountId || spaceId === this.vault.privateSpace.spaceId) return;
    for (const op of applied.ops) {
      const isWrap = typeof op === 'object' && op !== null && 'op' in op && op.op === 'wrap';
      if (isWrap) this.receivedKeys.push({ from: applied.author, wrap: op as WrapOp });
    }
  }

  /** Opens a received wrap with whichever encryption seed it names. */
  openReceived({ wrap }: ReceivedKeys): ReturnType<typeof openWrap> {
    return openWrap(this.env.primitives, this.accountId, (version) => this.encryptionSeed(version), wrap);
  }
}

/** The same world, until `closed`: then nothing is stored or sent any more. */
function whileOpen(env: ClientEnv, closed: () => boolean): ClientEnv {
  const { storage, transport } = env;
  return {
    ...env,
    storage: {
      get: (key) => storage.get(key),
      scan: (prefix) => storage.scan(prefix),
      commit: async (writes) => (closed() ? err('gone') : storage.commit(writes)),
      clear: async () => (closed() ? err('gone') : storage.clear()),
      close: () => storage.close(),
    },
    transport: {
      origin: transport.origin,
      call: async (...args) => (closed() ? err({ error: 'offline' }) : transport.call(...args)),
      live: (...args) => transport.live(...args),
    },
  };
}
