import type { Kysely } from 'kysely';
import type {
  AccountId,
  RecoveryCase,
  RecoveryId,
  RecoveryStanding,
  RecoveryTerms,
} from '@holdfast/protocol';
import { standingOf } from '@holdfast/protocol';
import { readAccount } from '../db/queries/accounts.ts';
import type { RecoveryRow, RequestRow } from '../db/queries/recovery.ts';
import { readApprovals } from '../db/queries/recovery.ts';
import type { Database } from '../db/schema.ts';
import type { Bus } from '../live/bus.ts';
import type { MailboxParts } from '../mailboxes/verbs.ts';

export interface RecoveryParts extends Omit<MailboxParts, 'identity'> {
  readonly bus: Bus;
}

const KEY = 32;
export const approversOf = ({ approvers }: RecoveryRow): Uint8Array[] =>
  Array.from({ length: approvers.length / KEY }, (_, i) => approvers.subarray(i * KEY, (i + 1) * KEY));

export const termsOf = (row: RecoveryRow): RecoveryTerms => ({
  waitHours: row.wait_hours,
  needed: row.needed,
  people: row.approvers.length / KEY,
});

export const caseOf = (row: RequestRow): RecoveryCase => ({
  begunHour: row.begun_hour,
  stoppedHour: row.stopped_hour,
  owned: row.owned,
  vetoedHour: row.vetoed_hour,
  releasedHour: row.released_hour,
});

/** A case as columns, to store what a rule made of it. */
export const columnsOf = (request: RecoveryCase) => ({
  begun_hour: request.begunHour,
  stopped_hour: request.stoppedHour,
  owned: request.owned,
  vetoed_hour: request.vetoedHour,
  released_hour: request.releasedHour,
});

export interface Standing extends RecoveryStanding {
  readonly owned: boolean;
  readonly approvals: readonly Uint8Array[];
}

/** Where requests of one account stand, with what trusted people sent for each. */
export async function standings(
  db: Kysely<Database>,
  row: RecoveryRow,
  requests: readonly RequestRow[],
  now: number,
): Promise<Map<RecoveryId, Standing>> {
  const ids = requests.map((request) => request.request_id);
  const sent = ids.length === 0 ? [] : await readApprovals(db, ids);
  const terms = termsOf(row);
  return new Map(
    requests.map((request) => {
      const approvals = sent.filter((one) => one.request_id === request.request_id);
      const standing = standingOf(caseOf(request), terms, approvals.length, now);
      return [
        request.request_id,
        { ...standing, owned: request.owned, approvals: approvals.map(({ sealed }) => sealed) },
      ];
    }),
  );
}

/** Tells the account's devices that something changed; what it is they ask. */
export async function tellDevices({ db, bus }: RecoveryParts, accountId: AccountId): Promise<void> {
  const account = await readAccount(db, accountId);
  if (account) bus.publish({ type: 'account', accountId, keys: account.keys.map((key) => key.publicKey) });
}
