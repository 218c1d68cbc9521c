import { equalBytes, ok } from '@holdfast/base';
import type { AccountId, Locator, RecoveryId } from '@holdfast/protocol';
import {
  accountIdOf,
  beginning,
  inUse,
  LIMITS,
  makingRoom,
  mayRequest,
  owned,
  standingOf,
  vetoed,
} from '@holdfast/protocol';
import type { FakeRecovery, FakeRequest, Handlers, Holder, World } from './state.ts';
import { refuse } from './state.ts';

type RecoveryVerb =
  | 'recovery.arm'
  | 'recovery.disarm'
  | 'recovery.status'
  | 'recovery.present'
  | 'recovery.veto'
  | 'recovery.request'
  | 'recovery.cancel'
  | 'recovery.look'
  | 'recovery.approve'
  | 'recovery.read'
  | 'recovery.release';

const HOUR = 3_600_000;
const nameOf = (key: Uint8Array): string => key.join();

export const recoveryVerbs = ({ state, sha256, now, publish }: World): Handlers<RecoveryVerb> => {
  const { accounts, recoveries, mailboxes } = state;
  const isRoot = (session: Holder, accountId: AccountId, rootKey: Uint8Array): boolean =>
    session.holds(rootKey) && accountIdOf(sha256, rootKey) === accountId;
  const isOf = (session: Holder, accountId: AccountId): boolean =>
    accounts.get(accountId)?.keys.some((key) => session.holds(key.publicKey)) ?? false;
  const tell = (accountId: AccountId): void => {
    const keys = accounts.get(accountId)?.keys.map((key) => key.publicKey) ?? [];
    publish({ type: 'account', accountId, keys });
  };
  const byLocator = (locator: Locator): [AccountId, FakeRecovery] | undefined =>
    [...recoveries].find(([, recovery]) => recovery.locator === locator);
  const byRequest = (
    requestId: RecoveryId,
  ): { accountId: AccountId; recovery: FakeRecovery; request: FakeRequest } | undefined => {
    for (const [accountId, recovery] of recoveries) {
      const request = recovery.requests.get(requestId);
      if (request) return { accountId, recovery, request };
    }
    return undefined;
  };
  const speaksFor = (session: Holder, recovery: FakeRecovery, approverKey: Uint8Array): boolean =>
    session.holds(approverKey) && recovery.approvers.some((key) => equalBytes(key, approverKey));
  const standing = (recovery: FakeRecovery, request: FakeRequest) => {
    const terms = { ...recovery, people: recovery.approvers.length };
    return standingOf(request.case, terms, request.approvals.size, now());
  };
  const casesOf = (recovery: FakeRecovery) => [...recovery.requests.values()].map((request) => request.case);

  return {
    'recovery.arm': (session, { accountId, rootKey, alert, ...wanted }) => {
      if (!isRoot(session, accountId, rootKey)) return refuse('forbidden');
      const { approvers, needed, locator, half } = wanted;
      if (new Set(approvers.map(nameOf)).size < approvers.length || needed > approvers.length)
        return refuse('invalid');
      if (!isOf(session, accountId)) return refuse('forbidden');
      const mailbox = alert && mailboxes.get(alert.mailboxId);
      if (alert && (!mailbox || !session.holds(mailbox.postKey))) return refuse('forbidden');
      const before = recoveries.get(accountId);
      const other = byLocator(locator);
      if (other && other[0] !== accountId) return refuse('conflict');
      if (before?.locator === locator && equalBytes(before.half, half)) return ok({});
      recoveries.set(accountId, { ...wanted, requests: new Map() });
      return ok({});
    },

    'recovery.disarm': (session, { accountId, rootKey }) => {
      if (!isRoot(session, accountId, rootKey) || !isOf(session, accountId)) return refuse('forbidden');
      recoveries.delete(accountId);
      return ok({});
    },

    'recovery.status': (session, { accountId }) => {
      if (!isOf(session, accountId)) return refuse('forbidden');
      const recovery = recoveries.get(accountId);
      if (!recovery) return ok({ off: false, requests: [] });
      return ok({
        armed: recovery.locator,
        off: mayRequest(casesOf(recovery), now()) === 'off',
        requests: [...recovery.requests]
          .map(([requestId, request]) => {
            const { state: at, begunAt, readyAt } = standing(recovery, request);
            const { owned: isOwned } = request.case;
            return {
              requestId,
              state: at,
              owned: isOwned,
              begunAt,
              readyAt,
              approvals: request.approvals.size,
            };
          })
          .toSorted((a, b) => a.begunAt - b.begunAt || (a.requestId < b.requestId ? -1 : 1))
          .slice(-LIMITS.recoveryRequests),
      });
    },

    'recovery.present': (session, { accountId, requestId, mine }) => {
      const request = isOf(session, accountId)
        ? recoveries.get(accountId)?.requests.get(requestId)
        : undefined;
      if (!request) return refuse('forbidden');
      request.case = mine ? owned(request.case, now()) : inUse(request.case, now());
      return ok({});
    },

    'recovery.veto': (session, { accountId }) => {
      if (!isOf(session, accountId)) return refuse('forbidden');
      for (const request of recoveries.get(accountId)?.requests.values() ?? [])
        request.case = vetoed(request.case, now());
      tell(accountId);
      return ok({});
    },

    'recovery.request': (session, { locator, requestId, ownerKey, sealKey }) => {
      if (!session.holds(ownerKey)) return refuse('forbidden');
      const [accountId, recovery] = byLocator(locator) ?? [];
      if (!accountId || !recovery || !session.holds(recovery.requestKey)) return refuse('forbidden');
      const same = byRequest(requestId);
      if (same) {
        const isRepeat =
          same.accountId === accountId &&
          equalBytes(same.request.ownerKey, ownerKey) &&
          equalBytes(same.request.sealKey, sealKey);
        return isRepeat ? ok({ accountId }) : refuse('forbidden');
      }
      const earlier = casesOf(recovery);
      const wait = mayRequest(earlier, now());
      if (wait === 'off') return refuse('cancelled');
      if (wait > 0) return refuse('conflict', { retryAfter: wait });
      const waiting = [...recovery.requests].map(([id, one]) => {
        return { id, case: one.case, approvals: one.approvals.size };
      });
      for (const { id } of makingRoom(waiting, now())) recovery.requests.delete(id);
      recovery.requests.set(requestId, { ownerKey, sealKey, case: beginning(now()), approvals: new Map() });
      tell(accountId);
      return ok({ accountId });
    },

    'recovery.cancel': (session, { requestId }) => {
      const found = byRequest(requestId);
      if (!found || !session.holds(found.request.ownerKey)) return refuse('forbidden');
      const { accountId, recovery, request } = found;
      if (request.case.vetoedHour !== null || request.case.releasedHour !== null) return ok({});
      recovery.requests.delete(requestId);
      tell(accountId);
      return ok({});
    },

    'recovery.look': (session, { locator, approverKey }) => {
      const [, recovery] = byLocator(locator) ?? [];
      if (!recovery || !speaksFor(session, recovery, approverKey)) return refuse('forbidden');
      return ok({
        requests: [...recovery.requests]
          .slice(-LIMITS.recoveryRequests)
          .map(([requestId, { sealKey }]) => ({ requestId, sealKey })),
      });
    },

    'recovery.approve': (session, { requestId, approverKey, sealed }) => {
      const found = byRequest(requestId);
      if (!found || !speaksFor(session, found.recovery, approverKey)) return refuse('forbidden');
      found.request.approvals.set(nameOf(approverKey), sealed);
      return ok({});
    },

    'recovery.read': (session, { requestId }) => {
      const found = byRequest(requestId);
      if (!found || !session.holds(found.request.ownerKey)) return refuse('forbidden');
      const { state: at, enough, readyAt, ready } = standing(found.recovery, found.request);
      return ok({ state: at, approvals: found.request.approvals.size, enough, readyAt, ready });
    },

    'recovery.release': (session, { requestId }) => {
      const found = byRequest(requestId);
      if (!found || !session.holds(found.request.ownerKey)) return refuse('forbidden');
      const { accountId, recovery, request } = found;
      if (!standing(recovery, request).ready) return refuse('conflict');
      request.case = { ...request.case, releasedHour: request.case.releasedHour ?? Math.floor(now() / HOUR) };
      tell(accountId);
      return ok({ half: recovery.half, approvals: [...request.approvals.values()] });
    },
  };
};
