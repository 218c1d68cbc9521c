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
  drop(): Promise<void>;
}

/** An empty database of its own: a schema in the run's PostgreSQL. */
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
    drop: () => run(`DROP SCHEMA ${schema} CASCADE`),
  };
}
