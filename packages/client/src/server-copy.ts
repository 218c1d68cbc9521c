import type { Result } from '@holdfast/base';
import { equalBytes, err, ok } from '@holdfast/base';
import type { AccountState } from '@holdfast/protocol';
import type { AccountVault } from '@holdfast/vault';
import {
  accountKeys,
  counted,
  encodeVault,
  extendChain,
  openMethod,
  openVault,
  sealVault,
} from '@holdfast/vault';
import type { Account } from './account.ts';
import type { StepError } from './env.ts';
import { serverError, storageError } from './env.ts';

/** The account as the server keeps it: the sealed vault and the list of keys that may open it. */

/**
 * Registers the account, or brings phone and server to the same copy. Sets `shutOut` when this device was removed.
 * Which copy is newer is read from the copies themselves, not from the version, which is the server's word.
 */
export async function refreshAccount(account: Account): Promise<Result<void, StepError>> {
  const { accountId, session, device } = account;
  if (device.version === 0) {
    const registered = await register(account);
    if (registered.ok || !isConflict(registered)) return registered;
    // An earlier registration arrived and its answer did not.
  }
  const read = await session.call('account.read', { accountId }, [account.login]);
  if (!read.ok) {
    if (read.error.error !== 'forbidden') return err(serverError(read.error));
    // Either the server lost the account (restored from an older copy), or another device shut this one out or removed
    // the account. A server that was not restored has lost nothing: what was removed there stays removed.
    const restored = account.generation !== device.generation;
    const again = restored ? await register(account) : undefined;
    if (again && (again.ok || !isConflict(again))) return again;
    account.shutOut = true;
    account.env.onChange?.();
    return err(serverError(read.error));
  }
  const { version } = read.value;
  const copy = hashOf(account, read.value.vault);
  const same = account.generation === device.generation;
  // [VAU-6] A server that went on in two copies may have two vaults of one version.
  if (version === device.version && same && equalBytes(copy, device.copy)) return ok(undefined);
  // Under one generation versions only grow.
  const noted = same && version < device.version ? await account.noteSetBack() : ok(undefined);
  if (!noted.ok) return err(storageError(noted.error));
  const vault = openCopy(account, read.value);
  const difference = vault && compareCopies(account, vault, version);
  if (!vault || difference === 'fork') {
    account.raiseAlarm();
    return err(serverError({ error: 'forbidden' }));
  }
  if (difference === 'ours') return writeCopy(account, withEpochsOf(account.vault, vault), version, vault);
  const theirs = withEpochsOf(vault, account.vault);
  if (theirs !== vault) return writeCopy(account, theirs, version, vault);
  const kept = await account.keep({ vault: () => vault, device: { version, copy } });
  return kept.ok ? ok(undefined) : err(storageError(kept.error));
}

const isConflict = (result: Result<void, StepError>): boolean =>
  !result.ok && result.error.from === 'server' && result.error.error.error === 'conflict';

/** [VAU-5] Which of two copies of the vault goes on from the other; a fork where neither does. */
function compareCopies(account: Account, theirs: AccountVault, version: number): 'ours' | 'theirs' | 'fork' {
  const { env, own, vault, device } = account;
  if (!extendChain(env.primitives, own, theirs.chain).ok) return 'fork';
  // Where only keys of the private space differ nothing was undone: both keep all of them.
  if (equalBytes(encodeVault(withoutEpochs(theirs)), encodeVault(withoutEpochs(vault)))) return 'theirs';
  const longer = theirs.chain.length - own.statements.length;
  const later = theirs.edition - vault.edition;
  // Two phones may each have gone on from what a restored server was put back to.
  if (account.generation !== device.generation)
    return (longer === 0 ? later : longer) > 0 ? 'theirs' : 'ours';
  // An app that did not count yet went by the version.
  if (vault.edition === 0 && later === 0) return version > device.version ? 'theirs' : 'ours';
  if (later > 0) return longer < 0 ? 'ours' : 'theirs';
  return later === 0 || longer > 0 ? 'fork' : 'ours';
}

/**
 * [VAU-6] Where a server went back, or went on in two copies, two phones may each have opened an epoch of the private space that the other knew nothing of:
 * whichever the space went on with, its key must be in the vault. What the vault has forgotten stays forgotten.
 */
function withEpochsOf(vault: AccountVault, other: AccountVault): AccountVault {
  const { epochs } = vault.privateSpace;
  const oldest = Math.min(...epochs.map(({ epoch }) => epoch));
  const more = other.privateSpace.epochs.filter(
    ({ epoch, key }) => epoch >= oldest && !epochs.some((have) => equalBytes(have.key, key)),
  );
  if (more.length === 0) return vault;
  const all = [...epochs, ...more].toSorted((a, b) => a.epoch - b.epoch);
  return { ...vault, privateSpace: { ...vault.privateSpace, epochs: all } };
}

const withoutEpochs = (vault: AccountVault): AccountVault => ({
  ...vault,
  edition: 0,
  privateSpace: { ...vault.privateSpace, epochs: [] },
});

const hashOf = (account: Account, sealed: Uint8Array): Uint8Array => account.env.primitives.sha256(sealed);

/** The vault in a server's answer. */
function openCopy(account: Account, state: AccountState): AccountVault | undefined {
  const p = account.env.primitives;
  const key = state.keys.find((entry) => equalBytes(entry.publicKey, account.login.publicKey));
  const unlocked = key && openMethod(p, account.accountId, account.device.unlockSecret, key.record);
  const vault = unlocked?.ok ? openVault(p, unlocked.value, state.vault) : undefined;
  return vault?.ok ? vault.value : undefined;
}

async function register(account: Account): Promise<Result<void, StepError>> {
  const p = account.env.primitives;
  const { accountId, root, vault, session } = account;
  const sealed = sealVault(p, accountId, vault);
  const created = await session.call(
    'account.create',
    {
      accountId,
      rootKey: root.publicKey,
      vault: sealed,
      keys: accountKeys(p, accountId, vault),
    },
    [root],
  );
  if (!created.ok) return err(serverError(created.error));
  const { version } = created.value;
  const kept = await account.keep({ device: { version, copy: hashOf(account, sealed) } });
  if (!kept.ok) return err(storageError(kept.error));
  // A card that was made or cancelled while the server answered is not in what it has.
  return account.vault === vault ? ok(undefined) : writeCopy(account, account.vault, version, vault);
}

/** Puts a changed vault at the server, in place of the copy that is there. */
async function writeCopy(
  account: Account,
  changed: AccountVault,
  ifVersion: number,
  there: AccountVault = account.vault,
): Promise<Result<void, StepError>> {
  const p = account.env.primitives;
  const { accountId, root, login, session } = account;
  const vault = counted(changed, there);
  const sealed = sealVault(p, accountId, vault);
  const written = await session.call(
    'account.write',
    {
      accountId,
      rootKey: root.publicKey,
      ifVersion,
      vault: sealed,
      keys: accountKeys(p, accountId, vault),
    },
    [root, login],
  );
  if (!written.ok) return err(serverError(written.error));
  const { version } = written.value;
  const kept = await account.keep({
    vault: () => vault,
    device: { version, copy: hashOf(account, sealed) },
  });
  return kept.ok ? ok(undefined) : err(storageError(kept.error));
}

/**
 * Changes the vault here and at the server in one step, on top of whatever other devices changed meanwhile. Before
 * the account was registered the change stays on this phone and goes along when it is.
 */
export async function changeVault(
  account: Account,
  change: (vault: AccountVault) => AccountVault,
): Promise<Result<void, StepError>> {
  if (account.device.version === 0) {
    const there = account.vault;
    const kept = await account.keep({ vault: (now) => counted(change(now)) });
    if (!kept.ok) return err(storageError(kept.error));
    // Where it was registered meanwhile the server has what was there before.
    const { version } = account.device;
    return version === 0 ? ok(undefined) : writeCopy(account, account.vault, version, there);
  }
  for (let attempt = 0; ; attempt++) {
    const fresh = await refreshAccount(account);
    if (!fresh.ok) return fresh;
    const written = await writeCopy(account, change(account.vault), account.device.version);
    const conflict =
      !written.ok && written.error.from === 'server' && written.error.error.error === 'conflict';
    if (!conflict || attempt === 3) return written;
  }
}
