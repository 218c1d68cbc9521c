import { accountIdOf } from '@holdfast/protocol';
import { describe, expect, it } from 'vitest';
import type { Context } from './context.ts';
import type { TestKey } from './kit.ts';
import { fail, nextEpoch, nodeSha256, openSpace, succeed, Visitor, write } from './kit.ts';

const HOUR = 3_600_000;

export function liveRules(context: Context): void {
  const { supply } = context;
  const visit = (...keys: readonly TestKey[]) => Visitor.open(context.server.transport, ...keys);
  const open = () => openSpace(context.server.transport, supply);

  /** A reader who watches a space, past the first word on how it stands. */
  async function watching(space: Awaited<ReturnType<typeof open>>, key: TestKey) {
    const visitor = await visit(key);
    const listener = visitor.live();
    await listener.heard({ type: 'ready' });
    const spaces = [{ spaceId: space.spaceId, readKey: key.publicKey }];
    listener.channel.watch({ type: 'watch', spaces, invites: [] });
    return { visitor, listener, spaces };
  }

  describe('live hints', () => {
    it('[LIV-1] come within a second of an append', async () => {
      const space = await open();
      const { listener } = await watching(space, space.reader);
      await listener.heard({ type: 'space', seq: 1 });
      await write(space, 2);
      await listener.heard({ type: 'space', spaceId: space.spaceId, seq: 3 });
      listener.channel.close();
    });

    it('[LIV-3] begin with how things stand, once for each thing watched', async () => {
      const [a, b] = [await open(), await open()];
      const { listener, spaces, visitor } = await watching(a, a.reader);
      await listener.heard({ type: 'space', spaceId: a.spaceId, seq: 1 });
      succeed(await visitor.prove(b.reader));
      const more = [...spaces, { spaceId: b.spaceId, readKey: b.reader.publicKey }];
      listener.channel.watch({ type: 'watch', spaces: more, invites: [] });
      await listener.heard({ type: 'space', spaceId: b.spaceId, seq: 1 });
      expect(listener.count('space')).toBe(2);
      listener.channel.close();
    });

    it('[LIV-2] do not reach a stale read key, nor one that was not proved', async () => {
      const space = await open();
      const stale = space.reader;
      await nextEpoch(space, supply.key());
      const removed = await watching(space, stale);
      const curious = await watching(space, supply.key());
      const spaces = [{ spaceId: space.spaceId, readKey: space.reader.publicKey }];
      curious.listener.channel.watch({ type: 'watch', spaces, invites: [] });
      const member = await watching(space, space.reader);
      await member.listener.heard({ type: 'space', seq: 2 });
      await write(space, 1);
      await member.listener.heard({ type: 'space', seq: 3 });
      for (const { listener } of [removed, curious, member]) listener.channel.close();
      expect(removed.listener.count('space')).toBe(0);
      expect(curious.listener.count('space')).toBe(0);
    });

    it('[LIV-2] stop for a watching reader the moment an epoch removes them', async () => {
      const space = await open();
      const { listener } = await watching(space, space.reader);
      await listener.heard({ type: 'space', seq: 1 });
      const next = supply.key();
      await nextEpoch(space, next);
      const member = await watching(space, next);
      await write(space, 1);
      await member.listener.heard({ type: 'space', seq: 3 });
      expect(listener.count('space')).toBe(1);
      expect(listener.closed).toBe(false);
      for (const each of [listener, member.listener]) each.channel.close();
    });

    it('[LIV-2] tell both sides of an invite, and nobody else', async () => {
      const [ownerKey, guestKey] = [supply.key(), supply.key()];
      const [owner, guest, stranger] = [
        await visit(ownerKey),
        await visit(guestKey),
        await visit(supply.key()),
      ];
      const inviteId = supply.id<'invite'>();
      const keys = { ownerKey: ownerKey.publicKey, guestKey: guestKey.publicKey };
      const expiresAt = context.server.now() + 5 * HOUR;
      succeed(await owner.call('invite.create', { inviteId, ...keys, offer: supply.bytes(9), expiresAt }));
      const listeners = [owner, guest, stranger].map((visitor) => visitor.live());
      for (const listener of listeners) {
        await listener.heard({ type: 'ready' });
        listener.channel.watch({ type: 'watch', spaces: [], invites: [inviteId] });
      }
      const [first, second, third] = listeners;
      succeed(await guest.call('invite.answer', { inviteId, answer: supply.bytes(9) }));
      await first!.heard({ type: 'invite', inviteId });
      succeed(await owner.call('invite.complete', { inviteId, completion: supply.bytes(9) }));
      await second!.heard({ type: 'invite', inviteId });
      expect(third!.count('invite')).toBe(0);
      for (const listener of listeners) listener.channel.close();
    });

    it('[LIV-2] tell devices of their account, and end the session of one that was removed', async () => {
      const [root, phone, tablet] = [supply.key(), supply.key(), supply.key()];
      const accountId = accountIdOf(nodeSha256, root.publicKey);
      const device = (key: TestKey) => ({
        publicKey: key.publicKey,
        kind: 'device' as const,
        record: supply.bytes(9),
      });
      const [owner, other] = [await visit(root, phone), await visit(tablet)];
      const rootKey = root.publicKey;
      const vault = supply.bytes(20);
      succeed(
        await owner.call('account.create', { accountId, rootKey, vault, keys: [phone, tablet].map(device) }),
      );
      const listener = other.live();
      await listener.heard({ type: 'ready' });
      listener.channel.watch({ type: 'watch', spaces: [], invites: [], account: accountId });
      const write1 = { accountId, rootKey, ifVersion: 1, vault, keys: [phone, tablet].map(device) };
      await expect
        .poll(async () => {
          succeed(await owner.call('account.write', write1));
          return listener.count('account');
        })
        .toBeGreaterThan(0);
      succeed(await owner.call('account.write', { ...write1, ifVersion: 2, keys: [device(phone)] }));
      await listener.heard({ type: 'over' });
      await expect.poll(() => listener.closed).toBe(true);
      fail(await other.call('account.read', { accountId }), 'unauthorised');
    });

    it('[LIV-1] are not for a token that no session has', async () => {
      const { transport } = context.server;
      const opened = { ...succeed(await transport.call('session.open', {})), token: supply.bytes(32) };
      const listener = new Visitor(transport, opened).live();
      await expect.poll(() => listener.closed).toBe(true);
      expect(listener.count('ready')).toBe(0);
    });
  });
}
