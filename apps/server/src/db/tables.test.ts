import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../test-support/database.ts';
import { freshDatabase, migrating } from '../test-support/database.ts';
import { migrate } from './migrate.ts';

describe('the tables', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });

  it('[OPS-10] have these columns and no others', async () => {
    const db = database.connect();
    await migrating(() => migrate(db));
    const { rows } = await sql<{ column: string }>`
      SELECT table_name || '.' || column_name || ' ' || data_type AS column FROM information_schema.columns
      WHERE table_schema = ${database.schema} AND table_name NOT LIKE 'kysely%' ORDER BY 1
    `.execute(db);
    await db.destroy();
    expect(rows.map(({ column }) => column)).toMatchInlineSnapshot(`
      [
        "account.account_id text",
        "account.alert bytea",
        "account.created_day integer",
        "account.vault bytea",
        "account.version integer",
        "account_key.account_id text",
        "account_key.kind text",
        "account_key.locator text",
        "account_key.public_key bytea",
        "account_key.record bytea",
        "blob.blob_id text",
        "blob.removed boolean",
        "blob.space_id text",
        "blob.stored integer",
        "blob.total integer",
        "blob.touched_day integer",
        "blob_chunk.blob_id text",
        "blob_chunk.bytes bytea",
        "blob_chunk.index integer",
        "blob_chunk.space_id text",
        "due.at bigint",
        "due.claimed_until bigint",
        "due.group_id text",
        "due.item_id text",
        "due.kind text",
        "due.mailbox_id text",
        "due.release_at bigint",
        "due.released boolean",
        "due.sealed bytea",
        "due_group.cancel_key bytea",
        "due_group.cancelled boolean",
        "due_group.group_id text",
        "due_group.touched_day integer",
        "envelope.bytes bytea",
        "envelope.envelope_id bytea",
        "envelope.epoch bigint",
        "envelope.received_hour integer",
        "envelope.seq bigint",
        "envelope.space_id text",
        "envelope.writer_id text",
        "envelope.wseq bigint",
        "instance.counter bigint",
        "instance.generation text",
        "instance.only_row boolean",
        "instance.server_id text",
        "invite.answer bytea",
        "invite.answer_hash bytea",
        "invite.completion bytea",
        "invite.created_day integer",
        "invite.expires_hour integer",
        "invite.guest_key bytea",
        "invite.invite_id text",
        "invite.offer bytea",
        "invite.offer_hash bytea",
        "invite.owner_key bytea",
        "invite.state text",
        "liveness.beat_at bigint",
        "liveness.only_row boolean",
        "mailbox.created_day integer",
        "mailbox.mailbox_id text",
        "mailbox.owner_key bytea",
        "mailbox.post_key bytea",
        "push_identity.only_row boolean",
        "push_identity.private_key bytea",
        "push_identity.public_key bytea",
        "push_slot.mailbox_id text",
        "push_slot.sealed bytea",
        "push_slot.slot_id text",
        "recovery.account_id text",
        "recovery.approvers bytea",
        "recovery.locator text",
        "recovery.needed integer",
        "recovery.request_key bytea",
        "recovery.sealed bytea",
        "recovery.wait_hours integer",
        "recovery_approval.approver_key bytea",
        "recovery_approval.request_id text",
        "recovery_approval.sealed bytea",
        "recovery_request.account_id text",
        "recovery_request.begun_hour integer",
        "recovery_request.owned boolean",
        "recovery_request.owner_key bytea",
        "recovery_request.released_hour integer",
        "recovery_request.request_id text",
        "recovery_request.seal_key bytea",
        "recovery_request.stopped_hour integer",
        "recovery_request.vetoed_hour integer",
        "space.admin_key bytea",
        "space.epoch bigint",
        "space.last_seq bigint",
        "space.read_key bytea",
        "space.space_id text",
        "writer.head_id bytea",
        "writer.public_key bytea",
        "writer.removed boolean",
        "writer.space_id text",
        "writer.writer_id text",
        "writer.wseq bigint",
      ]
    `);
  });

  it('[OPS-1] can be brought up to date again without harm', async () => {
    const db = database.connect();
    await migrating(() => migrate(db));
    await migrating(() => migrate(db));
    const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM instance`.execute(db);
    await db.destroy();
    expect(rows).toEqual([{ count: 0 }]);
  });
});
