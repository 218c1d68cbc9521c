import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { PreparingClient } from './preparing-client.ts';
import type { Database } from './schema.ts';

export type ConnectionOptions =
  | { readonly connectionString: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly password: string;
      readonly database: string;
    };

const INT8 = 20;
/** Counts stay below 2^53, so they are numbers here, not the text that `pg` makes of bigint. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format as 'text'),
};

/** A pool of connections. `schema` names the schema to work in; tests use it to keep apart. */
export function connect(options: ConnectionOptions, schema?: string): Kysely<Database> {
  const pool = new pg.Pool({
    ...options,
    Client: PreparingClient,
    types,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    options: `-c statement_timeout=15000 -c idle_in_transaction_session_timeout=15000${schema === undefined ? '' : ` -c search_path=${schema}`}`,
  });
  // A connection the database closes, in use or idle, says so by an event too; without a listener that would end
  // the process. The query under way, or the next one, reports what is wrong.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
