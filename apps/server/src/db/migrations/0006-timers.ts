import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** When a due item may go out, apart from when it was set for, and when the server was last known to run. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    sql`ALTER TABLE due ADD COLUMN release_at bigint`,
    sql`UPDATE due SET release_at = at`,
    sql`ALTER TABLE due ALTER COLUMN release_at SET NOT NULL`,
    sql`DROP INDEX due_armed`,
    sql`CREATE INDEX due_armed ON due (release_at) WHERE NOT released`,
    sql`CREATE TABLE liveness (
      only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
      beat_at bigint NOT NULL
    )`,
  ]) {
    await statement.execute(db);
  }
}
