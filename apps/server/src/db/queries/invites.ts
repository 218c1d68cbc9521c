import type { InviteId } from '@holdfast/protocol';
import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { Database, InviteTable } from '../schema.ts';

export type InviteRow = Selectable<InviteTable>;

export const readInvite = (
  db: Kysely<Database>,
  inviteId: InviteId,
  lock = false,
): Promise<InviteRow | undefined> =>
  db
    .selectFrom('invite')
    .selectAll()
    .where('invite_id', '=', inviteId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();

/** Whether the invite was new. */
export async function insertInvite(db: Kysely<Database>, row: Insertable<InviteTable>): Promise<boolean> {
  const done = await db
    .insertInto('invite')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export const updateInvite = (tx: Kysely<Database>, inviteId: InviteId, change: Updateable<InviteTable>) =>
  tx.updateTable('invite').set(change).where('invite_id', '=', inviteId).execute();

/** Removes invites that expired before `beforeHour`, whatever became of them, and the offers of all expired ones. */
export async function forgetInvites(
  db: Kysely<Database>,
  beforeHour: number,
  nowHour: number,
): Promise<void> {
  await db.deleteFrom('invite').where('expires_hour', '<', beforeHour).execute();
  await db
    .updateTable('invite')
    .set({ offer: null })
    .where('expires_hour', '<=', nowHour)
    .where('offer', 'is not', null)
    .execute();
}
