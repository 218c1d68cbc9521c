import type { Result } from '@holdfast/base';
import { equalBytes, err, ok } from '@holdfast/base';
import type { AccountState } from '@holdfast/protocol';
import type { AccountVault } from '@holdfast/vault';
import { accountKeys, encodeVault, extendChain, openMethod, openVault, sealVault } from '@holdfast/vault';
import type { Account } from './account.ts';
import type { StepError } from './env.ts';
import { serverError, storageError } from './env.ts';

/** The account as the server keeps it: the sealed vault and the list of keys that may open it. */

/**
 * Registers the account, or brings phone and server to the same copy. Sets `shutOut` when this device was removed.
 * Which copy is newer is read from the account chain, not from the version: versions start again when a server is
 * restored, and a device that was away must not undo what another one did meanwhile.
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
    const restored = session.generation !== device.generation;
    const again = restored ? await register(account) : undefined;
    if (again && (again.ok || !isConflict(again))) return again;
    account.shutOut = true;
    account.env.onChange?.();
    return err(serverError(read.error));
  }
  const { version } = read.value;
  if (version === device.version && session.generation === device.generation) return ok(undefined);
  const vault = openCopy(account, read.value);
  const difference = vault && compareCopies(account, vault, version);
  if (!vault || difference === 'fork') {
    account.raiseAlarm();
    return err(serverError({ error: 'forbidden' }));
  }
  if (difference === 'ours') return writeCopy(account, account.vault, version);
  const kept = await account.keep({ vault, device: { ...account.device, version } });
  return kept.ok ? ok(undefined) : err(storageError(kept.error));
}

const isConflict = (result: Result<void, StepError>): boolean =>
  !result.ok && result.error.from === 'server' && result.error.error.error === 'conflict';

/** Which of two copies of the vault goes on from the other. */
function compareCopies(account: Account, theirs: AccountVault, version: number): 'ours' | 'theirs' | 'fork' {
  const p = account.env.primitives;
  const known = account.own.statements.length;
  const extended = extendChain(p, account.own, theirs.chain);
  if (!extended.ok) return 'fork';
  if (theirs.chain.length !== known) return theirs.chain.length > known ? 'theirs' : 'ours';
  // Cards leave no trace in the chain. Version 1 is what this device registered itself.
  const before = account.device.version === 0 ? version === 1 : version < account.device.version;
  return before && !equalBytes(encodeVault(theirs), encodeVault(account.vault)) ? 'ours' : 'theirs';
}

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
  const created = await session.call(
    'account.create',
    {
      accountId,
      rootKey: root.publicKey,
      vault: sealVault(p, accountId, vault),
      keys: accountKeys(p, accountId, vault),
    },
    [root],
  );
  if (!created.ok) return err(serverError(created.error));
  const kept = await account.keep({ device: { ...account.device, version: created.value.version } });
  return kept.ok ? ok(undefined) : err(storageError(kept.error));
}

async function writeCopy(
  account: Account,
  vault: AccountVault,
  ifVersion: number,
): Promise<Result<void, StepError>> {
  const p = account.env.primitives;
  const { accountId, root, login, session } = account;
  const written = await session.call(
    'account.write',
    {
      accountId,
      rootKey: root.publicKey,
      ifVersion,
      vault: sealVault(p, accountId, vault),
      keys: accountKeys(p, accountId, vault),
    },
    [root, login],
  );
  if (!written.ok) return err(serverError(written.error));
  const kept = await account.keep({ vault, device: { ...account.device, version: written.value.version } });
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
    const kept = await account.keep({ vault: change(account.vault) });
    return kept.ok ? ok(undefined) : err(storageError(kept.error));
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
