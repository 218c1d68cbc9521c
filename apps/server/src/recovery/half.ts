import { createHmac } from 'node:crypto';
import type { Random } from '@holdfast/base';
import { idBytes, toId } from '@holdfast/base';
import type { AccountId, DueGroupId, RecoveryId } from '@holdfast/protocol';
import { bytesSchema, idSchema } from '@holdfast/protocol';
import * as v from 'valibot';
import { keyFor, openUnder, sealUnder } from '../sealed.ts';

const halfSchema = v.strictObject({
  half: bytesSchema(32),
  /** Where the account's devices are told. It stands in here so that no table joins an account to a mailbox. */
  mailboxId: v.optional(idSchema<'mailbox'>()),
});
export type ArmedHalf = v.InferOutput<typeof halfSchema>;

/** [RCV-8] The half as it lies in the database: under a key that does not, and bound to its account. */
export const sealHalf = (
  random: Random,
  fileKey: Uint8Array,
  accountId: AccountId,
  { half, mailboxId }: ArmedHalf,
): Uint8Array =>
  sealUnder(
    random,
    keyFor(fileKey, 'recovery'),
    idBytes(accountId),
    mailboxId === undefined ? { half } : { half, mailboxId },
  );

/** Undefined when the key is another: the data folder was lost. The account's devices then arm it again. */
export const openHalf = (
  fileKey: Uint8Array,
  accountId: AccountId,
  sealed: Uint8Array,
): ArmedHalf | undefined => openUnder(keyFor(fileKey, 'recovery'), idBytes(accountId), sealed, halfSchema);

/** The name of the alerts of a request: found again by who has the key, and joined to nothing by who has not. */
export const alertGroupOf = (fileKey: Uint8Array, requestId: RecoveryId): DueGroupId =>
  toId(
    new Uint8Array(
      createHmac('sha256', keyFor(fileKey, 'recovery-alert')).update(idBytes(requestId)).digest(),
    ).subarray(0, 16),
  );
