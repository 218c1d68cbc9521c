import type { AccountKey, Request } from '@holdfast/protocol';
import { accountIdOf } from '@holdfast/protocol';
import { describe, expect, it } from 'vitest';
import type { Context } from './context.ts';
import type { TestKey } from './kit.ts';
import { fail, nodeSha256, succeed, Visitor } from './kit.ts';

export function accountRules(context: Context): void {
  const { supply } = context;
  const visit = (...keys: readonly TestKey[]) => Visitor.open(context.server.transport, ...keys);

  const deviceKey = (key: TestKey): AccountKey => ({
    publicKey: key.publicKey,
    kind: 'device',
    record: supply.bytes(40),
  });
  const methodKey = (key: TestKey): AccountKey & { locator: NonNullable<AccountKey['locator']> } => ({
    publicKey: key.publicKey,
    kind: 'method',
    locator: supply.id(),
    record: supply.bytes(300),
  });

  /** An account with one device and one unlock method, and a session of its device. */
  async function account() {
    const [root, device, card] = [supply.key(), supply.key(), supply.key()];
    const method = methodKey(card);
    const create: Request<'account.create'> = {
      accountId: accountIdOf(nodeSha256, root.publicKey),
      rootKey: root.publicKey,
      vault: supply.bytes(500),
      keys: [deviceKey(device), method],
    };
    const visitor = await visit(root, device);
    succeed(await visitor.call('account.create', create));
    const { accountId } = create;
    const write = {
      accountId,
      rootKey: root.publicKey,
      ifVersion: 1,
      vault: supply.bytes(501),
      keys: create.keys,
    };
    return { root, device, card, method, create, write, accountId, visitor };
  }
  const keysOf = (state: { keys: readonly AccountKey[] }) =>
    new Set(state.keys.map((key) => key.publicKey.join()));

  describe('accounts', () => {
    it('[ACC-1] belong to the root key whose hash is their id', async () => {
      const { create } = await account();
      const other = supply.key();
      const visitor = await visit(other);
      fail(await visitor.call('account.create', create), 'forbidden');
      fail(await visitor.call('account.create', { ...create, rootKey: other.publicKey }), 'forbidden');
    });

    it('[ACC-2] refuse lists of keys that make no sense', async () => {
      const [root, key] = [supply.key(), supply.key()];
      const visitor = await visit(root, key);
      const accountId = accountIdOf(nodeSha256, root.publicKey);
      const create = { accountId, rootKey: root.publicKey, vault: supply.bytes(9) };
      const { locator, ...method } = methodKey(key);
      const lists: AccountKey[][] = [
        [],
        [deviceKey(key), deviceKey(key)],
        [method],
        [{ ...deviceKey(key), locator }],
        [methodKey(key), { ...deviceKey(supply.key()) }, { ...method, locator, publicKey: key.publicKey }],
      ];
      for (const keys of lists) fail(await visitor.call('account.create', { ...create, keys }), 'invalid');
    });

    it('[ACC-6] are created once; a repeat is harmless and a different one is told the version', async () => {
      const { create, visitor } = await account();
      expect(succeed(await visitor.call('account.create', create))).toEqual({ version: 1 });
      const other = { ...create, vault: supply.bytes(10) };
      expect(fail(await visitor.call('account.create', other), 'conflict')).toMatchObject({ version: 1 });
    });

    it('[ACC-4] are found by a locator with its login key, and read by any of their keys', async () => {
      const { accountId, card, device, method, create } = await account();
      const byCard = await visit(card);
      const found = succeed(await byCard.call('account.find', { locator: method.locator }));
      expect(found).toMatchObject({ accountId, version: 1, vault: create.vault });
      expect(keysOf(found)).toEqual(keysOf(create));
      expect(found.keys).toContainEqual(method);
      expect(succeed(await byCard.call('account.read', { accountId }))).toEqual(found);
      expect(succeed(await (await visit(device)).call('account.read', { accountId }))).toEqual(found);
    });

    it('[ACC-4] ATK-33 look the same to a stranger whether they exist or not', async () => {
      const { accountId, method, device } = await account();
      const stranger = await visit(supply.key());
      const known = fail(await stranger.call('account.find', { locator: method.locator }), 'forbidden');
      const unknown = fail(await stranger.call('account.find', { locator: supply.id() }), 'forbidden');
      expect(known).toEqual(unknown);
      fail(await stranger.call('account.read', { accountId }), 'forbidden');
      fail(await stranger.call('account.read', { accountId: supply.id() }), 'forbidden');
      // A device's key opens its account by id, but a locator asks for its own method's key.
      fail(await (await visit(device)).call('account.find', { locator: method.locator }), 'forbidden');
    });

    it('[ACC-3] are written by root and one of their keys together', async () => {
      const { root, device, card, write } = await account();
      fail(await (await visit(root)).call('account.write', write), 'forbidden');
      fail(await (await visit(device)).call('account.write', write), 'forbidden');
      expect(succeed(await (await visit(root, card)).call('account.write', write))).toEqual({ version: 2 });
    });

    it('[ACC-3] are written only over the version that was read; a repeat is harmless', async () => {
      const { visitor, write, accountId } = await account();
      expect(succeed(await visitor.call('account.write', write))).toEqual({ version: 2 });
      expect(succeed(await visitor.call('account.write', write))).toEqual({ version: 2 });
      const late = { ...write, vault: supply.bytes(7) };
      expect(fail(await visitor.call('account.write', late), 'conflict')).toMatchObject({ version: 2 });
      expect(succeed(await visitor.call('account.read', { accountId })).vault).toEqual(write.vault);
    });

    it('[ACC-3] let one of two simultaneous writers win', async () => {
      const { visitor, write } = await account();
      const results = await Promise.all(
        [1, 2, 3, 4].map((size) => visitor.call('account.write', { ...write, vault: supply.bytes(size) })),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(1);
    });

    it('[ACC-2] cannot take the locator of another account', async () => {
      const [a, b] = [await account(), await account()];
      const keys = [...b.create.keys, { ...methodKey(supply.key()), locator: a.method.locator }];
      fail(await b.visitor.call('account.write', { ...b.write, keys }), 'conflict');
      expect(succeed(await b.visitor.call('account.read', { accountId: b.accountId })).version).toBe(1);
    });

    it('[ACC-5] shut a removed device out at once, and leave the writer in', async () => {
      const { root, card, device, write, accountId } = await account();
      const [lost, rescuer] = [await visit(root, device), await visit(root, card)];
      const phone = supply.key();
      succeed(await rescuer.prove(phone));
      succeed(
        await rescuer.call('account.write', { ...write, keys: [deviceKey(phone), methodKey(supply.key())] }),
      );
      fail(await lost.call('account.read', { accountId }), 'unauthorised');
      expect(succeed(await rescuer.call('account.read', { accountId })).version).toBe(2);
      const again = await visit(root, device);
      fail(await again.call('account.read', { accountId }), 'forbidden');
      fail(await again.call('account.write', { ...write, ifVersion: 2 }), 'forbidden');
    });

    it('[ACC-8] are told of a new device in the mailbox that one of their devices named, and no other', async () => {
      const { root, device, card, accountId, visitor, write } = await account();
      const [owner, post, elsewhere] = [supply.key(), supply.key(), supply.key()];
      const mailboxId = supply.id<'mailbox'>();
      const alert = { mailboxId, postKey: post.publicKey };
      const open = { mailboxId, ownerKey: owner.publicKey, postKey: post.publicKey };
      succeed(await (await visit(owner)).call('mailbox.open', open));
      for (const keys of [[device], [root, post], [card, root, post], [elsewhere, post]])
        fail(await (await visit(...keys)).call('account.alert', { accountId, alert }), 'forbidden');
      const told = await visit(device, post);
      const nowhere = { ...alert, mailboxId: supply.id<'mailbox'>() };
      fail(await told.call('account.alert', { accountId, alert: nowhere }), 'forbidden');
      for (let n = 0; n < 2; n++) succeed(await told.call('account.alert', { accountId, alert }));
      // A later write leaves it as it is, and nobody reads it.
      succeed(await visitor.call('account.write', write));
      expect(Object.keys(succeed(await visitor.call('account.read', { accountId }))).toSorted()).toEqual([
        'accountId',
        'keys',
        'vault',
        'version',
      ]);
      succeed(await told.call('account.alert', { accountId }));
    });

    it('[ACC-7] are removed by root and one of their keys, for good, and shut everyone out', async () => {
      const { accountId, root, device, card, method, create } = await account();
      const request = { accountId, rootKey: root.publicKey };
      fail(await (await visit(root)).call('account.remove', request), 'forbidden');
      fail(await (await visit(device)).call('account.remove', request), 'forbidden');
      const [other, leaver] = [await visit(root, device), await visit(root, card)];
      succeed(await leaver.call('account.remove', request));
      succeed(await leaver.call('account.remove', request));
      fail(await other.call('account.read', { accountId }), 'unauthorised');
      fail(await (await visit(device)).call('account.read', { accountId }), 'forbidden');
      fail(await (await visit(card)).call('account.find', { locator: method.locator }), 'forbidden');
      // Nothing is left of it that would stand in the way of the same locator.
      succeed(await (await visit(root)).call('account.create', create));
    });

    it('[ACC-5] forget the removed key in the session that removed it', async () => {
      const { visitor, write, accountId, card } = await account();
      succeed(await visitor.call('account.write', { ...write, keys: [methodKey(card)] }));
      fail(await visitor.call('account.read', { accountId }), 'forbidden');
    });
  });
}
