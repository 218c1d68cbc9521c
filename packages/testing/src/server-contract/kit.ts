import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { Id, Random, Result } from '@holdfast/base';
import { concat, fromHex, toId } from '@holdfast/base';
import type {
  ApiError,
  EnvelopeId,
  EnvelopeKind,
  ErrorCode,
  Request,
  Response,
  ServerFrame,
  SpaceId,
  Verb,
  WriterId,
} from '@holdfast/protocol';
import { authBytes, encodeHeader, envelopeIdOf, parseEnvelope, writerIdOf } from '@holdfast/protocol';
import type { CallError, LiveChannel, Transport } from '@holdfast/sync';
import { expect } from 'vitest';

export const nodeSha256 = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(bytes).digest());

/** RFC 8410: the fixed bytes before an Ed25519 seed in PKCS #8 and before a public key in SPKI. */
const PKCS8 = fromHex('302e020100300506032b657004220420');
const SPKI = fromHex('302a300506032b6570032100');

/** An Ed25519 key pair by Node's own cryptography, which shares no code with the server's verifier. */
export interface TestKey {
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}
export function keyOf(seed: Uint8Array): TestKey {
  const key = createPrivateKey({ key: Buffer.from(concat(PKCS8, seed)), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(spki.subarray(SPKI.length)),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  };
}

/** Verifies with Node, for the fake server. Honest keys only: on small-order ones Node's versions disagree. */
export function nodeVerify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.from(concat(SPKI, publicKey)), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
}

/** A supply of fresh ids, keys and bytes, all from one seed. */
export class Supply {
  readonly random: Random;
  constructor(random: Random) {
    this.random = random;
  }
  id<Kind extends string>(): Id<Kind> {
    return toId<Kind>(this.random.bytes(16));
  }
  key(): TestKey {
    return keyOf(this.random.bytes(32));
  }
  bytes(length: number): Uint8Array {
    return this.random.bytes(length);
  }
}

/** One device's conversation with the server. */
export class Visitor {
  readonly transport: Transport;
  readonly opened: Response<'session.open'>;

  constructor(transport: Transport, opened: Response<'session.open'>) {
    this.transport = transport;
    this.opened = opened;
  }

  /** A visitor with a new session that has proved these keys. */
  static async open(transport: Transport, ...keys: readonly TestKey[]): Promise<Visitor> {
    const visitor = new Visitor(transport, succeed(await transport.call('session.open', {})));
    if (keys.length > 0) succeed(await visitor.prove(...keys));
    return visitor;
  }

  proofOf(key: TestKey, origin = this.transport.origin): { publicKey: Uint8Array; signature: Uint8Array } {
    const { serverId, nonce } = this.opened;
    return {
      publicKey: key.publicKey,
      signature: key.sign(authBytes(origin, serverId, nonce, key.publicKey)),
    };
  }
  prove(...keys: readonly TestKey[]): Promise<Result<Response<'session.prove'>, CallError>> {
    return this.call('session.prove', { proofs: keys.map((key) => this.proofOf(key)) });
  }
  call<V extends Verb>(verb: V, request: Request<V>): Promise<Result<Response<V>, CallError>> {
    return this.transport.call(verb, request, this.opened.token);
  }

  /** Opens the live channel and keeps what arrives. */
  live(): Listener {
    return new Listener(this);
  }
}

export class Listener {
  readonly frames: ServerFrame[] = [];
  closed = false;
  readonly channel: LiveChannel;

  constructor(visitor: Visitor) {
    this.channel = visitor.transport.live(
      visitor.opened.token,
      (frame) => this.frames.push(frame),
      () => (this.closed = true),
    );
  }
  /** Waits until a frame like this came. One second is the promise made to people. */
  async heard(frame: Partial<ServerFrame>): Promise<void> {
    await expect
      .poll(() => this.frames, { timeout: 1000, interval: 5 })
      .toContainEqual(expect.objectContaining(frame));
  }
  count(type: ServerFrame['type']): number {
    return this.frames.filter((frame) => frame.type === type).length;
  }
}

/** The value of a call that must succeed. */
export function succeed<T>(result: Result<T, CallError>): T {
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) throw new Error(result.error.error);
  return result.value;
}

/** The refusal of a call that must be refused with this code. */
export function fail(result: Result<unknown, CallError>, code: ErrorCode): ApiError {
  expect(result).toMatchObject({ ok: false, error: { error: code } });
  if (result.ok || result.error.error === 'offline') throw new Error('Expected a refusal');
  return result.error;
}

const ZEROS = new Uint8Array(32);

/** One writer's chain in one space: makes the envelopes that come next. */
export class Chain {
  readonly supply: Supply;
  readonly spaceId: SpaceId;
  readonly key: TestKey;
  readonly writerId: WriterId;
  wseq = 0;
  head: EnvelopeId = ZEROS;

  constructor(supply: Supply, spaceId: SpaceId, key: TestKey) {
    this.supply = supply;
    this.spaceId = spaceId;
    this.key = key;
    this.writerId = writerIdOf(nodeSha256, key.publicKey);
  }

  /** The next envelope. `change` bends it; what is bent does not move the chain on. */
  next(
    epoch: number,
    change: Partial<{
      kind: EnvelopeKind;
      wseq: number;
      prev: EnvelopeId;
      size: number;
      spaceId: SpaceId;
    }> = {},
  ): Uint8Array {
    const size = change.size ?? 48;
    const header = encodeHeader({
      kind: change.kind ?? 'data',
      spaceId: change.spaceId ?? this.spaceId,
      epoch,
      writerId: this.writerId,
      wseq: change.wseq ?? this.wseq + 1,
      prev: change.prev ?? this.head,
      lamport: this.wseq + 1,
      nonce: this.supply.bytes(24),
      commitment: this.supply.bytes(16),
      ciphertextLength: size,
    });
    return concat(header, this.supply.bytes(size));
  }
  /** Counts an envelope as stored. */
  accept(bytes: Uint8Array): Uint8Array {
    const parsed = parseEnvelope(bytes);
    if (!parsed.ok) throw new Error(parsed.error);
    this.wseq = parsed.value.header.wseq;
    this.head = envelopeIdOf(nodeSha256, parsed.value);
    return bytes;
  }
  /** Makes the next envelope and counts it as stored. */
  push(epoch: number, change: { kind?: EnvelopeKind; size?: number } = {}): Uint8Array {
    return this.accept(this.next(epoch, change));
  }
}

/** A space with one owner, who has proved all its keys in `owner`. */
export interface TestSpace {
  readonly owner: Visitor;
  readonly spaceId: SpaceId;
  readonly admin: TestKey;
  readonly chain: Chain;
  reader: TestKey;
  epoch: number;
  seq: number;
}

/** Opens a space and its first epoch. */
export async function openSpace(transport: Transport, supply: Supply): Promise<TestSpace> {
  const [admin, reader, writer] = [supply.key(), supply.key(), supply.key()];
  const owner = await Visitor.open(transport, admin, reader, writer);
  const spaceId = supply.id<'space'>();
  const space: TestSpace = {
    owner,
    spaceId,
    admin,
    reader,
    chain: new Chain(supply, spaceId, writer),
    epoch: 0,
    seq: 0,
  };
  succeed(await owner.call('space.create', { spaceId, adminKey: admin.publicKey }));
  succeed(await owner.call('space.addWriter', { spaceId, writerKey: writer.publicKey }));
  await nextEpoch(space, reader);
  return space;
}

/** The request that opens the next epoch under a read key. */
export const epochRequest = (
  space: TestSpace,
  reader: TestKey,
  removeWriters: WriterId[] = [],
): Request<'space.epoch'> => ({
  spaceId: space.spaceId,
  afterSeq: space.seq,
  adminKey: space.admin.publicKey,
  readKey: reader.publicKey,
  removeWriters,
  envelope: space.chain.next(space.epoch + 1, { kind: 'control' }),
});

export async function nextEpoch(
  space: TestSpace,
  reader: TestKey,
  removeWriters: WriterId[] = [],
): Promise<void> {
  const request = epochRequest(space, reader, removeWriters);
  space.seq = succeed(await space.owner.call('space.epoch', request)).seq;
  space.chain.accept(request.envelope);
  space.epoch += 1;
  space.reader = reader;
  succeed(await space.owner.prove(reader));
}

/** Appends `count` data envelopes as the owner and answers their bytes. */
export async function write(space: TestSpace, count = 1, size = 48): Promise<Uint8Array[]> {
  const envelopes = Array.from({ length: count }, () => space.chain.push(space.epoch, { size }));
  const { seqs } = succeed(await space.owner.call('space.append', { spaceId: space.spaceId, envelopes }));
  space.seq = seqs.at(-1)!;
  return envelopes;
}

/** Lets another key write in the space. */
export async function addWriter(space: TestSpace, supply: Supply): Promise<Chain> {
  const chain = new Chain(supply, space.spaceId, supply.key());
  succeed(
    await space.owner.call('space.addWriter', { spaceId: space.spaceId, writerKey: chain.key.publicKey }),
  );
  return chain;
}

export async function pull(visitor: Visitor, space: Pick<TestSpace, 'spaceId'>, reader: TestKey, after = 0) {
  const request = { spaces: [{ spaceId: space.spaceId, readKey: reader.publicKey, after }] };
  return succeed(await visitor.call('space.pull', request)).spaces[0]!;
}
