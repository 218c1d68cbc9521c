import type { Result } from '@holdfast/base';
import { ok } from '@holdfast/base';
import type { Grant } from '@holdfast/recovery';
import type { Account } from './account.ts';
import type { StepError } from './env.ts';
import { written } from './env.ts';
import { put, readRecords } from './records.ts';

/** Every grant begins when it is given. A clock a moment behind another device's must not undo what that one did. */
export const grantsOf = (account: Account): Grant[] =>
  readRecords('grant', account.home.store.list('grant')).map(({ contact, category, from, until, ended }) => ({
    contact,
    category,
    from: Math.min(from, account.now()),
    until,
    ...(ended ? { ended } : {}),
  }));

/** A start this far ahead of the server's time was written by a clock that was wrong, ms. */
const WRONG_CLOCK = 12 * 3_600_000;

/**
 * Writes down what time has done to grants, so that all devices go by it: one that ran out is ended, or two devices
 * with different clocks would let a reader out and in again in turns; one given under a clock years ahead lasts as
 * many days as were asked for, from now.
 */
export async function settleGrants(account: Account): Promise<Result<void, StepError>> {
  const now = account.now();
  const ops = readRecords('grant', account.home.store.list('grant')).flatMap((grant) => {
    const { id, from, until, ended } = grant;
    if (ended) return [];
    if (from > now + WRONG_CLOCK) return [put('grant', id, { from: now, until: now + (until - from) })];
    return until <= now ? [put('grant', id, { ended: until })] : [];
  });
  return ops.length === 0 ? ok(undefined) : written(await account.writeHome(...ops));
}
