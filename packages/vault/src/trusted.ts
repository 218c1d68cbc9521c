import type { Result } from '@holdfast/base';
import { concat, equalBytes, err, idBytes, ok, utf8 } from '@holdfast/base';
import type { AccountId, RecoveryId } from '@holdfast/protocol';
import { bytesSchema, decodeCbor, encodeCbor } from '@holdfast/protocol';
import { combine, split } from 'shamir-secret-sharing';
import * as v from 'valibot';
import { deriveKey, openSealed, sealTo } from './keys.ts';
import { HASHED, KDF } from './labels.ts';
import type { Primitives } from './primitives.ts';

/**
 * Getting back in with trusted people. The secret of an unlock method is in two halves: one is spread over the people
 * so that some of them together have it, the other lies at the server, which gives it out after a waiting time. So
 * neither the people nor the server open anything alone.
 */

/** The fewest and the most people it is spread over, and the fewest that are needed. */
export const TRUSTED = { fewest: 2, most: 5, needed: 2 } as const;

/** What one trusted person holds. Nothing in it says how many others there are, or how many are needed. */
export interface Share {
  readonly share: Uint8Array;
  /** [TRU-2] The same in every share: what they come to is compared with it. */
  readonly commitment: Uint8Array;
  /** Speaks for this share at the server. */
  readonly approverSeed: Uint8Array;
  /** [TRU-4] What is read out to a new phone, so that it finds the account. */
  readonly callCode: Uint8Array;
}

const shareSchema = v.strictObject({
  share: bytesSchema(33),
  commitment: bytesSchema(32),
  approverSeed: bytesSchema(32),
  callCode: bytesSchema(7),
});

export interface TrustedSetUp {
  readonly configId: Uint8Array;
  /** The secret of the unlock method. Used once and kept nowhere. */
  readonly secret: Uint8Array;
  /** The server's half. */
  readonly half: Uint8Array;
  readonly callCode: Uint8Array;
  readonly shares: readonly Share[];
}

/** [TRU-2] */
export const shareCommitment = (p: Primitives, secret: Uint8Array): Uint8Array =>
  p.sha256(concat(utf8(HASHED.trustedSecret), secret));

/** [TRU-1] The unlock secret that the people's half and the server's half come to. */
export const trustedSecret = (
  p: Primitives,
  people: Uint8Array,
  half: Uint8Array,
  accountId: AccountId,
): Uint8Array => deriveKey(p, concat(people, half), KDF.trusted, idBytes(accountId));

/** [TRU-1] Draws both halves and spreads one over `people` shares, any `needed` of which give it back. */
export async function setUpTrusted(
  p: Primitives,
  accountId: AccountId,
  people: number,
  needed: number,
): Promise<TrustedSetUp> {
  if (people > TRUSTED.most || needed < TRUSTED.needed || needed > people)
    throw new Error('Not so many people');
  const [whole, half] = [p.random(32), p.random(32)];
  const callCode = p.random(7);
  callCode[0] = callCode[0]! & 3;
  const commitment = shareCommitment(p, whole);
  const shares = (await split(whole, people, needed)).map((share) => ({
    share,
    commitment,
    approverSeed: p.random(32),
    callCode,
  }));
  return { configId: p.random(16), secret: trustedSecret(p, whole, half, accountId), half, callCode, shares };
}

const shareInfo = (owner: AccountId, configId: Uint8Array): Uint8Array =>
  concat(utf8('hf1/share'), idBytes(owner), configId);

/** [TRU-3] A share for one person, sealed to their key and bound to whose it is. Undefined when the key is refused. */
export function sealShare(
  p: Primitives,
  encryptionKey: Uint8Array,
  of: { readonly owner: AccountId; readonly configId: Uint8Array },
  share: Share,
): Uint8Array | undefined {
  return sealTo(p, encryptionKey, shareInfo(of.owner, of.configId), encodeCbor({ ...share }));
}

export function openShare(
  p: Primitives,
  encryptionSeed: Uint8Array,
  of: { readonly owner: AccountId; readonly configId: Uint8Array },
  sealed: Uint8Array,
): Share | undefined {
  const bytes = openSealed(p, encryptionSeed, shareInfo(of.owner, of.configId), sealed);
  const value = bytes && decodeCbor(bytes);
  const parsed = value?.ok ? v.safeParse(shareSchema, value.value) : undefined;
  return parsed?.success ? parsed.output : undefined;
}

/** A request of a new phone: its name at the server, and the key that shares are to be sealed to. */
export interface RecoveryRequest {
  readonly requestId: RecoveryId;
  readonly sealKey: Uint8Array;
}

/** [TRU-5] What the six words are made from that the person reads out and the trusted person types. */
export const requestTranscript = (
  p: Primitives,
  accountId: AccountId,
  request: RecoveryRequest,
): Uint8Array =>
  p.sha256(concat(utf8(HASHED.request), request.sealKey, idBytes(accountId), idBytes(request.requestId)));

const approvalInfo = (accountId: AccountId, requestId: RecoveryId): Uint8Array =>
  concat(utf8('hf1/approval'), idBytes(accountId), idBytes(requestId));

/** [TRU-6] A share on its way to the phone whose words were typed. Undefined when the phone's key is refused. */
export function sealApproval(
  p: Primitives,
  accountId: AccountId,
  { requestId, sealKey }: RecoveryRequest,
  { share, commitment }: Share,
): Uint8Array | undefined {
  return sealTo(p, sealKey, approvalInfo(accountId, requestId), concat(share, commitment));
}

/**
 * [TRU-7] Opens what the trusted people sent, and finds among it enough that belongs together. One who sent something
 * else, or under another arrangement, does not keep the rest from coming to it.
 */
export async function combineApprovals(
  p: Primitives,
  phone: { readonly accountId: AccountId; readonly requestId: RecoveryId; readonly sealSeed: Uint8Array },
  approvals: readonly Uint8Array[],
  half: Uint8Array,
): Promise<Result<Uint8Array, 'refused'>> {
  const info = approvalInfo(phone.accountId, phone.requestId);
  const opened = approvals
    .slice(0, TRUSTED.most)
    .map((sealed) => openSealed(p, phone.sealSeed, info, sealed))
    .filter((bytes) => bytes?.length === 65)
    .map((bytes) => ({ share: bytes!.slice(0, 33), commitment: bytes!.slice(33) }));
  for (const group of subsets(opened)) {
    const places = new Set(group.map(({ share }) => share[32]));
    if (places.size < group.length || places.has(0)) continue;
    const whole = await combine(group.map(({ share }) => share));
    if (group.every(({ commitment }) => equalBytes(commitment, shareCommitment(p, whole))))
      return ok(trustedSecret(p, whole, half, phone.accountId));
  }
  return err('refused');
}

/**
 * Every choice of at least as many as are ever needed, the largest first: a few who made up a secret of their own do
 * not come before more who hold the account's. At most 5 people, so at most 26.
 */
function subsets<T>(items: readonly T[]): T[][] {
  const all = items.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
  return all.filter((set) => set.length >= TRUSTED.needed).toSorted((a, b) => b.length - a.length);
}
