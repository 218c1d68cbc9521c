import type { DueItem, Request } from '@holdfast/protocol';
import { LIMITS } from '@holdfast/protocol';
import { describe, expect, it } from 'vitest';
import type { Context } from './context.ts';
import { fail, succeed, Visitor } from './kit.ts';

const MINUTE = 60_000;

export function timerRules(context: Context): void {
  const { supply } = context;
  const inMs = (ms: number) => Math.floor((context.server.now() + ms) / 1000) * 1000;
  const timer = (ms: number): DueItem => {
    return { kind: 'timer', at: inMs(ms), sealed: supply.bytes(LIMITS.dueSealedBytes) };
  };

  /** A mailbox of the one who would be told, and the one who arms. */
  async function pair() {
    // Other tests turn the clock, which to a server is a time in which it was away: that one is over before we arm.
    await context.server.pass(0);
    const [ownerKey, postKey, cancelKey] = [supply.key(), supply.key(), supply.key()];
    const friend = await Visitor.open(context.server.transport, ownerKey);
    const sam = await Visitor.open(context.server.transport, postKey, cancelKey);
    const mailboxId = supply.id<'mailbox'>();
    const keys = { ownerKey: ownerKey.publicKey, postKey: postKey.publicKey };
    succeed(await friend.call('mailbox.open', { mailboxId, ...keys }));
    const groupId = supply.id<'due-group'>();
    const armed = (...items: DueItem[]): Request<'due.set'> => {
      const posts = [{ mailboxId, postKey: postKey.publicKey, items }];
      return { groupId, cancelKey: cancelKey.publicKey, posts };
    };
    const arm = async (...items: DueItem[]) => succeed(await sam.call('due.set', armed(...items)));
    const cancel = async () => succeed(await sam.call('due.cancel', { groupId }));
    const read = async () => succeed(await friend.call('mailbox.read', { mailboxId })).items;
    return { friend, sam, mailboxId, groupId, armed, arm, cancel, read };
  }

  describe('timers', () => {
    it('[TMR-1] are read once they went out, and not before', async () => {
      const { arm, read, friend, mailboxId } = await pair();
      const item = timer(5 * MINUTE);
      await arm(item);
      expect(await read()).toEqual([]);
      await context.server.pass(4 * MINUTE);
      expect(await read()).toEqual([]);
      await context.server.pass(MINUTE + 1000);
      await expect.poll(read, { timeout: 15_000 }).toHaveLength(1);
      const [note] = await read();
      expect(note).toMatchObject({ at: item.at, sealed: 'sealed' in item && item.sealed });
      succeed(await friend.call('mailbox.take', { mailboxId, itemIds: [note!.itemId] }));
      // A late repeat does not bring it back.
      await arm(item);
      await context.server.pass(MINUTE);
      expect(await read()).toEqual([]);
    });

    it('[TMR-1] never go out once they were stopped in time', async () => {
      const { arm, armed, sam, cancel, read } = await pair();
      const item = timer(2 * MINUTE);
      await arm(item);
      expect(await cancel()).toEqual({ stopped: 1, gone: 0 });
      expect(await cancel()).toEqual({ stopped: 0, gone: 0 });
      fail(await sam.call('due.set', armed(item)), 'cancelled');
      await context.server.pass(3 * MINUTE);
      expect(await read()).toEqual([]);
    });

    it('[TMR-1] say that they had gone out to whoever stops too late, and can still be read', async () => {
      const { arm, cancel, read } = await pair();
      await arm(timer(MINUTE));
      await context.server.pass(MINUTE + 1000);
      await expect.poll(read, { timeout: 15_000 }).toHaveLength(1);
      // It may be on its way at this moment, and is then gone from the mailbox as well.
      expect(await cancel()).toMatchObject({ stopped: 0, gone: 1 });
    });

    it('[TMR-2] are put off by the whole time in which the server was away, and by half an hour at least', async () => {
      const [soon, later] = [await pair(), await pair()];
      await soon.arm(timer(10 * MINUTE));
      await later.arm(timer(40 * MINUTE));
      await context.server.away(20 * MINUTE);
      await context.server.pass(29 * MINUTE);
      expect([await soon.read(), await later.read()]).toEqual([[], []]);
      await context.server.pass(2 * MINUTE);
      await expect.poll(soon.read, { timeout: 15_000 }).toHaveLength(1);
      expect(await later.read()).toEqual([]);
      await context.server.pass(10 * MINUTE);
      await expect.poll(later.read, { timeout: 15_000 }).toHaveLength(1);
    });

    it('[TMR-1] are moved by arming the group anew', async () => {
      const { arm, cancel, read } = await pair();
      await arm(timer(MINUTE));
      await arm(timer(10 * MINUTE));
      await context.server.pass(5 * MINUTE);
      expect(await read()).toEqual([]);
      expect(await cancel()).toEqual({ stopped: 1, gone: 0 });
    });
  });
}
