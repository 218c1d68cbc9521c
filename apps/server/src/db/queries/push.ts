import type { MailboxId, PushSlotId } from '@holdfast/protocol';
import type { Kysely, Selectable } from 'kysely';
import type { Database, PushIdentityTable, PushSlotTable } from '../schema.ts';

export const readSlots = (
  db: Kysely<Database>,
  mailboxIds: readonly MailboxId[],
): Promise<Selectable<PushSlotTable>[]> =>
  db.selectFrom('push_slot').selectAll().where('mailbox_id', 'in', mailboxIds).execute();

export const putSlot = (tx: Kysely<Database>, row: PushSlotTable) =>
  tx
    .insertInto('push_slot')
    .values(row)
    .onConflict((conflict) => conflict.columns(['mailbox_id', 'slot_id']).doUpdateSet({ sealed: row.sealed }))
    .execute();

/** [PSH-6] Removes a slot, and the reminders of a mailbox that has none left: nobody would be told. */
export async function dropSlot(
  db: Kysely<Database>,
  mailboxId: MailboxId,
  slotId: PushSlotId,
): Promise<void> {
  await db
    .deleteFrom('push_slot')
    .where('mailbox_id', '=', mailboxId)
    .where('slot_id', '=', slotId)
    .execute();
  await db
    .deleteFrom('due')
    .where('mailbox_id', '=', mailboxId)
    .where('kind', '=', 'reminder')
    .where('released', '=', false)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('push_slot').select('slot_id').where('mailbox_id', '=', mailboxId))),
    )
    .execute();
}

export const readIdentity = (db: Kysely<Database>): Promise<Selectable<PushIdentityTable> | undefined> =>
  db.selectFrom('push_identity').select(['public_key', 'private_key']).executeTakeFirst();

export const insertIdentity = (db: Kysely<Database>, row: PushIdentityTable) =>
  db.insertInto('push_identity').values(row).execute();
