import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Random } from '@holdfast/base';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import { copyFiles } from '../postgres/copy-files.ts';

/**
 * [Note: What a power loss leaves]
 *
 * What PostgreSQL flushed is on the disk. What it wrote and did not flush is there or not, sector by sector, in any mix.
 * A killed process shows none of this: the system keeps its files. So an image is put together from three things:
 *
 * - the files as they were when the last checkpoint had ended: all of that was flushed, and nothing since has to be;
 * - the files as they are at the moment of the cut: each half of each page is taken from here or from there;
 * - the log up to the last byte that PostgreSQL says is flushed, asked after the last acknowledgement that counts. What
 *   stands behind it is kept, cleared or turned to noise, sector by sector.
 *
 * It believes PostgreSQL's own word for what was flushed, and the system's for a flush. A disk that lies about flushing,
 * and a file system that loses names of files, are not shown by it.
 */
export interface FlushedTo {
  /** File of the log, and how many bytes of it are flushed. */
  readonly file: string;
  readonly bytes: number;
}

/** How far the log is flushed now. */
export async function flushedTo(db: Kysely<Database>): Promise<FlushedTo> {
  const { rows } = await sql<FlushedTo>`
    SELECT file_name AS file, file_offset AS bytes FROM pg_walfile_name_offset(pg_current_wal_flush_lsn())
  `.execute(db);
  return rows[0]!;
}

/** Ends a checkpoint at once: the way into it that the server's own role has. */
export async function checkpoint(db: Kysely<Database>): Promise<void> {
  await db.connection().execute(async (session) => {
    await sql`SELECT pg_backup_start('checkpoint', true)`.execute(session);
    await sql`SELECT pg_backup_stop(false)`.execute(session);
  });
}

const CONTROL = 'global/pg_control';
const SECTOR = 512;
const HALF_PAGE = 4096;

/**
 * Not part of what recovery starts from: made anew at each start, or naming the process that was cut off. And the
 * databases that PostgreSQL makes for itself, in which nobody writes: most of the files.
 */
const PASSING =
  /^(postmaster\.(pid|opts)|pgsql_tmp|pg_notify\/|pg_stat_tmp\/|pg_dynshmem\/.|base\/\d{1,4}(\/|$))/;

/** The files of a cluster by their path, without the log: what a checkpoint that has just ended left on the disk. */
export function filesOf(dataDir: string): ReadonlyMap<string, Buffer> {
  const cluster = join(dataDir, 'postgres');
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(cluster, { recursive: true, withFileTypes: true })) {
    const path = relative(cluster, join(entry.parentPath, entry.name));
    if (!entry.isFile() || path.startsWith('pg_wal/') || PASSING.test(path)) continue;
    files.set(path, readFileSync(join(cluster, path)));
  }
  return files;
}

/** Writes what a power loss at this moment leaves of a data folder. `before`: its files right after a checkpoint. */
export async function cutPower(
  random: Random,
  dataDir: string,
  before: ReadonlyMap<string, Buffer>,
  image: string,
  flushed: FlushedTo,
): Promise<void> {
  const coin = (): boolean => random.bytes(1)[0]! < 128;
  const treat = (path: string, bytes: Buffer): Buffer | undefined => {
    if (path.startsWith('pg_wal/')) return cutLog(random, path, bytes, flushed);
    const old = before.get(path);
    if (path === CONTROL) {
      // Another checkpoint in between would have made the earlier files a state that cannot be.
      if (old === undefined || !old.equals(bytes)) throw new Error('The checkpoint moved on');
      return old;
    }
    // Made since the checkpoint: there whole, there and empty, or not there.
    if (old === undefined) return coin() ? bytes : coin() ? Buffer.alloc(0) : undefined;
    return old.equals(bytes) ? bytes : mixed(coin, old, bytes);
  };
  const isWanted = (path: string): boolean => !PASSING.test(path);
  await copyFiles(join(dataDir, 'postgres'), join(image, 'postgres'), { isWanted, treat, flush: false });
  await copyFiles(dataDir, image, { isWanted: (path) => path === 'postgres-password', flush: false });
}

/** Halves of pages from before or from now. A file may have grown since, and may be found short again. */
function mixed(coin: () => boolean, old: Buffer, now: Buffer): Buffer {
  const length = Math.max(old.length, coin() ? now.length : 0);
  const out = Buffer.alloc(length);
  for (let at = 0; at < length; at += HALF_PAGE) {
    const source = at >= old.length || (at < now.length && coin()) ? now : old;
    source.copy(out, at, at, Math.min(at + HALF_PAGE, length));
  }
  return out;
}

/** The log of a moment: behind what was flushed each sector is what was there, zeros, or noise. */
function cutLog(random: Random, path: string, bytes: Buffer, flushed: FlushedTo): Buffer {
  const name = path.slice('pg_wal/'.length);
  if (!/^[0-9A-F]{24}$/.test(name) || name < flushed.file) return bytes;
  const out = Buffer.from(bytes);
  const start = name === flushed.file ? flushed.bytes : 0;
  for (let at = start; at < out.length;) {
    const end = Math.min(out.length, at - (at % SECTOR) + SECTOR);
    const dice = random.bytes(1)[0]! % 3;
    if (dice === 0) out.fill(0, at, end);
    if (dice === 1) out.set(random.bytes(end - at), at);
    at = end;
    // Behind the first 64 KiB nothing was written since the file was recycled: one kind for the rest.
    if (at - start > 65_536) {
      if (dice === 0) out.fill(0, at);
      break;
    }
  }
  return out;
}
