import type { Clock, Random } from '@holdfast/base';
import type { RecoveryCase, RecoveryTerms } from '@holdfast/protocol';
import { standingOf } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import { lockRecoveries, readWaitingRequests, updateRequest } from '../db/queries/recovery.ts';
import type { Database } from '../db/schema.ts';
import { ringAt } from '../mailboxes/ring.ts';
import { dayOf } from '../time.ts';
import { alertTimes } from './alerts.ts';
import { alertGroupOf, openHalf } from './half.ts';
import { caseOf, columnsOf, termsOf } from './recovery-parts.ts';

/**
 * [RCV-10] Moves every request that was not released, by a rule, and rings the account's devices for those that run: at
 * once, and at their new times.
 */
export async function moveRequests(
  tx: Kysely<Database>,
  parts: { readonly clock: Clock; readonly random: Random; readonly pushKey: Uint8Array },
  now: number,
  rule: (request: RecoveryCase, terms: RecoveryTerms) => RecoveryCase,
): Promise<void> {
  const { clock, random, pushKey } = parts;
  await lockRecoveries(tx);
  for (const { request, row } of await readWaitingRequests(tx)) {
    const after = rule(caseOf(request), termsOf(row));
    await updateRequest(tx, request.request_id, columnsOf(after));
    const standing = standingOf(after, termsOf(row), 0, now);
    const mailboxId = openHalf(pushKey, row.account_id, row.sealed)?.mailboxId;
    if (standing.state !== 'open' || mailboxId === undefined) continue;
    const groupId = alertGroupOf(pushKey, request.request_id);
    await ringAt(tx, random, { groupId, mailboxId, times: alertTimes(standing, now) }, dayOf(clock));
  }
}
