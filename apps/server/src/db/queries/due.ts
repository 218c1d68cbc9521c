import type { DueGroupId, DueItemId, MailboxId } from '@holdfast/protocol';
import { LIMITS } from '@holdfast/protocol';
import type { Kysely, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Database, DueGroupTable, DueTable } from '../schema.ts';
import { GAP } from './liveness.ts';
import { databaseNow } from './now.ts';

const DAY = 86_400_000;

export async function readNow(db: Kysely<Database>, ahead: number): Promise<number> {
  const { rows } = await sql<{ now: number }>`SELECT ${databaseNow(ahead)} AS now`.execute(db);
  return rows[0]!.now;
}

/** The group, made if it was not there, and locked until the transaction ends. */
export async function lockGroup(
  tx: Kysely<Database>,
  group: { readonly groupId: DueGroupId; readonly cancelKey: Uint8Array; readonly day: number },
): Promise<Selectable<DueGroupTable>> {
  const { groupId, cancelKey, day } = group;
  return tx
    .insertInto('due_group')
    .values({ group_id: groupId, cancel_key: cancelKey, cancelled: false, touched_day: day })
    .onConflict((conflict) => conflict.column('group_id').doUpdateSet({ touched_day: day }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export const readGroup = (
  tx: Kysely<Database>,
  groupId: DueGroupId,
): Promise<Selectable<DueGroupTable> | undefined> =>
  tx.selectFrom('due_group').selectAll().where('group_id', '=', groupId).forUpdate().executeTakeFirst();

export const markCancelled = (tx: Kysely<Database>, groupId: DueGroupId) =>
  tx.updateTable('due_group').set({ cancelled: true }).where('group_id', '=', groupId).execute();

/** How many items of other groups wait in each of these mailboxes. */
export const countWaiting = (db: Kysely<Database>, mailboxIds: readonly MailboxId[], except: DueGroupId) =>
  db
    .selectFrom('due')
    .select(({ fn }) => ['mailbox_id', fn.countAll<number>().as('count')])
    .where('mailbox_id', 'in', mailboxIds)
    .where('group_id', '<>', except)
    .where('released', '=', false)
    .groupBy('mailbox_id')
    .execute();

export interface NewItem {
  readonly itemId: DueItemId;
  readonly mailboxId: MailboxId;
  readonly kind: DueTable['kind'];
  readonly at: number;
  readonly sealed: Uint8Array | null;
}

/**
 * [MBX-2] [MBX-3] Puts items in place of the armed ones of a group. One that is there already stays: with its claim, if
 * it is just being sent, and released, if it was. Said in other words it is armed anew: what put it off before counts no
 * more ([TMR-3]).
 */
export async function replaceItems(
  tx: Kysely<Database>,
  groupId: DueGroupId,
  items: readonly NewItem[],
): Promise<void> {
  const mailboxes = items.map((item) => item.mailboxId);
  const times = items.map((item) => item.at);
  await sql`
    DELETE FROM due WHERE group_id = ${groupId} AND NOT released AND (mailbox_id, at) NOT IN (
      SELECT * FROM unnest(${mailboxes}::text[], ${times}::bigint[])
    )
  `.execute(tx);
  await sql`
    INSERT INTO due (item_id, group_id, mailbox_id, kind, at, release_at, sealed, released, claimed_until)
    SELECT item_id, ${groupId}, mailbox_id, kind, at, at, sealed, false, 0 FROM unnest(
      ${items.map((item) => item.itemId)}::text[], ${mailboxes}::text[],
      ${items.map((item) => item.kind)}::text[], ${times}::bigint[], ${items.map((item) => item.sealed)}::bytea[]
    ) AS new (item_id, mailbox_id, kind, at, sealed)
    ON CONFLICT (group_id, mailbox_id, at) DO UPDATE SET
      sealed = excluded.sealed,
      release_at = CASE WHEN due.sealed = excluded.sealed THEN due.release_at ELSE excluded.release_at END
    WHERE NOT due.released
  `.execute(tx);
}

/** Deletes what is not released of a group, and says what became of all of it. */
export async function dropArmed(
  tx: Kysely<Database>,
  groupId: DueGroupId,
  ahead: number,
): Promise<{ stopped: number; gone: number }> {
  const { rows } = await sql<{ stopped: number; gone: number }>`
    WITH dropped AS (
      DELETE FROM due WHERE group_id = ${groupId} AND NOT released RETURNING claimed_until
    )
    SELECT
      (SELECT count(*) FROM dropped WHERE claimed_until <= ${databaseNow(ahead)}) AS stopped,
      (SELECT count(*) FROM dropped WHERE claimed_until > ${databaseNow(ahead)})
        + (SELECT count(*) FROM due WHERE group_id = ${groupId} AND released) AS gone
  `.execute(tx);
  return rows[0]!;
}

export type ClaimedItem = Pick<Selectable<DueTable>, 'item_id' | 'mailbox_id' | 'kind' | 'release_at'>;

/**
 * [MBX-5] Claims up to `count` items that are due, oldest first, for `lease` ms. Other claims skip them. [TMR-2] No timer
 * is claimed while the server was last known to run more than `GAP` ago: that time has to be given back first.
 */
export async function claimDue(
  db: Kysely<Database>,
  count: number,
  lease: number,
  ahead: number,
): Promise<ClaimedItem[]> {
  const { rows } = await sql<ClaimedItem>`
    UPDATE due SET claimed_until = ${databaseNow(ahead)} + ${lease}::bigint
    WHERE item_id IN (
      SELECT item_id FROM due
      WHERE NOT released AND release_at <= ${databaseNow(ahead)} AND claimed_until <= ${databaseNow(ahead)}
        AND (kind <> 'timer' OR EXISTS (
          SELECT 1 FROM liveness WHERE beat_at >= ${databaseNow(ahead)} - ${GAP}::bigint
        ))
      ORDER BY release_at LIMIT ${count} FOR UPDATE SKIP LOCKED
    ) AND NOT released
    RETURNING item_id, mailbox_id, kind, release_at
  `.execute(db);
  return rows;
}

export const markReleased = (db: Kysely<Database>, itemIds: readonly DueItemId[]) =>
  db.updateTable('due').set({ released: true }).where('item_id', 'in', itemIds).execute();

/** [MBX-7] */
export async function forgetDue(db: Kysely<Database>, ahead: number, beforeDay: number): Promise<void> {
  const before = (days: number) => sql<number>`(${databaseNow(ahead)} - ${days * DAY}::bigint)`;
  await db
    .deleteFrom('due')
    .where('released', '=', true)
    .where(({ or, and, eb }) =>
      or([
        eb('at', '<', before(LIMITS.dueKeptDays)),
        and([eb('kind', '=', 'reminder'), eb('at', '<', before(1))]),
      ]),
    )
    .execute();
  await db
    .deleteFrom('due_group')
    .where('touched_day', '<', beforeDay)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('due').select('item_id').whereRef('due.group_id', '=', 'due_group.group_id'))),
    )
    .execute();
}
