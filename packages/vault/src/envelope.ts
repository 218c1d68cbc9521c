import type { Result } from '@holdfast/base';
import { concat, equalBytes, err, fromHex, idBytes, ok, toHex, toId, utf8 } from '@holdfast/base';
import type {
  AccountId,
  Envelope,
  EnvelopeHeader,
  EnvelopeId,
  EnvelopeKind,
  SpaceId,
  WriterId,
} from '@holdfast/protocol';
import { encodeHeader, parseEnvelope } from '@holdfast/protocol';
import type { DeviceId } from './chain.ts';
import type { EpochKeys } from './keys.ts';
import { SIGNED } from './labels.ts';
import { pad, unpad } from './padding.ts';
import type { Primitives, SignKeys } from './primitives.ts';

/** Another writer's latest envelope as the author knew it. */
export interface Seen {
  readonly writerId: WriterId;
  readonly wseq: number;
  readonly envelopeId: EnvelopeId;
}

/** The sealed part: who wrote it, against which control head, having seen what, saying what. */
export interface Inner {
  readonly accountId: AccountId;
  readonly deviceId: DeviceId;
  readonly controlHead: EnvelopeId;
  /** Ms since 1970 by the author's clock; 0 where the space keeps no times. Display only. */
  readonly wallMs: number;
  readonly seen: readonly Seen[];
  /** CBOR, kept as received. */
  readonly ops: Uint8Array;
}

export interface Draft extends Inner {
  readonly kind: EnvelopeKind;
  readonly spaceId: SpaceId;
  readonly writerId: WriterId;
  readonly wseq: number;
  readonly prev: EnvelopeId;
  readonly lamport: number;
}

const VERSION = 1;
const SIGNATURE = 64;
const SEEN = 56;
/** version 1, account 16, device 8, control head 32, wall clock 8, count of seen 2 */
const FIXED = 67;
/** The last millisecond a JavaScript date can hold: a later one would break whoever shows it. */
const LATEST_TIME = 8_640_000_000_000_000n;

/** [ENV-4] Seals and signs one envelope. The signature is inside: the server learns no account and no device. */
export function sealEnvelope(p: Primitives, keys: EpochKeys, device: SignKeys, draft: Draft): Envelope {
  const unsigned = encodeInner(draft);
  const header: EnvelopeHeader = {
    ...draft,
    epoch: keys.epoch,
    nonce: p.random(24),
    commitment: keys.commitment,
    ciphertextLength: pad(concat(unsigned, new Uint8Array(SIGNATURE))).length + 16,
  };
  const headerBytes = encodeHeader(header);
  const signature = p.sign(device, signedBytes(headerBytes, p.sha256(unsigned)));
  const ciphertext = p.aeadSeal(
    contentKey(keys, draft.kind),
    header.nonce,
    headerBytes,
    pad(concat(unsigned, signature)),
  );
  const bytes = concat(headerBytes, ciphertext);
  const parsed = parseEnvelope(bytes);
  if (!parsed.ok) throw new Error(`Sealed an envelope that does not parse: ${parsed.error}`);
  return parsed.value;
}

export interface Opened extends Inner {
  /** Checks the device's signature over the header and everything inside. */
  verifyWith(publicKey: Uint8Array): boolean;
  /** What a third party needs beside the header to check that signature, and nothing of the content. */
  readonly proof: { readonly innerHash: Uint8Array; readonly signature: Uint8Array };
}

export type OpenDefect = 'commitment' | 'authentication' | 'padding' | 'malformed';

/** [ACC-4] [ACC-5] [ACC-6] Opens an envelope under a held epoch key. Says nothing yet of who may have written it. */
export function openEnvelope(p: Primitives, keys: EpochKeys, envelope: Envelope): Result<Opened, OpenDefect> {
  const { header, headerBytes, ciphertext } = envelope;
  if (!equalBytes(header.commitment, keys.commitment)) return err('commitment');
  const padded = p.aeadOpen(contentKey(keys, header.kind), header.nonce, headerBytes, ciphertext);
  if (!padded) return err('authentication');
  const data = unpad(padded);
  if (!data) return err('padding');
  if (data.length < FIXED + 4 + SIGNATURE) return err('malformed');
  const unsigned = data.subarray(0, data.length - SIGNATURE);
  const signature = data.subarray(data.length - SIGNATURE);
  const inner = decodeInner(unsigned);
  if (!inner) return err('malformed');
  const innerHash = p.sha256(unsigned);
  return ok({
    ...inner,
    verifyWith: (publicKey) => p.verify(publicKey, signedBytes(headerBytes, innerHash), signature),
    proof: { innerHash, signature },
  });
}

const contentKey = (keys: EpochKeys, kind: EnvelopeKind): Uint8Array =>
  kind === 'control' ? keys.control : keys.data;

const signedBytes = (headerBytes: Uint8Array, innerHash: Uint8Array): Uint8Array =>
  concat(utf8(SIGNED.operation), headerBytes, innerHash);

/** [ACC-9] Whether a device signed this header, judged from the proof alone: what a third party can check. */
export const provesAuthor = (
  p: Primitives,
  headerBytes: Uint8Array,
  { innerHash, signature }: Opened['proof'],
  publicKey: Uint8Array,
): boolean => p.verify(publicKey, signedBytes(headerBytes, innerHash), signature);

function encodeInner(inner: Inner): Uint8Array {
  const fixed = new Uint8Array(FIXED);
  const view = new DataView(fixed.buffer);
  fixed[0] = VERSION;
  fixed.set(idBytes(inner.accountId), 1);
  fixed.set(fromHex(inner.deviceId), 17);
  fixed.set(inner.controlHead, 25);
  view.setBigUint64(57, BigInt(inner.wallMs));
  view.setUint16(65, inner.seen.length);
  const seen = inner.seen.map(({ writerId, wseq, envelopeId }) => {
    const entry = new Uint8Array(SEEN);
    entry.set(idBytes(writerId), 0);
    new DataView(entry.buffer).setBigUint64(16, BigInt(wseq));
    entry.set(envelopeId, 24);
    return entry;
  });
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, inner.ops.length);
  return concat(fixed, ...seen, length, inner.ops);
}

function decodeInner(bytes: Uint8Array): Inner | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] !== VERSION) return undefined;
  const wallMs = view.getBigUint64(57);
  if (wallMs > LATEST_TIME) return undefined;
  const count = view.getUint16(65);
  const opsAt = FIXED + count * SEEN + 4;
  if (opsAt > bytes.length || view.getUint32(opsAt - 4) !== bytes.length - opsAt) return undefined;
  const seen: Seen[] = [];
  for (let at = FIXED; at < opsAt - 4; at += SEEN) {
    const wseq = view.getBigUint64(at + 16);
    if (wseq < 1n || wseq > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
    seen.push({
      writerId: toId(bytes.subarray(at, at + 16)),
      wseq: Number(wseq),
      envelopeId: bytes.slice(at + 24, at + 56),
    });
  }
  return {
    accountId: toId(bytes.subarray(1, 17)),
    deviceId: toHex(bytes.subarray(17, 25)),
    controlHead: bytes.slice(25, 57),
    wallMs: Number(wallMs),
    seen,
    ops: bytes.slice(opsAt),
  };
}
