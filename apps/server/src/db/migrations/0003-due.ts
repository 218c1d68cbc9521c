import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Mailboxes, what is due in them, and where their owners are told. Times are ms since 1970 by this database's clock. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    sql`CREATE TABLE mailbox (
      mailbox_id text COLLATE "C" PRIMARY KEY,
      owner_key bytea NOT NULL,
      post_key bytea NOT NULL,
      created_day integer NOT NULL
    )`,
    sql`CREATE TABLE push_slot (
      mailbox_id text COLLATE "C" NOT NULL REFERENCES mailbox ON DELETE CASCADE,
      slot_id text COLLATE "C" NOT NULL,
      sealed bytea NOT NULL,
      PRIMARY KEY (mailbox_id, slot_id)
    )`,
    sql`CREATE TABLE due_group (
      group_id text COLLATE "C" PRIMARY KEY,
      cancel_key bytea NOT NULL,
      cancelled boolean NOT NULL,
      touched_day integer NOT NULL
    )`,
    sql`CREATE INDEX due_group_touched ON due_group (touched_day)`,
    sql`CREATE TABLE due (
      item_id text COLLATE "C" PRIMARY KEY,
      group_id text COLLATE "C" NOT NULL REFERENCES due_group ON DELETE CASCADE,
      mailbox_id text COLLATE "C" NOT NULL REFERENCES mailbox ON DELETE CASCADE,
      kind text NOT NULL CHECK (kind IN ('reminder', 'ask', 'timer')),
      at bigint NOT NULL,
      sealed bytea,
      released boolean NOT NULL,
      claimed_until bigint NOT NULL,
      UNIQUE (group_id, mailbox_id, at)
    )`,
    sql`CREATE INDEX due_armed ON due (at) WHERE NOT released`,
    sql`CREATE INDEX due_mailbox ON due (mailbox_id, at)`,
    sql`CREATE TABLE push_identity (
      only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
      public_key bytea NOT NULL,
      private_key bytea NOT NULL
    )`,
  ]) {
    await statement.execute(db);
  }
}
