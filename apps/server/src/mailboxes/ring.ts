import type { Random } from '@holdfast/base';
import { toId } from '@holdfast/base';
import type { DueGroupId, MailboxId } from '@holdfast/protocol';
import { REMINDER_GRID } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import { lockGroup, replaceItems } from '../db/queries/due.ts';
import { readMailbox } from '../db/queries/mailboxes.ts';
import type { Database } from '../db/schema.ts';

/**
 * Puts times at which the server itself rings among what is due in a mailbox: they go out, and look, like every reminder.
 * Times are ms since 1970 and come on the grid.
 */
export async function ringAt(
  tx: Kysely<Database>,
  random: Random,
  ring: { readonly groupId: DueGroupId; readonly mailboxId: MailboxId; readonly times: readonly number[] },
  day: number,
): Promise<void> {
  const { groupId, mailboxId, times } = ring;
  if ((await readMailbox(tx, mailboxId)) === undefined) return;
  await lockGroup(tx, { groupId, cancelKey: random.bytes(32), day });
  const onGrid = new Set(times.map((at) => Math.floor(at / REMINDER_GRID) * REMINDER_GRID));
  await replaceItems(
    tx,
    groupId,
    [...onGrid].map((at) => ({
      itemId: toId<'due-item'>(random.bytes(16)),
      mailboxId,
      kind: 'reminder',
      at,
      sealed: null,
    })),
  );
}
