import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { connect } from '../db/connect.ts';
import type { Database } from '../db/schema.ts';

export interface TestDatabase {
  readonly schema: string;
  /** A new pool on the database; whoever asks destroys it. */
  connect(): Kysely<Database>;
}

/**
 * An empty database of its own: a schema in the run's PostgreSQL. It is left behind for the end of the run: migrating
 * looks at all schemas, and stumbles over one that another test drops at that moment.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  const run = async (statement: string): Promise<void> => {
    const db = connect(inject('postgres'));
    await sql.raw(statement).execute(db);
    await db.destroy();
  };
  await run(`CREATE SCHEMA ${schema}`);
  return {
    schema,
    connect: () => connect(inject('postgres'), schema),
  };
}

/** Errors of looking at a table or schema of another test that was renamed at that moment. */
const VANISHED = new Set(['42P01', '3F000']);

/** Does what migrates, again if the look at all schemas met one that another test was changing. */
export async function migrating<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await act();
    } catch (error) {
      const { code } = error as { code?: string };
      if (attempt === 4 || code === undefined || !VANISHED.has(code)) throw error;
    }
  }
}
