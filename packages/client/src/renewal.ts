import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import type { SpaceReplica } from '@holdfast/sync';
import type { Account } from './account.ts';
import type { StepError } from './env.ts';
import { isRefusal, serverError, storageError, written } from './env.ts';
import { changeVault } from './server-copy.ts';

/**
 * [Note: What was deleted leaves the server too]
 * A deletion is an op like any other, and what it deletes still stands in an envelope before it. So a space in which
 * something was deleted begins anew: an epoch opens that says so, what stands is carried over into it, and when all of
 * that is acknowledged the server deletes every envelope before it. Each phone does the same with its own copy. It is
 * reconciled like sharing: each step looks at what is there and does what is missing.
 */

/** Epochs of the private space whose keys the vault keeps: it must stay small, and old ones open nothing any more. */
const VAULT_EPOCHS = 24;

const isOwn = (account: Account, replica: SpaceReplica): boolean =>
  replica === account.home || account.spaces.get(replica.spaceId)?.record.role === 'owner';

/** The day a space last began anew, since 1970; before all days where it never did. */
function begunDay(account: Account, replica: SpaceReplica): number {
  const opened = account.heldKeys(replica.spaceId).filter(({ epoch }) => epoch <= replica.log.epoch);
  return Math.max(0, ...opened.map(({ begins }) => begins ?? 0));
}

/**
 * Whether an own space is to begin anew. By itself it does so once a day at most: all that stands has to be sent again.
 */
export function isRenewalDue(account: Account, replica: SpaceReplica): boolean {
  if (account.alarm || !isOwn(account, replica) || replica.log.epoch === 0) return false;
  if (account.startOver.has(replica.spaceId)) return true;
  if (replica.deletions === 0 || replica.heldCount > 0) return false;
  const waited = account.renewNow.has(replica.spaceId) || begunDay(account, replica) < account.today();
  return waited && replica.carried(replica.log.epoch + 1) !== undefined;
}

/** Carries what stands over to a new beginning that was opened just now, or left unfinished on an earlier day. */
export async function carryOver(
  account: Account,
  replica: SpaceReplica,
  when: 'opened' | 'unfinished',
): Promise<Result<void, StepError>> {
  const { epoch, complete, carrying } = replica.beginning;
  if (epoch === 0 || complete || carrying || !isOwn(account, replica)) return ok(undefined);
  if (when === 'unfinished' && begunDay(account, replica) >= account.today()) return ok(undefined);
  const carried = replica.carried();
  return carried
    ? written(await account.write(carried.map((ops) => ({ replica, ops: ops as never }))))
    : ok(undefined);
}

/** Has the server delete what came before a new beginning, once all that stands was carried over. */
export async function dropOld(account: Account, replica: SpaceReplica): Promise<Result<void, StepError>> {
  const { epoch, seq, complete, dropped } = replica.beginning;
  if (epoch === 0 || !complete || dropped || seq === 0 || !isOwn(account, replica)) return ok(undefined);
  const { spaceId } = replica;
  const done = await account.session.call('space.drop', { spaceId, before: seq }, account.adminKeys(spaceId));
  if (!done.ok) {
    const failed = serverError(done.error);
    return isRefusal(failed) ? ok(undefined) : err(failed);
  }
  const noted = await replica.noteDropped();
  return noted.ok ? ok(undefined) : err(storageError(noted.error));
}

/** Decides that the private space begins anew: its next epoch stands in the vault before it is opened. */
export function renewHome(account: Account): Promise<Result<void, StepError>> {
  const p = account.env.primitives;
  const fresh = { key: p.random(32), adminSeed: p.random(32), begins: account.today() };
  const { epoch } = account.home.log;
  return changeVault(account, (vault) => {
    const { epochs } = vault.privateSpace;
    // Another device has decided something meanwhile: that one is opened first.
    if (epochs.some((entry) => entry.epoch > epoch)) return vault;
    const kept = [...epochs, { epoch: epoch + 1, ...fresh }].slice(-VAULT_EPOCHS);
    return { ...vault, privateSpace: { ...vault.privateSpace, epochs: kept } };
  });
}
