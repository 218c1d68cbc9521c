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
import type { AccountId, InviteId } from '@holdfast/protocol';
import { byteString, bytesSchema, decodeCbor, encodeCbor, idSchema } from '@holdfast/protocol';
import * as v from 'valibot';
import type { InviteTicket } from './invite.ts';
import { deriveKey, openBox, openSealed, sealBox, sealTo } from './keys.ts';
import { HASHED, KDF } from './labels.ts';
import type { Primitives } from './primitives.ts';
import { KEM_PUBLIC_KEY_LENGTH } from './primitives.ts';

/**
 * Adding a phone by QR. The new phone shows who it is; the other phone of the same person looks, and sends it a
 * secret of an unlock method made for this one occasion. The two meet at the server under an invite's verbs, which
 * do not say what passes.
 */
export interface LinkTicket extends InviteTicket {
  /** Hash of the new phone's keys: what is fetched from the server must be what was shown. */
  readonly commitment: Uint8Array;
}

/** What the new phone keeps to itself while it waits. */
export interface NewPhone {
  readonly ticket: LinkTicket;
  readonly deviceSeed: Uint8Array;
  readonly sealSeed: Uint8Array;
}

const offerSchema = v.strictObject({
  deviceKey: bytesSchema(32),
  sealKey: bytesSchema(KEM_PUBLIC_KEY_LENGTH),
  /** Language of the words both phones show. */
  language: v.picklist(['en', 'es']),
});
export type LinkOffer = v.InferOutput<typeof offerSchema>;

const answerSchema = v.strictObject({ accountId: idSchema<'account'>(), secret: bytesSchema(32) });

/** [LNK-1] The text of the QR: `2.<id>.<secret>.<commitment>`. */
export const writeLink = ({ inviteId, secret, commitment }: LinkTicket): string =>
  `2.${inviteId}.${toBase64Url(secret)}.${toBase64Url(commitment)}`;

/** The ticket in a scanned text, or 'cut' for one that lost letters, 'foreign' for anything else. */
export function readLink(text: string): Result<LinkTicket, 'cut' | 'foreign'> {
  const [version, id = '', secretText = '', commitmentText = '', ...rest] = text
    .replace(/.*#/, '')
    .split('.');
  if (version !== '2' || rest.length > 0) return err('foreign');
  const [secret, commitment] = [fromBase64Url(secretText), fromBase64Url(commitmentText)];
  return isId<'invite'>(id) && secret?.length === 32 && commitment?.length === 32
    ? ok({ inviteId: id as InviteId, secret, commitment })
    : err('cut');
}

const commitmentOf = (p: Primitives, deviceKey: Uint8Array, sealKey: Uint8Array): Uint8Array =>
  p.sha256(concat(utf8(HASHED.linkKeys), deviceKey, sealKey));

export function createLink(p: Primitives): NewPhone {
  const [deviceSeed, sealSeed] = [p.random(32), p.random(32)];
  const commitment = commitmentOf(p, p.signKeys(deviceSeed).publicKey, p.kemPublicKey(sealSeed));
  return { ticket: { inviteId: toId(p.random(16)), secret: p.random(32), commitment }, deviceSeed, sealSeed };
}

type Part = 'offer' | 'answer';
const linkKey = (p: Primitives, { secret }: LinkTicket): Uint8Array => deriveKey(p, secret, KDF.link);
const linkAd = (part: Part, { inviteId, commitment }: LinkTicket): Uint8Array =>
  concat(utf8(`hf1/link-${part}`), idBytes(inviteId), commitment);

function unbox<S extends v.GenericSchema>(
  bytes: Uint8Array | undefined,
  schema: S,
): v.InferOutput<S> | undefined {
  const value = bytes && decodeCbor(bytes);
  const parsed = value?.ok ? v.safeParse(schema, value.value) : undefined;
  return parsed?.success ? parsed.output : undefined;
}

export function sealLinkOffer(p: Primitives, phone: NewPhone, language: 'en' | 'es'): Uint8Array {
  const deviceKey = p.signKeys(phone.deviceSeed).publicKey;
  const offer = encodeCbor({ deviceKey, sealKey: p.kemPublicKey(phone.sealSeed), language });
  return sealBox(p, linkKey(p, phone.ticket), linkAd('offer', phone.ticket), offer);
}

/** [LNK-2] The new phone's keys, and only those it showed: the QR code was the human act that introduces them. */
export function openLinkOffer(
  p: Primitives,
  ticket: LinkTicket,
  sealed: Uint8Array,
): Result<LinkOffer, 'refused'> {
  const offer = unbox(openBox(p, linkKey(p, ticket), linkAd('offer', ticket), sealed), offerSchema);
  const shown = offer && equalBytes(commitmentOf(p, offer.deviceKey, offer.sealKey), ticket.commitment);
  return offer && shown ? ok(offer) : err('refused');
}

/** [LNK-4] What the words on both phones are made from: the meeting, the account, and the secret that was sent. */
const linkTranscript = (
  p: Primitives,
  ticket: LinkTicket,
  accountId: AccountId,
  secret: Uint8Array,
): Uint8Array =>
  p.sha256(
    concat(
      utf8(HASHED.link),
      idBytes(ticket.inviteId),
      ticket.commitment,
      idBytes(accountId),
      p.sha256(secret),
    ),
  );

/**
 * [LNK-3] The one-time secret, sealed to the key that the new phone showed and under the secret of the QR: neither
 * the server, which knows neither, nor somebody who saw the QR later can read it.
 */
export function sealLinkAnswer(
  p: Primitives,
  ticket: LinkTicket,
  offer: LinkOffer,
  answer: { readonly accountId: AccountId; readonly secret: Uint8Array },
): Result<{ sealed: Uint8Array; transcript: Uint8Array }, 'refused'> {
  const inner = sealTo(p, offer.sealKey, linkAd('answer', ticket), encodeCbor({ ...answer }));
  if (!inner) return err('refused');
  return ok({
    sealed: sealBox(p, linkKey(p, ticket), linkAd('answer', ticket), encodeCbor(inner)),
    transcript: linkTranscript(p, ticket, answer.accountId, answer.secret),
  });
}

/** Opens the answer on the new phone. The words are to be compared before anything is opened with the secret. */
export function openLinkAnswer(
  p: Primitives,
  { ticket, sealSeed }: NewPhone,
  sealed: Uint8Array,
): Result<{ accountId: AccountId; secret: Uint8Array; transcript: Uint8Array }, 'refused'> {
  const inner = unbox(openBox(p, linkKey(p, ticket), linkAd('answer', ticket), sealed), byteString);
  const answer = inner && unbox(openSealed(p, sealSeed, linkAd('answer', ticket), inner), answerSchema);
  if (!answer) return err('refused');
  return ok({ ...answer, transcript: linkTranscript(p, ticket, answer.accountId, answer.secret) });
}
