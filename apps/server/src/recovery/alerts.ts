import type { DueGroupId, RecoveryStanding } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import { dropArmed, markCancelled } from '../db/queries/due.ts';
import type { Database } from '../db/schema.ts';

const HOUR = 3_600_000;
/** [RCV-7] The last alert comes so long before the time of a request is over, ms. */
const BEFORE_END = 12 * HOUR;

/** [RCV-7] Times at which the account's devices are told of a request: at once, half-way, and before its end. */
export const alertTimes = ({ readyAt }: RecoveryStanding, now: number): number[] => [
  now,
  now + (readyAt - now) / 2,
  readyAt - BEFORE_END,
];

export async function stopAlerts(tx: Kysely<Database>, groupId: DueGroupId, ahead: number): Promise<void> {
  await dropArmed(tx, groupId, ahead);
  await markCancelled(tx, groupId);
}
