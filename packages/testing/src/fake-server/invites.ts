import type { Result } from '@holdfast/base';
import { equalBytes, ok } from '@holdfast/base';
import type { ApiError, InviteId, InviteState } from '@holdfast/protocol';
import { LIMITS } from '@holdfast/protocol';
import type { FakeInvite, Handlers, Holder, World } from './state.ts';
import { refuse } from './state.ts';

type InviteVerb =
  'invite.create' | 'invite.open' | 'invite.answer' | 'invite.read' | 'invite.complete' | 'invite.cancel';

const HOUR = 3_600_000;

export const inviteVerbs = ({ state, hour, publish }: World): Handlers<InviteVerb> => {
  const { invites } = state;
  const stateOf = (invite: FakeInvite): InviteState =>
    invite.state === 'open' && invite.expiresHour <= hour() ? 'expired' : invite.state;
  /** Invites are forgotten a month after they expired, as the real server's chores do. */
  const find = (inviteId: InviteId): FakeInvite | undefined => {
    const invite = invites.get(inviteId);
    return invite && invite.expiresHour >= hour() - LIMITS.inviteKeptDays * 24 ? invite : undefined;
  };

  /** `decide` answers a change to make, nothing when it was made before, or a refusal. */
  function change(
    session: Holder,
    inviteId: InviteId,
    side: 'ownerKey' | 'guestKey',
    decide: (invite: FakeInvite, now: InviteState) => Result<Partial<FakeInvite> | undefined, ApiError>,
  ): Result<Record<never, never>, ApiError> {
    const invite = find(inviteId);
    if (invite === undefined || !session.holds(invite[side])) return refuse('forbidden');
    const step = decide(invite, stateOf(invite));
    if (!step.ok) return step;
    if (step.value !== undefined) {
      Object.assign(invite, step.value);
      publish({ type: 'invite', inviteId, keys: [invite.ownerKey, invite.guestKey] });
    }
    return ok({});
  }

  return {
    'invite.create': (session, { inviteId, ownerKey, guestKey, offer, expiresAt }) => {
      if (!session.holds(ownerKey)) return refuse('forbidden');
      const expiresHour = Math.min(Math.ceil(expiresAt / HOUR), hour() + LIMITS.inviteHours);
      if (expiresHour <= hour()) return refuse('expired');
      const stored = find(inviteId);
      if (stored === undefined) {
        const open = { state: 'open', answer: undefined, completion: undefined } as const;
        invites.set(inviteId, { ownerKey, guestKey, offer, expiresHour, ...open });
        return ok({});
      }
      if (!session.holds(stored.ownerKey)) return refuse('forbidden');
      const isRepeat =
        equalBytes(stored.ownerKey, ownerKey) &&
        equalBytes(stored.guestKey, guestKey) &&
        equalBytes(stored.offer, offer);
      return isRepeat ? ok({}) : refuse('conflict');
    },

    'invite.open': (session, { inviteId }) => {
      const invite = find(inviteId);
      if (invite === undefined || !session.holds(invite.guestKey)) return refuse('forbidden');
      const now = stateOf(invite);
      if (now === 'open') return ok({ offer: invite.offer });
      return refuse(now === 'expired' || now === 'cancelled' ? now : 'used');
    },

    'invite.answer': (session, { inviteId, answer }) =>
      change(session, inviteId, 'guestKey', (invite, now) => {
        if (now === 'cancelled' || now === 'expired') return refuse(now);
        if (now === 'open') return ok({ state: 'answered', answer });
        return invite.answer && equalBytes(invite.answer, answer) ? ok(undefined) : refuse('used');
      }),

    'invite.read': (session, { inviteId }) => {
      const invite = find(inviteId);
      const isOwner = invite !== undefined && session.holds(invite.ownerKey);
      const isGuest = invite !== undefined && session.holds(invite.guestKey);
      if (!isOwner && !isGuest) return refuse('forbidden');
      const { answer, completion } = invite;
      return ok({
        state: stateOf(invite),
        ...(isOwner && answer && invite.state === 'answered' ? { answer } : {}),
        ...(isGuest && completion ? { completion } : {}),
      });
    },

    'invite.complete': (session, { inviteId, completion }) =>
      change(session, inviteId, 'ownerKey', (invite, now) => {
        if (now === 'cancelled' || now === 'expired') return refuse(now);
        if (now === 'open') return refuse('conflict');
        if (now === 'answered') return ok({ state: 'completed', completion });
        return invite.completion && equalBytes(invite.completion, completion)
          ? ok(undefined)
          : refuse('used');
      }),

    'invite.cancel': (session, { inviteId }) =>
      change(session, inviteId, 'ownerKey', (_, now) => {
        if (now === 'completed') return refuse('used');
        return ok(now === 'cancelled' ? undefined : { state: 'cancelled' });
      }),
  };
};
