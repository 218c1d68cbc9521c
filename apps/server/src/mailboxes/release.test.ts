import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Timers } from '@holdfast/base';
import { seededRandom, systemRandom, systemTimers, toHex, toId } from '@holdfast/base';
import type { MailboxId } from '@holdfast/protocol';
import { decodePushMessage, LIMITS, REMINDER_GRID } from '@holdfast/protocol';
import { Supply, succeed, Visitor } from '@holdfast/testing/server-contract-kit';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openPushIdentity } from '../push/identity.ts';
import { sealSubscription } from '../push/seal.ts';
import type { Push, PushOutcome } from '../push/send.ts';
import { pushSender } from '../push/send.ts';
import type { PushService } from '../test-support/push-service.ts';
import { Browser, startPushService, vapidClaims } from '../test-support/push-service.ts';
import type { TestServer } from '../test-support/server.ts';
import { startTestServer } from '../test-support/server.ts';
import type { ReleaseParts } from './release.ts';
import { LEASE, releaseDue } from './release.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const RELEASE_ONCE = fileURLToPath(new URL('../test-support/release-once.ts', import.meta.url));

describe('releasing what is due', () => {
  let server: TestServer;
  const supply = new Supply(seededRandom(41));
  /** The server's own loop, which runs every second, stands still: these tests run it, and say when. */
  const withoutLoop: Timers = {
    after: (ms, task) => (ms === 1000 ? () => {} : systemTimers.after(ms, task)),
  };
  beforeEach(async () => {
    server = await startTestServer({ timers: withoutLoop });
  });
  afterEach(() => server.stop());

  const ahead = () => server.parts.databaseAhead!();
  async function parts(send: ReleaseParts['send'], db = server.parts.db): Promise<ReleaseParts> {
    const { pushKey } = server.parts;
    return { db, pushKey, identity: await openPushIdentity(db), send, ahead };
  }
  /** A sender that notes what it was given. */
  const noting = (outcome: PushOutcome = 'sent') => {
    const pushes: Push[] = [];
    const send = async (push: Push) => {
      pushes.push(push);
      return outcome;
    };
    return { pushes, send };
  };

  async function mailbox(slots = 1, endpoint = 'https://push.example.net/send/1') {
    const [ownerKey, postKey, cancelKey] = [supply.key(), supply.key(), supply.key()];
    const owner = await Visitor.open(server.transport, ownerKey, postKey, cancelKey);
    const mailboxId = supply.id<'mailbox'>();
    const open = { mailboxId, ownerKey: ownerKey.publicKey, postKey: postKey.publicKey };
    succeed(await owner.call('mailbox.open', open));
    const browser = new Browser();
    for (let n = 0; n < slots; n++) await tell(mailboxId, browser, endpoint);
    const groupId = supply.id<'due-group'>();
    const reminders = (count: number, first = 0) => {
      const base = Math.ceil(server.clock.now() / REMINDER_GRID) * REMINDER_GRID;
      const items = Array.from({ length: count }, (_, i) => ({
        kind: 'reminder' as const,
        at: base + (first + i) * REMINDER_GRID,
      }));
      return set(items);
    };
    const asks = (count: number) => {
      const base = Math.floor(server.clock.now() / 1000) * 1000;
      const items = Array.from({ length: count }, (_, i) => ({
        kind: 'ask' as const,
        at: base - i * 1000,
        sealed: supply.bytes(LIMITS.dueSealedBytes),
      }));
      return set(items);
    };
    async function set(
      items: ({ kind: 'reminder'; at: number } | { kind: 'ask'; at: number; sealed: Uint8Array })[],
    ) {
      const posts = [{ mailboxId, postKey: postKey.publicKey, items }];
      succeed(await owner.call('due.set', { groupId, cancelKey: cancelKey.publicKey, posts }));
      return items;
    }
    return { owner, ownerKey, mailboxId, groupId, browser, reminders, asks };
  }
  /** Puts a slot in as the verb does, also for an address on this machine, which the verb refuses. */
  async function tell(mailboxId: MailboxId, browser: Browser, endpoint: string, key = server.parts.pushKey) {
    const slotId = toId<'push-slot'>(systemRandom.bytes(16));
    const sealed = sealSubscription(systemRandom, key, { mailboxId, slotId }, browser.subscription(endpoint));
    await server.parts.db
      .insertInto('push_slot')
      .values({ mailbox_id: mailboxId, slot_id: slotId, sealed })
      .execute();
  }
  const count = async (table: 'due' | 'push_slot') =>
    (await server.parts.db.selectFrom(table).selectAll().execute()).length;
  const armed = async () =>
    (await server.parts.db.selectFrom('due').selectAll().where('released', '=', false).execute()).length;

  it('[MBX-5] waits for the time, and pushes to each device once', async () => {
    const { reminders } = await mailbox(3);
    await reminders(2, 1);
    const { pushes, send } = noting();
    const release = await parts(send);
    expect(await releaseDue(release)).toBe(0);
    server.clock.advance(REMINDER_GRID + MINUTE * 5);
    expect(await releaseDue(release)).toBe(1);
    expect(pushes).toHaveLength(3);
    expect(new Set(pushes.map(({ topic }) => topic)).size).toBe(1);
    expect(pushes.map(({ message }) => decodePushMessage(message)?.kind)).toEqual(Array(3).fill('reminder'));
    expect(await releaseDue(release)).toBe(0);
    server.clock.advance(REMINDER_GRID);
    expect(await releaseDue(release)).toBe(1);
    expect(pushes).toHaveLength(6);
  });

  it('[MBX-5] goes by the clock of the database, whatever the server thinks the time is', async () => {
    const { asks } = await mailbox();
    await asks(1);
    const { pushes, send } = noting();
    const release = await parts(send);
    expect(await releaseDue({ ...release, ahead: () => ahead() - DAY })).toBe(0);
    server.clock.advance(-DAY * 365);
    expect(await releaseDue({ ...release, ahead: () => ahead() + DAY * 365 })).toBe(1);
    expect(pushes).toHaveLength(1);
  });

  it('[MBX-5] releases each thing once, with four loops at the same time', async () => {
    const boxes = await Promise.all(Array.from({ length: 4 }, () => mailbox()));
    for (const { asks } of boxes) await asks(150);
    const loops = await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const { pushes, send } = noting();
        const db = server.database.connect();
        const seen = await releaseDue(await parts(send, db));
        return { pushes, seen, db };
      }),
    );
    const topics = loops.flatMap(({ pushes }) => pushes.map(({ topic }) => topic));
    expect(loops.reduce((sum, { seen }) => sum + seen, 0)).toBe(600);
    expect(topics).toHaveLength(600);
    expect(new Set(topics).size).toBe(600);
    expect(await armed()).toBe(0);
    for (const { db } of loops) await db.destroy();
  });

  it('[MBX-5] sends again under the same name what a loop that died had begun', async () => {
    const { asks } = await mailbox();
    await asks(3);
    const begun: Push[] = [];
    // Never answers: what a process that was killed leaves behind.
    void releaseDue(await parts((push) => new Promise(() => begun.push(push))));
    await expect.poll(() => begun.length).toBe(3);
    const { pushes, send } = noting();
    const release = await parts(send);
    expect(await releaseDue(release)).toBe(0);
    server.clock.advance(LEASE + 1000);
    expect(await releaseDue(release)).toBe(3);
    expect(pushes.map(({ topic }) => topic).toSorted()).toEqual(begun.map(({ topic }) => topic).toSorted());
    server.clock.advance(LEASE + 1000);
    expect(await releaseDue(release)).toBe(0);
  });

  it('[MBX-4] a stop wins while it can, and nothing that was stopped goes out later', async () => {
    const { asks, groupId, owner } = await mailbox();
    await asks(2);
    const begun: Push[] = [];
    const hanging: ((outcome: PushOutcome) => void)[] = [];
    const running = releaseDue(
      await parts(
        (push) =>
          new Promise((resolve) => {
            begun.push(push);
            hanging.push(resolve);
          }),
      ),
    );
    await expect.poll(() => begun.length).toBe(2);
    expect(succeed(await owner.call('due.cancel', { groupId }))).toEqual({ stopped: 0, gone: 2 });
    for (const resolve of hanging) resolve('failed');
    await running;
    server.clock.advance(LEASE + 1000);
    const { pushes, send } = noting();
    expect(await releaseDue(await parts(send))).toBe(0);
    expect(pushes).toEqual([]);
    const other = await mailbox();
    await other.asks(2);
    expect(succeed(await other.owner.call('due.cancel', { groupId: other.groupId }))).toEqual({
      stopped: 2,
      gone: 0,
    });
    expect(await releaseDue(await parts(send))).toBe(0);
  });

  it('[PSH-7] tries again for an hour where no push service takes it, and the ask stays readable', async () => {
    const { asks, ownerKey, mailboxId } = await mailbox();
    await asks(1);
    const { pushes, send } = noting('failed');
    const release = await parts(send);
    for (let minute = 0; minute < 59; minute++) {
      await releaseDue(release);
      server.clock.advance(MINUTE + 1000);
    }
    expect(pushes.length).toBeGreaterThan(50);
    expect(await armed()).toBe(1);
    server.clock.advance(5 * MINUTE);
    await releaseDue(release);
    expect(await armed()).toBe(0);
    const owner = await Visitor.open(server.transport, ownerKey);
    expect(succeed(await owner.call('mailbox.read', { mailboxId })).items).toHaveLength(1);
  });

  it('[PSH-7] rings nobody for what was due while the server was away; an ask can be read', async () => {
    const { asks, ownerKey, mailboxId } = await mailbox();
    await asks(1);
    const other = await mailbox();
    await other.reminders(20);
    server.clock.advance(DAY);
    const { pushes, send } = noting();
    await releaseDue(await parts(send));
    expect(pushes).toEqual([]);
    expect(await armed()).toBe(0);
    const owner = await Visitor.open(server.transport, ownerKey);
    expect(succeed(await owner.call('mailbox.read', { mailboxId })).items).toHaveLength(1);
  });

  it('[PSH-7] is content when one of several devices was told', async () => {
    const { asks } = await mailbox(2);
    await asks(1);
    let turn = 0;
    await releaseDue(await parts(async () => (turn++ % 2 === 0 ? 'failed' : 'sent')));
    expect(await armed()).toBe(0);
  });

  it('[PSH-6] removes a subscription that is gone, and its reminders with the last one', async () => {
    const { reminders } = await mailbox(2);
    await reminders(4);
    server.clock.advance(REMINDER_GRID);
    let turn = 0;
    await releaseDue(await parts(async () => (turn++ === 0 ? 'gone' : 'sent')));
    expect([await count('push_slot'), await armed()]).toEqual([1, 3]);
    server.clock.advance(REMINDER_GRID);
    await releaseDue(await parts(noting('gone').send));
    expect([await count('push_slot'), await armed()]).toEqual([0, 0]);
  });

  it('[PSH-6] [PSH-4] removes what it cannot decrypt, as when the data folder was lost', async () => {
    const { mailboxId, asks, browser } = await mailbox(0);
    await tell(mailboxId, browser, 'https://push.example.net/x', systemRandom.bytes(32));
    await asks(1);
    const { pushes, send } = noting();
    await releaseDue(await parts(send));
    expect(pushes).toEqual([]);
    expect([await count('push_slot'), await armed()]).toEqual([0, 0]);
  });

  it('[MBX-6] pushes no ask that was read and taken before', async () => {
    const { asks, owner, mailboxId } = await mailbox();
    await asks(1);
    const [item] = succeed(await owner.call('mailbox.read', { mailboxId })).items;
    succeed(await owner.call('mailbox.take', { mailboxId, itemIds: [item!.itemId] }));
    const { pushes, send } = noting();
    expect(await releaseDue(await parts(send))).toBe(0);
    expect(pushes).toEqual([]);
  });

  describe('over the wire', () => {
    let service: PushService;
    beforeEach(async () => {
      service = await startPushService();
    });
    afterEach(() => service.stop());
    const wire = pushSender({ subject: 'https://holdfast.example', loopback: true });

    it('[PSH-1] [PSH-2] [PSH-8] ATK-30 a browser reads it, and the push service sees nothing that differs', async () => {
      const [a, b] = [await mailbox(1, `${service.origin}/a`), await mailbox(1, `${service.origin}/b`)];
      await a.reminders(2);
      await b.asks(2);
      server.clock.advance(2 * REMINDER_GRID);
      expect(await releaseDue(await parts(wire))).toBe(4);
      const key = new Uint8Array((await openPushIdentity(server.parts.db)).publicKey);
      const opened = service.received.map(({ path, body, headers }) => {
        expect(vapidClaims(headers.authorization!)?.key).toEqual(key);
        const message = (path === '/a' ? a : b).browser.open(body);
        return [path, decodePushMessage(message)?.kind];
      });
      const kinds = [
        ['/a', 'reminder'],
        ['/a', 'reminder'],
        ['/b', 'ask'],
        ['/b', 'ask'],
      ];
      expect(opened.map(String).toSorted((x, y) => (x < y ? -1 : 1))).toEqual(kinds.map(String));
      const sizes = service.received.map(({ body, headers }) => [body.length, headers.ttl, headers.urgency]);
      expect(new Set(sizes.map(String)).size).toBe(1);
      // Told by the verb, the same server says the same key.
      expect(succeed(await a.owner.call('push.key', {})).publicKey).toEqual(key);
    });

    it(
      '[MBX-5] survives kill -9 in the middle: nothing lost, and a repeat has the same name',
      { timeout: 60_000 },
      async () => {
        const { asks } = await mailbox(1, `${service.origin}/a`);
        await asks(120);
        const names = () => service.received.map(({ headers }) => String(headers.topic));
        const run = () => {
          const args = [
            JSON.stringify(inject('postgres')),
            server.database.schema,
            toHex(server.parts.pushKey),
          ];
          const child = spawn(process.execPath, [RELEASE_ONCE, ...args, String(ahead())], {
            stdio: 'inherit',
          });
          return { child, ended: new Promise((resolve) => child.on('close', resolve)) };
        };
        service.status = 0;
        const first = run();
        // One whole batch is under way and unanswered when the process is killed.
        await expect.poll(() => service.received.length, { timeout: 20_000 }).toBe(100);
        first.child.kill('SIGKILL');
        await first.ended;
        expect(await armed()).toBe(120);
        service.status = 201;
        expect(await releaseDue(await parts(wire))).toBe(20);
        server.clock.advance(LEASE + 1000);
        const second = run();
        await expect.poll(armed, { timeout: 20_000 }).toBe(0);
        second.child.kill('SIGKILL');
        await second.ended;
        expect(new Set(names()).size).toBe(120);
        expect(names()).toHaveLength(220);
      },
    );
  });
});
