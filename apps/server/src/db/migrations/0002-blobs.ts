import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Photos and voice notes beside the log of their space, chunk by chunk. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    sql`CREATE TABLE blob (
      space_id text COLLATE "C" NOT NULL REFERENCES space ON DELETE CASCADE,
      blob_id text COLLATE "C" NOT NULL,
      total integer NOT NULL,
      stored integer NOT NULL,
      removed boolean NOT NULL,
      touched_day integer NOT NULL,
      PRIMARY KEY (space_id, blob_id)
    )`,
    sql`CREATE TABLE blob_chunk (
      space_id text COLLATE "C" NOT NULL,
      blob_id text COLLATE "C" NOT NULL,
      index integer NOT NULL,
      bytes bytea NOT NULL,
      PRIMARY KEY (space_id, blob_id, index),
      FOREIGN KEY (space_id, blob_id) REFERENCES blob ON DELETE CASCADE
    )`,
    // Ciphertext does not compress; trying costs time.
    sql`ALTER TABLE blob_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL`,
    sql`CREATE INDEX blob_unfinished ON blob (touched_day) WHERE removed OR stored < total`,
  ]) {
    await statement.execute(db);
  }
}
