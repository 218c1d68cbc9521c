import type { AccountId, Locator, RecoveryId } from '@holdfast/protocol';
import type { Kysely, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Database, RecoveryRequestTable, RecoveryTable } from '../schema.ts';

export type RecoveryRow = Selectable<RecoveryTable>;
export type RequestRow = Selectable<RecoveryRequestTable>;

/** What is armed for an account. `lock` holds it, and so all of its requests, until the transaction ends. */
export const readRecovery = (
  db: Kysely<Database>,
  accountId: AccountId,
  lock = false,
): Promise<RecoveryRow | undefined> =>
  db
    .selectFrom('recovery')
    .selectAll()
    .where('account_id', '=', accountId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();

export const findRecovery = (
  db: Kysely<Database>,
  locator: Locator,
  lock = false,
): Promise<RecoveryRow | undefined> =>
  db
    .selectFrom('recovery')
    .selectAll()
    .where('locator', '=', locator)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();

export const deleteRecovery = (tx: Kysely<Database>, accountId: AccountId) =>
  tx.deleteFrom('recovery').where('account_id', '=', accountId).execute();

/** Throws on a locator that another account has. */
export const insertRecovery = (tx: Kysely<Database>, row: RecoveryTable) =>
  tx.insertInto('recovery').values(row).execute();

/** Requests of an account, oldest first. */
export const readRequests = (db: Kysely<Database>, accountId: AccountId): Promise<RequestRow[]> =>
  db
    .selectFrom('recovery_request')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('begun_hour')
    .orderBy('request_id')
    .execute();

/** Keeps every verb about recovery waiting until the transaction ends. */
export const lockRecoveries = (tx: Kysely<Database>) =>
  sql`LOCK TABLE recovery IN EXCLUSIVE MODE`.execute(tx);

/** All requests that were not released, with what their accounts armed. */
export async function readWaitingRequests(
  tx: Kysely<Database>,
): Promise<{ request: RequestRow; row: RecoveryRow }[]> {
  const requests = await tx
    .selectFrom('recovery_request')
    .selectAll()
    .where('released_hour', 'is', null)
    .execute();
  if (requests.length === 0) return [];
  const armed = await tx.selectFrom('recovery').selectAll().execute();
  const rows = new Map(armed.map((row) => [row.account_id, row]));
  return requests.map((request) => ({ request, row: rows.get(request.account_id)! }));
}

export const readRequest = (db: Kysely<Database>, requestId: RecoveryId): Promise<RequestRow | undefined> =>
  db.selectFrom('recovery_request').selectAll().where('request_id', '=', requestId).executeTakeFirst();

export const insertRequest = (tx: Kysely<Database>, row: RecoveryRequestTable) =>
  tx.insertInto('recovery_request').values(row).execute();

export const updateRequest = (
  tx: Kysely<Database>,
  requestId: RecoveryId,
  change: Partial<
    Pick<RequestRow, 'begun_hour' | 'stopped_hour' | 'owned' | 'vetoed_hour' | 'released_hour'>
  >,
) => tx.updateTable('recovery_request').set(change).where('request_id', '=', requestId).execute();

export const readApprovals = (db: Kysely<Database>, requestIds: readonly RecoveryId[]) =>
  db.selectFrom('recovery_approval').selectAll().where('request_id', 'in', requestIds).execute();

/** The last one that a trusted person sent counts. */
export const putApproval = (
  tx: Kysely<Database>,
  row: { request_id: RecoveryId; approver_key: Uint8Array; sealed: Uint8Array },
) =>
  tx
    .insertInto('recovery_approval')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['request_id', 'approver_key']).doUpdateSet({ sealed: row.sealed }),
    )
    .execute();

export const deleteRequest = (tx: Kysely<Database>, requestId: RecoveryId) =>
  tx.deleteFrom('recovery_request').where('request_id', '=', requestId).execute();

/** [RCV-9] `aloneBefore`: where nobody said yes and it was not stopped for good. Hours since 1970. */
export const forgetRequests = (db: Kysely<Database>, before: number, aloneBefore: number) =>
  db
    .deleteFrom('recovery_request')
    .where(({ or, and, eb, not, exists, selectFrom }) =>
      or([
        eb('begun_hour', '<', before),
        and([
          eb('begun_hour', '<=', aloneBefore),
          eb('vetoed_hour', 'is', null),
          eb('released_hour', 'is', null),
          not(
            exists(
              selectFrom('recovery_approval')
                .select('request_id')
                .whereRef('recovery_approval.request_id', '=', 'recovery_request.request_id'),
            ),
          ),
        ]),
      ]),
    )
    .execute();
