import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { Migrator } from 'kysely/migration';
import * as first from './migrations/0001-first.ts';
import type { Database } from './schema.ts';

/** In order of name. A migration that was released is never edited: add another. */
const MIGRATIONS: Record<string, Migration> = { '0001-first': first };

/** Brings the database up to date in one transaction. Throws, with nothing changed, when a migration fails. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
