import type { Result } from '@holdfast/base';
import { equalBytes, err, ok } from '@holdfast/base';
import type { AccountState } from '@holdfast/protocol';
import type { AccountVault } from '@holdfast/vault';
import { accountKeys, extendChain, openMethod, openVault, sealVault } from '@holdfast/vault';
import type { Account } from './account.ts';
import type { StepError } from './env.ts';
import { serverError, storageError } from './env.ts';

/** The account as the server keeps it: the sealed vault and the list of keys that may open it. */

/** Registers the account, or fetches what another device changed. Sets `shutOut` when this device was removed. */
export async function refreshAccount(account: Account): Promise<Result<void, StepError>> {
  const { accountId, session, device } = account;
  if (device.version === 0) return register(account);
  const read = await session.call('account.read', { accountId }, [account.login]);
  if (!read.ok) {
    if (read.error.error !== 'forbidden') return err(serverError(read.error));
    // Either the server lost the account (restored from an older copy) or another device shut this one out.
    const again = await register(account);
    if (again.ok || again.error.from !== 'server' || again.error.error.error !== 'conflict') return again;
    account.shutOut = true;
    return err(serverError(read.error));
  }
  if (read.value.version < device.version) return writeCopy(account, account.vault, read.value.version);
  if (read.value.version === device.version) return ok(undefined);
  const vault = openCopy(account, read.value);
  if (!vault) {
    account.alarm = true;
    return err(serverError({ error: 'forbidden' }));
  }
  const kept = await account.keep({ vault, device: { ...device, version: read.value.version } });
  return kept.ok ? ok(undefined) : err(storageError(kept.error));
}

/** The vault in a server's answer, checked against everything this device knows of its own account. */
function openCopy(account: Account, state: AccountState): AccountVault | undefined {
  const p = account.env.primitives;
  const key = state.keys.find((entry) => equalBytes(entry.publicKey, account.login.publicKey));
  const unlocked = key && openMethod(p, account.accountId, account.device.unlockSecret, key.record);
  const vault = unlocked?.ok ? openVault(p, unlocked.value, state.vault) : undefined;
  return vault?.ok && extendChain(p, account.own, vault.value.chain).ok ? vault.value : undefined;
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
