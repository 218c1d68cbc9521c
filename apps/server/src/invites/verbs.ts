import type { Clock, Result } from '@holdfast/base';
import { equalBytes, err, ok } from '@holdfast/base';
import type { ApiError, InviteId, InviteState } from '@holdfast/protocol';
import { LIMITS } from '@holdfast/protocol';
import type { Kysely, Updateable } from 'kysely';
import type { InviteRow } from '../db/queries/invites.ts';
import { insertInvite, readInvite, updateInvite } from '../db/queries/invites.ts';
import type { Database, InviteTable } from '../db/schema.ts';
import type { Bus } from '../live/bus.ts';
import type { Session } from '../session/session.ts';
import { sha256 } from '../sha256.ts';
import { dayOf, hourAfter, hourOf } from '../time.ts';
import type { Handlers, Outcome } from '../verbs.ts';
import { refuse } from '../verbs.ts';

export interface InviteParts {
  readonly db: Kysely<Database>;
  readonly bus: Bus;
  readonly clock: Clock;
}

type InviteVerb =
  'invite.create' | 'invite.open' | 'invite.answer' | 'invite.read' | 'invite.complete' | 'invite.cancel';

/** What a verb makes of an invite: a change to store, or nothing when it was done before. */
type Step = Result<Updateable<InviteTable> | undefined, ApiError>;
const NOTHING: Step = ok(undefined);

export const inviteVerbs = ({ db, bus, clock }: InviteParts): Handlers<InviteVerb> => {
  const stateOf = (invite: InviteRow): InviteState =>
    invite.state === 'open' && invite.expires_hour <= hourOf(clock) ? 'expired' : invite.state;

  /** Checks who asks, decides under a lock, stores, and tells both sides. */
  async function change(
    session: Session,
    inviteId: InviteId,
    side: 'owner_key' | 'guest_key',
    decide: (invite: InviteRow, state: InviteState) => Step,
  ): Promise<Outcome<'invite.answer'>> {
    const done = await db.transaction().execute(async (tx) => {
      const invite = await readInvite(tx, inviteId, true);
      if (invite === undefined || !session.holds(invite[side])) return refuse('forbidden');
      const step = decide(invite, stateOf(invite));
      if (!step.ok) return step;
      if (step.value === undefined) return ok(undefined);
      await updateInvite(tx, inviteId, step.value);
      return ok(invite);
    });
    if (!done.ok) return err(done.error);
    if (done.value !== undefined) {
      bus.publish({ type: 'invite', inviteId, keys: [done.value.owner_key, done.value.guest_key] });
    }
    return ok({});
  }

  return {
    /** [INV-1] */
    'invite.create': async ({ session }, request) => {
      const { inviteId, ownerKey, guestKey, offer } = request;
      if (!session.holds(ownerKey)) return refuse('forbidden');
      const expiresHour = Math.min(hourAfter(request.expiresAt), hourOf(clock) + LIMITS.inviteHours);
      if (expiresHour <= hourOf(clock)) return refuse('expired');
      const isNew = await insertInvite(db, {
        invite_id: inviteId,
        owner_key: ownerKey,
        guest_key: guestKey,
        offer_hash: sha256(offer),
        offer,
        answer_hash: null,
        answer: null,
        completion: null,
        state: 'open',
        expires_hour: expiresHour,
        created_day: dayOf(clock),
      });
      if (isNew) return ok({});
      const stored = await readInvite(db, inviteId);
      if (stored === undefined || !session.holds(stored.owner_key)) return refuse('forbidden');
      const isRepeat =
        equalBytes(stored.owner_key, ownerKey) &&
        equalBytes(stored.guest_key, guestKey) &&
        equalBytes(stored.offer_hash, sha256(offer));
      return isRepeat ? ok({}) : refuse('conflict');
    },

    /** [INV-2] */
    'invite.open': async ({ session }, { inviteId }) => {
      const invite = await readInvite(db, inviteId);
      if (invite === undefined || !session.holds(invite.guest_key)) return refuse('forbidden');
      const state = stateOf(invite);
      if (state === 'open' && invite.offer !== null) return ok({ offer: invite.offer });
      return refuse(state === 'expired' || state === 'cancelled' ? state : 'used');
    },

    /** [INV-3] Spent by the first answer; the offer is shredded with it. */
    'invite.answer': ({ session }, { inviteId, answer }) =>
      change(session, inviteId, 'guest_key', (invite, state) => {
        const hash = sha256(answer);
        if (state === 'cancelled' || state === 'expired') return refuse(state);
        if (state === 'open') return ok({ state: 'answered', answer, answer_hash: hash, offer: null });
        return invite.answer_hash !== null && equalBytes(invite.answer_hash, hash) ? NOTHING : refuse('used');
      }),

    /** [INV-4] */
    'invite.read': async ({ session }, { inviteId }) => {
      const invite = await readInvite(db, inviteId);
      const isOwner = invite !== undefined && session.holds(invite.owner_key);
      const isGuest = invite !== undefined && session.holds(invite.guest_key);
      if (!isOwner && !isGuest) return refuse('forbidden');
      const { answer, completion } = invite;
      return ok({
        state: stateOf(invite),
        ...(isOwner && answer !== null ? { answer } : {}),
        ...(isGuest && completion !== null ? { completion } : {}),
      });
    },

    /** [INV-5] The inviter has confirmed: the answer is shredded, the completion waits for the guest. */
    'invite.complete': ({ session }, { inviteId, completion }) =>
      change(session, inviteId, 'owner_key', (invite, state) => {
        if (state === 'cancelled' || state === 'expired') return refuse(state);
        if (state === 'open') return refuse('conflict');
        if (state === 'answered') return ok({ state: 'completed', completion, answer: null });
        return invite.completion !== null && equalBytes(invite.completion, completion)
          ? NOTHING
          : refuse('used');
      }),

    /** [INV-6] */
    'invite.cancel': ({ session }, { inviteId }) =>
      change(session, inviteId, 'owner_key', (_, state) => {
        if (state === 'completed') return refuse('used');
        if (state === 'cancelled') return NOTHING;
        return ok({ state: 'cancelled', offer: null, answer: null });
      }),
  };
};
