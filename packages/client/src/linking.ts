import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import type { ServerSession } from '@holdfast/sync';
import type { LinkTicket, NewPhone, Primitives } from '@holdfast/vault';
import {
  createLink,
  createMethod,
  deviceIdOf,
  guestKeys,
  openLinkAnswer,
  openLinkOffer,
  sealLinkAnswer,
  sealLinkOffer,
  sixWords,
} from '@holdfast/vault';
import type { Account } from './account.ts';
import type { Failure, LinkFailure } from './api.ts';
import { serverError, toFailure } from './env.ts';
import { withoutLinks } from './recovery.ts';
import { changeVault } from './server-copy.ts';

/** How long a QR code for adding a phone is good for, ms. The server counts in hours. */
const GOOD_FOR = 15 * 60_000;
/** Words both phones show. A stranger would have to meet all of them with one try. */
const WORDS = 3;

/** A phone with nothing on it that waits to be let in. */
export interface WaitingPhone {
  readonly phone: NewPhone;
  readonly ownerSeed: Uint8Array;
  readonly language: 'en' | 'es';
}

async function wordsOf(transcript: Uint8Array, language: 'en' | 'es'): Promise<readonly string[]> {
  const { WORD_LISTS } = await import('@holdfast/vault/words');
  return sixWords(transcript, WORD_LISTS[language]).slice(0, WORDS);
}

/** Puts a new phone's keys where the other phone will look for them. Needs the server, and no account. */
export async function waitToBeLetIn(
  p: Primitives,
  session: ServerSession,
  now: number,
  language: 'en' | 'es',
): Promise<Result<WaitingPhone, Failure>> {
  const phone = createLink(p);
  const ownerSeed = p.random(32);
  const owner = p.signKeys(ownerSeed);
  const created = await session.call(
    'invite.create',
    {
      inviteId: phone.ticket.inviteId,
      ownerKey: owner.publicKey,
      guestKey: guestKeys(p, phone.ticket).publicKey,
      offer: sealLinkOffer(p, phone, language),
      expiresAt: Math.round(now + session.ahead + GOOD_FOR),
    },
    [owner],
  );
  return created.ok ? ok({ phone, ownerSeed, language }) : err(toFailure(serverError(created.error)));
}

/** Whether the other phone has answered, and with what. */
export async function lookForAnswer(
  p: Primitives,
  session: ServerSession,
  { phone, ownerSeed, language }: WaitingPhone,
): Promise<
  Result<{ secret: Uint8Array; accountId: string; words: readonly string[] } | undefined, LinkFailure>
> {
  const { inviteId } = phone.ticket;
  const read = await session.call('invite.read', { inviteId }, [p.signKeys(ownerSeed)]);
  if (!read.ok) return err(toFailure(serverError(read.error)));
  if (read.value.state === 'open') return ok(undefined);
  if (!read.value.answer) return err({ code: 'expired' });
  const answer = openLinkAnswer(p, phone, read.value.answer);
  if (!answer.ok) return err({ code: 'refused' });
  const { secret, accountId, transcript } = answer.value;
  return ok({ secret, accountId, words: await wordsOf(transcript, language) });
}

/** Lets a new phone in: it was shown to this one, and the person said that it is theirs. */
export async function letIn(
  account: Account,
  ticket: LinkTicket,
): Promise<Result<{ words: readonly string[] }, LinkFailure>> {
  const p = account.env.primitives;
  const guest = guestKeys(p, ticket);
  const { inviteId } = ticket;
  const found = await account.session.call('invite.open', { inviteId }, [guest]);
  if (!found.ok) return err(linkFailure(found.error.error) ?? toFailure(serverError(found.error)));
  const offer = openLinkOffer(p, ticket, found.value.offer);
  if (!offer.ok) return err({ code: 'refused' });
  const secret = p.random(32);
  const answer = sealLinkAnswer(p, ticket, offer.value, { accountId: account.accountId, secret });
  if (!answer.ok) return err({ code: 'refused' });
  const method = createMethod(p, account.own, secret, 'link', account.today());
  const changed = await changeVault(account, (vault) => ({
    ...withoutLinks(vault),
    methods: [...withoutLinks(vault).methods, method],
  }));
  if (!changed.ok) return err(toFailure(changed.error));
  const answered = await account.session.call('invite.answer', { inviteId, answer: answer.value.sealed }, [
    guest,
  ]);
  if (!answered.ok) {
    // Nobody holds its secret; whatever is left of it goes on the next day.
    await changeVault(account, withoutLinks);
    return err(linkFailure(answered.error.error) ?? toFailure(serverError(answered.error)));
  }
  // The person has just said that it is theirs: only their other phones are told of it.
  const deviceId = deviceIdOf(p, offer.value.deviceKey);
  const { acknowledged } = account.device;
  const kept = await account.keep({ device: { acknowledged: [...acknowledged, deviceId] } });
  if (!kept.ok) return err({ code: kept.error });
  return ok({ words: await wordsOf(answer.value.transcript, offer.value.language) });
}

/** Somebody else answered a code that is used; one that the server does not know any more has run out. */
function linkFailure(code: string): LinkFailure | undefined {
  if (code === 'used') return { code };
  return code === 'expired' || code === 'cancelled' || code === 'forbidden' ? { code: 'expired' } : undefined;
}
