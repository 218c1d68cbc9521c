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
const CLOCK_FAULT = 15 * DAY;

/** Ms up to a full second: the grid of timers. */
const upToSecond = (ms: RawBuilder<number>) => sql<number>`((${ms} + 999) / 1000 * 1000)`;

/**
 * [TMR-2] Notes that the server runs, and gives timers back the time in which it did not. Answers the gap since it last
 * did, ms by the database's clock; 0 at the very first. `ahead`: see `databaseNow`.
 */
export const beat = (db: Kysely<Database>, ahead: number): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const now = databaseNow(ahead);
    await sql`INSERT INTO liveness (beat_at) VALUES (${now}) ON CONFLICT DO NOTHING`.execute(tx);
    const { rows } = await sql<{ beat: number; now: number }>`
      SELECT beat_at AS beat, ${now} AS now FROM liveness FOR UPDATE
    `.execute(tx);
    const { beat: last, now: at } = rows[0]!;
    const gap = at - last;
    if (gap > GAP || gap < -CLOCK_FAULT) {
      // What was due before the outage and had not gone out is due at its end.
      const moved = sql<number>`greatest(release_at, ${Math.min(last, at)}::bigint) + ${gap}::bigint`;
      const atLeast = sql<number>`${at + AFTER_OUTAGE}::bigint`;
      await sql`
        UPDATE due SET release_at = ${upToSecond(sql`greatest(${moved}, ${atLeast})`)}
        WHERE kind = 'timer' AND NOT released AND claimed_until = 0
      `.execute(tx);
    }
    await tx.updateTable('liveness').set({ beat_at: at }).execute();
    return gap;
  });

/** [TMR-3] Holds every timer that has not gone out: what a backup brought back may have been stopped since. */
export const holdTimers = (db: Kysely<Database>, ahead: number) =>
  sql`
    UPDATE due SET
      release_at = ${upToSecond(sql`greatest(release_at, ${databaseNow(ahead)} + ${AFTER_RESTORE}::bigint)`)},
      claimed_until = 0
    WHERE kind = 'timer' AND NOT released
  `.execute(db);
