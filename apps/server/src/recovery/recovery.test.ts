import { seededRandom, systemRandom } from '@holdfast/base';
import type { AccountId } from '@holdfast/protocol';
import { REMINDER_GRID } from '@holdfast/protocol';
import { succeed, Supply, Visitor } from '@holdfast/testing/server-contract-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetRequests } from '../db/queries/recovery.ts';
import { releaseDue } from '../mailboxes/release.ts';
import type { Stage } from '../test-support/stage.ts';
import { setStage } from '../test-support/stage.ts';
import type { TestServer } from '../test-support/server.ts';
import { RELEASES_BY_HAND, startTestServer } from '../test-support/server.ts';
import { alertTimes } from './alerts.ts';
import { alertGroupOf, openHalf, sealHalf } from './half.ts';

const HOUR = 3_600_000;

describe('the server’s half', () => {
  const supply = new Supply(seededRandom(61));
  const [key, accountId] = [supply.bytes(32), supply.id<'account'>()];
  const half = { half: supply.bytes(32), mailboxId: supply.id<'mailbox'>() };

  it('[RCV-8] ATK-26 opens under the key of the data folder, for its account, and in no other way', () => {
    const sealed = sealHalf(systemRandom, key, accountId, half);
    expect(openHalf(key, accountId, sealed)).toEqual(half);
    expect(openHalf(supply.bytes(32), accountId, sealed)).toBeUndefined();
    expect(openHalf(key, supply.id() as AccountId, sealed)).toBeUndefined();
    for (const at of [0, 13, sealed.length - 1])
      expect(
        openHalf(
          key,
          accountId,
          sealed.map((byte, i) => (i === at ? byte ^ 1 : byte)),
        ),
      ).toBeUndefined();
    const alone = sealHalf(systemRandom, key, accountId, { half: half.half });
    expect(openHalf(key, accountId, alone)).toEqual({ half: half.half });
  });

  it('[RCV-7] the alerts’ name is found again with the key, and by nobody else', () => {
    const requestId = supply.id<'recovery'>();
    expect(alertGroupOf(key, requestId)).toBe(alertGroupOf(key, requestId));
    expect(alertGroupOf(supply.bytes(32), requestId)).not.toBe(alertGroupOf(key, requestId));
  });

  it('[RCV-7] alerts come at once, half-way and twelve hours before the end', () => {
    const now = 1_800_000_123_456;
    const times = alertTimes(
      { state: 'open', enough: false, ready: false, begunAt: now, readyAt: now + 48 * HOUR },
      now,
    );
    expect(times.map((at) => (at - now) / HOUR)).toEqual([0, 24, 36]);
  });
});

describe('alerts to the old devices', () => {
  let server: TestServer;
  let stage: Stage;
  const supply = new Supply(seededRandom(62));
  beforeAll(async () => {
    server = await startTestServer({ timers: RELEASES_BY_HAND });
    stage = await setStage(server.transport, supply, server.clock.now());
  });
  afterAll(() => server.stop());

  const visit = (...keys: Parameters<typeof Visitor.open>[1][]) => Visitor.open(server.transport, ...keys);
  const owner = () => visit(stage.root, stage.device, stage.poster);
  const releaseNow = async () => {
    const { db, pushKey, databaseAhead } = server.parts;
    const identity = { publicKey: new Uint8Array(65), privateKey: new Uint8Array(32) };
    const before = server.pushes.length;
    const send = server.parts.sendPush;
    await releaseDue({ db, pushKey, identity, send, ahead: databaseAhead! });
    return server.pushes.length - before;
  };
  const ask = async () => {
    const phone = supply.key();
    const request = {
      locator: stage.recovery.locator,
      requestId: supply.id<'recovery'>(),
      ownerKey: phone.publicKey,
      sealKey: supply.bytes(1216),
    };
    return (await visit(stage.requester, phone)).call('recovery.request', request);
  };

  it('[RCV-7] ATK-27 go to the mailbox that was named, look like any reminder, and end with a veto', async () => {
    const alert = { mailboxId: stage.mailbox.mailboxId, postKey: stage.mailbox.postKey };
    const arm = { ...stage.recovery, alert };
    succeed(await (await owner()).call('recovery.arm', arm));
    const { accountId } = arm;
    // What it armed before goes on: only where it is told was changed.
    const { requests } = succeed(await (await owner()).call('recovery.status', { accountId }));
    expect(requests).toHaveLength(1);
    succeed(await ask());
    expect(await releaseNow()).toBe(1);
    const [push] = server.pushes.slice(-1);
    expect(push!.message).toHaveLength(18);
    expect(push!.message[1]).toBe(1);
    const rows = await server.parts.db.selectFrom('due').select(['at', 'kind', 'sealed']).execute();
    for (const { at, kind, sealed } of rows)
      expect([at % REMINDER_GRID, kind, sealed]).toEqual([0, 'reminder', null]);
    succeed(await (await owner()).call('recovery.veto', { accountId }));
    server.clock.advance(23 * HOUR);
    expect(await releaseNow()).toBe(0);
  });

  it('[RCV-10] ATK-27 a clock that jumps releases nothing, and the devices are rung again for what is left', async () => {
    const other = await setStage(server.transport, supply, server.clock.now());
    const { accountId, locator } = other.recovery;
    const [first, second] = [supply.key(), supply.key()];
    const alert = { mailboxId: other.mailbox.mailboxId, postKey: other.mailbox.postKey };
    const approvers = [first.publicKey, second.publicKey];
    const theirs = () => visit(other.root, other.device, other.poster);
    await server.away(0);
    succeed(
      await (await theirs()).call('recovery.arm', { ...other.recovery, waitHours: 48, approvers, alert }),
    );
    const phone = supply.key();
    const requestId = supply.id<'recovery'>();
    const request = { locator, requestId, ownerKey: phone.publicKey, sealKey: supply.bytes(1216) };
    succeed(await (await visit(other.requester, phone)).call('recovery.request', request));
    for (const key of [first, second]) {
      const approval = { requestId, approverKey: key.publicKey, sealed: supply.bytes(90) };
      succeed(await (await visit(key)).call('recovery.approve', approval));
    }
    const release = async () => (await visit(phone)).call('recovery.release', { requestId });
    const read = async () => succeed(await (await visit(phone)).call('recovery.read', { requestId }));
    const before = await read();
    await releaseNow();
    for (const years of [10, -10, 10]) {
      server.clock.advance(years * 365 * 24 * HOUR);
      expect(await release()).toMatchObject({ ok: false, error: { error: 'conflict' } });
      expect(await read()).toMatchObject({ state: 'open', ready: false });
      await server.away(0);
      expect(await release()).toMatchObject({ ok: false, error: { error: 'conflict' } });
    }
    // Nobody was rung while it was away. Now they are, and twelve hours before the end.
    expect(await releaseNow()).toBe(1);
    const { readyAt } = await read();
    expect(readyAt - before.readyAt).toBeGreaterThan(10 * 365 * 24 * HOUR - HOUR);
    await server.pass(readyAt - server.clock.now() - 12 * HOUR + 60_000);
    expect(await releaseNow()).toBe(1);
    expect(succeed(await (await theirs()).call('recovery.status', { accountId })).requests).toMatchObject([
      { state: 'open', approvals: 2 },
    ]);
    await server.pass(12 * HOUR);
    succeed(await release());
  });

  it('[RCV-9] requests that nobody said yes to are forgotten after a week, whether or not anybody asks', async () => {
    const { db } = server.parts;
    await db.deleteFrom('recovery_request').execute();
    const other = await setStage(server.transport, supply, server.clock.now());
    const [row] = await db.selectFrom('recovery_request').selectAll().execute();
    const [fresh, answered] = [supply.id<'recovery'>(), supply.id<'recovery'>()];
    const later = { ...row!, request_id: fresh, begun_hour: row!.begun_hour + 1 };
    await db
      .insertInto('recovery_request')
      .values([later, { ...row!, request_id: answered }])
      .execute();
    const approval = { requestId: answered, approverKey: other.approver.publicKey, sealed: supply.bytes(90) };
    succeed(await (await visit(other.approver)).call('recovery.approve', approval));
    await forgetRequests(db, row!.begun_hour - 1, row!.begun_hour);
    const left = await db.selectFrom('recovery_request').select('request_id').execute();
    expect(left.map(({ request_id: id }) => id).toSorted()).toEqual([fresh, answered].toSorted());
  });

  it('[RCV-1] only into a mailbox whose post key was proved', async () => {
    const alert = { mailboxId: stage.mailbox.mailboxId, postKey: stage.mailbox.postKey };
    const without = await visit(stage.root, stage.device);
    expect(await without.call('recovery.arm', { ...stage.recovery, alert })).toMatchObject({
      ok: false,
      error: { error: 'forbidden' },
    });
  });

  it('[RCV-8] a lost key file ends the half: it is no longer armed, and can be armed again', async () => {
    const { accountId } = stage.recovery;
    const sealed = sealHalf(systemRandom, supply.bytes(32), accountId, { half: stage.recovery.half });
    await server.parts.db.updateTable('recovery').set({ sealed }).execute();
    const lost = succeed(await (await owner()).call('recovery.status', { accountId }));
    expect(lost).not.toHaveProperty('armed');
    succeed(await (await owner()).call('recovery.arm', stage.recovery));
    const again = succeed(await (await owner()).call('recovery.status', { accountId }));
    expect(again.armed).toBe(stage.recovery.locator);
    // The requests it had are still there.
    expect(again.requests.length).toBe(lost.requests.length);
  });
});
