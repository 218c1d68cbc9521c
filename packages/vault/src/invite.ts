import type { Result } from '@holdfast/base';
import {
  concat,
  equalBytes,
  err,
  fromBase64Url,
  idBytes,
  isId,
  ok,
  toBase64Url,
  toId,
  utf8,
} from '@holdfast/base';
import type { InviteId } from '@holdfast/protocol';
import { byteString, bytesSchema, decodeCbor, encodeCbor, idSchema } from '@holdfast/protocol';
import * as v from 'valibot';
import type { AccountView } from './chain.ts';
import { readChain } from './chain.ts';
import { deriveKey, openBox, openSealed, sealBox, sealTo } from './keys.ts';
import { HASHED, KDF, SIGNED } from './labels.ts';
import type { Primitives, SignKeys } from './primitives.ts';
import { readGenesis } from './space.ts';

/** What a link or QR carries: an id for the server and a secret that never reaches it. */
export interface InviteTicket {
  readonly inviteId: InviteId;
  readonly secret: Uint8Array;
}

/** [INV-1] The fragment of an invite link: `1.<id>.<secret>`. A fragment is never sent to a server. */
export const writeTicket = (ticket: InviteTicket): string =>
  `1.${ticket.inviteId}.${toBase64Url(ticket.secret)}`;

/** The ticket in a fragment, or 'cut' for one that lost letters on the way, 'foreign' for anything else. */
export function readTicket(fragment: string): Result<InviteTicket, 'cut' | 'foreign'> {
  const [version, id = '', secretText = '', ...rest] = fragment.replace(/^#/, '').split('.');
  if (version !== '1' || rest.length > 0) return err('foreign');
  const secret = fromBase64Url(secretText);
  return isId<'invite'>(id) && secret?.length === 32 ? ok({ inviteId: id, secret }) : err('cut');
}

export const createTicket = (p: Primitives): InviteTicket => ({
  inviteId: toId(p.random(16)),
  secret: p.random(32),
});

/** The key with which whoever holds the link speaks to the server about this invite. */
export const guestKeys = (p: Primitives, ticket: InviteTicket): SignKeys =>
  p.signKeys(deriveKey(p, ticket.secret, KDF.inviteGuest));

const offerSchema = v.strictObject({
  chain: v.array(byteString),
  /** How the inviter wishes to be shown. */
  name: v.pipe(v.string(), v.maxLength(80)),
  categories: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(20)),
  spaceId: idSchema<'space'>(),
  genesis: byteString,
  /** Language of the six words, so that both sides read the same list. */
  language: v.picklist(['en', 'es']),
});
export type Offer = v.InferOutput<typeof offerSchema>;

const answerSchema = v.strictObject({
  chain: v.array(byteString),
  name: v.pipe(v.string(), v.maxLength(80)),
  /** The guest's writing key in the pair space. */
  writerKey: bytesSchema(32),
  /** Nobody can know the transcript before the guest answers, so nobody can search for one with the same words. */
  salt: bytesSchema(16),
});
const signedAnswerSchema = v.strictTuple([byteString, bytesSchema(64)]);

const completionSchema = v.strictObject({
  epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  key: bytesSchema(32),
  control: bytesSchema(32),
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** Both accounts may start epochs in their pair space, so both hold its admin key. */
  adminSeed: bytesSchema(32),
});
export type Completion = v.InferOutput<typeof completionSchema>;

type Part = 'offer' | 'answer' | 'completion';
const partAd = (part: Part, inviteId: InviteId): Uint8Array =>
  concat(utf8(`hf1/invite-${part}`), idBytes(inviteId));

function box(p: Primitives, ticket: InviteTicket, part: Part, bytes: Uint8Array): Uint8Array {
  return sealBox(p, deriveKey(p, ticket.secret, KDF.inviteSeal), partAd(part, ticket.inviteId), bytes);
}

function unbox<S extends v.GenericSchema>(
  p: Primitives,
  ticket: InviteTicket,
  part: Part,
  sealed: Uint8Array,
  schema: S,
): v.InferOutput<S> | undefined {
  const bytes = openBox(
    p,
    deriveKey(p, ticket.secret, KDF.inviteSeal),
    partAd(part, ticket.inviteId),
    sealed,
  );
  return bytes && readAs(bytes, schema);
}

function readAs<S extends v.GenericSchema>(bytes: Uint8Array, schema: S): v.InferOutput<S> | undefined {
  const value = decodeCbor(bytes);
  const parsed = value.ok ? v.safeParse(schema, value.value) : undefined;
  return parsed?.success ? parsed.output : undefined;
}

export const sealOffer = (p: Primitives, ticket: InviteTicket, offer: Offer): Uint8Array =>
  box(p, ticket, 'offer', encodeCbor(offer));

export interface OpenedOffer {
  readonly offer: Offer;
  readonly inviter: AccountView;
  /** Hash of the sealed offer: both sides prove that they speak of the same one. */
  readonly offerHash: Uint8Array;
}

/** [INV-2] The offer, with an inviter chain and a pair space that verify. The link's secret is the human act that introduces it. */
export function openOffer(
  p: Primitives,
  ticket: InviteTicket,
  sealed: Uint8Array,
): Result<OpenedOffer, 'refused'> {
  const offer = unbox(p, ticket, 'offer', sealed, offerSchema);
  if (!offer) return err('refused');
  const inviter = readChain(p, offer.chain);
  if (!inviter.ok) return err('refused');
  const genesis = readGenesis(p, offer.spaceId, offer.genesis);
  const own = genesis.ok && genesis.value.mode === 'pair' && genesis.value.owner === inviter.value.accountId;
  if (!own) return err('refused');
  return ok({ offer, inviter: inviter.value, offerHash: p.sha256(sealed) });
}

/** [INV-3] Binds the invite, both root keys, the offer and the answer: what the guest signs and the six words say. */
export function transcript(
  p: Primitives,
  inviteId: InviteId,
  inviterRoot: Uint8Array,
  guestRoot: Uint8Array,
  offerHash: Uint8Array,
  answer: Uint8Array,
): Uint8Array {
  const parts = [idBytes(inviteId), inviterRoot, guestRoot, offerHash, p.sha256(answer)];
  return p.sha256(concat(utf8(HASHED.transcript), ...parts));
}

export function sealAnswer(
  p: Primitives,
  ticket: InviteTicket,
  opened: OpenedOffer,
  guest: { root: SignKeys; chain: readonly Uint8Array[]; name: string; writerKey: Uint8Array },
): { sealed: Uint8Array; transcript: Uint8Array } {
  const { name, writerKey, chain } = guest;
  const answer = encodeCbor({ chain, name, writerKey, salt: p.random(16) });
  const inviterRoot = opened.inviter.rootKey;
  const bound = transcript(p, ticket.inviteId, inviterRoot, guest.root.publicKey, opened.offerHash, answer);
  const signature = p.sign(guest.root, concat(utf8(SIGNED.invite), bound));
  return { sealed: box(p, ticket, 'answer', encodeCbor([answer, signature])), transcript: bound };
}

export interface OpenedAnswer {
  readonly guest: AccountView;
  readonly name: string;
  readonly writerKey: Uint8Array;
  readonly transcript: Uint8Array;
}

/** [INV-4] The answer, with a guest chain that verifies and the guest's signature over the transcript. */
export function openAnswer(
  p: Primitives,
  ticket: InviteTicket,
  own: { rootKey: Uint8Array; sealedOffer: Uint8Array },
  sealed: Uint8Array,
): Result<OpenedAnswer, 'refused'> {
  const signed = unbox(p, ticket, 'answer', sealed, signedAnswerSchema);
  if (!signed) return err('refused');
  const answer = readAs(signed[0], answerSchema);
  if (!answer) return err('refused');
  const guest = readChain(p, answer.chain);
  if (!guest.ok) return err('refused');
  const { rootKey } = guest.value;
  if (equalBytes(rootKey, own.rootKey)) return err('refused');
  const offerHash = p.sha256(own.sealedOffer);
  const bound = transcript(p, ticket.inviteId, own.rootKey, rootKey, offerHash, signed[0]);
  if (!p.verify(rootKey, concat(utf8(SIGNED.invite), bound), signed[1])) return err('refused');
  return ok({ guest: guest.value, name: answer.name, writerKey: answer.writerKey, transcript: bound });
}

const completionInfo = (bound: Uint8Array): Uint8Array => concat(utf8('hf1/invite-done'), bound);

/** [INV-5] The pair space's first key, sealed to the guest who was confirmed: the link alone does not open it. */
export function sealCompletion(
  p: Primitives,
  ticket: InviteTicket,
  answer: OpenedAnswer,
  completion: Completion,
): Uint8Array | undefined {
  const info = completionInfo(answer.transcript);
  const sealed = sealTo(p, answer.guest.encryptionKey, info, encodeCbor(completion));
  return sealed && box(p, ticket, 'completion', encodeCbor([sealed]));
}

export function openCompletion(
  p: Primitives,
  ticket: InviteTicket,
  guest: { encryptionSeed: Uint8Array; transcript: Uint8Array },
  boxed: Uint8Array,
): Result<Completion, 'refused'> {
  const outer = unbox(p, ticket, 'completion', boxed, v.strictTuple([byteString]));
  const bytes = outer && openSealed(p, guest.encryptionSeed, completionInfo(guest.transcript), outer[0]);
  const completion = bytes && readAs(bytes, completionSchema);
  return completion ? ok(completion) : err('refused');
}

/** [INV-6] Six words from the transcript, 11 bits each, from a list of 2,048. */
export function sixWords(bound: Uint8Array, list: readonly string[]): string[] {
  let bits = 0n;
  for (const byte of bound.subarray(0, 9)) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: 6 }, (_, i) => list[Number((bits >> BigInt(72 - 11 * (i + 1))) & 2047n)]!);
}
