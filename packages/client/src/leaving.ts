import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import type { InviteId, SpaceId } from '@holdfast/protocol';
import { signStatement } from '@holdfast/vault';
import type { Account } from './account.ts';
import type { StepError } from './env.ts';
import { isRefusal, serverError, storageError, written } from './env.ts';
import type { Exchange } from './exchange.ts';
import { readRecord, readRecords } from './records.ts';

/**
 * Removing an account from the server. The server cannot tell what belongs together, so this phone names each thing,
 * and the account last: until then everything can be run again. The people of this account are told that it is closed,
 * and nothing else; the space that says so is theirs too, and is removed by whoever reads it.
 */
export async function leaveServer(account: Account, exchange: Exchange): Promise<Result<void, StepError>> {
  const stopped = await account.timers.leave();
  if (!stopped.ok) return stopped;
  const told = await sayClosed(account, exchange);
  if (!told.ok) return told;
  const noted = await account.keep({ device: { leaving: true } });
  if (!noted.ok) return err(storageError(noted.error));
  // From the records: a journal that this phone was not given the key of goes too.
  for (const { id, role } of readRecords('space', account.home.store.list('space'))) {
    if (role !== 'owner') continue;
    const removed = await removeSpace(account, id as SpaceId);
    if (!removed.ok) return removed;
  }
  const boxes = await closeBoxes(account);
  if (!boxes.ok) return boxes;
  const home = await removeSpace(account, account.home.spaceId);
  if (!home.ok) return home;
  const { accountId, root, login, session } = account;
  const done = await session.call('account.remove', { accountId, rootKey: root.publicKey }, [root, login]);
  return done.ok ? ok(undefined) : err(serverError(done.error));
}

/** The last statement of the account's chain, through every pair space that is open. */
async function sayClosed(account: Account, exchange: Exchange): Promise<Result<void, StepError>> {
  if (account.device.leaving) return ok(undefined);
  const closed = signStatement(account.env.primitives, account.root, account.own, { type: 'closed' });
  const op = { op: 'chain', chain: [...account.vault.chain, closed] };
  for (const { replica, record } of account.spaces.values()) {
    if (record.role !== 'peer' || replica.log.epoch === 0) continue;
    const said = written(await account.write([{ replica, ops: [op] }]));
    if (!said.ok) return said;
    const sent = await exchange.push(replica);
    if (!sent.ok && !isRefusal(sent.error)) return sent;
  }
  return ok(undefined);
}

/** Removes a space at the server, under whichever of its admin keys is the current one. */
export async function removeSpace(account: Account, spaceId: SpaceId): Promise<Result<void, StepError>> {
  const { session, env, home, vault } = account;
  const kept =
    spaceId === home.spaceId
      ? vault.privateSpace.epochs
      : readRecords('space-key', home.store.list('space-key')).filter(({ space }) => space === spaceId);
  const seeds = kept.toSorted((a, b) => b.epoch - a.epoch).flatMap(({ adminSeed }) => adminSeed ?? []);
  for (const admin of seeds.map((seed) => env.primitives.signKeys(seed))) {
    const writerKey = admin.publicKey;
    for (let attempt = 0; attempt < 3; attempt++) {
      const found = await session.call('space.writer', { spaceId, writerKey }, [admin]);
      if (!found.ok) return err(serverError(found.error));
      // Gone, or under another of the keys: one may have been recorded and come too late to count.
      if (!found.value.space) break;
      const request = { spaceId, adminKey: admin.publicKey, lastSeq: found.value.seq };
      const removed = await session.call('space.remove', request, [admin]);
      if (removed.ok) break;
      // Another phone wrote something in between.
      if (removed.error.error !== 'conflict') return err(serverError(removed.error));
    }
  }
  return ok(undefined);
}

async function closeBoxes(account: Account): Promise<Result<void, StepError>> {
  const { env, home, session } = account;
  const box = readRecord('mailbox', home.store.get('mailbox', 'own'))?.keys;
  if (box) {
    const cancel = env.primitives.signKeys(box.cancel);
    const stopped = await session.call('due.cancel', { groupId: box.group }, [cancel]);
    if (!stopped.ok && !isRefusal(serverError(stopped.error))) return err(serverError(stopped.error));
    for (const { id, owner } of [box, ...box.old]) {
      const keys = env.primitives.signKeys(owner);
      const closed = await session.call('mailbox.close', { mailboxId: id, ownerKey: keys.publicKey }, [keys]);
      if (!closed.ok) return err(serverError(closed.error));
    }
  }
  for (const invite of readRecords('invite', home.store.list('invite'))) {
    if (invite.state !== 'open' && invite.state !== 'answered') continue;
    const keys = env.primitives.signKeys(invite.ownerSeed);
    const gone = await session.call('invite.cancel', { inviteId: invite.id as InviteId }, [keys]);
    if (!gone.ok && !isRefusal(serverError(gone.error))) return err(serverError(gone.error));
  }
  return ok(undefined);
}
