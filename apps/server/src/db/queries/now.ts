import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/**
 * [MBX-5] Ms since 1970 by the database's clock, which alone decides when something is due: it is one clock, however
 * many processes there are. `ahead` ms are added, which is 0 but in tests.
 */
export const databaseNow = (ahead: number): RawBuilder<number> =>
  sql<number>`((extract(epoch FROM clock_timestamp()) * 1000)::bigint + ${ahead}::bigint)`;
