import { seededRandom } from '@holdfast/base';
import type { AccountKey } from '@holdfast/protocol';
import { REMINDER_GRID } from '@holdfast/protocol';
import type { TestKey } from '@holdfast/testing/server-contract-kit';
import { succeed, Supply, Visitor } from '@holdfast/testing/server-contract-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releaseDue } from '../mailboxes/release.ts';
import type { Stage } from '../test-support/stage.ts';
import { setStage } from '../test-support/stage.ts';
import type { TestServer } from '../test-support/server.ts';
import { RELEASES_BY_HAND, startTestServer } from '../test-support/server.ts';

describe('a new device', () => {
  let server: TestServer;
  let stage: Stage;
  const supply = new Supply(seededRandom(63));
  beforeAll(async () => {
    server = await startTestServer({ timers: RELEASES_BY_HAND });
    stage = await setStage(server.transport, supply, server.clock.now(), false);
  });
  afterAll(() => server.stop());

  const visit = (...keys: TestKey[]) => Visitor.open(server.transport, ...keys);
  /** How many pushes go out now. */
  async function rings(): Promise<number> {
    const { db, pushKey, databaseAhead, sendPush: send } = server.parts;
    const identity = { publicKey: new Uint8Array(65), privateKey: new Uint8Array(32) };
    const before = server.pushes.length;
    await releaseDue({ db, pushKey, identity, send, ahead: databaseAhead! });
    return server.pushes.length - before;
  }
  const device = (key: TestKey): AccountKey => {
    return { publicKey: key.publicKey, kind: 'device', record: supply.bytes(20) };
  };
  /** Writes the account as whoever has the card does. */
  async function write(keys: readonly AccountKey[]): Promise<void> {
    const { accountId, rootKey } = stage.account;
    const visitor = await visit(stage.root, stage.method);
    const { version } = succeed(await visitor.call('account.read', { accountId }));
    const vault = supply.bytes(50);
    const request = { accountId, rootKey, ifVersion: version, vault, keys: [...keys] };
    succeed(await visitor.call('account.write', request));
    // A repeat of the same write is not another device.
    succeed(await visitor.call('account.write', request));
  }

  it('[ACC-8] rings the others once, whatever way it came in, with a push like any other', async () => {
    const { accountId, keys } = stage.account;
    const alert = { mailboxId: stage.mailbox.mailboxId, postKey: stage.mailbox.postKey };
    succeed(await (await visit(stage.device, stage.poster)).call('account.alert', { accountId, alert }));
    await write(keys);
    expect(await rings()).toBe(0);
    await write([...keys, device(supply.key())]);
    expect(await rings()).toBe(1);
    const { message } = server.pushes.at(-1)!;
    expect(message).toHaveLength(18);
    expect(message[1]).toBe(1);
    const rows = await server.parts.db.selectFrom('due').select(['at', 'kind', 'sealed']).execute();
    for (const { at, kind, sealed } of rows)
      expect([at % REMINDER_GRID, kind, sealed]).toEqual([0, 'reminder', null]);
    // A card, and one that takes the place of all others: by trusted people.
    await write([...keys, { ...stage.methodKey, publicKey: supply.key().publicKey, locator: supply.id() }]);
    expect(await rings()).toBe(0);
    await write([device(supply.key()), stage.methodKey]);
    expect(await rings()).toBe(1);
  });

  it('[ACC-8] a copy of the database does not say in which mailbox; without the key, or the mailbox, nobody is rung', async () => {
    const { db } = server.parts;
    const { alert } = await db.selectFrom('account').select('alert').executeTakeFirstOrThrow();
    expect(Buffer.from(alert!).includes(stage.mailbox.mailboxId)).toBe(false);
    await db
      .updateTable('account')
      .set({ alert: supply.bytes(60) })
      .execute();
    await write([device(supply.key()), stage.methodKey]);
    await db.updateTable('account').set({ alert }).execute();
    const owner = { mailboxId: stage.mailbox.mailboxId, ownerKey: stage.mailbox.ownerKey };
    succeed(await (await visit(stage.mailboxOwner)).call('mailbox.close', owner));
    await write([device(supply.key()), stage.methodKey]);
    expect(await rings()).toBe(0);
  });
});
