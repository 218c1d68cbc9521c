import { seededRandom, TestClock, unwrap } from '@holdfast/base';
import type { AccountVault } from '@holdfast/vault';
import {
  accountKeys,
  counted,
  createMethod,
  deviceIdOf,
  loginOf,
  openLock,
  openMethod,
  openVault,
  readChain,
  sealVault,
  signStatement,
} from '@holdfast/vault';
import { ServerSession } from '@holdfast/sync';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import { FakeServer } from '@holdfast/testing/fake-server';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import { describe, expect, it } from 'vitest';
import type { DeviceFile } from './device-file.ts';
import { LOCK_KEY, readAccount } from './device-file.ts';

const p = fakePrimitives(seededRandom(5));
const clock = new TestClock();
const server = new FakeServer({ random: seededRandom(99), clock, sha256: p.sha256, verify: p.verify });
const buy = () => phone({ primitives: p, transport: server.transportFor(), clock });
const talk = () => new ServerSession({ transport: server.transportFor(), primitives: p, clock });

/** What an altered app on a phone can read of its own account. */
async function insides(of: Phone): Promise<{ vault: AccountVault; device: DeviceFile }> {
  const lock = unwrap(await of.storage.get(LOCK_KEY))!;
  return unwrap(await readAccount(p, unwrap(await openLock(p, of.deviceKey, lock, undefined)), of.storage));
}

describe('shutting a device out', () => {
  it('also removes an unlock method that it planted under the name of another device', async () => {
    const [sam, thief] = [buy(), buy()];
    unwrap(await sam.api.start('own', '2026-11-21'));
    const card = unwrap(await sam.api.makeCard());
    unwrap(await sam.api.sync());
    unwrap(await thief.api.recover(card.groups.join('')));

    const { vault, device } = await insides(thief);
    const view = unwrap(readChain(p, vault.chain));
    const thiefId = deviceIdOf(p, p.signKeys(device.seed).publicKey);
    const samId = [...view.devices.keys()].find((id) => id !== thiefId)!;
    const samMethod = vault.methods.find((method) => method.device?.id === samId)!;
    const secret = p.random(32);
    const planted = { ...createMethod(p, view, secret, 'device', 1), device: samMethod.device! };
    const root = p.signKeys(vault.rootSeed);
    const changed = counted({ ...vault, methods: [...vault.methods, planted] });
    unwrap(
      await talk().call(
        'account.write',
        {
          accountId: view.accountId,
          rootKey: root.publicKey,
          ifVersion: device.version,
          vault: sealVault(p, view.accountId, changed),
          keys: accountKeys(p, view.accountId, changed),
        },
        [root, loginOf(p, device.unlockSecret).login],
      ),
    );

    unwrap(await sam.api.sync());
    unwrap(await sam.api.shutOut(thiefId));
    const { login } = loginOf(p, secret);
    const refused = await talk().call('account.read', { accountId: view.accountId }, [login]);
    expect(refused).toMatchObject({ ok: false, error: { error: 'forbidden' } });
    // Nor does the method open what is sealed now, should the server hand it over all the same.
    const now = await insides(sam);
    expect(now.vault.methods.map((method) => method.device?.id)).toEqual([samId]);
    const keys = accountKeys(p, view.accountId, now.vault);
    expect(keys.some((key) => openMethod(p, view.accountId, secret, key.record).ok)).toBe(false);
    const old = unwrap(
      openMethod(
        p,
        view.accountId,
        device.unlockSecret,
        accountKeys(p, view.accountId, vault).at(-1)!.record,
      ),
    );
    expect(openVault(p, old, sealVault(p, view.accountId, now.vault))).toEqual({
      ok: false,
      error: 'refused',
    });
  });
});

describe('an account whose history was rewritten', () => {
  it('raises an alarm that a restart does not forget, and shares nothing more', async () => {
    const [sam, ana, thief] = [buy(), buy(), buy()];
    unwrap(await sam.api.start('own', '2026-11-21'));
    const { id, ticket } = unwrap(await sam.api.invite({ name: 'Ana', how: 'qr', language: 'en' }));
    unwrap(await ana.api.start('supporter', '2026-11-21'));
    unwrap(await ana.api.acceptInvite(ticket, 'Ana'));
    const card = unwrap(await sam.api.makeCard());
    unwrap(await sam.api.sync());
    const { contactId } = unwrap(await sam.api.confirmInvite(id));
    unwrap(await sam.api.share(contactId, 'today', 30));
    unwrap(await sam.api.sync());
    unwrap(await thief.api.recover(card.groups.join('')));

    // With the root seed the thief signs another past for the account, and puts it in the server's copy.
    const { vault, device } = await insides(thief);
    const root = p.signKeys(vault.rootSeed);
    const genesis = unwrap(readChain(p, vault.chain.slice(0, 1)));
    const other = signStatement(p, root, genesis, {
      type: 'addDevice',
      deviceKey: p.signKeys(device.seed).publicKey,
    });
    const forked = { ...vault, chain: [vault.chain[0]!, other] };
    unwrap(
      await talk().call(
        'account.write',
        {
          accountId: genesis.accountId,
          rootKey: root.publicKey,
          ifVersion: device.version,
          vault: sealVault(p, genesis.accountId, forked),
          keys: accountKeys(p, genesis.accountId, forked),
        },
        [root, loginOf(p, device.unlockSecret).login],
      ),
    );
    expect((await sam.api.sync()).ok).toBe(false);
    expect((await sam.api.status()).alarm).toBe('chain');
    const again = sam.reopen();
    unwrap(await again.api.unlock());
    expect((await again.api.status()).alarm).toBe('chain');
    expect(await again.api.share(contactId, 'today', 7)).toEqual({ ok: false, error: { code: 'refused' } });
    unwrap(await again.api.setTodayLine('Still mine to write.'));
    expect(await again.api.todayLine()).toBe('Still mine to write.');
  });
});
