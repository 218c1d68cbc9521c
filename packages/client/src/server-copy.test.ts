import { idBytes, seededRandom, TestClock, toHex, unwrap } from '@holdfast/base';
import { LIMITS, parseEnvelope } from '@holdfast/protocol';
import { EvilServer } from '@holdfast/testing/evil-server';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import { FakeServer } from '@holdfast/testing/fake-server';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import type { AccountVault } from '@holdfast/vault';
import {
  accountKeys,
  counted,
  createMethod,
  epochKeys,
  openEnvelope,
  openVault,
  sealVault,
} from '@holdfast/vault';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountBehind } from './client.ts';

const DAY = '2026-11-21';
const p = fakePrimitives(seededRandom(71));
let evil: EvilServer;
let buy: () => Phone;
let sam: Phone;

const accountOf = (one: Phone) => accountBehind(one.api)!;
const kinds = (one: Phone): string[] => accountOf(one).vault.methods.map(({ type }) => type);
const row = () => evil.server.state.accounts.get(accountOf(sam).accountId)!;
type Row = ReturnType<typeof row>;
/** Puts a row in place of the account's, under the next version. */
const putRow = (other: Pick<Row, 'vault' | 'keys'>): void => {
  const { version } = row();
  evil.server.state.accounts.set(accountOf(sam).accountId, { ...other, version: version + 1 });
};
/** What somebody who once had the account open could put there. */
const rowOf = (vault: AccountVault) => {
  const { accountId } = accountOf(sam);
  return { vault: sealVault(p, accountId, vault), keys: accountKeys(p, accountId, vault) };
};
const syncs = async (one: Phone, times = 2): Promise<void> => {
  for (let n = 0; n < times; n++) unwrap(await one.api.sync());
};
/** Another phone of Sam's, let in by this one. */
async function secondPhone(): Promise<Phone> {
  const next = buy();
  const { ticket } = unwrap(await next.api.waitToBeLetIn('en'));
  unwrap(await sam.api.letIn(ticket));
  unwrap(await next.api.comeIn());
  await syncs(sam);
  return next;
}

beforeEach(async () => {
  const clock = new TestClock();
  const { sha256, verify } = p;
  evil = new EvilServer(new FakeServer({ random: seededRandom(99), clock, sha256, verify }));
  buy = () => phone({ primitives: p, transport: evil.transportFor(), clock });
  sam = buy();
  unwrap(await sam.api.start('own', DAY));
  unwrap(await sam.api.sync());
});

describe('the copy of the account at the server', () => {
  it('[VAU-5] ATK-4 ATK-13 put back to before a change, under a newer version, is never taken and is set right', async () => {
    const before = row();
    unwrap(await sam.api.makeCard());
    putRow(before);
    await syncs(sam);
    expect(kinds(sam)).toEqual(['device', 'code']);
    expect(row().keys).toHaveLength(2);
    expect(await sam.api.status()).toMatchObject({ alarm: 'none', waysBack: { card: 'made' } });
  });

  it('[VAU-5] [UNL-7] ATK-4 ATK-13 does not bring a cancelled card back, under any version', async () => {
    const card = unwrap(await sam.api.makeCard());
    await syncs(sam);
    const withCard = row();
    unwrap(await sam.api.cancelCard());
    putRow(withCard);
    await syncs(sam);
    expect(kinds(sam)).toEqual(['device']);
    expect(await sam.api.status()).toMatchObject({ alarm: 'none', waysBack: { card: 'none' } });
    expect(await buy().api.recover(card.qr)).toEqual({ ok: false, error: { code: 'no-account' } });
    expect(accountOf(sam).device.version).toBe(row().version);
  });

  it.each([
    ['', false],
    [', also after the server went back in silence once', true],
  ])(
    '[VAU-5] ATK-13 ATK-14 with as many changes and other ones is a fork%s: the alarm is raised',
    async (_, wasBack) => {
      if (wasBack) {
        unwrap(await accountOf(sam).noteSetBack());
        await syncs(sam);
      }
      const { vault } = accountOf(sam);
      putRow(rowOf({ ...vault, methods: [...vault.methods, ...vault.methods] }));
      expect((await sam.api.sync()).ok).toBe(false);
      expect(await sam.api.status()).toMatchObject({ alarm: 'chain' });
      expect(kinds(sam)).toEqual(['device']);
    },
  );

  it('[VAU-5] ATK-13 a new phone on an older copy, from a server that was not restored: the alarm is raised', async () => {
    const card = unwrap(await sam.api.makeCard());
    await syncs(sam);
    const before = row();
    for (let n = 0; n < 2; n++) unwrap(await sam.api.stopTrusted());
    putRow(before);
    unwrap(await buy().api.recover(card.qr));
    expect((await sam.api.sync()).ok).toBe(false);
    expect(await sam.api.status()).toMatchObject({ alarm: 'chain' });
  });

  it('[VAU-5] from before there was a count goes by its version, until the first change', async () => {
    const account = accountOf(sam);
    const uncounted = { ...account.vault, edition: 0 };
    unwrap(await account.keep({ vault: () => uncounted }));
    const card = createMethod(p, account.own, p.random(16), 'code', 20_000);
    const withCard = rowOf({ ...uncounted, methods: [...uncounted.methods, card] });
    putRow(withCard);
    await syncs(sam);
    expect(kinds(sam)).toEqual(['device', 'code']);
    unwrap(await sam.api.cancelCard());
    expect(account.vault.edition).toBe(1);
    putRow(withCard);
    await syncs(sam);
    expect(kinds(sam)).toEqual(['device']);
    expect(await sam.api.status()).toMatchObject({ alarm: 'none' });
  });

  it('[VAU-5] two phones that change it at once both get their way, and count on', async () => {
    const other = await secondPhone();
    const { edition } = accountOf(sam).vault;
    await Promise.all([sam.api.makeCard(), other.api.stopTrusted()]);
    await syncs(other);
    await syncs(sam);
    expect(accountOf(sam).vault).toEqual(accountOf(other).vault);
    expect(accountOf(sam).vault.edition).toBe(edition + 2);
    expect(kinds(sam)).toEqual(['device', 'device', 'code']);
  });

  it('[VAU-5] after a restore each phone may have gone on: the longer chain counts, then the count, and no alarm', async () => {
    const other = await secondPhone();
    await syncs(other);
    const then = evil.server.snapshot();
    unwrap(await sam.api.makeCard());
    evil.server.restore(then);
    // The other phone did not hear of the card, and changes as much.
    unwrap(await other.api.stopTrusted());
    await syncs(sam);
    await syncs(other);
    expect(kinds(other)).toEqual(['device', 'device', 'code']);
    expect(accountOf(sam).vault).toEqual(accountOf(other).vault);
    for (const one of [sam, other]) expect(await one.api.status()).toMatchObject({ alarm: 'none' });
  });

  it('[VAU-5] after a restore a new phone that came in by card is taken, although it counted less', async () => {
    const card = unwrap(await sam.api.makeCard());
    await syncs(sam);
    const then = evil.server.snapshot();
    for (let n = 0; n < 5; n++) unwrap(await sam.api.stopTrusted());
    evil.server.restore(then);
    const next = buy();
    unwrap(await next.api.recover(card.qr));
    await syncs(sam);
    await syncs(next);
    expect(kinds(sam)).toEqual(['device', 'code', 'device']);
    expect((await sam.api.status()).newDevices).toHaveLength(1);
    for (const one of [sam, next]) expect(await one.api.status()).toMatchObject({ alarm: 'none' });
  });

  it('[VAU-5] a change that arrived and was not answered is taken as one’s own', async () => {
    const end = evil.twist(({ verb }) =>
      verb === 'account.write' ? { ok: false, error: { error: 'offline' } } : undefined,
    );
    expect((await sam.api.makeCard()).ok).toBe(false);
    end();
    await syncs(sam);
    expect(kinds(sam)).toEqual(['device', 'code']);
    expect(await sam.api.status()).toMatchObject({ alarm: 'none' });
  });
});

describe('[UNL-7] a card that was cancelled or replaced', () => {
  const keysOf = (one: Phone) => {
    const { master, encryptionSeeds, journalKeys, privateSpace } = accountOf(one).vault;
    return [
      master.key,
      encryptionSeeds.at(-1)!.seed,
      journalKeys.at(-1)!,
      privateSpace.epochs.at(-1)!.key,
    ].map(toHex);
  };

  it('the first card renews nothing', async () => {
    const before = keysOf(sam);
    unwrap(await sam.api.makeCard());
    expect(keysOf(sam)).toEqual(before);
    expect(accountOf(sam).own.statements).toHaveLength(2);
  });

  it.each(['cancelCard', 'makeCard'] as const)(
    '%s renews every key, and keeps the other ways in',
    async (how) => {
      unwrap(await sam.api.makeCard());
      const other = await secondPhone();
      unwrap(await sam.api.setTodayLine('Before.'));
      await syncs(sam);
      await syncs(other);
      const before = keysOf(sam);
      const epochs = accountOf(sam)
        .replicas()
        .map(({ log }) => log.epoch);
      expect(await sam.api[how]()).toMatchObject({ ok: true });
      await syncs(sam);
      for (const [i, key] of keysOf(sam).entries()) expect(key).not.toBe(before[i]);
      expect(kinds(sam)).toEqual(['device', 'device', ...(how === 'makeCard' ? ['code'] : [])]);
      for (const [i, { log }] of accountOf(sam).replicas().entries()) expect(log.epoch).toBe(epochs[i]! + 1);
      // The other phone goes on with nobody typing anything.
      unwrap(await other.api.setTodayLine('After.'));
      await syncs(other);
      await syncs(sam);
      expect(keysOf(other)).toEqual(keysOf(sam));
      expect(await sam.api.todayLine()).toBe('After.');
      for (const one of [sam, other])
        expect(await one.api.status()).toMatchObject({ alarm: 'none', onlyHere: 0 });
    },
  );

  it('forty times over, leaves an account that still fits: it can be kept, shared from and invited from', async () => {
    for (let n = 0; n <= 40; n++) unwrap(await sam.api.makeCard());
    await syncs(sam);
    const ana = buy();
    unwrap(await ana.api.start('supporter', DAY));
    const { id, ticket } = unwrap(await sam.api.invite({ name: 'Ana', how: 'qr', language: 'en' }));
    unwrap(await ana.api.acceptInvite(ticket, 'Ana'));
    await syncs(sam);
    const { contactId } = unwrap(await sam.api.confirmInvite(id));
    unwrap(await sam.api.setTodayLine('Still here.'));
    unwrap(await sam.api.share(contactId, 'today', 30));
    for (const one of [sam, ana, sam, ana]) await syncs(one);
    expect(await ana.api.sharedWithMe()).toMatchObject([{ line: 'Still here.' }]);
    const { ticket: back } = unwrap(await ana.api.invite({ name: 'Sam', how: 'qr', language: 'en' }));
    unwrap(await sam.api.acceptInvite(back, 'Sam'));
    const { offer } = evil.server.state.invites.get(id as never)!;
    expect(row().vault.length).toBeLessThan(LIMITS.vaultBytes / 2);
    expect(offer.length).toBeLessThan(LIMITS.offerBytes / 2);
  });

  it('ATK-4 ATK-28 whoever used it once and left no phone reads nothing that is written after, and planted no other way in', async () => {
    const card = unwrap(await sam.api.makeCard());
    await syncs(sam);
    // What an altered app saw by the card, and what it put beside.
    const { vault } = accountOf(sam);
    const [, method] = vault.methods;
    putRow(
      rowOf(
        counted({
          ...vault,
          methods: [
            ...vault.methods,
            ...(['trusted', 'link'] as const).map((type) => ({
              ...method!,
              ...createMethod(p, accountOf(sam).own, p.random(16), type, 99_999),
            })),
          ],
        }),
      ),
    );
    await syncs(sam);
    expect(kinds(sam)).toEqual(['device', 'code', 'trusted', 'link']);
    unwrap(await sam.api.cancelCard());
    await syncs(sam);
    expect(kinds(sam)).toEqual(['device']);
    unwrap(await sam.api.save('person', { name: 'Maria', number: '087 123' }));
    await syncs(sam);
    const { home } = accountOf(sam);
    const last = unwrap(parseEnvelope(evil.server.state.spaces.get(home.spaceId)!.log.at(-1)!));
    const opened = vault.privateSpace.epochs.map(
      ({ epoch, key }) => openEnvelope(p, epochKeys(p, idBytes(home.spaceId), epoch, key), last).ok,
    );
    expect(opened).toEqual([false]);
    expect(openVault(p, { ...accountOf(sam).own, master: vault.master }, row().vault).ok).toBe(false);
    expect(await buy().api.recover(card.qr)).toEqual({ ok: false, error: { code: 'no-account' } });
  });
});
