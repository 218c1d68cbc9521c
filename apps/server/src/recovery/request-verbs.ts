import { equalBytes, ok } from '@holdfast/base';
import type { RecoveryId } from '@holdfast/protocol';
import { beginning, LIMITS, makingRoom, mayRequest, standingOf } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import { readKnownNow } from '../db/queries/liveness.ts';
import type { RecoveryRow, RequestRow } from '../db/queries/recovery.ts';
import {
  deleteRequest,
  findRecovery,
  insertRequest,
  putApproval,
  readRecovery,
  readRequest,
  readRequests,
  updateRequest,
} from '../db/queries/recovery.ts';
import type { Database } from '../db/schema.ts';
import { ringAt } from '../mailboxes/ring.ts';
import type { Session } from '../session/session.ts';
import { dayOf } from '../time.ts';
import type { Handlers } from '../verbs.ts';
import { refuse } from '../verbs.ts';
import { alertTimes, stopAlerts } from './alerts.ts';
import { alertGroupOf, openHalf } from './half.ts';
import type { RecoveryParts } from './recovery-parts.ts';
import { approversOf, caseOf, columnsOf, standings, tellDevices, termsOf } from './recovery-parts.ts';

type OtherSides =
  | 'recovery.request'
  | 'recovery.cancel'
  | 'recovery.look'
  | 'recovery.approve'
  | 'recovery.read'
  | 'recovery.release';

const HOUR = 3_600_000;

/** What a phone with nothing on it asks, and what trusted people do for it. */
export function requestVerbs(parts: RecoveryParts): Handlers<OtherSides> {
  const { db, clock, random, pushKey, ahead } = parts;

  /** A request with what its account armed, locked until the transaction ends. */
  async function locked(
    tx: Kysely<Database>,
    requestId: RecoveryId,
  ): Promise<{ row: RecoveryRow; request: RequestRow } | undefined> {
    const found = await readRequest(tx, requestId);
    const row = found && (await readRecovery(tx, found.account_id, true));
    // Read again under the lock: it may have been stopped or destroyed meanwhile.
    const request = row && (await readRequest(tx, requestId));
    return row && request ? { row, request } : undefined;
  }
  const speaksFor = (session: Session, row: RecoveryRow, approverKey: Uint8Array): boolean =>
    session.holds(approverKey) && approversOf(row).some((key) => equalBytes(key, approverKey));

  async function drop(tx: Kysely<Database>, requestId: RecoveryId): Promise<void> {
    await stopAlerts(tx, alertGroupOf(pushKey, requestId), ahead());
    await deleteRequest(tx, requestId);
  }

  return {
    /** [RCV-2] */
    'recovery.request': async ({ session }, { locator, requestId, ownerKey, sealKey }) => {
      if (!session.holds(ownerKey)) return refuse('forbidden');
      const done = await db.transaction().execute(async (tx) => {
        const row = await findRecovery(tx, locator, true);
        if (!row || !session.holds(row.request_key)) return refuse('forbidden');
        const accountId = row.account_id;
        const same = await readRequest(tx, requestId);
        if (same) {
          const isRepeat =
            same.account_id === accountId &&
            equalBytes(same.owner_key, ownerKey) &&
            equalBytes(same.seal_key, sealKey);
          return isRepeat ? ok({ accountId }) : refuse('forbidden');
        }
        const now = await readKnownNow(tx, ahead());
        const earlier = await readRequests(tx, accountId);
        const wait = mayRequest(earlier.map(caseOf), now);
        if (wait === 'off') return refuse('cancelled');
        if (wait > 0) return refuse('conflict', { retryAfter: wait });
        const standing = await standings(tx, row, earlier, now);
        const before = earlier.map((one) => {
          const id = one.request_id;
          return { id, case: caseOf(one), approvals: standing.get(id)!.approvals.length };
        });
        for (const { id } of makingRoom(before, now)) await drop(tx, id);
        const request = {
          request_id: requestId,
          account_id: accountId,
          owner_key: ownerKey,
          seal_key: sealKey,
          ...columnsOf(beginning(now)),
        };
        await insertRequest(tx, request);
        const mailboxId = openHalf(pushKey, accountId, row.sealed)?.mailboxId;
        const begun = standingOf(caseOf(request), termsOf(row), 0, now);
        const groupId = alertGroupOf(pushKey, requestId);
        if (mailboxId)
          await ringAt(tx, random, { groupId, mailboxId, times: alertTimes(begun, now) }, dayOf(clock));
        return ok({ accountId });
      });
      if (done.ok) await tellDevices(parts, done.value.accountId);
      return done;
    },

    'recovery.cancel': async ({ session }, { requestId }) => {
      const done = await db.transaction().execute(async (tx) => {
        const found = await locked(tx, requestId);
        if (!found || !session.holds(found.request.owner_key)) return refuse('forbidden');
        const { account_id: accountId, vetoed_hour: vetoed, released_hour: released } = found.request;
        // A veto is counted for 30 days, whatever the one who asked would rather.
        if (vetoed === null && released === null) await drop(tx, requestId);
        return ok({ accountId });
      });
      if (!done.ok) return done;
      await tellDevices(parts, done.value.accountId);
      return ok({});
    },

    'recovery.look': async ({ session }, { locator, approverKey }) => {
      const row = await findRecovery(db, locator);
      if (!row || !speaksFor(session, row, approverKey)) return refuse('forbidden');
      // Also those whose half was given out: where one share was wrong, another person's makes up for it.
      const requests = await readRequests(db, row.account_id);
      return ok({
        requests: requests.slice(-LIMITS.recoveryRequests).map((one) => {
          return { requestId: one.request_id, sealKey: one.seal_key };
        }),
      });
    },

    'recovery.approve': async ({ session }, { requestId, approverKey, sealed }) =>
      db.transaction().execute(async (tx) => {
        const found = await locked(tx, requestId);
        if (!found || !speaksFor(session, found.row, approverKey)) return refuse('forbidden');
        await putApproval(tx, { request_id: requestId, approver_key: approverKey, sealed });
        return ok({});
      }),

    'recovery.read': async ({ session }, { requestId }) => {
      const request = await readRequest(db, requestId);
      if (!request || !session.holds(request.owner_key)) return refuse('forbidden');
      const row = await readRecovery(db, request.account_id);
      if (!row) return refuse('forbidden');
      const standing = await standings(db, row, [request], await readKnownNow(db, ahead()));
      const { state, approvals, enough, readyAt, ready } = standing.get(requestId)!;
      return ok({ state, approvals: approvals.length, enough, readyAt, ready });
    },

    /** [RCV-2] [RCV-6] The decision is taken under the lock that a veto takes too, on the database's clock. */
    'recovery.release': async ({ session }, { requestId }) => {
      const done = await db.transaction().execute(async (tx) => {
        const found = await locked(tx, requestId);
        if (!found || !session.holds(found.request.owner_key)) return refuse('forbidden');
        const { row, request } = found;
        const now = await readKnownNow(tx, ahead());
        const { state, ready, approvals } = (await standings(tx, row, [request], now)).get(requestId)!;
        if (!ready) return refuse('conflict');
        const half = openHalf(pushKey, row.account_id, row.sealed);
        if (!half) return refuse('cancelled');
        if (state !== 'released') {
          await updateRequest(tx, requestId, { released_hour: Math.floor(now / HOUR) });
          await stopAlerts(tx, alertGroupOf(pushKey, requestId), ahead());
        }
        return ok({ accountId: row.account_id, half: half.half, approvals: [...approvals] });
      });
      if (!done.ok) return done;
      const { accountId, half, approvals } = done.value;
      await tellDevices(parts, accountId);
      return ok({ half, approvals });
    },
  };
}
