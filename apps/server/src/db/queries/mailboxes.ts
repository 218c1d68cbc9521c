import type { DueItemId, MailboxId } from '@holdfast/protocol';
import { LIMITS } from '@holdfast/protocol';
import type { Kysely, Selectable } from 'kysely';
import type { Database, MailboxTable } from '../schema.ts';
import { databaseNow } from './now.ts';

export const readMailbox = (
  db: Kysely<Database>,
  mailboxId: MailboxId,
): Promise<Selectable<MailboxTable> | undefined> =>
  db.selectFrom('mailbox').selectAll().where('mailbox_id', '=', mailboxId).executeTakeFirst();

export const readMailboxes = (
  db: Kysely<Database>,
  mailboxIds: readonly MailboxId[],
): Promise<Selectable<MailboxTable>[]> =>
  db.selectFrom('mailbox').selectAll().where('mailbox_id', 'in', mailboxIds).execute();

/** Leaves one that is there as it is. */
export const insertMailbox = (db: Kysely<Database>, row: MailboxTable) =>
  db
    .insertInto('mailbox')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const deleteMailbox = (db: Kysely<Database>, mailboxId: MailboxId, ownerKey: Uint8Array) =>
  db.deleteFrom('mailbox').where('mailbox_id', '=', mailboxId).where('owner_key', '=', ownerKey).execute();

/** Asks that are due, and timers once they went out, that were not taken, oldest first. `ahead`: see `databaseNow`. */
export const readDueAsks = (db: Kysely<Database>, mailboxId: MailboxId, ahead: number) =>
  db
    .selectFrom('due')
    .select(['item_id as itemId', 'at', 'sealed'])
    .where('mailbox_id', '=', mailboxId)
    .where('at', '<=', databaseNow(ahead))
    .where('sealed', 'is not', null)
    .where(({ or, eb }) =>
      or([eb('kind', '<>', 'timer'), eb('released', '=', true), eb('claimed_until', '>', 0)]),
    )
    .orderBy('at')
    .orderBy('item_id')
    .limit(LIMITS.mailboxPage)
    .$narrowType<{ sealed: Uint8Array }>()
    .execute();

/** Deletes what asks say. They are remembered, so that they do not come again, and no push follows. */
export const takeAsks = (db: Kysely<Database>, mailboxId: MailboxId, itemIds: readonly DueItemId[]) =>
  db
    .updateTable('due')
    .set({ sealed: null, released: true })
    .where('mailbox_id', '=', mailboxId)
    .where('item_id', 'in', itemIds)
    .execute();
