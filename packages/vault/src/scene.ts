import { equalBytes, idBytes, toHex } from '@holdfast/base';
import type { AccountId, CborValue, EnvelopeId, SpaceId, WriterId } from '@holdfast/protocol';
import { encodeCbor, writerIdOf } from '@holdfast/protocol';
import type { AccountView, StatementBody } from './chain.ts';
import { chainHead, deviceIdOf, extendChain, readChain, signStatement } from './chain.ts';
import type { Draft } from './envelope.ts';
import { sealEnvelope } from './envelope.ts';
import type { EpochKeys } from './keys.ts';
import { epochKeys, writerSeed } from './keys.ts';
import type { Primitives, SignKeys } from './primitives.ts';
import type { SpaceMode } from './space.ts';
import { createGenesis, keyCommitment, rosterCommitment } from './space.ts';
import type { Acceptance, Accounts } from './space-log.ts';
import { SpaceLog } from './space-log.ts';

/** People, devices and spaces for tests: what an honest client does with the vault, and room to do it dishonestly. */
export interface Device {
  readonly seed: Uint8Array;
  readonly keys: SignKeys;
  readonly id: string;
}

export class Person {
  readonly root: SignKeys;
  readonly encryptionSeed: Uint8Array;
  readonly device: Device;
  readonly #p: Primitives;
  view: AccountView;

  constructor(p: Primitives) {
    this.#p = p;
    this.root = p.signKeys(p.random(32));
    this.encryptionSeed = p.random(32);
    const genesis = {
      type: 'genesis' as const,
      rootKey: this.root.publicKey,
      encryptionKey: p.kemPublicKey(this.encryptionSeed),
    };
    this.view = this.#read([signStatement(p, this.root, undefined, genesis)]);
    this.device = this.addDevice();
  }
  get id(): AccountId {
    return this.view.accountId;
  }
  say(body: StatementBody): void {
    this.view = this.#read([...this.view.statements, signStatement(this.#p, this.root, this.view, body)]);
  }
  addDevice(): Device {
    const seed = this.#p.random(32);
    const keys = this.#p.signKeys(seed);
    this.say({ type: 'addDevice', deviceKey: keys.publicKey });
    return { seed, keys, id: deviceIdOf(this.#p, keys.publicKey) };
  }
  revoke(device: Device): void {
    this.say({ type: 'revokeDevice', deviceKey: device.keys.publicKey });
  }
  #read(statements: readonly Uint8Array[]): AccountView {
    const read = readChain(this.#p, statements);
    if (!read.ok) throw new Error(`Own chain refused: ${read.error}`);
    return read.value;
  }
}

/** A device's knowledge of accounts. */
export function addressBook(
  p: Primitives,
  people: readonly AccountView[],
  introduces = false,
): Accounts & { put(view: AccountView): void } {
  const known = new Map(people.map((view) => [view.accountId, view]));
  return {
    get: (id) => known.get(id),
    learn(id, statements) {
      const have = known.get(id);
      if (!have && !introduces) return { ok: false, error: 'unknown' };
      const next = have ? extendChain(p, have, statements) : readChain(p, statements);
      if (next.ok) known.set(id, next.value);
      return next;
    },
    put: (view) => void known.set(view.accountId, view),
  };
}

export interface Space {
  readonly p: Primitives;
  readonly spaceId: SpaceId;
  readonly genesis: Uint8Array;
  readonly writers: readonly AccountId[];
  readonly mode: SpaceMode;
}

export function makeSpace(p: Primitives, mode: SpaceMode, owner: Person, other?: Person): Space {
  const { spaceId, genesis } = createGenesis(p, mode, owner.id, 'check-ins');
  return { p, spaceId, genesis, mode, writers: [owner.id, ...(other ? [other.id] : [])] };
}

/** One device in one space. */
export class Seat {
  readonly space: Space;
  readonly person: Person;
  readonly device: Device;
  readonly accounts: ReturnType<typeof addressBook>;
  readonly log: SpaceLog;
  readonly writerKeys: SignKeys;
  readonly writerId: WriterId;
  readonly keys: EpochKeys[] = [];
  readonly vouched = new Map<number, EnvelopeId>();
  /** Epochs at which the account's own records say that the space begins anew. */
  readonly begins = new Set<number>();

  constructor(space: Space, person: Person, device: Device, known: readonly Person[]) {
    const { p, spaceId } = space;
    this.space = space;
    this.person = person;
    this.device = device;
    const views = [person.view, ...known.map((other) => other.view)];
    this.accounts = addressBook(p, views, space.mode === 'room');
    this.writerKeys = p.signKeys(writerSeed(p, device.seed, idBytes(spaceId), 0));
    this.writerId = writerIdOf(p.sha256, this.writerKeys.publicKey);
    this.log = new SpaceLog({
      primitives: p,
      spaceId,
      genesis: space.genesis,
      writers: space.writers,
      accounts: this.accounts,
      keys: (epoch, commitment) =>
        this.keys.find((held) => held.epoch === epoch && equalBytes(held.commitment, commitment)),
      vouched: (epoch) => {
        const control = this.vouched.get(epoch);
        return control ? [control] : [];
      },
      begins: (epoch) => this.begins.has(epoch),
    });
  }

  give(epoch: number, key: Uint8Array, control?: EnvelopeId): void {
    this.keys.push(epochKeys(this.space.p, idBytes(this.space.spaceId), epoch, key));
    if (control) this.vouched.set(epoch, control);
  }
  keyOf(epoch = this.log.epoch): EpochKeys {
    const held = this.keys.findLast((keys) => keys.epoch === epoch);
    if (!held) throw new Error(`No key for epoch ${epoch}`);
    return held;
  }
  take(bytes: Uint8Array): Acceptance {
    return this.log.accept(bytes);
  }

  /** What an honest device would seal next, before any change a test makes to it. */
  draft(kind: 'data' | 'control', ops: readonly CborValue[]): Draft {
    const next = this.log.next(this.writerId);
    const announce = {
      op: 'announce',
      key: this.writerKeys.publicKey,
      chain: [...this.person.view.statements],
    };
    return {
      kind,
      spaceId: this.space.spaceId,
      writerId: this.writerId,
      ...next,
      accountId: this.person.id,
      deviceId: this.device.id,
      controlHead: this.log.controlHead,
      wallMs: 0,
      ops: encodeCbor(next.wseq === 1 ? [announce, ...ops] : [...ops]),
    };
  }
  seal(draft: Draft, keys = this.keyOf(), signer = this.device.keys): Uint8Array {
    return sealEnvelope(this.space.p, keys, signer, draft).bytes;
  }
  /** Seals, takes in and returns one data envelope. */
  write(...ops: CborValue[]): Uint8Array {
    const bytes = this.seal(this.draft('data', ops));
    const taken = this.take(bytes);
    if (taken.status !== 'applied') throw new Error(`Own envelope: ${JSON.stringify(taken)}`);
    return bytes;
  }

  statement(key: Uint8Array, removed: readonly WriterId[] = []): { [field: string]: CborValue } {
    const { p, genesis, writers } = this.space;
    return {
      op: 'epoch',
      epoch: this.log.epoch + 1,
      prevControl: this.log.controlHead,
      genesis,
      keyCommitment: keyCommitment(p, key),
      rosterCommitment: rosterCommitment(p, p.random(16), writers),
      heads: this.log.heads().map((head) => ({ ...head })),
      removed: [...removed],
      signerChainHead: chainHead(this.person.view),
    };
  }
  /** Seals a control envelope for the next epoch, without taking it in. */
  sealEpoch(
    key: Uint8Array,
    statement: CborValue = this.statement(key),
    change: Partial<Draft> = {},
  ): Uint8Array {
    const epoch = this.log.epoch + 1;
    const keys = epochKeys(this.space.p, idBytes(this.space.spaceId), epoch, key);
    return this.seal({ ...this.draft('control', [statement]), ...change }, keys);
  }
  /** Starts the next epoch under a new key; the key and the control envelope are what others are given. */
  openEpoch(removed: readonly WriterId[] = []): { epoch: number; key: Uint8Array; bytes: Uint8Array } {
    const key = this.space.p.random(32);
    const epoch = this.log.epoch + 1;
    const bytes = this.sealEpoch(key, this.statement(key, removed));
    this.give(epoch, key);
    const taken = this.take(bytes);
    if (taken.status !== 'applied') throw new Error(`Own epoch: ${JSON.stringify(taken)}`);
    return { epoch, key, bytes };
  }
}

/** Everything a log has verified, in a form two logs can be compared by. */
export function stateOf(log: SpaceLog): unknown {
  return {
    epoch: log.epoch,
    control: toHex(log.controlHead),
    writers: [...log.writers()]
      .map(([id, state]) => ({ id, ...state, envelopeId: toHex(state.envelopeId) }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
