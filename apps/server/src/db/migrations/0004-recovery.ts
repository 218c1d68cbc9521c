import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Getting back in with trusted people: the server's half of a secret, and requests for it. Hours by this database's clock. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    sql`CREATE TABLE recovery (
      account_id text COLLATE "C" PRIMARY KEY REFERENCES account ON DELETE CASCADE,
      locator text COLLATE "C" NOT NULL CONSTRAINT recovery_locator UNIQUE,
      request_key bytea NOT NULL,
      approvers bytea NOT NULL,
      needed integer NOT NULL,
      wait_hours integer NOT NULL,
      sealed bytea NOT NULL
    )`,
    sql`CREATE TABLE recovery_request (
      request_id text COLLATE "C" PRIMARY KEY,
      account_id text COLLATE "C" NOT NULL REFERENCES recovery ON DELETE CASCADE,
      owner_key bytea NOT NULL,
      seal_key bytea NOT NULL,
      begun_hour integer NOT NULL,
      stopped_hour integer,
      owned boolean NOT NULL,
      vetoed_hour integer,
      released_hour integer
    )`,
    sql`CREATE INDEX recovery_request_account ON recovery_request (account_id)`,
    sql`CREATE TABLE recovery_approval (
      request_id text COLLATE "C" NOT NULL REFERENCES recovery_request ON DELETE CASCADE,
      approver_key bytea NOT NULL,
      sealed bytea NOT NULL,
      PRIMARY KEY (request_id, approver_key)
    )`,
  ]) {
    await statement.execute(db);
  }
}
