import type { AccountId, AccountKey, AccountState, Locator } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** An account with its keys in a fixed order. `lock` holds it until the transaction ends. */
export async function readAccount(
  db: Kysely<Database>,
  accountId: AccountId,
  lock = false,
): Promise<AccountState | undefined> {
  const account = await db
    .selectFrom('account')
    .select(['version', 'vault'])
    .where('account_id', '=', accountId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (account === undefined) return undefined;
  const rows = await db
    .selectFrom('account_key')
    .select(['public_key', 'kind', 'locator', 'record'])
    .where('account_id', '=', accountId)
    .orderBy('public_key')
    .execute();
  const keys = rows.map(({ public_key: publicKey, kind, locator, record }): AccountKey => {
    return { publicKey, kind, record, ...(locator === null ? {} : { locator }) };
  });
  return { accountId, version: account.version, vault: account.vault, keys };
}

/** Whose locator this is, and the login key that opens it. */
export const findLocator = (db: Kysely<Database>, locator: Locator) =>
  db
    .selectFrom('account_key')
    .select(['account_id', 'public_key'])
    .where('locator', '=', locator)
    .executeTakeFirst();

/** Whether the account was new. */
export async function insertAccount(
  tx: Kysely<Database>,
  account: { accountId: AccountId; vault: Uint8Array; day: number },
): Promise<boolean> {
  const done = await tx
    .insertInto('account')
    .values({
      account_id: account.accountId,
      version: 1,
      vault: account.vault,
      alert: null,
      created_day: account.day,
    })
    .onConflict((conflict) => conflict.column('account_id').doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export const updateAccount = (tx: Kysely<Database>, account: Omit<AccountState, 'keys'>) =>
  tx
    .updateTable('account')
    .set({ version: account.version, vault: account.vault })
    .where('account_id', '=', account.accountId)
    .execute();

/** Puts these keys in place of all that the account had. Throws on a locator that another account has. */
export async function replaceKeys(
  tx: Kysely<Database>,
  accountId: AccountId,
  keys: readonly AccountKey[],
): Promise<void> {
  await tx.deleteFrom('account_key').where('account_id', '=', accountId).execute();
  await tx
    .insertInto('account_key')
    .values(
      keys.map(({ publicKey, kind, locator, record }) => ({
        account_id: accountId,
        public_key: publicKey,
        kind,
        locator: locator ?? null,
        record,
      })),
    )
    .execute();
}

/** [ACC-8] */
export async function readAlert(db: Kysely<Database>, accountId: AccountId): Promise<Uint8Array | null> {
  const query = db.selectFrom('account').select('alert').where('account_id', '=', accountId);
  return (await query.executeTakeFirst())?.alert ?? null;
}
export const writeAlert = (tx: Kysely<Database>, accountId: AccountId, alert: Uint8Array | null) =>
  tx.updateTable('account').set({ alert }).where('account_id', '=', accountId).execute();

export const removeAccount = (tx: Kysely<Database>, accountId: AccountId) =>
  tx.deleteFrom('account').where('account_id', '=', accountId).execute();
