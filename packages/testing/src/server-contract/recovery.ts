import type { Request } from '@holdfast/protocol';
import { accountIdOf, LIMITS } from '@holdfast/protocol';
import { describe, expect, it } from 'vitest';
import type { Context } from './context.ts';
import type { TestKey } from './kit.ts';
import { fail, nodeSha256, succeed, Visitor } from './kit.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export function recoveryRules(context: Context): void {
  const { supply } = context;
  const visit = (...keys: readonly TestKey[]) => Visitor.open(context.server.transport, ...keys);
  const wait = async (ms: number) => context.server.pass(ms);

  /** An account that has armed, with its owner, whoever knows its code, and its trusted people. */
  async function armed(people = 3, needed = 2) {
    // Other tests turn the clock, which to a server is a time in which it was away: that one is over before we arm.
    await context.server.pass(0);
    const [root, device, requester] = [supply.key(), supply.key(), supply.key()];
    const accountId = accountIdOf(nodeSha256, root.publicKey);
    const keys = [{ publicKey: device.publicKey, kind: 'device' as const, record: supply.bytes(20) }];
    const rootKey = root.publicKey;
    const first = await visit(root, device);
    succeed(await first.call('account.create', { accountId, rootKey, vault: supply.bytes(20), keys }));
    const trusted = Array.from({ length: people }, () => supply.key());
    const arm: Request<'recovery.arm'> = {
      accountId,
      rootKey,
      locator: supply.id<'locator'>(),
      requestKey: requester.publicKey,
      half: supply.bytes(32),
      waitHours: 48,
      needed,
      approvers: trusted.map((key) => key.publicKey),
    };
    succeed(await first.call('recovery.arm', arm));
    /** Sessions last an hour, and these tests move through days. */
    const owner = () => visit(root, device);
    const status = async () => succeed(await (await owner()).call('recovery.status', { accountId }));
    const veto = async () => (await owner()).call('recovery.veto', { accountId });

    /** A phone that asks, or what it was told instead. */
    async function ask() {
      const key = supply.key();
      const requestId = supply.id<'recovery'>();
      const request = {
        locator: arm.locator,
        requestId,
        ownerKey: key.publicKey,
        sealKey: supply.bytes(1216),
      };
      const asked = await (await visit(requester, key)).call('recovery.request', request);
      const read = async () => succeed(await (await visit(key)).call('recovery.read', { requestId }));
      const release = async () => (await visit(key)).call('recovery.release', { requestId });
      const approve = async (...who: readonly number[]) => {
        for (const i of who) {
          const approverKey = trusted[i]!.publicKey;
          const sealed = supply.bytes(90);
          succeed(
            await (await visit(trusted[i]!)).call('recovery.approve', { requestId, approverKey, sealed }),
          );
        }
      };
      const present = async (mine: boolean) =>
        succeed(await (await owner()).call('recovery.present', { accountId, requestId, mine }));
      return { key, requestId, request, asked, read, release, approve, present };
    }
    return { root, device, requester, trusted, accountId, arm, owner, status, veto, ask };
  }

  describe('recovery with trusted people', () => {
    it('[RCV-1] arms with root and account key, once however often it is said; another half takes its place', async () => {
      const { root, device, arm, accountId, status, ask, owner } = await armed();
      expect(await status()).toEqual({ armed: arm.locator, off: false, requests: [] });
      const { requestId, read } = await ask();
      succeed(await (await owner()).call('recovery.arm', arm));
      expect(await status()).toMatchObject({ armed: arm.locator, requests: [{ requestId }] });
      fail(await (await visit(root)).call('recovery.arm', arm), 'forbidden');
      fail(await (await visit(device)).call('recovery.arm', arm), 'forbidden');
      const twice = [arm.approvers[0]!, arm.approvers[0]!];
      fail(await (await owner()).call('recovery.arm', { ...arm, approvers: twice }), 'invalid');
      fail(await (await owner()).call('recovery.arm', { ...arm, needed: 4 }), 'invalid');
      fail(await (await owner()).call('recovery.arm', { ...arm, waitHours: 1 as never }), 'invalid');
      const other = await armed();
      fail(
        await (await other.owner()).call('recovery.arm', { ...other.arm, locator: arm.locator }),
        'conflict',
      );
      const next = { ...arm, locator: supply.id<'locator'>(), half: supply.bytes(32) };
      succeed(await (await owner()).call('recovery.arm', next));
      expect(await status()).toEqual({ armed: next.locator, off: false, requests: [] });
      await expect(read()).rejects.toThrow();
      const { rootKey } = arm;
      for (let n = 0; n < 2; n++)
        succeed(await (await owner()).call('recovery.disarm', { accountId, rootKey }));
      expect(await status()).toEqual({ off: false, requests: [] });
      expect((await ask()).asked).toMatchObject({ ok: false, error: { error: 'forbidden' } });
    });

    it('[RCV-2] ATK-26 gives the half out when enough said yes and the time is over, to the phone that asked', async () => {
      const { ask, arm, accountId, status, trusted } = await armed();
      const { asked, requestId, read, release, approve } = await ask();
      expect(succeed(asked)).toEqual({ accountId });
      fail(await release(), 'conflict');
      await approve(0);
      await wait(49 * HOUR);
      // The time alone is not enough, and the same person twice is one.
      await approve(0);
      fail(await release(), 'conflict');
      expect(await read()).toMatchObject({ state: 'open', approvals: 1, enough: false, ready: false });
      await approve(2);
      expect(await read()).toMatchObject({ state: 'open', approvals: 2, enough: true, ready: true });
      const other = await armed();
      for (const stranger of [supply.key(), trusted[0]!, other.requester])
        fail(await (await visit(stranger)).call('recovery.release', { requestId }), 'forbidden');
      const given = succeed(await release());
      expect(given.half).toEqual(arm.half);
      expect(given.approvals).toHaveLength(2);
      expect(succeed(await release()).half).toEqual(arm.half);
      expect(await status()).toMatchObject({ requests: [{ requestId, state: 'released', approvals: 2 }] });
      expect(await read()).toMatchObject({ state: 'released', ready: true });
      // One of what was sent may be wrong: somebody else makes up for it.
      const look = { locator: arm.locator, approverKey: trusted[1]!.publicKey };
      const { requests } = succeed(await (await visit(trusted[1]!)).call('recovery.look', look));
      expect(requests).toMatchObject([{ requestId }]);
      await approve(1);
      expect(succeed(await release()).approvals).toHaveLength(3);
    });

    it('[RCV-2] the time begins on the next full hour and is never shorter than was agreed', async () => {
      const { ask, status } = await armed();
      const asked = await ask();
      await asked.approve(0, 1);
      const begun = context.server.now();
      const { readyAt } = await asked.read();
      const [request] = (await status()).requests;
      expect(request!.begunAt % HOUR).toBe(0);
      expect(readyAt - request!.begunAt).toBe(48 * HOUR);
      expect(readyAt - begun).toBeGreaterThanOrEqual(48 * HOUR - 60_000);
      await wait(readyAt - context.server.now() - 60_000);
      fail(await asked.release(), 'conflict');
      await wait(2 * 60_000);
      succeed(await asked.release());
    });

    it('[RCV-2] a repeat of a request is harmless; its id is nobody else’s', async () => {
      const { ask, requester } = await armed();
      const { request, key, read } = await ask();
      await (await visit(requester, key)).call('recovery.request', request);
      expect((await read()).state).toBe('open');
      const thief = supply.key();
      const stolen = { ...request, ownerKey: thief.publicKey };
      fail(await (await visit(requester, thief)).call('recovery.request', stolen), 'forbidden');
      fail(await (await visit(requester)).call('recovery.request', request), 'forbidden');
      fail(await (await visit(key)).call('recovery.request', request), 'forbidden');
      const nowhere = { ...request, locator: supply.id<'locator'>() };
      fail(await (await visit(requester, key)).call('recovery.request', nowhere), 'forbidden');
    });

    it('[RCV-2] shows trusted people the keys that ask, and nothing of each other or of the owner', async () => {
      const { ask, arm, trusted } = await armed();
      const { request, approve } = await ask();
      const second = await ask();
      await approve(0);
      const approverKey = trusted[1]!.publicKey;
      const seen = succeed(
        await (await visit(trusted[1]!)).call('recovery.look', { locator: arm.locator, approverKey }),
      );
      const { requestId, sealKey } = request;
      expect(
        seen.requests.toSorted((a, b) =>
          a.requestId === requestId ? -1 : b.requestId === requestId ? 1 : 0,
        ),
      ).toEqual([
        { requestId, sealKey },
        { requestId: second.requestId, sealKey: second.request.sealKey },
      ]);
      const stranger = supply.key();
      const look = { locator: arm.locator, approverKey: stranger.publicKey };
      fail(await (await visit(stranger)).call('recovery.look', look), 'forbidden');
      fail(await (await visit(stranger)).call('recovery.look', { ...look, approverKey }), 'forbidden');
      const approval = { requestId, approverKey: stranger.publicKey, sealed: supply.bytes(9) };
      fail(await (await visit(stranger)).call('recovery.approve', approval), 'forbidden');
    });

    it('[RCV-3] ATK-27 stops while a device of the account is used, and goes on when the person says so', async () => {
      const { ask, status } = await armed();
      const one = await ask();
      await one.approve(0, 1);
      const before = (await one.read()).readyAt;
      await wait(10 * HOUR);
      await one.present(false);
      await one.present(false);
      await wait(60 * HOUR);
      expect(await one.read()).toMatchObject({ state: 'stopped', ready: false });
      fail(await one.release(), 'conflict');
      await one.present(true);
      await one.present(false);
      const { readyAt, state } = await one.read();
      expect(state).toBe('open');
      expect(readyAt).toBeGreaterThan(before + 58 * HOUR);
      await wait(40 * HOUR);
      expect(await status()).toMatchObject({ requests: [{ state: 'open' }] });
      succeed(await one.release());
    });

    it('[RCV-4] ATK-27 a veto stops every request, for a day nobody may ask again, and it is not taken back', async () => {
      const { ask, veto, status } = await armed();
      const [one, two] = [await ask(), await ask()];
      await one.approve(0, 1);
      await two.approve(0, 1);
      await wait(47 * HOUR);
      succeed(await veto());
      succeed(await veto());
      await wait(3 * HOUR);
      for (const each of [one, two]) {
        expect(await each.read()).toMatchObject({ state: 'vetoed', ready: false });
        fail(await each.release(), 'conflict');
        await each.present(true);
        fail(await each.release(), 'conflict');
      }
      const refused = fail((await ask()).asked, 'conflict');
      expect(refused.retryAfter).toBeGreaterThan(0);
      await wait(refused.retryAfter! * 1000);
      const three = await ask();
      succeed(three.asked);
      expect((await status()).requests.map(({ state }) => state).toSorted()).toEqual([
        'open',
        'vetoed',
        'vetoed',
      ]);
    });

    it('[RCV-5] three vetoes within 30 days end it until the owner arms it anew', async () => {
      const { ask, veto, status, arm, owner } = await armed();
      for (let n = 0; n < 3; n++) {
        succeed((await ask()).asked);
        expect((await status()).off).toBe(false);
        succeed(await veto());
        await wait(26 * HOUR);
      }
      expect(await status()).toMatchObject({ armed: arm.locator, off: true });
      fail((await ask()).asked, 'cancelled');
      // The same again is a repeat, and wakes nothing up.
      succeed(await (await owner()).call('recovery.arm', arm));
      fail((await ask()).asked, 'cancelled');
      const next = { ...arm, locator: supply.id<'locator'>(), half: supply.bytes(32) };
      succeed(await (await owner()).call('recovery.arm', next));
      expect(await status()).toEqual({ armed: next.locator, off: false, requests: [] });
    });

    it('[RCV-5] the owner is told so, however many asked before each veto', async () => {
      const { ask, veto, status } = await armed();
      for (let n = 0; n < 3; n++) {
        for (let times = 0; times < LIMITS.recoveryRequests / 2; times++) succeed((await ask()).asked);
        succeed(await veto());
        await wait(26 * HOUR);
      }
      fail((await ask()).asked, 'cancelled');
      expect((await status()).off).toBe(true);
    });

    it('[RCV-6] everyone together overrules a veto after 30 days, unless the owner armed anew meanwhile', async () => {
      const { ask, veto } = await armed();
      const one = await ask();
      succeed(await veto());
      await one.approve(0, 1);
      await wait(31 * DAY);
      fail(await one.release(), 'conflict');
      await one.approve(2);
      succeed(await one.release());
      const two = await armed(2);
      const late = await two.ask();
      succeed(await two.veto());
      await late.approve(0, 1);
      await wait(32 * DAY);
      fail(await late.release(), 'conflict');
    });

    it('[RCV-2] ATK-27 whoever knows the code cannot keep others out: those without a yes make room', async () => {
      const { ask, status } = await armed();
      const first = await ask();
      await first.approve(0);
      for (let n = 1; n < LIMITS.recoveryOpen; n++) succeed((await ask()).asked);
      const last = await ask();
      succeed(last.asked);
      const { requests } = await status();
      const ids = requests.map(({ requestId }) => requestId);
      expect(ids).toHaveLength(LIMITS.recoveryOpen);
      expect(ids).toEqual(expect.arrayContaining([first.requestId, last.requestId]));
      // Also one person who says yes to each of their own.
      for (let n = 0; n < LIMITS.recoveryOpen; n++) await (await ask()).approve(1);
      const honest = await ask();
      succeed(honest.asked);
      await honest.approve(0, 2);
      for (let n = 0; n < LIMITS.recoveryOpen; n++) await (await ask()).approve(1);
      expect(await honest.read()).toMatchObject({ state: 'open', enough: true });
    });

    it('[RCV-9] a request that nobody said yes to is gone after a week', async () => {
      const { ask, status } = await armed();
      const [alone, answered] = [await ask(), await ask()];
      await answered.approve(0);
      await wait(8 * DAY);
      const next = await ask();
      const ids = (await status()).requests.map(({ requestId }) => requestId);
      expect(ids).toEqual([answered.requestId, next.requestId]);
      await expect(alone.read()).rejects.toThrow();
    });

    it('[RCV-2] the phone that asked takes it back, and not what was stopped for good', async () => {
      const { ask, status, veto, requester, accountId } = await armed();
      const [one, two] = [await ask(), await ask()];
      const { requestId } = one;
      for (const stranger of [requester, two.key])
        fail(await (await visit(stranger)).call('recovery.cancel', { requestId }), 'forbidden');
      const cancel = async ({ key, requestId: id }: typeof one) =>
        (await visit(key)).call('recovery.cancel', { requestId: id });
      succeed(await cancel(one));
      fail(await cancel(one), 'forbidden');
      expect((await status()).requests).toMatchObject([{ requestId: two.requestId }]);
      succeed(await veto());
      succeed(await cancel(two));
      expect((await status()).requests).toMatchObject([{ state: 'vetoed' }]);
      expect(succeed(one.asked)).toEqual({ accountId });
    });

    it('[RCV-10] ATK-27 an outage across the wait: as much time is left as before', async () => {
      const { ask, veto } = await armed();
      const one = await ask();
      await one.approve(0, 1);
      const begun = await one.read();
      await wait(10 * HOUR);
      await context.server.away(49 * HOUR);
      fail(await one.release(), 'conflict');
      const { readyAt } = await one.read();
      expect(readyAt - begun.readyAt).toBeGreaterThanOrEqual(49 * HOUR);
      expect(readyAt - begun.readyAt).toBeLessThanOrEqual(50 * HOUR);
      await wait(readyAt - context.server.now() - HOUR);
      fail(await one.release(), 'conflict');
      await wait(2 * HOUR);
      succeed(await one.release());
      const two = await ask();
      await two.approve(0, 1);
      succeed(await veto());
      await context.server.away(3650 * DAY);
      fail(await two.release(), 'conflict');
      fail((await ask()).asked, 'conflict');
    });

    it('[RCV-10] ATK-27 a restored server waits a day at least: the backup may not know of a veto', async () => {
      const { ask, veto } = await armed();
      const [one, two] = [await ask(), await ask()];
      for (const each of [one, two]) await each.approve(0, 1);
      await wait(48 * HOUR);
      await context.server.goBack();
      fail(await one.release(), 'conflict');
      expect((await one.read()).readyAt - context.server.now()).toBeGreaterThanOrEqual(24 * HOUR);
      await wait(23 * HOUR);
      fail(await one.release(), 'conflict');
      await wait(2 * HOUR);
      succeed(await one.release());
      succeed(await veto());
      fail(await two.release(), 'conflict');
    });

    it('[RCV-7] tells the devices of an account that watch, when somebody asks and when it was stopped', async () => {
      const { ask, owner, accountId, veto } = await armed();
      const watcher = await owner();
      const listener = watcher.live();
      await listener.heard({ type: 'ready' });
      listener.channel.watch({ type: 'watch', spaces: [], invites: [], account: accountId });
      await expect
        .poll(
          async () => {
            await ask();
            return listener.count('account');
          },
          { interval: 50 },
        )
        .toBeGreaterThan(0);
      const heard = listener.count('account');
      succeed(await veto());
      await expect.poll(() => listener.count('account')).toBeGreaterThan(heard);
      listener.channel.close();
    });
  });
}
