import type { Random } from '@holdfast/base';
import { equalBytes, idBytes, toId } from '@holdfast/base';
import type { AccountId, AccountKey, MailboxId } from '@holdfast/protocol';
import { idSchema } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { readAlert } from '../db/queries/accounts.ts';
import { readNow } from '../db/queries/due.ts';
import type { Database } from '../db/schema.ts';
import { ringAt } from '../mailboxes/ring.ts';
import { keyFor, openUnder, sealUnder } from '../sealed.ts';

const alertSchema = v.strictObject({ mailboxId: idSchema<'mailbox'>() });
const PURPOSE = 'account-alert';

/** [ACC-8] The mailbox as it lies beside its account: under a key that does not lie there, and bound to the account. */
export const sealAlert = (
  random: Random,
  fileKey: Uint8Array,
  accountId: AccountId,
  mailboxId: MailboxId,
): Uint8Array => sealUnder(random, keyFor(fileKey, PURPOSE), idBytes(accountId), { mailboxId });

/** [ACC-8] Whether a list has a device that the one before it had not. */
export const hasNewDevice = (before: readonly AccountKey[], after: readonly AccountKey[]): boolean =>
  after.some(
    ({ kind, publicKey }) =>
      kind === 'device' &&
      !before.some((old) => old.kind === 'device' && equalBytes(old.publicKey, publicKey)),
  );

/** [ACC-8] Rings the account's devices once, now, where it said in which mailbox. */
export async function ringDevices(
  tx: Kysely<Database>,
  parts: { readonly random: Random; readonly pushKey: Uint8Array; readonly ahead: () => number },
  accountId: AccountId,
  day: number,
): Promise<void> {
  const { random, pushKey, ahead } = parts;
  const sealed = await readAlert(tx, accountId);
  if (!sealed) return;
  const alert = openUnder(keyFor(pushKey, PURPOSE), idBytes(accountId), sealed, alertSchema);
  if (!alert) return;
  const groupId = toId<'due-group'>(random.bytes(16));
  const times = [await readNow(tx, ahead())];
  await ringAt(tx, random, { groupId, mailboxId: alert.mailboxId, times }, day);
}
