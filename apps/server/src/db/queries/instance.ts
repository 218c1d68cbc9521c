import type { Kysely, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Database, InstanceTable } from '../schema.ts';

export type InstanceRow = Selectable<InstanceTable>;

export const readInstance = (db: Kysely<Database>): Promise<InstanceRow | undefined> =>
  db.selectFrom('instance').select(['server_id', 'generation', 'counter']).executeTakeFirst();

export const insertInstance = (db: Kysely<Database>, row: InstanceRow) =>
  db.insertInto('instance').values(row).execute();

export const updateGeneration = (
  db: Kysely<Database>,
  generation: InstanceRow['generation'],
  counter: number,
) => db.updateTable('instance').set({ generation, counter }).execute();

/** Moves the counter on and answers the new value. */
export async function advanceCounter(db: Kysely<Database>): Promise<number> {
  const row = await db
    .updateTable('instance')
    .set({ counter: sql`counter + 1` })
    .returning('counter')
    .executeTakeFirstOrThrow();
  return row.counter;
}

/** Whether this process is now the only one that serves the database. Held as long as the connection lives. */
export async function takeDatabase(connection: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    SELECT pg_try_advisory_lock(hashtext('holdfast'), hashtext(current_schema())) AS taken
  `.execute(connection);
  return rows[0]?.taken === true;
}

export const ping = (db: Kysely<Database>) => sql`SELECT 1`.execute(db);

export const leaveDatabase = (connection: Kysely<Database>) =>
  sql`SELECT pg_advisory_unlock(hashtext('holdfast'), hashtext(current_schema()))`.execute(connection);
