import type { DueItem, Request } from '@holdfast/protocol';
import { LIMITS, REMINDER_GRID } from '@holdfast/protocol';
import { describe, expect, it } from 'vitest';
import type { Context } from './context.ts';
import type { TestKey } from './kit.ts';
import { fail, succeed, Visitor } from './kit.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

export function mailboxRules(context: Context): void {
  const { supply } = context;
  const visit = (...keys: readonly TestKey[]) => Visitor.open(context.server.transport, ...keys);
  /** So many ms from now, on the grid of asks. */
  const inMs = (ms: number) => Math.floor((context.server.now() + ms) / 1000) * 1000;
  /** The next time on the grid of reminders that is at least so far away. */
  const onFive = (ms: number) => Math.ceil((context.server.now() + ms) / REMINDER_GRID) * REMINDER_GRID;
  const ask = (ms: number, sealed = supply.bytes(LIMITS.dueSealedBytes)) => {
    return { kind: 'ask', at: inMs(ms), sealed } as const;
  };
  const reminder = (ms: number) => ({ kind: 'reminder', at: onFive(ms) }) as const;

  /** An open mailbox, its owner in session, and someone who may post to it and stop what they posted. */
  async function mailbox() {
    const [ownerKey, postKey, cancelKey] = [supply.key(), supply.key(), supply.key()];
    const owner = await visit(ownerKey);
    const poster = await visit(postKey, cancelKey);
    const mailboxId = supply.id<'mailbox'>();
    const open = { mailboxId, ownerKey: ownerKey.publicKey, postKey: postKey.publicKey };
    succeed(await owner.call('mailbox.open', open));
    const close = { mailboxId, ownerKey: ownerKey.publicKey };
    const groupId = supply.id<'due-group'>();
    const set = (...items: DueItem[]): Request<'due.set'> => {
      const posts = [{ mailboxId, postKey: postKey.publicKey, items }];
      return { groupId, cancelKey: cancelKey.publicKey, posts };
    };
    const read = async (by = owner) => succeed(await by.call('mailbox.read', { mailboxId })).items;
    const slot = () => ({
      mailboxId,
      slotId: supply.id<'push-slot'>(),
      endpoint: 'https://push.example.net/send/abc',
      p256dh: supply.bytes(65),
      auth: supply.bytes(16),
    });
    return { ownerKey, postKey, cancelKey, owner, poster, mailboxId, open, close, groupId, set, read, slot };
  }

  describe('mailboxes', () => {
    it('[MBX-1] are opened by their owner; a repeat is harmless, another owner is refused', async () => {
      const { owner, open, mailboxId } = await mailbox();
      succeed(await owner.call('mailbox.open', open));
      fail(await owner.call('mailbox.open', { ...open, postKey: supply.key().publicKey }), 'conflict');
      const thief = supply.key();
      const other = await visit(thief);
      fail(await other.call('mailbox.open', open), 'forbidden');
      fail(await other.call('mailbox.open', { ...open, ownerKey: thief.publicKey }), 'forbidden');
      expect(succeed(await owner.call('mailbox.read', { mailboxId }))).toEqual({ items: [] });
    });

    it('[MBX-1] look the same to a stranger whether they exist or not', async () => {
      const { close, set, slot, poster, mailboxId } = await mailbox();
      const [strange, own] = [supply.key(), supply.key()];
      const stranger = await visit(strange, own);
      const unknown = supply.id<'mailbox'>();
      for (const id of [mailboxId, unknown]) {
        const ownerKey = strange.publicKey;
        for (const refused of [
          await stranger.call('mailbox.read', { mailboxId: id }),
          await stranger.call('mailbox.take', { mailboxId: id, itemIds: [] }),
          await stranger.call('push.set', { ...slot(), mailboxId: id }),
          await stranger.call('push.remove', { mailboxId: id, slotId: supply.id() }),
          await stranger.call('due.set', {
            ...set(),
            cancelKey: own.publicKey,
            posts: [{ mailboxId: id, postKey: own.publicKey, items: [] }],
          }),
        ])
          expect(fail(refused, 'forbidden')).toEqual({ error: 'forbidden' });
        expect(succeed(await stranger.call('mailbox.close', { mailboxId: id, ownerKey }))).toEqual({});
      }
      fail(await stranger.call('mailbox.close', close), 'forbidden');
      fail(await poster.call('mailbox.read', { mailboxId }), 'forbidden');
    });

    it('[MBX-1] close with everything in them, and can be opened anew', async () => {
      const { owner, poster, open, close, set, slot, read, mailboxId } = await mailbox();
      succeed(await owner.call('push.set', slot()));
      succeed(await poster.call('due.set', set(ask(0))));
      succeed(await owner.call('mailbox.close', close));
      succeed(await owner.call('mailbox.close', close));
      fail(await owner.call('mailbox.read', { mailboxId }), 'forbidden');
      fail(await poster.call('due.set', set(ask(0))), 'forbidden');
      succeed(await owner.call('mailbox.open', open));
      expect(await read()).toEqual([]);
    });

    it('[MBX-6] show an ask once it is due, until it is taken out', async () => {
      const { ownerKey, owner, poster, set, read, mailboxId } = await mailbox();
      const [first, second] = [ask(0), ask(2 * MINUTE)];
      succeed(await poster.call('due.set', set(second, first)));
      const [item, ...none] = await read();
      expect(item).toMatchObject({ at: first.at, sealed: first.sealed });
      expect(none).toEqual([]);
      expect(await read()).toEqual([item]);
      context.server.advance(2 * MINUTE + 1000);
      const again = await visit(ownerKey);
      expect((await read(again)).map(({ sealed }) => sealed)).toEqual([first.sealed, second.sealed]);
      const itemIds = [item!.itemId];
      succeed(await owner.call('mailbox.take', { mailboxId, itemIds }));
      succeed(await owner.call('mailbox.take', { mailboxId, itemIds }));
      expect((await read()).map(({ sealed }) => sealed)).toEqual([second.sealed]);
      // What was taken does not come again by a late repeat of the call that set it.
      succeed(await poster.call('due.set', set(second, first)));
      expect((await read()).map(({ sealed }) => sealed)).toEqual([second.sealed]);
    });

    it('[DUE-1] keep reminders on five minutes and asks on seconds, and nothing further ahead', async () => {
      const { poster, set } = await mailbox();
      const refuse = async (item: object) =>
        fail(await poster.call('due.set', set(item as DueItem)), 'invalid');
      await refuse({ ...reminder(DAY), at: onFive(DAY) + 1000 });
      await refuse({ ...reminder(DAY), at: onFive(DAY) + MINUTE });
      await refuse({ ...ask(MINUTE), at: inMs(MINUTE) + 1 });
      await refuse({ ...ask(MINUTE), sealed: supply.bytes(LIMITS.dueSealedBytes - 1) });
      await refuse({ kind: 'ask', at: inMs(MINUTE) });
      await refuse({ ...reminder(DAY), sealed: supply.bytes(LIMITS.dueSealedBytes) });
      await refuse({ kind: 'timer', at: inMs(MINUTE) + 1, sealed: supply.bytes(LIMITS.dueSealedBytes) });
      await refuse({ kind: 'timer', at: inMs(MINUTE) });
      await refuse({ kind: 'story', at: inMs(MINUTE), sealed: supply.bytes(LIMITS.dueSealedBytes) });
      await refuse(ask((LIMITS.dueDays + 1) * DAY));
      succeed(await poster.call('due.set', set(reminder(14 * DAY), ask(DAY))));
    });

    it('[MBX-2] replace what waits in a group as a whole', async () => {
      const { poster, set, cancelKey, groupId } = await mailbox();
      const times = [1, 2, 3].map((days) => reminder(days * DAY));
      succeed(await poster.call('due.set', set(...times)));
      succeed(await poster.call('due.set', set(...times)));
      succeed(await poster.call('due.set', set(times[1]!, reminder(4 * DAY), reminder(5 * DAY))));
      succeed(await poster.call('due.set', set(times[1]!, reminder(4 * DAY))));
      const stopper = await visit(cancelKey);
      expect(succeed(await stopper.call('due.cancel', { groupId }))).toEqual({ stopped: 2, gone: 0 });
    });

    it('[MBX-2] take nothing without the keys of the group and of every mailbox', async () => {
      const [one, two] = [await mailbox(), await mailbox()];
      const both = { ...one.set(ask(0)), posts: [...one.set(ask(0)).posts, ...two.set(ask(0)).posts] };
      fail(await one.poster.call('due.set', both), 'forbidden');
      expect(await one.read()).toEqual([]);
      succeed(await one.poster.prove(two.postKey));
      succeed(await one.poster.call('due.set', both));
      expect([...(await one.read()), ...(await two.read())]).toHaveLength(2);
      fail(await (await visit(one.postKey)).call('due.set', one.set()), 'forbidden');
      fail(await (await visit(one.cancelKey)).call('due.set', one.set()), 'forbidden');
      const other = supply.key();
      const thief = await visit(other, one.postKey);
      fail(await thief.call('due.set', { ...one.set(), cancelKey: other.publicKey }), 'forbidden');
      const twice = { ...one.set(), posts: [...one.set(ask(0)).posts, ...one.set(ask(9000)).posts] };
      fail(await one.poster.call('due.set', twice), 'invalid');
      fail(await one.poster.call('due.set', one.set(ask(0), ask(0))), 'invalid');
    });

    it('[MBX-3] leave out reminders that would have been due a while ago', async () => {
      const { poster, set, groupId } = await mailbox();
      const late = { kind: 'reminder', at: onFive(-DAY) } as const;
      succeed(await poster.call('due.set', set(late, reminder(DAY))));
      expect(succeed(await poster.call('due.cancel', { groupId }))).toEqual({ stopped: 1, gone: 0 });
    });

    it('[DUE-2] [MBX-4] stop a whole group for whoever holds its key, for good', async () => {
      const [one, two] = [await mailbox(), await mailbox()];
      succeed(await one.poster.prove(two.postKey));
      const posts = [
        ...one.set(ask(0), ask(5 * MINUTE)).posts,
        ...two.set(ask(5 * MINUTE), ask(10 * MINUTE)).posts,
      ];
      const set = { ...one.set(), posts };
      succeed(await one.poster.call('due.set', set));
      expect(await one.read()).toHaveLength(1);
      const answering = await visit(one.cancelKey);
      fail(await two.owner.call('due.cancel', { groupId: one.groupId }), 'forbidden');
      fail(await answering.call('due.cancel', { groupId: supply.id() }), 'forbidden');
      const { stopped, gone } = succeed(await answering.call('due.cancel', { groupId: one.groupId }));
      // Whether the first had begun to go out is a matter of moments.
      expect(stopped + gone).toBe(4);
      expect(stopped).toBeGreaterThanOrEqual(3);
      expect(succeed(await answering.call('due.cancel', { groupId: one.groupId })).stopped).toBe(0);
      fail(await one.poster.call('due.set', set), 'cancelled');
      context.server.advance(11 * MINUTE);
      const owners = [await visit(one.ownerKey), await visit(two.ownerKey)] as const;
      // What had gone out before can still be read.
      expect(await one.read(owners[0])).toHaveLength(gone);
      expect(await two.read(owners[1])).toEqual([]);
    });

    it('[MBX-2] hold so many things and no more', async () => {
      const { poster, set } = await mailbox();
      const many = (from: number) =>
        Array.from({ length: LIMITS.dueItems }, (_, i) => reminder((from + i) * REMINDER_GRID + MINUTE));
      const groups = LIMITS.mailboxItems / LIMITS.dueItems;
      for (let group = 0; group < groups; group++)
        succeed(await poster.call('due.set', { ...set(...many(group)), groupId: supply.id() }));
      fail(await poster.call('due.set', { ...set(reminder(DAY)), groupId: supply.id() }), 'too-large');
      fail(await poster.call('due.set', set(...many(0), reminder(14 * DAY))), 'invalid');
    });

    it('[PSH-3] [MBX-1] note where to tell their owner, for so many devices', async () => {
      const { owner, poster, slot, mailboxId } = await mailbox();
      const first = slot();
      succeed(await owner.call('push.set', first));
      succeed(await owner.call('push.set', { ...first, endpoint: 'https://other.example.net/x' }));
      fail(await poster.call('push.set', slot()), 'forbidden');
      for (let n = 1; n < LIMITS.pushSlots; n++) succeed(await owner.call('push.set', slot()));
      fail(await owner.call('push.set', slot()), 'too-large');
      succeed(await owner.call('push.set', first));
      const { slotId } = first;
      succeed(await owner.call('push.remove', { mailboxId, slotId }));
      succeed(await owner.call('push.remove', { mailboxId, slotId }));
      succeed(await owner.call('push.set', slot()));
      for (const endpoint of ['http://push.example.net/x', 'https://10.0.0.1/x', 'https://localhost/x'])
        fail(await owner.call('push.set', { ...first, endpoint }), 'invalid');
    });

    it('[PSH-6] drop reminders with the last device that would be told, and keep asks', async () => {
      const { owner, poster, slot, set, mailboxId, groupId } = await mailbox();
      const slots = [slot(), slot()];
      for (const each of slots) succeed(await owner.call('push.set', each));
      const items = [reminder(DAY), reminder(2 * DAY), ask(DAY)];
      succeed(await poster.call('due.set', set(...items)));
      succeed(await owner.call('push.remove', { mailboxId, slotId: slots[0]!.slotId }));
      succeed(await owner.call('push.remove', { mailboxId, slotId: slots[1]!.slotId }));
      expect(succeed(await poster.call('due.cancel', { groupId }))).toEqual({ stopped: 1, gone: 0 });
    });

    it('[PSH-8] share one push key, a point of the curve', async () => {
      const [a, b] = [await visit(), await visit()];
      const { publicKey } = succeed(await a.call('push.key', {}));
      expect(publicKey[0]).toBe(4);
      expect(succeed(await b.call('push.key', {})).publicKey).toEqual(publicKey);
    });
  });
}
