import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Host } from './host.ts';

/** Lets so many hours pass for requests of new phones, in the database whose clock alone counts for them. */
export async function passHours(host: Host, hours: number): Promise<void> {
  const password = (await readFile(join(host.dataDir, 'postgres-password'), 'utf8')).trim();
  const client = new pg.Client({
    host: join(host.dataDir, 'run'),
    user: 'holdfast',
    database: 'holdfast',
    password,
  });
  await client.connect();
  await client.query(
    'UPDATE recovery_request SET begun_hour = begun_hour - $1, vetoed_hour = vetoed_hour - $1',
    [hours],
  );
  await client.end();
}
