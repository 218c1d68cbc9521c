import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import type { Database } from './schema.ts';

/**
 * [OPS-2] Whether a commit on this database survives power loss. An acknowledged write must: people delete
 * their copy after it. The error is a sentence for the host.
 */
export async function checkDurability(db: Kysely<Database>): Promise<Result<void, string>> {
  const { rows } = await sql<{ name: string; setting: string }>`
    SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')
  `.execute(db);
  const off = rows.filter((row) => row.setting === 'off').map((row) => row.name);
  if (off.length === 0) return ok(undefined);
  return err(
    `This database can lose what it confirmed: ${off.join(' and ')} ${off.length === 1 ? 'is' : 'are'} off. ` +
      'Set fsync, full_page_writes and synchronous_commit to on in its configuration, restart it, and start Holdfast again.',
  );
}
