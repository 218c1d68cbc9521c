import { request } from 'node:http';
import { seededRandom, toHex, utf8 } from '@holdfast/base';
import { REMINDER_GRID } from '@holdfast/protocol';
import { nextEpoch, Supply, Visitor, write } from '@holdfast/testing/server-contract-kit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TestServer } from './test-support/server.ts';
import { startTestServer } from './test-support/server.ts';
import type { Stage } from './test-support/stage.ts';
import { setStage } from './test-support/stage.ts';

const TABLES = [
  'instance',
  'account',
  'account_key',
  'space',
  'writer',
  'envelope',
  'blob',
  'blob_chunk',
  'invite',
  'mailbox',
  'push_slot',
  'due_group',
  'due',
  'liveness',
  'push_identity',
  'recovery',
  'recovery_request',
  'recovery_approval',
];
const CANARY = { ip: '203.0.113.77', agent: 'Canary-Agent/1.0', query: 'canary-query' };

/** All the ways in which bytes could turn up in text. */
const writings = (bytes: Uint8Array): string[] => [
  toHex(bytes),
  Buffer.from(bytes).toString('base64url'),
  Buffer.from(bytes).toString('base64').replace(/=+$/, ''),
  bytes.join(),
];

describe('what is left behind', () => {
  let server: TestServer;
  let stage: Stage;
  let token: Uint8Array;

  /** Ordinary use, then everything that goes wrong, each with canaries in address, agent, referrer and query. */
  beforeAll(async () => {
    server = await startTestServer({ trustProxy: true, limits: { find: { burst: 1, perSecond: 0.001 } } });
    const supply = new Supply(seededRandom(55));
    stage = await setStage(server.transport, supply, server.clock.now());
    await nextEpoch(stage.space, supply.key());
    await write(stage.space, 2);
    const visitor = await Visitor.open(server.transport, stage.device);
    ({ token } = visitor.opened);
    const listener = visitor.live();
    await vi.waitFor(() => expect(listener.count('ready')).toBe(1));
    listener.channel.close();

    const headers = {
      'x-forwarded-for': CANARY.ip,
      'user-agent': CANARY.agent,
      referer: `https://x.example/?${CANARY.query}`,
      authorization: `Bearer ${Buffer.from(token).toString('base64url')}`,
      'content-type': 'application/cbor',
    };
    const send = (path: string, method: string, body = '') =>
      new Promise<void>((resolve) => {
        const call = request(server.origin + path, { method, headers }, (answer) => {
          answer.resume().on('end', () => resolve());
        });
        call.on('error', () => resolve()).end(body);
      });
    for (const path of ['/', '/nowhere', '/api/v1/live', '/%ff'])
      await send(`${path}?${CANARY.query}`, 'GET');
    for (const verb of ['session.open', 'account.find', 'account.find', 'nothing']) {
      await send(`/api/v1/${verb}?${CANARY.query}`, 'POST', CANARY.query);
    }
    // The database loses a table: every call that needs it is now a bug, reported with what PostgreSQL says.
    await sql`ALTER TABLE invite RENAME TO gone`.execute(server.parts.db);
    await visitor.call('invite.open', { inviteId: stage.invite.inviteId });
    await sql`ALTER TABLE gone RENAME TO invite`.execute(server.parts.db);
    await sql`ALTER TABLE account ADD CONSTRAINT never CHECK (version < 0) NOT VALID`.execute(
      server.parts.db,
    );
    const writer = await Visitor.open(server.transport, stage.root, stage.device);
    await writer.call('account.write', stage.account);
    await sql`ALTER TABLE account DROP CONSTRAINT never`.execute(server.parts.db);
  });
  afterAll(() => server.stop());

  const secrets = (): string[] => {
    const { space, account, invite, device, root, mailbox, slot, due } = stage;
    const ids = [account.accountId, space.spaceId, space.chain.writerId, invite.inviteId];
    ids.push(mailbox.mailboxId as never, due.groupId as never, slot.slotId as never);
    ids.push(stage.recovery.locator as never, stage.request.requestId as never);
    const keys = [token, device.publicKey, root.publicKey, space.reader.publicKey, invite.ownerKey];
    return [...ids, ...keys.flatMap(writings)];
  };

  it('[OPS-5] ATK-31 no address, agent, query, token, id or key in the log', () => {
    const log = server.log.join('\n');
    expect(log).toContain('"event":"bug"');
    expect(log).toContain('"verb":"account.write"');
    for (const secret of [...secrets(), ...Object.values(CANARY), '127.0.0.1', 'Failing row']) {
      expect(log).not.toContain(secret);
    }
  });

  it('[OPS-10] ATK-31 no address, agent, query or token in the database', async () => {
    const text = await dump();
    expect(text).toContain(stage.account.accountId);
    const { endpoint, p256dh, auth } = stage.slot;
    const told = [endpoint, 'canary-endpoint', ...writings(utf8(endpoint)), ...writings(p256dh)];
    for (const secret of [
      ...writings(token),
      ...Object.values(CANARY),
      '127.0.0.1',
      ...told,
      ...writings(auth),
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it('[OPS-10] nothing in the tables of spaces that is in those of accounts, or the other way round', async () => {
    const accounts = await dump(['account', 'account_key']);
    const spaces = await dump(['space', 'writer', 'envelope', 'blob', 'blob_chunk']);
    const { space, account, device, root } = stage;
    for (const key of [space.reader.publicKey, space.admin.publicKey, space.chain.key.publicKey]) {
      expect(spaces + accounts).toContain(toHex(space.chain.key.publicKey));
      expect(accounts).not.toContain(toHex(key));
    }
    expect(accounts).not.toContain(space.spaceId);
    for (const secret of [account.accountId, toHex(device.publicKey), toHex(root.publicKey)]) {
      expect(spaces).not.toContain(secret);
    }
  });

  it('[OPS-10] no time finer than the hour', async () => {
    const text = await dump(TABLES.filter((table) => table !== 'due' && table !== 'liveness'));
    const minute = String(Math.floor(server.clock.now() / 60_000));
    expect(text).not.toContain(minute);
    expect(text).not.toContain(String(server.clock.now()).slice(0, 10));
  });

  it('[OPS-10] [DUE-1] the one finer time is when something is due, and it is on its grid', async () => {
    const rows = await server.parts.db
      .selectFrom('due')
      .select(['at', 'release_at', 'claimed_until'])
      .execute();
    const { at } = stage.due.posts[0]!.items[0]!;
    expect(rows).toEqual([{ at, release_at: at, claimed_until: 0 }]);
    expect(rows[0]!.at % REMINDER_GRID).toBe(0);
  });

  it('[MBX-1] nothing in the tables of mailboxes that is in those of accounts or spaces', async () => {
    const others = await dump(TABLES.slice(0, 8));
    const { mailbox, due, slot } = stage;
    for (const text of [mailbox.mailboxId, due.groupId, slot.slotId]) expect(others).not.toContain(text);
    for (const key of [mailbox.ownerKey, mailbox.postKey, due.cancelKey])
      expect(others).not.toContain(toHex(key));
  });

  it('[RCV-8] ATK-26 the server’s half is in no form in the database, and nothing there joins account and mailbox', async () => {
    const text = await dump();
    for (const secret of writings(stage.recovery.half)) expect(text).not.toContain(secret);
    const { mailbox, recovery, request } = stage;
    const accounts = await dump([
      'account',
      'account_key',
      'recovery',
      'recovery_request',
      'recovery_approval',
    ]);
    expect(accounts).toContain(request.requestId);
    expect(accounts).not.toContain(mailbox.mailboxId);
    const mailboxes = await dump(['mailbox', 'push_slot', 'due_group', 'due']);
    for (const one of [recovery.accountId, recovery.locator, request.requestId])
      expect(mailboxes).not.toContain(one);
  });

  async function dump(tables: readonly string[] = TABLES) {
    let text = '';
    for (const table of tables) {
      const { rows } = await sql<{
        row: string;
      }>`SELECT row_to_json(t)::text AS row FROM ${sql.table(table)} t`.execute(server.parts.db);
      text += rows.map(({ row }) => row).join('\n');
    }
    return text;
  }
});
