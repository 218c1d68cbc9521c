import type { Random } from '@holdfast/base';
import { toId } from '@holdfast/base';
import type { DueGroupId, MailboxId, RecoveryStanding } from '@holdfast/protocol';
import { REMINDER_GRID } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import { dropArmed, lockGroup, markCancelled, replaceItems } from '../db/queries/due.ts';
import { readMailbox } from '../db/queries/mailboxes.ts';
import type { Database } from '../db/schema.ts';

const HOUR = 3_600_000;
/** [RCV-7] The last alert comes so long before the time of a request is over, ms. */
const BEFORE_END = 12 * HOUR;

/** [RCV-7] Times at which the account's devices are told of a request: at once, half-way, and before its end. */
export function alertTimes({ readyAt }: RecoveryStanding, now: number): number[] {
  const times = [now, now + (readyAt - now) / 2, readyAt - BEFORE_END];
  return [...new Set(times.map((at) => Math.floor(at / REMINDER_GRID) * REMINDER_GRID))];
}

/** Puts the alerts among what is due in a mailbox: they go out, and look, like every reminder. */
export async function setAlerts(
  tx: Kysely<Database>,
  random: Random,
  alert: { readonly groupId: DueGroupId; readonly mailboxId: MailboxId; readonly times: readonly number[] },
  day: number,
): Promise<void> {
  const { groupId, mailboxId, times } = alert;
  if ((await readMailbox(tx, mailboxId)) === undefined) return;
  await lockGroup(tx, { groupId, cancelKey: random.bytes(32), day });
  await replaceItems(
    tx,
    groupId,
    times.map((at) => ({
      itemId: toId<'due-item'>(random.bytes(16)),
      mailboxId,
      kind: 'reminder',
      at,
      sealed: null,
    })),
  );
}

export async function stopAlerts(tx: Kysely<Database>, groupId: DueGroupId, ahead: number): Promise<void> {
  await dropArmed(tx, groupId, ahead);
  await markCancelled(tx, groupId);
}
