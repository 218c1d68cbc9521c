import type { Kysely } from 'kysely';
import { leaveDatabase, takeDatabase } from './queries/instance.ts';
import type { Database } from './schema.ts';

/**
 * Makes this process the only one that serves the database: sessions and live hints are kept in one process, so a
 * second one would answer strangers and leave sockets silent. Answers the function that gives the seat up, or
 * undefined when another process has it. One connection of the pool is kept for it.
 */
export async function takeOnlySeat(db: Kysely<Database>): Promise<(() => Promise<void>) | undefined> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: taken, resolve: decide, reject } = Promise.withResolvers<boolean>();
  const held = db
    .connection()
    .execute(async (connection) => {
      const isTaken = await takeDatabase(connection);
      decide(isTaken);
      if (!isTaken) return;
      await released;
      await leaveDatabase(connection);
    })
    .catch(reject);
  if (!(await taken)) return undefined;
  return () => {
    release();
    return held;
  };
}
