import type { Result } from '@holdfast/base';
import { concat, err, idBytes, ok, toId, utf8 } from '@holdfast/base';
import type { EnvelopeId, Sha256, SpaceId, WriterId } from './ids.ts';
import { LIMITS } from './limits.ts';

/** The one cipher suite. Readers for any other number do not exist (SPEC [ENV-1]). */
export const SUITE = 1;
export const HEADER_LENGTH = 132;

export const ENVELOPE_KINDS = { data: 1, control: 2, snapshot: 3, blob: 4 } as const;
export type EnvelopeKind = keyof typeof ENVELOPE_KINDS;
const KIND_NAMES = new Map<number, EnvelopeKind>(
  Object.entries(ENVELOPE_KINDS).map(([name, value]) => [value, name as EnvelopeKind]),
);

/** What the server sees of an envelope: bytes 0 to 131. Numbers are unsigned; lamport and wseq stay below 2^53. */
export interface EnvelopeHeader {
  readonly kind: EnvelopeKind;
  readonly spaceId: SpaceId;
  readonly epoch: number;
  readonly writerId: WriterId;
  /** Position in this writer's chain in this space, from 1. */
  readonly wseq: number;
  /** Id of the writer's previous envelope here; zeros for the first. */
  readonly prev: EnvelopeId;
  readonly lamport: number;
  readonly nonce: Uint8Array;
  /** Key commitment: ties the ciphertext to one epoch key. */
  readonly commitment: Uint8Array;
  readonly ciphertextLength: number;
}

export interface Envelope {
  readonly header: EnvelopeHeader;
  /** The header exactly as received: it is authenticated, hashed and signed in this form. */
  readonly headerBytes: Uint8Array;
  readonly ciphertext: Uint8Array;
  /** The whole envelope exactly as received. */
  readonly bytes: Uint8Array;
}

export type EnvelopeDefect = 'size' | 'magic' | 'suite' | 'kind' | 'number' | 'length';

export function encodeHeader(header: EnvelopeHeader): Uint8Array {
  const out = new Uint8Array(HEADER_LENGTH);
  const view = new DataView(out.buffer);
  out.set(utf8('HF'), 0);
  out[2] = SUITE;
  out[3] = ENVELOPE_KINDS[header.kind];
  out.set(idBytes(header.spaceId), 4);
  view.setUint32(20, header.epoch);
  out.set(idBytes(header.writerId), 24);
  view.setBigUint64(40, BigInt(header.wseq));
  out.set(header.prev, 48);
  view.setBigUint64(80, BigInt(header.lamport));
  out.set(header.nonce, 88);
  out.set(header.commitment, 112);
  view.setUint32(128, header.ciphertextLength);
  return out;
}

/** [ENV-1] [ENV-2] Splits received bytes into header and ciphertext. Looks at form only, never at keys. */
export function parseEnvelope(bytes: Uint8Array): Result<Envelope, EnvelopeDefect> {
  if (bytes.length < HEADER_LENGTH || bytes.length > LIMITS.envelopeBytes) return err('size');
  if (bytes[0] !== 0x48 || bytes[1] !== 0x46) return err('magic');
  if (bytes[2] !== SUITE) return err('suite');
  const kind = KIND_NAMES.get(bytes[3]!);
  if (kind === undefined) return err('kind');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wseq = view.getBigUint64(40);
  const lamport = view.getBigUint64(80);
  const largest = BigInt(Number.MAX_SAFE_INTEGER);
  const epoch = view.getUint32(20);
  if (wseq < 1n || wseq > largest || lamport < 1n || lamport > largest || epoch < 1) return err('number');
  const ciphertextLength = view.getUint32(128);
  if (bytes.length !== HEADER_LENGTH + ciphertextLength) return err('length');
  return ok({
    header: {
      kind,
      spaceId: toId(bytes.subarray(4, 20)),
      epoch,
      writerId: toId(bytes.subarray(24, 40)),
      wseq: Number(wseq),
      prev: bytes.slice(48, 80),
      lamport: Number(lamport),
      nonce: bytes.subarray(88, 112),
      commitment: bytes.subarray(112, 128),
      ciphertextLength,
    },
    headerBytes: bytes.subarray(0, HEADER_LENGTH),
    ciphertext: bytes.subarray(HEADER_LENGTH),
    bytes,
  });
}

/**
 * [ENV-3] An envelope's id covers the header and a hash of the ciphertext, so that the ciphertext can be
 * deleted later while the chain through it still verifies.
 */
export function envelopeIdOf(
  sha256: Sha256,
  envelope: Pick<Envelope, 'headerBytes' | 'ciphertext'>,
): EnvelopeId {
  return sha256(concat(utf8('hf1/env'), envelope.headerBytes, sha256(envelope.ciphertext)));
}
