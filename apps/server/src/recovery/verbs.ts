import { concat, equalBytes, ok } from '@holdfast/base';
import type { AccountId, Request } from '@holdfast/protocol';
import { accountIdOf, inUse, LIMITS, mayRequest, owned, standingOf, vetoed } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import { brokenConstraint } from '../db/failures.ts';
import { readAccount } from '../db/queries/accounts.ts';
import { readKnownNow } from '../db/queries/liveness.ts';
import { readMailbox } from '../db/queries/mailboxes.ts';
import type { RecoveryRow } from '../db/queries/recovery.ts';
import {
  deleteRecovery,
  insertRecovery,
  readRecovery,
  readRequests,
  updateRequest,
} from '../db/queries/recovery.ts';
import type { Database } from '../db/schema.ts';
import { ringAt } from '../mailboxes/ring.ts';
import type { Session } from '../session/session.ts';
import { sha256 } from '../sha256.ts';
import { dayOf } from '../time.ts';
import type { Handlers } from '../verbs.ts';
import { refuse } from '../verbs.ts';
import { alertTimes, stopAlerts } from './alerts.ts';
import { alertGroupOf, openHalf, sealHalf } from './half.ts';
import type { RecoveryParts } from './recovery-parts.ts';
import { caseOf, columnsOf, standings, tellDevices, termsOf } from './recovery-parts.ts';

type AccountSide =
  'recovery.arm' | 'recovery.disarm' | 'recovery.status' | 'recovery.present' | 'recovery.veto';

/** What the account's own devices ask. */
export function recoveryVerbs(parts: RecoveryParts): Handlers<AccountSide> {
  const { db, clock, random, pushKey, ahead } = parts;

  const holdsKeyOf = async (
    tx: Kysely<Database>,
    session: Session,
    accountId: AccountId,
  ): Promise<boolean> => {
    const account = await readAccount(tx, accountId);
    return account?.keys.some((key) => session.holds(key.publicKey)) ?? false;
  };
  const isRoot = (session: Session, accountId: AccountId, rootKey: Uint8Array): boolean =>
    session.holds(rootKey) && accountIdOf(sha256, rootKey) === accountId;

  /** Destroys what is armed, with its requests and their alerts. */
  async function destroy(tx: Kysely<Database>, accountId: AccountId): Promise<void> {
    for (const { request_id: id } of await readRequests(tx, accountId))
      await stopAlerts(tx, alertGroupOf(pushKey, id), ahead());
    await deleteRecovery(tx, accountId);
  }

  function isRepeat(row: RecoveryRow, wanted: Request<'recovery.arm'>): boolean {
    const half = openHalf(pushKey, row.account_id, row.sealed);
    return (
      half !== undefined &&
      row.locator === wanted.locator &&
      equalBytes(half.half, wanted.half) &&
      half.mailboxId === wanted.alert?.mailboxId
    );
  }

  return {
    /** [RCV-1] */
    'recovery.arm': async ({ session }, request) => {
      const { accountId, rootKey, locator, requestKey, half, waitHours, needed, approvers, alert } = request;
      if (!isRoot(session, accountId, rootKey)) return refuse('forbidden');
      const names = new Set(approvers.map((key) => Buffer.from(key).toString('base64url')));
      if (names.size < approvers.length || needed > approvers.length) return refuse('invalid');
      const armed = db.transaction().execute(async (tx) => {
        if (!(await holdsKeyOf(tx, session, accountId))) return refuse('forbidden');
        if (alert) {
          const mailbox = await readMailbox(tx, alert.mailboxId);
          if (mailbox === undefined || !session.holds(mailbox.post_key)) return refuse('forbidden');
        }
        const before = await readRecovery(tx, accountId, true);
        if (before && isRepeat(before, request)) return ok({});
        const sealed = sealHalf(random, pushKey, accountId, {
          half,
          ...(alert ? { mailboxId: alert.mailboxId } : {}),
        });
        const row = {
          locator,
          request_key: requestKey,
          approvers: concat(...approvers),
          needed,
          wait_hours: waitHours,
          sealed,
        };
        // The same arrangement, whose devices are now told elsewhere, or whose key file was lost: requests go on.
        if (before?.locator === locator && isSame(before, row)) {
          await tx.updateTable('recovery').set({ sealed }).where('account_id', '=', accountId).execute();
          return ok({});
        }
        await destroy(tx, accountId);
        await insertRecovery(tx, { account_id: accountId, ...row });
        return ok({});
      });
      return armed.catch((error: unknown) => {
        if (brokenConstraint(error) === 'recovery_locator') return refuse('conflict');
        throw error;
      });
    },

    'recovery.disarm': async ({ session }, { accountId, rootKey }) => {
      if (!isRoot(session, accountId, rootKey)) return refuse('forbidden');
      return db.transaction().execute(async (tx) => {
        if (!(await holdsKeyOf(tx, session, accountId))) return refuse('forbidden');
        await destroy(tx, accountId);
        return ok({});
      });
    },

    'recovery.status': async ({ session }, { accountId }) => {
      if (!(await holdsKeyOf(db, session, accountId))) return refuse('forbidden');
      const row = await readRecovery(db, accountId);
      if (row === undefined) return ok({ off: false, requests: [] });
      const now = await readKnownNow(db, ahead());
      const all = await readRequests(db, accountId);
      const requests = all.slice(-LIMITS.recoveryRequests);
      const standing = await standings(db, row, requests, now);
      return ok({
        ...(openHalf(pushKey, accountId, row.sealed) ? { armed: row.locator } : {}),
        // Judged by all of them, as a new request would be.
        off: mayRequest(all.map(caseOf), now) === 'off',
        requests: [...standing].map(([requestId, { state, owned: isOwned, begunAt, readyAt, approvals }]) => {
          return { requestId, state, owned: isOwned, begunAt, readyAt, approvals: approvals.length };
        }),
      });
    },

    /** [RCV-3] */
    'recovery.present': async ({ session }, { accountId, requestId, mine }) =>
      db.transaction().execute(async (tx) => {
        if (!(await holdsKeyOf(tx, session, accountId))) return refuse('forbidden');
        const row = await readRecovery(tx, accountId, true);
        const request = (await readRequests(tx, accountId)).find(({ request_id: id }) => id === requestId);
        if (!row || !request) return refuse('forbidden');
        const now = await readKnownNow(tx, ahead());
        const after = mine ? owned(caseOf(request), now) : inUse(caseOf(request), now);
        await updateRequest(tx, requestId, columnsOf(after));
        if (!mine) return ok({});
        const groupId = alertGroupOf(pushKey, requestId);
        const mailboxId = openHalf(pushKey, accountId, row.sealed)?.mailboxId;
        // Whoever said so had a device in the hand: the others are told again, while there is time.
        const times = alertTimes(standingOf(after, termsOf(row), 0, now), now);
        if (mailboxId && after.vetoedHour === null && after.releasedHour === null)
          await ringAt(tx, random, { groupId, mailboxId, times }, dayOf(clock));
        return ok({});
      }),

    /** [RCV-4] */
    'recovery.veto': async ({ session }, { accountId }) => {
      const done = await db.transaction().execute(async (tx) => {
        if (!(await holdsKeyOf(tx, session, accountId))) return refuse('forbidden');
        await readRecovery(tx, accountId, true);
        const now = await readKnownNow(tx, ahead());
        for (const request of await readRequests(tx, accountId)) {
          await updateRequest(tx, request.request_id, columnsOf(vetoed(caseOf(request), now)));
          await stopAlerts(tx, alertGroupOf(pushKey, request.request_id), ahead());
        }
        return ok({});
      });
      if (done.ok) await tellDevices(parts, accountId);
      return done;
    },
  };
}

const isSame = (
  before: RecoveryRow,
  wanted: Pick<RecoveryRow, 'request_key' | 'approvers' | 'needed' | 'wait_hours'>,
): boolean =>
  equalBytes(before.request_key, wanted.request_key) &&
  equalBytes(before.approvers, wanted.approvers) &&
  before.needed === wanted.needed &&
  before.wait_hours === wanted.wait_hours;
