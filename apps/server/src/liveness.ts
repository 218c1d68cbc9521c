import type { Clock, Random } from '@holdfast/base';
import { held, putOff } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import { CLOCK_FAULT, GAP, holdTimers, lockBeat, noteBeat, putOffTimers } from './db/queries/liveness.ts';
import type { Database } from './db/schema.ts';
import { moveRequests } from './recovery/move-requests.ts';

export interface LivenessParts {
  readonly db: Kysely<Database>;
  readonly clock: Clock;
  readonly random: Random;
  readonly pushKey: Uint8Array;
  /** Ms to add to the database's clock; 0 but in tests. */
  readonly ahead: () => number;
}

/**
 * [TMR-2] [RCV-10] Notes that the server runs, and gives timers and requests to be let back in the time in which it did
 * not. Answers the gap since it last did, ms by the database's clock; 0 at the very first.
 */
export const beat = (parts: LivenessParts): Promise<number> =>
  parts.db.transaction().execute(async (tx) => {
    const { last, now } = await lockBeat(tx, parts.ahead());
    const gap = now - last;
    if (gap > GAP || gap < -CLOCK_FAULT) {
      await putOffTimers(tx, last, now);
      await moveRequests(tx, parts, now, (request) => putOff(request, gap));
    }
    await noteBeat(tx, now);
    return gap;
  });

/** [TMR-3] [RCV-10] With a new generation: what a backup brought back may have been stopped since. */
export const holdAll = (parts: LivenessParts): Promise<void> =>
  parts.db.transaction().execute(async (tx) => {
    const { now } = await lockBeat(tx, parts.ahead());
    await holdTimers(tx, now);
    await moveRequests(tx, parts, now, (request, terms) => held(request, terms, now));
  });
