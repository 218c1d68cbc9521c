import { connect as connectSocket } from 'node:net';
import { seededRandom, systemTimers, unwrap } from '@holdfast/base';
import type { Timers } from '@holdfast/base';
import { LIMITS } from '@holdfast/protocol';
import { openSpace, pull, Supply, succeed, Visitor, write } from '@holdfast/testing/server-contract-kit';
import { sql } from 'kysely';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { connect } from './db/connect.ts';
import { checkDurability } from './db/durability.ts';
import { brokenConstraint, failureOf, isOutage } from './db/failures.ts';
import { startServer } from './server.ts';
import type { TestDatabase } from './test-support/database.ts';
import { freshDatabase } from './test-support/database.ts';
import { memoryInMemory, startTestServer } from './test-support/server.ts';

const supply = new Supply(seededRandom(99));
/** Timers fifty times as fast: chores that run every 5 s run every 0.1 s. */
const hasty: Timers = { after: (ms, task) => systemTimers.after(ms / 50, task) };

describe('starting and stopping', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await freshDatabase();
  });

  it('[OPS-9] keeps everything stored through a restart', async () => {
    const memory = memoryInMemory();
    const first = await startTestServer({ database, memory });
    const space = await openSpace(first.transport, supply);
    await write(space, 3);
    await first.stop();
    const second = await startTestServer({ database, memory });
    const back = await Visitor.open(second.transport, space.reader);
    expect((await pull(back, space, space.reader)).envelopes).toHaveLength(4);
    expect(back.opened.generation).toBe(space.owner.opened.generation);
    expect(back.opened.serverId).toBe(space.owner.opened.serverId);
    await second.stop();
  });

  it('[OPS-9] finishes the request under way before it stops', async () => {
    const server = await startTestServer({ database });
    const space = await openSpace(server.transport, supply);
    const lock = database.connect();
    // Holds the space for a moment, so that the append waits while the server is told to stop.
    const held = lock.transaction().execute(async (tx) => {
      await sql`SELECT 1 FROM space FOR UPDATE`.execute(tx);
      await new Promise((resolve) => systemTimers.after(400, () => resolve(undefined)));
    });
    await new Promise((resolve) => systemTimers.after(50, () => resolve(undefined)));
    const writing = write(space, 1);
    await new Promise((resolve) => systemTimers.after(50, () => resolve(undefined)));
    const stopping = server.stop();
    expect(await writing).toHaveLength(1);
    await Promise.all([held, stopping]);
    await lock.destroy();
    await expect(fetch(`${server.origin}/healthz`)).rejects.toThrow();
  });

  it('[OPS-9] does not wait for ever for a request that never ends', async () => {
    const server = await startTestServer({ database, timers: hasty });
    const { port, hostname } = new URL(server.origin);
    const socket = connectSocket(Number(port), hostname);
    socket.on('error', () => {});
    socket.write(
      'POST /api/v1/session.open HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/cbor\r\nContent-Length: 9\r\n\r\n',
    );
    await new Promise((resolve) => systemTimers.after(100, () => resolve(undefined)));
    const closed = new Promise((resolve) => socket.on('close', resolve));
    await server.stop();
    await closed;
    expect(socket.destroyed).toBe(true);
  });

  it('[OPS-1] refuses a second server on one database, until the first has stopped', async () => {
    const first = await startTestServer({ database });
    const parts = { ...first.parts, db: database.connect(), port: 0 };
    const second = await startServer(parts);
    expect(second).toEqual({
      ok: false,
      error: 'Another Holdfast is already running on this database. Stop it first.',
    });
    await first.stop();
    const third = unwrap(await startServer(parts));
    await third.stop();
    await parts.db.destroy();
  });

  it('[OPS-1] names the port that is in use, and leaves the database free', async () => {
    const first = await startTestServer();
    const port = Number(new URL(first.origin).port);
    const parts = { ...first.parts, db: database.connect(), port };
    const second = await startServer(parts);
    expect(second.ok ? '' : second.error).toContain(`Port ${port} is in use`);
    const third = unwrap(await startServer({ ...parts, port: 0 }));
    await third.stop();
    await parts.db.destroy();
    await first.stop();
  });

  it('[OPS-2] refuses a database that can lose what it confirmed', async () => {
    const { host, port, user, password, database: name } = inject('postgres');
    const url = `postgres://${user}:${password}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`;
    const lax = connect({ connectionString: url }, `${database.schema} -c synchronous_commit=off`);
    const verdict = await checkDurability(lax);
    expect(verdict.ok ? '' : verdict.error).toContain('synchronous_commit is off');
    const { parts, stop } = await startTestServer();
    const refused = await startServer({ ...parts, db: lax, port: 0 });
    expect(refused.ok).toBe(false);
    await stop();
    await lax.destroy();
    const sound = database.connect();
    expect((await checkDurability(sound)).ok).toBe(true);
    await sound.destroy();
  });

  it('[OPS-3] moves the count of changes on soon after a change, and only then', async () => {
    const memory = memoryInMemory();
    const server = await startTestServer({ database, memory, timers: hasty });
    const before = memory.memory!.counter;
    const visitor = await Visitor.open(server.transport, supply.key());
    succeed(await visitor.call('space.pull', { spaces: [] }));
    await new Promise((resolve) => systemTimers.after(300, () => resolve(undefined)));
    expect(memory.memory!.counter).toBe(before);
    await openSpace(server.transport, supply);
    await expect.poll(() => memory.memory!.counter).toBeGreaterThan(before);
    await server.stop();
  });

  it('[OPS-3] shows clients a new generation after an older copy of the database came back', async () => {
    const memory = memoryInMemory();
    const first = await startTestServer({ database, memory });
    const space = await openSpace(first.transport, supply);
    await write(space, 1);
    await first.stop();
    const admin = database.connect();
    const tables = [
      'instance',
      'account',
      'account_key',
      'space',
      'writer',
      'envelope',
      'blob',
      'blob_chunk',
      'invite',
    ];
    for (const table of tables)
      await sql.raw(`CREATE TABLE copy_${table} AS SELECT * FROM ${table}`).execute(admin);

    const second = await startTestServer({ database, memory });
    const owner = await Visitor.open(second.transport, space.reader, space.chain.key, space.admin);
    await write({ ...space, owner }, 5);
    await second.stop();
    await sql.raw(`TRUNCATE ${tables.join()} CASCADE`).execute(admin);
    for (const table of tables)
      await sql.raw(`INSERT INTO ${table} SELECT * FROM copy_${table}`).execute(admin);

    const third = await startTestServer({ database, memory });
    const back = await Visitor.open(third.transport, space.reader, space.chain.key);
    expect(back.opened.generation).not.toBe(owner.opened.generation);
    expect((await pull(back, space, space.reader)).envelopes).toHaveLength(2);
    await third.stop();
    await admin.destroy();
  });

  it('[INV-7] deletes offers at expiry and invites a month after it', async () => {
    const server = await startTestServer({
      database,
      timers: { after: (ms, task) => systemTimers.after(ms / 20_000, task) },
    });
    const key = supply.key();
    const visitor = await Visitor.open(server.transport, key);
    const inviteId = supply.id<'invite'>();
    const keys = { ownerKey: key.publicKey, guestKey: supply.key().publicKey };
    const expiresAt = server.clock.now() + 3_600_000;
    succeed(await visitor.call('invite.create', { inviteId, ...keys, offer: supply.bytes(5), expiresAt }));
    const rows = () => server.parts.db.selectFrom('invite').select(['invite_id', 'offer']).execute();
    server.clock.advance(2 * 3_600_000);
    await expect.poll(rows).toEqual([{ invite_id: inviteId, offer: null }]);
    server.clock.advance((LIMITS.inviteKeptDays * 24 + 2) * 3_600_000);
    await expect.poll(rows).toEqual([]);
    await server.stop();
  });
});

describe('blobs that nobody finished or that were removed', () => {
  it('[BLB-6] are forgotten after 90 days, and whole ones stay', async () => {
    const server = await startTestServer({
      timers: { after: (ms, task) => systemTimers.after(ms / 20_000, task) },
    });
    const space = await openSpace(server.transport, supply);
    const name = { spaceId: space.spaceId, writerKey: space.chain.key.publicKey };
    const [whole, half, gone] = [supply.id<'blob'>(), supply.id<'blob'>(), supply.id<'blob'>()];
    for (const blobId of [whole, half]) {
      const total = blobId === whole ? 1 : 2;
      const put = { ...name, blobId, index: 0, total, chunk: supply.bytes(50) };
      succeed(await space.owner.call('space.putChunk', put));
    }
    succeed(await space.owner.call('space.removeBlob', { ...name, blobId: gone }));
    const { db } = server.parts;
    const rows = async () => (await db.selectFrom('blob').select('blob_id').execute()).length;
    const chunks = async () => (await db.selectFrom('blob_chunk').select('blob_id').execute()).length;
    expect([await rows(), await chunks()]).toEqual([3, 2]);
    server.clock.advance((LIMITS.blobKeptDays + 1) * 86_400_000);
    await expect.poll(rows).toBe(1);
    expect(await db.selectFrom('blob_chunk').select('blob_id').execute()).toEqual([{ blob_id: whole }]);
    await server.stop();
  });
});

describe('failures of the database', () => {
  const failure = (code: string, more: object = {}) =>
    Object.assign(new Error('text of a row'), { code, ...more });

  it('[OPS-11] are told apart: a full disk, an outage, a bug', () => {
    for (const code of ['53100', 'ENOSPC', 'EDQUOT']) {
      expect(failureOf(failure(code))).toEqual({ error: 'full' });
      expect(isOutage(failure(code))).toBe(true);
    }
    for (const code of ['08006', '57P01', '57014', '53300', '40P01', '40001', 'ECONNREFUSED', 'ENOENT']) {
      expect(failureOf(failure(code))).toEqual({ error: 'unavailable' });
      expect(isOutage(failure(code))).toBe(true);
    }
    expect(isOutage(new Error('Connection terminated unexpectedly'))).toBe(true);
    for (const bug of [failure('42P01'), failure('23502'), new TypeError('x'), 'text'])
      expect(isOutage(bug)).toBe(false);
  });

  it('[ACC-2] name the constraint that a repeated value broke', () => {
    expect(brokenConstraint(failure('23505', { constraint: 'account_key_locator' }))).toBe(
      'account_key_locator',
    );
    expect(brokenConstraint(failure('23503', { constraint: 'x' }))).toBeUndefined();
    expect(brokenConstraint('no error')).toBeUndefined();
  });
});
