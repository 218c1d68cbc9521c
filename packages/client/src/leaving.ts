import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import type { InviteId } from '@holdfast/protocol';
import type { SpaceReplica } from '@holdfast/sync';
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
  const told = await sayClosed(account, exchange);
  if (!told.ok) return told;
  const noted = await account.keep({ device: { ...account.device, leaving: true } });
  if (!noted.ok) return err(storageError(noted.error));
  for (const replica of [...account.spaces.values()].flatMap(({ replica, record }) =>
    record.role === 'owner' ? [replica] : [],
  )) {
    const removed = await removeSpace(account, replica);
    if (!removed.ok) return removed;
  }
  const boxes = await closeBoxes(account);
  if (!boxes.ok) return boxes;
  const home = await removeSpace(account, account.home);
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
export async function removeSpace(account: Account, replica: SpaceReplica): Promise<Result<void, StepError>> {
  const { spaceId, writer } = replica;
  const { session } = account;
  const writerKey = writer.keys.publicKey;
  for (const admin of account.adminKeys(spaceId).toReversed()) {
    for (let attempt = 0; attempt < 3; attempt++) {
      const found = await session.call('space.writer', { spaceId, writerKey }, [admin, writer.keys]);
      if (!found.ok) return err(serverError(found.error));
      if (!found.value.space) return ok(undefined);
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
