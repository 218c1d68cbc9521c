import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { Random } from '@holdfast/base';
import { concat, idBytes, toId } from '@holdfast/base';
import type { AccountId, DueGroupId, RecoveryId } from '@holdfast/protocol';
import { bytesSchema, decodeCbor, encodeCbor, idSchema } from '@holdfast/protocol';
import * as v from 'valibot';

const halfSchema = v.strictObject({
  half: bytesSchema(32),
  /** Where the account's devices are told. It stands in here so that no table joins an account to a mailbox. */
  mailboxId: v.optional(idSchema<'mailbox'>()),
});
export type ArmedHalf = v.InferOutput<typeof halfSchema>;

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** A key of its own from the one in the data folder (SPEC [RCV-8]). */
const keyFor = (fileKey: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', fileKey, new Uint8Array(32), `holdfast/${purpose}`, 32));

/** [RCV-8] The half as it lies in the database: under a key that does not, and bound to its account. */
export function sealHalf(
  random: Random,
  fileKey: Uint8Array,
  accountId: AccountId,
  { half, mailboxId }: ArmedHalf,
): Uint8Array {
  const bytes = encodeCbor(mailboxId === undefined ? { half } : { half, mailboxId });
  const nonce = random.bytes(NONCE);
  const cipher = createCipheriv(CIPHER, keyFor(fileKey, 'recovery'), nonce).setAAD(idBytes(accountId));
  return concat(nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag());
}

/** Undefined when the key is another: the data folder was lost. The account's devices then arm it again. */
export function openHalf(
  fileKey: Uint8Array,
  accountId: AccountId,
  sealed: Uint8Array,
): ArmedHalf | undefined {
  const decipher = createDecipheriv(CIPHER, keyFor(fileKey, 'recovery'), sealed.subarray(0, NONCE), {
    authTagLength: TAG,
  })
    .setAAD(idBytes(accountId))
    .setAuthTag(sealed.subarray(-TAG));
  try {
    const value = decodeCbor(concat(decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()));
    const parsed = value.ok ? v.safeParse(halfSchema, value.value) : undefined;
    return parsed?.success ? parsed.output : undefined;
  } catch {
    // Node says by throwing that the tag does not fit.
    return undefined;
  }
}

/** The name of the alerts of a request: found again by who has the key, and joined to nothing by who has not. */
export const alertGroupOf = (fileKey: Uint8Array, requestId: RecoveryId): DueGroupId =>
  toId(
    new Uint8Array(
      createHmac('sha256', keyFor(fileKey, 'recovery-alert')).update(idBytes(requestId)).digest(),
    ).subarray(0, 16),
  );
