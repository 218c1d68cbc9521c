import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { Migrator } from 'kysely/migration';
import * as first from './migrations/0001-first.ts';
import * as blobs from './migrations/0002-blobs.ts';
import * as due from './migrations/0003-due.ts';
import * as recovery from './migrations/0004-recovery.ts';
import * as timers from './migrations/0006-timers.ts';
import * as accountAlert from './migrations/0007-account-alert.ts';
import type { Database } from './schema.ts';

/** In order of name. A migration that was released is never edited: add another. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-first': first,
  '0002-blobs': blobs,
  '0003-due': due,
  '0004-recovery': recovery,
  '0006-timers': timers,
  '0007-account-alert': accountAlert,
};

/** Brings the database up to date in one transaction. Throws, with nothing changed, when a migration fails. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  // Named, because Kysely looks for its own tables in every schema of the database.
  const { rows } = await sql<{ name: string }>`SELECT current_schema() AS name`.execute(db);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
    ...(rows[0] === undefined ? {} : { migrationTableSchema: rows[0].name }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
