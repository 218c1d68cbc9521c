import { seededRandom } from '@holdfast/base';
import { LIMITS } from '@holdfast/protocol';
import { Supply, succeed, Visitor } from '@holdfast/testing/server-contract-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AFTER_OUTAGE, AFTER_RESTORE, GAP } from '../db/queries/liveness.ts';
import { beat, holdAll } from '../liveness.ts';
import { openPushIdentity } from '../push/identity.ts';
import type { TestServer } from '../test-support/server.ts';
import { RELEASES_BY_HAND, startTestServer } from '../test-support/server.ts';
import { releaseDue } from './release.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

describe('timers', () => {
  let server: TestServer;
  const supply = new Supply(seededRandom(29));
  beforeAll(async () => {
    server = await startTestServer({ timers: RELEASES_BY_HAND });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    await server.parts.db.deleteFrom('due').execute();
    await pass(0);
  });

  const ahead = () => server.parts.databaseAhead!();
  const liveness = () => ({ ...server.parts, ahead });
  const beatNow = () => beat(liveness());
  const jump = (ms: number) => server.clock.advance(ms);
  async function release(): Promise<number> {
    const { db, pushKey } = server.parts;
    return releaseDue({ db, pushKey, identity: await openPushIdentity(db), send: async () => 'sent', ahead });
  }
  /** Time in which the server ran: what all its beats come to. */
  const pass = async (ms: number) => {
    jump(ms);
    await server.parts.db.updateTable('liveness').set({ beat_at: server.clock.now() }).execute();
  };
  /** A server that was away for so long and is back. */
  const outage = async (ms: number) => {
    jump(ms);
    await beatNow();
  };

  /** A mailbox of somebody to tell. */
  async function box() {
    const [ownerKey, postKey] = [supply.key(), supply.key()];
    // Sessions end when the clock moves: each call has its own.
    const friend = () => Visitor.open(server.transport, ownerKey);
    const mailboxId = supply.id<'mailbox'>();
    const keys = { ownerKey: ownerKey.publicKey, postKey: postKey.publicKey };
    succeed(await (await friend()).call('mailbox.open', { mailboxId, ...keys }));
    return { friend, mailboxId, postKey };
  }
  /** One who arms a timer for somebody. Times are full seconds. */
  async function pair(to?: Awaited<ReturnType<typeof box>>) {
    const { friend, mailboxId, postKey } = to ?? (await box());
    const cancelKey = supply.key();
    const sam = () => Visitor.open(server.transport, postKey, cancelKey);
    const groupId = supply.id<'due-group'>();
    const at = (ms: number) => Math.ceil((server.clock.now() + ms) / SECOND) * SECOND;
    const armAt = async (time: number, sealed = supply.bytes(LIMITS.dueSealedBytes)) => {
      const posts = [
        { mailboxId, postKey: postKey.publicKey, items: [{ kind: 'timer' as const, at: time, sealed }] },
      ];
      const request = { groupId, cancelKey: cancelKey.publicKey, posts };
      const call = async () => succeed(await (await sam()).call('due.set', request));
      await call();
      return call;
    };
    return {
      arm: (ms: number) => armAt(at(ms)),
      armAt,
      at,
      cancel: async () => succeed(await (await sam()).call('due.cancel', { groupId })),
      read: async () => succeed(await (await friend()).call('mailbox.read', { mailboxId })).items,
      groupId,
    };
  }

  it('[TMR-1] goes out at its time and not a second before', async () => {
    const { arm, read } = await pair();
    await arm(HOUR);
    await pass(HOUR - 2 * SECOND);
    expect([await release(), await read()]).toEqual([0, []]);
    await pass(3 * SECOND);
    expect(await read()).toEqual([]);
    expect(await release()).toBe(1);
    expect(await read()).toHaveLength(1);
    expect(await release()).toBe(0);
  });

  it('[TMR-2] ATK-29 an outage across its time: as much time is left as before, and half an hour at least', async () => {
    const [soon, later] = [await pair(), await pair()];
    await soon.arm(10 * MINUTE);
    await later.arm(2 * HOUR);
    await pass(5 * MINUTE);
    await outage(3 * HOUR);
    expect(await release()).toBe(0);
    await pass(AFTER_OUTAGE - MINUTE);
    expect(await release()).toBe(0);
    await pass(2 * MINUTE);
    expect(await release()).toBe(1);
    expect([await soon.read(), await later.read()].map((items) => items.length)).toEqual([1, 0]);
    await pass(2 * HOUR - 5 * MINUTE - AFTER_OUTAGE - 3 * MINUTE);
    expect(await release()).toBe(0);
    await pass(3 * MINUTE);
    expect(await release()).toBe(1);
  });

  it('[TMR-2] ATK-29 nothing goes out between the end of an outage and its being noticed', async () => {
    const { arm, cancel } = await pair();
    await arm(10 * MINUTE);
    jump(DAY);
    expect(await release()).toBe(0);
    await beatNow();
    expect(await release()).toBe(0);
    expect(await cancel()).toEqual({ stopped: 1, gone: 0 });
  });

  it('[TMR-2] a pause of a minute, as in an update of the server, changes nothing', async () => {
    const { arm } = await pair();
    await arm(10 * MINUTE);
    await outage(GAP - SECOND);
    await pass(9 * MINUTE + 2 * SECOND);
    expect(await release()).toBe(1);
  });

  it('[TMR-2] ATK-29 a clock that jumps ten years and back releases nothing, and misses nothing', async () => {
    for (const way of [1, -1]) {
      const { arm, read } = await pair();
      await arm(2 * HOUR);
      await pass(MINUTE);
      for (const sign of [way, -way]) {
        jump(sign * 10 * YEAR);
        expect(await release()).toBe(0);
        await beatNow();
        await pass(10 * MINUTE);
        expect(await release()).toBe(0);
      }
      await pass(2 * HOUR - 22 * MINUTE);
      expect(await release()).toBe(0);
      expect(await read()).toEqual([]);
      await pass(MINUTE + 5 * SECOND);
      expect(await release()).toBe(1);
    }
  });

  it('[TMR-2] a clock that goes back a little makes it late, never early', async () => {
    const { arm } = await pair();
    await arm(30 * MINUTE);
    jump(-2 * HOUR);
    await beatNow();
    await pass(30 * MINUTE + SECOND);
    expect(await release()).toBe(0);
    await pass(2 * HOUR);
    expect(await release()).toBe(1);
  });

  it('[TMR-2] one that had begun to go out is not put off by an outage', async () => {
    const { arm, read } = await pair();
    await arm(MINUTE);
    await pass(MINUTE + SECOND);
    const { db, pushKey } = server.parts;
    const identity = await openPushIdentity(db);
    await db
      .updateTable('due')
      .set({ claimed_until: server.clock.now() + MINUTE })
      .execute();
    await outage(2 * HOUR);
    expect(await read()).toHaveLength(1);
    expect(await releaseDue({ db, pushKey, identity, send: async () => 'sent', ahead })).toBe(1);
  });

  it('[TMR-3] ATK-29 a restored database holds what it brings back for a day', async () => {
    const { arm, read } = await pair();
    await arm(HOUR);
    await server.goBack();
    await pass(AFTER_RESTORE - MINUTE);
    expect([await release(), await read()]).toEqual([0, []]);
    await pass(2 * MINUTE);
    expect([await release(), (await read()).length]).toEqual([1, 1]);
  });

  it('[TMR-3] is armed anew after a restore, and a repeat of the old call is not that', async () => {
    const { armAt, at, read } = await pair();
    const time = at(HOUR);
    const again = await armAt(time);
    await holdAll(liveness());
    await again();
    await pass(HOUR + MINUTE);
    expect(await release()).toBe(0);
    await armAt(at(10 * MINUTE));
    await pass(11 * MINUTE);
    expect(await release()).toBe(1);
    expect(await read()).toHaveLength(1);
    const other = await pair();
    const later = other.at(HOUR);
    await other.armAt(later);
    await holdAll(liveness());
    await other.armAt(later);
    await pass(HOUR + MINUTE);
    expect(await release()).toBe(1);
  });

  it(
    '[TMR-1] [TMR-2] [TMR-3] ATK-29 a year of outages, jumps, restores and stops: none false, none twice, none lost',
    { timeout: 60_000 },
    async () => {
      const random = seededRandom(1129);
      const draw = (below: number) => new DataView(random.bytes(4).buffer).getUint32(0) % below;
      interface Armed {
        readonly pair: Awaited<ReturnType<typeof pair>>;
        /** Time in which the server ran and could be reached since it was armed, and what there was to be. Ms. */
        lived: number;
        readonly wanted: number;
        stopped: boolean;
      }
      const timers: Armed[] = [];
      const friend = await box();
      /** Groups of which a note can be read. */
      const readable = async (): Promise<Map<string, number>> => {
        const rows = await server.parts.db
          .selectFrom('due')
          .select('group_id')
          .where(({ or, eb }) => or([eb('released', '=', true), eb('claimed_until', '>', 0)]))
          .execute();
        const count = new Map<string, number>();
        for (const { group_id: id } of rows) count.set(id, (count.get(id) ?? 0) + 1);
        return count;
      };
      let [outages, restores, jumps, stops] = [0, 0, 0, 0];
      for (let step = 0; step < 160; step++) {
        const dice = draw(100);
        if (dice < 35) {
          const wanted = (1 + draw(240)) * MINUTE;
          const made = await pair(friend);
          await made.arm(wanted);
          timers.push({ pair: made, lived: 0, wanted, stopped: false });
        } else if (dice < 45) {
          outages += 1;
          await outage(GAP + SECOND + draw(3 * DAY));
        } else if (dice < 48) {
          restores += 1;
          await holdAll(liveness());
        } else if (dice < 52) {
          jumps += 1;
          const years = (draw(2) === 0 ? 10 : -10) * YEAR;
          for (const ms of [years, -years]) await outage(ms);
        } else if (dice < 70) {
          const open = timers.filter(({ stopped }) => !stopped);
          const one = open[draw(Math.max(1, open.length))];
          if (one !== undefined) {
            const before = (await readable()).get(one.pair.groupId) ?? 0;
            const { stopped, gone } = await one.pair.cancel();
            expect([stopped, gone]).toEqual(before === 0 ? [1, 0] : [0, 1]);
            one.stopped = before === 0;
            stops += 1;
          }
        } else {
          const ms = (1 + draw(90)) * MINUTE;
          await pass(ms);
          for (const armed of timers) armed.lived += ms;
        }
        await release();
        const seen = await readable();
        for (const {
          pair: { groupId },
          ...armed
        } of timers) {
          const count = seen.get(groupId) ?? 0;
          // Never after a stop, and never before its time had passed with the server in reach.
          const isFalse = count > 0 && (armed.stopped || armed.lived < armed.wanted);
          expect([isFalse, count > 1]).toEqual([false, false]);
        }
      }
      await pass(3 * DAY);
      await release();
      const seen = await readable();
      for (const {
        pair: { groupId },
        stopped,
      } of timers)
        expect(seen.get(groupId) ?? 0).toBe(stopped ? 0 : 1);
      expect(Math.min(outages, restores, jumps)).toBeGreaterThan(2);
      expect([timers.length > 40, stops > 15]).toEqual([true, true]);
    },
  );
});
