import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** "C" collation: ids compare as bytes, whatever the host's locale. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    sql`CREATE TABLE instance (
      only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
      server_id text NOT NULL,
      generation text NOT NULL,
      counter bigint NOT NULL
    )`,
    sql`CREATE TABLE account (
      account_id text COLLATE "C" PRIMARY KEY,
      version integer NOT NULL,
      vault bytea NOT NULL,
      created_day integer NOT NULL
    )`,
    sql`CREATE TABLE account_key (
      account_id text COLLATE "C" NOT NULL REFERENCES account ON DELETE CASCADE,
      public_key bytea NOT NULL,
      kind text NOT NULL CHECK (kind IN ('device', 'method')),
      locator text COLLATE "C" CONSTRAINT account_key_locator UNIQUE,
      record bytea NOT NULL,
      PRIMARY KEY (account_id, public_key),
      CHECK ((kind = 'method') = (locator IS NOT NULL))
    )`,
    sql`CREATE TABLE space (
      space_id text COLLATE "C" PRIMARY KEY,
      admin_key bytea NOT NULL,
      read_key bytea,
      epoch bigint NOT NULL,
      last_seq bigint NOT NULL
    )`,
    sql`CREATE TABLE writer (
      space_id text COLLATE "C" NOT NULL REFERENCES space ON DELETE CASCADE,
      writer_id text COLLATE "C" NOT NULL,
      public_key bytea NOT NULL,
      wseq bigint NOT NULL,
      head_id bytea NOT NULL,
      removed boolean NOT NULL,
      PRIMARY KEY (space_id, writer_id)
    )`,
    sql`CREATE TABLE envelope (
      space_id text COLLATE "C" NOT NULL REFERENCES space ON DELETE CASCADE,
      seq bigint NOT NULL,
      writer_id text COLLATE "C" NOT NULL,
      wseq bigint NOT NULL,
      envelope_id bytea NOT NULL,
      epoch bigint NOT NULL,
      bytes bytea NOT NULL,
      received_hour integer NOT NULL,
      PRIMARY KEY (space_id, seq),
      UNIQUE (space_id, writer_id, wseq)
    )`,
    // Ciphertext does not compress; trying costs time.
    sql`ALTER TABLE envelope ALTER COLUMN bytes SET STORAGE EXTERNAL`,
    sql`ALTER TABLE account ALTER COLUMN vault SET STORAGE EXTERNAL`,
    sql`CREATE TABLE invite (
      invite_id text COLLATE "C" PRIMARY KEY,
      owner_key bytea NOT NULL,
      guest_key bytea NOT NULL,
      offer_hash bytea NOT NULL,
      offer bytea,
      answer_hash bytea,
      answer bytea,
      completion bytea,
      state text NOT NULL CHECK (state IN ('open', 'answered', 'completed', 'cancelled')),
      expires_hour integer NOT NULL,
      created_day integer NOT NULL
    )`,
    sql`CREATE INDEX invite_expires_hour ON invite (expires_hour)`,
  ]) {
    await statement.execute(db);
  }
}
