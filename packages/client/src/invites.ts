import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import type { AccountId, InviteId } from '@holdfast/protocol';
import { LIMITS } from '@holdfast/protocol';
import type { InviteTicket, OpenedOffer } from '@holdfast/vault';
import {
  createGenesis,
  createTicket,
  guestKeys,
  openAnswer,
  openCompletion,
  openOffer,
  sealAnswer,
  sealCompletion,
  sealOffer,
  writerSeed,
  writeTicket,
} from '@holdfast/vault';
import { idBytes } from '@holdfast/base';
import type { Account } from './account.ts';
import type { Failure, InviteFailure } from './api.ts';
import type { StepError } from './env.ts';
import { isRefusal, serverError, toFailure, written } from './env.ts';
import type { Exchange } from './exchange.ts';
import type { RecordOf } from './records.ts';
import { put, readRecord, readRecords } from './records.ts';

/** Makes an invite and puts its sealed offer where the guest will find it. Needs the server. */
export async function createInvite(
  account: Account,
  request: { name: string; how: 'qr' | 'link'; language: 'en' | 'es'; shownAs: string },
): Promise<Result<{ id: InviteId; ticket: string }, Failure>> {
  const p = account.env.primitives;
  const ticket = createTicket(p);
  const ownerSeed = p.random(32);
  const { spaceId, genesis } = createGenesis(p, 'pair', account.accountId, 'pair');
  const offer = sealOffer(p, ticket, {
    chain: [...account.vault.chain],
    name: request.shownAs,
    categories: ['today'],
    spaceId,
    genesis,
    language: request.language,
  });
  const expiresAt = account.now() + LIMITS.inviteHours * 3_600_000;
  const fields: RecordOf<'invite'> = {
    secret: ticket.secret,
    ownerSeed,
    offer,
    space: spaceId,
    genesis,
    name: request.name,
    how: request.how,
    language: request.language,
    state: 'open',
    expiresAt,
  };
  const owner = p.signKeys(ownerSeed);
  const created = await account.session.call(
    'invite.create',
    {
      inviteId: ticket.inviteId,
      ownerKey: owner.publicKey,
      guestKey: guestKeys(p, ticket).publicKey,
      offer,
      expiresAt: Math.round(expiresAt),
    },
    [owner],
  );
  if (!created.ok) return err(toFailure(serverError(created.error)));
  const kept = await account.writeHome(put('invite', ticket.inviteId, fields));
  if (!kept.ok) return err(kept.error as Failure);
  return ok({ id: ticket.inviteId, ticket: writeTicket(ticket) });
}

/** Lets the guest who answered into the circle: contact, pair space and its first key; the server follows later. */
export async function confirmInvite(
  account: Account,
  id: InviteId,
): Promise<Result<{ contactId: AccountId }, Failure>> {
  const p = account.env.primitives;
  const invite = readRecord('invite', account.home.store.get('invite', id));
  if (invite?.contact && invite.state !== 'answered') return ok({ contactId: invite.contact });
  if (invite?.state !== 'answered' || !invite.answer) return err({ code: 'unknown' });
  const ticket: InviteTicket = { inviteId: id, secret: invite.secret };
  const answer = openAnswer(
    p,
    ticket,
    { rootKey: account.own.rootKey, sealedOffer: invite.offer },
    invite.answer,
  );
  if (!answer.ok) return err({ code: 'refused' });
  const { guest, name, transcript } = answer.value;
  const chain = learnt(account, guest.accountId, guest.statements);
  if (!chain) {
    const alarmed = await account.keepAlarm();
    return err({ code: alarmed.ok ? 'refused' : alarmed.error });
  }
  const kept = await account.writeHome(
    put('contact', guest.accountId, {
      name,
      chain,
      pair: invite.space,
      transcript,
      language: invite.language,
      assurance: invite.how === 'qr' ? 'in-person' : 'link',
      ...metAgain(account, guest.accountId, 'me'),
    }),
    put('space', invite.space, {
      role: 'peer',
      category: 'pair',
      genesis: invite.genesis,
      contact: guest.accountId,
    }),
    put('invite', id, { state: 'confirming', contact: guest.accountId }),
  );
  if (!kept.ok) return err(kept.error as Failure);
  const opened = await account.openSpaces();
  return opened.ok ? ok({ contactId: guest.accountId }) : err({ code: opened.error });
}

export async function cancelInvite(account: Account, id: InviteId): Promise<Result<void, Failure>> {
  const invite = readRecord('invite', account.home.store.get('invite', id));
  if (!invite) return err({ code: 'unknown' });
  const cancelled = await account.session.call('invite.cancel', { inviteId: id }, [
    account.env.primitives.signKeys(invite.ownerSeed),
  ]);
  const over = !cancelled.ok && ['used', 'expired', 'cancelled', 'forbidden'].includes(cancelled.error.error);
  if (!cancelled.ok && !over) return err(toFailure(serverError(cancelled.error)));
  const kept = await account.writeHome(put('invite', id, { state: 'cancelled' }));
  return kept.ok ? ok(undefined) : err(kept.error as Failure);
}

/** Opens the offer behind a ticket without spending it. Works with no account, under any session. */
export async function fetchOffer(
  account: Pick<Account, 'session' | 'env'>,
  ticket: InviteTicket,
): Promise<Result<OpenedOffer, InviteFailure>> {
  const p = account.env.primitives;
  const found = await account.session.call('invite.open', { inviteId: ticket.inviteId }, [
    guestKeys(p, ticket),
  ]);
  if (!found.ok) return err(inviteFailure(found.error.error) ?? toFailure(serverError(found.error)));
  const opened = openOffer(p, ticket, found.value.offer);
  return opened.ok ? ok(opened.value) : err({ code: 'refused' });
}

/** used, expired and cancelled have words of their own; an id nobody knows is an invite long over. */
function inviteFailure(code: string): InviteFailure | undefined {
  if (code === 'used' || code === 'expired' || code === 'cancelled') return { code };
  return code === 'forbidden' ? { code: 'expired' } : undefined;
}

/** Answers an invite: from here on it waits for the inviter's word. */
export async function answerInvite(
  account: Account,
  ticket: InviteTicket,
  name: string,
): Promise<Result<void, InviteFailure>> {
  const p = account.env.primitives;
  const have = readRecord('invitation', account.home.store.get('invitation', ticket.inviteId));
  if (have) return have.state === 'waiting' ? postAnswer(account, ticket, have.answer) : ok(undefined);
  const opened = await fetchOffer(account, ticket);
  if (!opened.ok) return opened;
  const { offer, inviter } = opened.value;
  if (inviter.accountId === account.accountId) return err({ code: 'self' });
  const writerKey = p.signKeys(writerSeed(p, account.device.seed, idBytes(offer.spaceId), 0)).publicKey;
  const { sealed, transcript } = sealAnswer(p, ticket, opened.value, {
    root: account.root,
    chain: [...account.vault.chain],
    name,
    writerKey,
  });
  const fields: RecordOf<'invitation'> = {
    secret: ticket.secret,
    name: offer.name,
    chain: [...inviter.statements],
    contact: inviter.accountId,
    space: offer.spaceId,
    genesis: offer.genesis,
    transcript,
    language: offer.language,
    state: 'waiting',
    answer: sealed,
    at: Math.round(account.now()),
  };
  // Kept before it is sent: an answer that arrived and was not remembered would be somebody else's for good.
  const kept = await account.writeHome(put('invitation', ticket.inviteId, fields));
  return kept.ok ? postAnswer(account, ticket, sealed) : err(kept.error as Failure);
}

/** Sends an answer, the first time or again. One that comes too late leaves nothing waiting. */
async function postAnswer(
  account: Account,
  ticket: InviteTicket,
  answer: Uint8Array,
): Promise<Result<void, InviteFailure>> {
  const { inviteId } = ticket;
  const keys = [guestKeys(account.env.primitives, ticket)];
  const answered = await account.session.call('invite.answer', { inviteId, answer }, keys);
  if (answered.ok) return ok(undefined);
  const over = inviteFailure(answered.error.error);
  if (!over) return err(toFailure(serverError(answered.error)));
  const dropped = await account.writeHome({ op: 'delete', type: 'invitation', id: inviteId });
  return dropped.ok ? err(over) : err(dropped.error as Failure);
}

/**
 * Moves every invite on, on both sides, as far as the server's answers allow. One that it refuses keeps no other waiting;
 * its refusal is answered at the end.
 */
export async function progressInvites(
  account: Account,
  exchange: Exchange,
): Promise<Result<void, StepError>> {
  let refused: Result<void, StepError> = ok(undefined);
  for (const invite of readRecords('invite', account.home.store.list('invite'))) {
    const id = invite.id as InviteId;
    const step =
      invite.state === 'open'
        ? await readAnswer(account, id, invite)
        : invite.state === 'confirming'
          ? await completeInvite(account, exchange, id, invite)
          : ok(undefined);
    if (step.ok) continue;
    if (!isRefusal(step.error)) return step;
    refused = step;
  }
  for (const invitation of readRecords('invitation', account.home.store.list('invitation'))) {
    const step =
      invitation.state === 'waiting'
        ? await collect(account, invitation.id as InviteId, invitation)
        : ok(undefined);
    if (step.ok) continue;
    if (!isRefusal(step.error)) return step;
    refused = step;
  }
  return refused;
}

async function readAnswer(
  account: Account,
  id: InviteId,
  invite: RecordOf<'invite'>,
): Promise<Result<void, StepError>> {
  const p = account.env.primitives;
  const found = await account.session.call('invite.read', { inviteId: id }, [p.signKeys(invite.ownerSeed)]);
  if (!found.ok) {
    if (found.error.error !== 'forbidden') return err(serverError(found.error));
    return recreate(account, id, invite);
  }
  const { state, answer } = found.value;
  if (state === 'expired' || state === 'cancelled')
    return written(await account.writeHome(put('invite', id, { state })));
  if (state !== 'answered' || !answer) return ok(undefined);
  const ticket: InviteTicket = { inviteId: id, secret: invite.secret };
  const opened = openAnswer(p, ticket, { rootKey: account.own.rootKey, sealedOffer: invite.offer }, answer);
  // An answer that does not verify came from a tampering server or a garbled client; it is never shown as a person.
  const fields = opened.ok
    ? { state: 'answered', answer, answeredAs: opened.value.name }
    : { state: 'expired' };
  return written(await account.writeHome(put('invite', id, fields)));
}

async function completeInvite(
  account: Account,
  exchange: Exchange,
  id: InviteId,
  invite: RecordOf<'invite'>,
): Promise<Result<void, StepError>> {
  const p = account.env.primitives;
  const space = account.spaces.get(invite.space);
  const record = account
    .keyRecords(invite.space)
    .find((key) => key.epoch === 1 && key.control && key.adminSeed);
  if (!space || space.replica.log.epoch === 0 || !record || !invite.answer) return ok(undefined);
  const ticket: InviteTicket = { inviteId: id, secret: invite.secret };
  const answer = openAnswer(
    p,
    ticket,
    { rootKey: account.own.rootKey, sealedOffer: invite.offer },
    invite.answer,
  );
  if (!answer.ok) return written(await account.writeHome(put('invite', id, { state: 'expired' })));
  const ensured = await exchange.ensure(space.replica);
  if (!ensured.ok) return ensured;
  const added = await account.session.call(
    'space.addWriter',
    { spaceId: invite.space, writerKey: answer.value.writerKey },
    account.adminKeys(invite.space),
  );
  if (!added.ok) return err(serverError(added.error));
  // To the key they have now: the one in the answer may be of before they shut a phone out.
  const guest = account.accountOf(answer.value.guest.accountId) ?? answer.value.guest;
  const completion = sealCompletion(
    p,
    ticket,
    { ...answer.value, guest },
    {
      epoch: 1,
      key: record.key,
      control: record.control!,
      seq: record.seq ?? 1,
      adminSeed: record.adminSeed!,
    },
  );
  if (!completion) return written(await account.writeHome(put('invite', id, { state: 'expired' })));
  const done = await account.session.call('invite.complete', { inviteId: id, completion }, [
    p.signKeys(invite.ownerSeed),
  ]);
  if (done.ok || done.error.error === 'used')
    return written(await account.writeHome(put('invite', id, { state: 'done' })));
  // A restored server may have lost the answer, which its guest will send again, or the whole invite.
  if (done.error.error === 'conflict') return ok(undefined);
  if (done.error.error === 'forbidden') return recreate(account, id, invite);
  const over = done.error.error === 'expired' || done.error.error === 'cancelled';
  return over
    ? written(await account.writeHome(put('invite', id, { state: 'expired' })))
    : err(serverError(done.error));
}

/** Puts an invite back that the server does not know any more: it was restored, or the invite is long over. */
async function recreate(
  account: Account,
  inviteId: InviteId,
  invite: RecordOf<'invite'>,
): Promise<Result<void, StepError>> {
  const p = account.env.primitives;
  const { offer, secret, ownerSeed } = invite;
  const owner = p.signKeys(ownerSeed);
  const expiresAt = Math.round(invite.expiresAt);
  const created =
    expiresAt > account.now()
      ? await account.session.call(
          'invite.create',
          {
            inviteId,
            ownerKey: owner.publicKey,
            guestKey: guestKeys(p, { inviteId, secret }).publicKey,
            offer,
            expiresAt,
          },
          [owner],
        )
      : undefined;
  if (created?.ok) return ok(undefined);
  if (created && created.error.error !== 'expired') return err(serverError(created.error));
  return written(await account.writeHome(put('invite', inviteId, { state: 'expired' })));
}

async function collect(
  account: Account,
  id: InviteId,
  invitation: RecordOf<'invitation'>,
): Promise<Result<void, StepError>> {
  const p = account.env.primitives;
  const ticket: InviteTicket = { inviteId: id, secret: invitation.secret };
  const found = await account.session.call('invite.read', { inviteId: id }, [guestKeys(p, ticket)]);
  if (!found.ok) {
    if (found.error.error !== 'forbidden') return err(serverError(found.error));
    // The inviter puts back what a restored server lost, while there is still time for it.
    if (Math.abs(account.now() - invitation.at) < LIMITS.inviteHours * 3_600_000) return ok(undefined);
    return written(await account.writeHome(put('invitation', id, { state: 'expired' })));
  }
  const { state, completion } = found.value;
  if (state === 'cancelled' || state === 'expired')
    return written(await account.writeHome(put('invitation', id, { state })));
  if (state === 'open') {
    const posted = await account.session.call('invite.answer', { inviteId: id, answer: invitation.answer }, [
      guestKeys(p, ticket),
    ]);
    return posted.ok || inviteFailure(posted.error.error) ? ok(undefined) : err(serverError(posted.error));
  }
  if (state !== 'completed' || !completion) return ok(undefined);
  const opened = account.vault.encryptionSeeds
    .map(({ seed }) =>
      openCompletion(p, ticket, { encryptionSeed: seed, transcript: invitation.transcript }, completion),
    )
    .find((result) => result.ok);
  // Sealed to somebody else: another person holding the link answered first.
  if (!opened?.ok) return written(await account.writeHome(put('invitation', id, { state: 'cancelled' })));
  const { epoch, key, control, seq, adminSeed } = opened.value;
  const { contact, space, genesis, transcript, language, name } = invitation;
  const chain = learnt(account, contact, invitation.chain);
  if (!chain) return written(await account.writeHome(put('invitation', id, { state: 'cancelled' })));
  const kept = await account.writeHome(
    put('contact', contact, {
      name,
      chain,
      pair: space,
      transcript,
      language,
      assurance: 'link',
      ...metAgain(account, contact, 'them'),
    }),
    put('space', space, { role: 'peer', category: 'pair', genesis, contact }),
    put('space-key', account.keyRecordId(space, epoch, key), {
      space,
      epoch,
      key,
      adminSeed,
      control,
      seq,
      roster: rosterOf(account, contact),
    }),
    put('invitation', id, { state: 'joined' }),
  );
  return written(kept);
}

/**
 * [CHA-3] The chain to keep of somebody an invite brought. Of a person who is known it may be old, and changes nothing
 * then, or go on from what is known; undefined where it is another past, which is no more taken from an invite than
 * from anywhere else.
 */
function learnt(account: Account, id: AccountId, chain: readonly Uint8Array[]): Uint8Array[] | undefined {
  const known = account.accounts.learn(id, chain);
  if (known.ok) return [...known.value.statements];
  return known.error === 'unknown' ? [...chain] : undefined;
}

/** Who invited whom, on top of what was before: somebody who comes back by an invite is not the one who was replaced. */
function metAgain(account: Account, id: AccountId, invitedBy: 'me' | 'them') {
  const before = readRecord('contact', account.home.store.get('contact', id));
  const both = before && (before.both || before.invitedBy !== invitedBy);
  return { invitedBy, ...(both ? { both } : {}), ...(before?.replacedBy ? { replacedBy: null } : {}) };
}

/** The pair's roster as the inviter recorded it at the first epoch: both accounts at their first encryption keys. */
function rosterOf(account: Account, contact: AccountId): { account: AccountId; version: number }[] {
  return [account.accountId, contact]
    .toSorted()
    .map((id) => ({ account: id, version: id === account.accountId ? account.own.encryptionVersion : 1 }));
}
