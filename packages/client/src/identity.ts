import type { AccountVault, AccountView, Primitives, SignKeys } from '@holdfast/vault';
import { createDeviceMethod, createGenesis, readChain, signStatement } from '@holdfast/vault';
import { EMPTY, unwrap } from '@holdfast/base';
import type { DeviceFile } from './device-file.ts';

/** A new account with its first device, made without any network. */
export function createIdentity(p: Primitives, day: number): { vault: AccountVault; device: DeviceFile } {
  const rootSeed = p.random(32);
  const root = p.signKeys(rootSeed);
  const encryptionSeed = p.random(32);
  const encryptionKey = p.kemPublicKey(encryptionSeed);
  const genesis = signStatement(p, root, undefined, {
    type: 'genesis',
    rootKey: root.publicKey,
    encryptionKey,
  });
  const account = unwrap(readChain(p, [genesis]));
  const space = createGenesis(p, 'private', account.accountId, 'private');
  const empty: AccountVault = {
    rootSeed,
    master: { version: 1, key: p.random(32) },
    encryptionSeeds: [{ version: 1, seed: encryptionSeed }],
    privateSpace: { ...space, epochs: [{ epoch: 1, key: p.random(32), adminSeed: p.random(32) }] },
    chain: [genesis],
    methods: [],
    journalKeys: [p.random(32)],
    edition: 1,
  };
  return addDevice(p, empty, account, day);
}

/** The vault with one more device, and that device's own file. It knows the devices before it as theirs. */
export function addDevice(
  p: Primitives,
  vault: AccountVault,
  account: AccountView,
  day: number,
  seed: Uint8Array = p.random(32),
): { vault: AccountVault; device: DeviceFile } {
  const root = p.signKeys(vault.rootSeed);
  const unlockSecret = p.random(32);
  const statement = signStatement(p, root, account, {
    type: 'addDevice',
    deviceKey: p.signKeys(seed).publicKey,
  });
  const method = createDeviceMethod(p, account, unlockSecret, p.signKeys(seed), day);
  return {
    vault: { ...vault, chain: [...vault.chain, statement], methods: [...vault.methods, method] },
    device: {
      seed,
      unlockSecret,
      version: 0,
      copy: EMPTY,
      generation: '',
      acknowledged: [...account.devices.keys()],
      alarm: false,
      leaving: false,
      setBack: { generation: '', times: 0, at: 0 },
      cameBack: false,
    },
  };
}

/** Adds a signed statement to the chain in a vault. */
export function withStatement(
  p: Primitives,
  vault: AccountVault,
  root: SignKeys,
  body: Parameters<typeof signStatement>[3],
): AccountVault {
  const account = unwrap(readChain(p, vault.chain));
  return { ...vault, chain: [...vault.chain, signStatement(p, root, account, body)] };
}
