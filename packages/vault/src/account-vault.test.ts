import { concat, idBytes, seededRandom, toHex, u32, utf8 } from '@holdfast/base';
import { accountIdOf, encodeCbor } from '@holdfast/protocol';
import { describe, expect, it } from 'vitest';
import type { AccountVault } from './account-vault.ts';
import {
  accountKeys,
  counted,
  decodeVault,
  encodeVault,
  openJournalKey,
  openVault,
  sealJournalKey,
  sealVault,
} from './account-vault.ts';
import { deriveKey, sealBox } from './keys.ts';
import { KDF } from './labels.ts';
import { flipped } from './primitives-contract.ts';
import { makeSpace, Person } from './scene.ts';
import { sodiumPrimitives } from './sodium.ts';
import { createDeviceMethod, createMethod, openMethod } from './unlock.ts';

const p = await sodiumPrimitives(seededRandom(81));
const rootSeed = p.random(32);
const root = p.signKeys(rootSeed);
const ana = new Person(p);
const accountOf = (person: Person) => ({ accountId: person.id, rootKey: person.root.publicKey });
const secret = p.random(16);
const trusted = p.random(32);
const space = makeSpace(p, 'private', ana);

const account = { accountId: accountIdOf(p.sha256, root.publicKey), rootKey: root.publicKey };
const vault: AccountVault = {
  rootSeed,
  master: { version: 3, key: p.random(32) },
  encryptionSeeds: [{ version: 1, seed: p.random(32) }],
  privateSpace: {
    spaceId: space.spaceId,
    genesis: space.genesis,
    epochs: [{ epoch: 1, key: p.random(32), adminSeed: p.random(32) }],
  },
  chain: [...ana.view.statements],
  methods: [
    createMethod(p, account, secret, 'code', 20_000),
    createMethod(p, account, p.random(32), 'device', 20_000),
    createMethod(p, account, trusted, 'trusted', 20_000),
  ],
  journalKeys: [p.random(32), p.random(32)],
  edition: 7,
};
const sealed = sealVault(p, account.accountId, vault);
const unlocked = { ...account, master: vault.master, journalKey: vault.journalKeys[1]! };
const refused = { ok: false, error: 'refused' };

describe('account vault', () => {
  it('[VAU-1] reads back as it was written, and in no other form', () => {
    expect(decodeVault(encodeVault(vault))).toEqual(vault);
    const wrong = [
      { ...vault, rootSeed: p.random(31) },
      { ...vault, master: { ...vault.master, version: 0 } },
      { ...vault, escrow: p.random(32) },
      { ...vault, methods: [{ ...vault.methods[0], type: 'phrase' }] },
    ];
    for (const form of wrong) expect(decodeVault(encodeCbor(form as never))).toBeUndefined();
    expect(decodeVault(new Uint8Array(4))).toBeUndefined();
  });

  it('[VAU-1] [UNL-5] keeps a device’s word for its method whole', () => {
    const method = createDeviceMethod(p, account, p.random(32), ana.device.keys, 20_000);
    const device = method.device!;
    const kept = (change: object) =>
      decodeVault(encodeVault({ ...vault, methods: [{ ...method, device: { ...device, ...change } }] }));
    expect(kept({})?.methods).toEqual([method]);
    for (const change of [{ signature: p.random(63) }, { id: 7 }, { name: 'phone' }])
      expect(kept(change)).toBeUndefined();
  });

  it('[VAU-2] opens with the master key that an unlock method gave', () => {
    const record = accountKeys(p, account.accountId, vault)[0]!.record;
    const opened = openMethod(p, account.accountId, secret, record);
    if (!opened.ok) throw new Error('own record');
    expect(openVault(p, opened.value, sealed)).toEqual({ ok: true, value: vault });
  });

  it('[VAU-2] ATK-7 refuses every changed byte', () => {
    for (let at = 0; at < sealed.length; at++)
      expect(openVault(p, unlocked, flipped(sealed, at, at & 7))).toEqual(refused);
    expect(openVault(p, unlocked, new Uint8Array(0))).toEqual(refused);
  });

  it('[VAU-2] ATK-4 ATK-13 refuses another master key, another version and another account’s vault', () => {
    const key = p.random(32);
    expect(openVault(p, { ...unlocked, master: { version: 3, key } }, sealed)).toEqual(refused);
    expect(openVault(p, { ...unlocked, master: { ...vault.master, version: 2 } }, sealed)).toEqual(refused);
    expect(openVault(p, { ...unlocked, accountId: ana.id }, sealed)).toEqual(refused);
    expect(openVault(p, { ...accountOf(ana), master: vault.master }, sealed)).toEqual(refused);
  });

  it('[VAU-2] ATK-4 refuses a vault whose root seed does not make the root key that the anchor proved', () => {
    const swapped = sealVault(p, account.accountId, { ...vault, rootSeed: p.random(32) });
    expect(openVault(p, unlocked, swapped)).toEqual(refused);
  });

  it('[VAU-2] ATK-4 the vault, the root key of the anchor and the account id must all be of one account', () => {
    expect(openVault(p, { ...unlocked, rootKey: ana.root.publicKey }, sealed)).toEqual(refused);
    const misfiled = sealVault(p, ana.id, vault);
    expect(openVault(p, { ...unlocked, accountId: ana.id }, misfiled)).toEqual(refused);
  });

  it('[VAU-2] refuses a vault that names another master key than the one it lies under', () => {
    const key = deriveKey(p, vault.master.key, KDF.vault, u32(3));
    const ad = concat(utf8('hf1/vault'), idBytes(account.accountId), u32(3));
    const { journalKeys: _, ...rest } = vault;
    const { journalKey: __, ...opened } = unlocked;
    const journal = new Uint8Array(40);
    const under = (master: AccountVault['master']) =>
      openVault(p, opened, sealBox(p, key, ad, encodeCbor({ ...rest, master, journal } as never)));
    expect(under(vault.master).ok).toBe(true);
    expect(under({ version: 3, key: p.random(32) })).toEqual(refused);
    expect(under({ ...vault.master, version: 4 })).toEqual(refused);
  });

  it('[VAU-4] [UNL-6] the method of trusted people opens the vault and not the journal’s keys', () => {
    const { record } = accountKeys(p, account.accountId, vault)[2]!;
    const opened = openMethod(p, account.accountId, trusted, record);
    if (!opened.ok) throw new Error('own record');
    expect(opened.value).not.toHaveProperty('journalKey');
    const without = openVault(p, opened.value, sealed);
    expect(without).toEqual({ ok: true, value: { ...vault, journalKeys: [] } });
    if (!without.ok) throw new Error(without.error);
    // Nothing of the journal's keys is in what it opened, in any form.
    const bytes = Buffer.from(encodeCbor(without.value as never));
    for (const journalKey of vault.journalKeys) expect(bytes.includes(Buffer.from(journalKey))).toBe(false);
    expect(() => sealVault(p, account.accountId, without.value)).toThrow('journal key');
  });

  it('[VAU-4] refuses journal keys of another vault, and a last one that is not the method’s', () => {
    const other = { ...vault, journalKeys: [p.random(32), vault.journalKeys[1]!] };
    const opened = openVault(p, unlocked, sealVault(p, account.accountId, other));
    expect(opened.ok && opened.value.journalKeys).toEqual(other.journalKeys);
    const turned = { ...vault, journalKeys: [vault.journalKeys[1]!, p.random(32)] };
    expect(openVault(p, unlocked, sealVault(p, account.accountId, turned))).toEqual(refused);
    expect(openVault(p, { ...unlocked, journalKey: p.random(32) }, sealed)).toEqual(refused);
  });

  it('[VAU-4] lies under the last of however many journal keys there are, and opens with that one alone', () => {
    const keys = Array.from({ length: 4 }, () => p.random(32));
    const grown = { ...vault, journalKeys: keys };
    const bytes = sealVault(p, account.accountId, grown);
    const opens = keys.map((journalKey) => openVault(p, { ...unlocked, journalKey }, bytes));
    expect(opens).toEqual([refused, refused, refused, { ok: true, value: grown }]);
  });

  it('[VAU-4] keeps an epoch key of the journal under the journal’s key, bound to its place', () => {
    const place = { spaceId: space.spaceId, epoch: 2 };
    const key = p.random(32);
    const kept = sealJournalKey(p, vault, place, key);
    expect(kept.version).toBe(2);
    expect(openJournalKey(p, vault, place, kept)).toEqual(key);
    const later = { ...vault, journalKeys: [...vault.journalKeys, p.random(32)] };
    expect(openJournalKey(p, later, place, kept)).toEqual(key);
    expect(openJournalKey(p, vault, { ...place, epoch: 3 }, kept)).toBeUndefined();
    expect(openJournalKey(p, vault, place, { ...kept, version: 1 })).toBeUndefined();
    for (const none of [[], [p.random(32)]])
      expect(openJournalKey(p, { ...vault, journalKeys: none }, place, kept)).toBeUndefined();
  });

  it('[VAU-5] counts its changes, and goes on from a vault that did not', () => {
    expect(counted(vault)).toEqual({ ...vault, edition: 8 });
    expect(counted(vault, { ...vault, edition: 3 }).edition).toBe(8);
    expect(counted(vault, { ...vault, edition: 12 }).edition).toBe(13);
    const { edition: _, ...before } = vault;
    expect(decodeVault(encodeCbor(before as never))).toEqual({ ...vault, edition: 0 });
    for (const edition of [-1, 0.5, '7'])
      expect(decodeVault(encodeCbor({ ...before, edition } as never))).toBeUndefined();
    // Nobody counts so far that the person could write no more.
    const last = { ...vault, edition: Number.MAX_SAFE_INTEGER };
    expect(decodeVault(encodeVault(counted(last)))).toEqual(last);
  });

  it('[VAU-3] ATK-4 lists one key for each method in the vault and none besides', () => {
    const keys = accountKeys(p, account.accountId, vault);
    expect(keys.map((key) => toHex(key.publicKey))).toEqual(
      vault.methods.map((method) => toHex(method.loginKey)),
    );
    expect(keys.map((key) => key.kind)).toEqual(['method', 'device', 'method']);
    expect(keys[0]!.locator).toBe(vault.methods[0]!.locator);
    expect(keys[1]).not.toHaveProperty('locator');
    expect(keys.every((key) => key.record.length <= 4096)).toBe(true);
  });
});
