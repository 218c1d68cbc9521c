import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../schema.ts';
import { databaseNow } from './now.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 86_400_000;

/** [TMR-2] How often the server writes down that it runs. Ms. */
export const BEAT = 10 * SECOND;
/** [TMR-2] A longer time without that is an outage. Ms. */
export const GAP = 60 * SECOND;
/** [TMR-2] What was armed before an outage waits this long after it. Ms. */
export const AFTER_OUTAGE = 30 * MINUTE;
/** [TMR-3] What was armed before a restore waits this long after it. Ms. */
export const AFTER_RESTORE = DAY;
/** [TMR-2] Nothing is armed further ahead, so a clock that goes back by more was wrong before or is now. Ms. */
export const CLOCK_FAULT = 15 * DAY;

/** Ms up to a full second: the grid of timers. */
const upToSecond = (ms: RawBuilder<number>) => sql<number>`((${ms} + 999) / 1000 * 1000)`;

/** When the server was last known to run, and when it is now, by the database's clock; held until the transaction ends. */
export async function lockBeat(tx: Kysely<Database>, ahead: number): Promise<{ last: number; now: number }> {
  const now = databaseNow(ahead);
  await sql`INSERT INTO liveness (beat_at) VALUES (${now}) ON CONFLICT DO NOTHING`.execute(tx);
  const { rows } = await sql<{ last: number; now: number }>`
    SELECT beat_at AS last, ${now} AS now FROM liveness FOR UPDATE
  `.execute(tx);
  return rows[0]!;
}

export const noteBeat = (tx: Kysely<Database>, now: number) =>
  tx.updateTable('liveness').set({ beat_at: now }).execute();

/**
 * [RCV-10] Now, as far as the server is known to run: while a gap has not been given back, time stands still. It decides
 * about requests to be let back in, as `claimDue` does about timers.
 */
export async function readKnownNow(db: Kysely<Database>, ahead: number): Promise<number> {
  const { rows } = await sql<{ now: number }>`
    SELECT least(${databaseNow(ahead)}, (SELECT beat_at FROM liveness) + ${GAP}::bigint) AS now
  `.execute(db);
  return rows[0]!.now;
}

/** [TMR-2] Gives timers back the time from `last` to `now`, in which the server did not run. */
export async function putOffTimers(tx: Kysely<Database>, last: number, now: number): Promise<void> {
  // What was due before the outage and had not gone out is due at its end.
  const moved = sql<number>`greatest(release_at, ${Math.min(last, now)}::bigint) + ${now - last}::bigint`;
  const atLeast = sql<number>`${now + AFTER_OUTAGE}::bigint`;
  await sql`
    UPDATE due SET release_at = ${upToSecond(sql`greatest(${moved}, ${atLeast})`)}
    WHERE kind = 'timer' AND NOT released AND claimed_until = 0
  `.execute(tx);
}

/** [TMR-3] Holds every timer that has not gone out: what a backup brought back may have been stopped since. */
export const holdTimers = (tx: Kysely<Database>, now: number) =>
  sql`
    UPDATE due SET
      release_at = ${upToSecond(sql`greatest(release_at, ${now + AFTER_RESTORE}::bigint)`)},
      claimed_until = 0
    WHERE kind = 'timer' AND NOT released
  `.execute(tx);
