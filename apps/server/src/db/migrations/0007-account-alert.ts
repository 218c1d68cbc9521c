import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** In which mailbox an account's devices are told of a new one, under a key that is not in this database. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE account ADD COLUMN alert bytea`.execute(db);
}
