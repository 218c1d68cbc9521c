import type { Id } from '@holdfast/base';
import { concat, isId, toId, utf8 } from '@holdfast/base';
import * as v from 'valibot';

export type AccountId = Id<'account'>;
export type SpaceId = Id<'space'>;
export type WriterId = Id<'writer'>;
export type InviteId = Id<'invite'>;
/** A photo or voice note, in one space. Random. */
export type BlobId = Id<'blob'>;
/** A place where things that are due wait for one person: one for each relationship, one for their own devices. */
export type MailboxId = Id<'mailbox'>;
/** Due items that are set and stopped together. */
export type DueGroupId = Id<'due-group'>;
export type DueItemId = Id<'due-item'>;
/** One device's push subscription in one mailbox. */
export type PushSlotId = Id<'push-slot'>;
/** A new phone's request to be let back in by trusted people. Random. */
export type RecoveryId = Id<'recovery'>;
export type Locator = Id<'locator'>;
export type ServerId = Id<'server'>;
export type Generation = Id<'generation'>;
/** SHA-256 of an envelope, kept as bytes: it is compared, chained and never typed. */
export type EnvelopeId = Uint8Array;

/** A SHA-256 implementation: Node's on the server, the vault's on the client. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

const shortHash = (sha256: Sha256, label: string, bytes: Uint8Array): Uint8Array =>
  sha256(concat(utf8(label), bytes)).subarray(0, 16);

/** [ID-1] An account's id is a hash of its root key, so that no server can put another key behind it. */
export const accountIdOf = (sha256: Sha256, rootKey: Uint8Array): AccountId =>
  toId(shortHash(sha256, 'hf1/acct', rootKey));
/** [ID-2] A writer's id is a hash of its capability key, a pseudonym that holds in one space only. */
export const writerIdOf = (sha256: Sha256, capKey: Uint8Array): WriterId =>
  toId(shortHash(sha256, 'hf1/writer', capKey));
/** [ID-3] A space's id is a hash of its genesis, which names its mode, owner and category. */
export const spaceIdOf = (sha256: Sha256, genesis: Uint8Array): SpaceId =>
  toId(shortHash(sha256, 'hf1/space', genesis));

/** Schema of any id in messages. */
export const idSchema = <Kind extends string>() =>
  v.pipe(
    v.string(),
    v.custom<Id<Kind>>((text) => typeof text === 'string' && isId(text), 'not an id'),
  );

/** Schema of a byte string whose length lies within [min, max]. */
export const bytesSchema = (min: number, max = min) =>
  v.pipe(
    v.custom<Uint8Array>((value) => value instanceof Uint8Array, 'not bytes'),
    v.check((bytes) => bytes.length >= min && bytes.length <= max, `not ${min} to ${max} bytes`),
  );

/** Schema of any byte string that a message or envelope has room for. */
export const byteString = bytesSchema(0, 256 * 1024);
