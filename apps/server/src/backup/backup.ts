import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import { sql } from 'kysely';
import { connect } from '../db/connect.ts';
import { DATABASE, ROLE } from '../postgres/cluster.ts';
import { copyFiles } from '../postgres/copy-files.ts';
import { takeLock } from '../postgres/lock.ts';
import { isAlive } from '../postgres/processes.ts';

/** In a finished backup. What has no such file was cut off. */
const DONE = 'holdfast-backup';

/** Of the cluster, what a copy must not have: it names processes, or is made anew at each start. */
const PASSING =
  /^(postmaster\.(pid|opts)|pg_(notify|stat_tmp|dynshmem|subtrans|serial|snapshots|replslot)\/.+)/;

/**
 * [BAK-1] Copies the bundled database of a data folder to a folder that does not exist yet, whether Holdfast runs or not.
 * The answer's error is a sentence for the host. The push key and the memory of the generation are left out: the first
 * does not belong to a backup, and without the second a restored server knows that it went back.
 */
export async function backup(dataDir: string, to: string): Promise<Result<void, string>> {
  const target = resolve(to);
  if (!(await exists(join(dataDir, 'postgres', 'PG_VERSION'))))
    return err(`There is no bundled database in ${dataDir}. Name the data folder in HOLDFAST_DATA.`);
  if (await exists(target)) return err(`${target} exists already. Name a folder that does not.`);
  await mkdir(target, { recursive: true, mode: 0o700 });
  const copied = (await isRunning(dataDir))
    ? await copyRunning(dataDir, target)
    : await copyStopped(dataDir, target);
  if (!copied.ok) {
    await rm(target, { recursive: true, force: true });
    return copied;
  }
  await copyFiles(dataDir, target, {
    isWanted: (path) => path === 'postgres-password' || path.startsWith('packs'),
    flush: true,
  });
  await writeFile(join(target, DONE), '1\n', { mode: 0o600, flush: true });
  return ok(undefined);
}

async function copyStopped(dataDir: string, target: string): Promise<Result<void, string>> {
  const lock = await takeLock(dataDir);
  if (!lock.ok) return err(lock.error.message);
  try {
    const isWanted = (path: string): boolean => !PASSING.test(path);
    await copyFiles(join(dataDir, 'postgres'), join(target, 'postgres'), { isWanted, flush: true });
    return ok(undefined);
  } finally {
    await lock.value.release();
  }
}

/** PostgreSQL's own way: https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP */
async function copyRunning(dataDir: string, target: string): Promise<Result<void, string>> {
  const cluster = join(dataDir, 'postgres');
  const password = (await readFile(join(dataDir, 'postgres-password'), 'utf8')).trim();
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
  // Lines 4, 5 and 6: port, folder of the socket, address.
  const place = { host: lines[4]?.trim() || lines[5]?.trim() || '127.0.0.1', port: Number(lines[3]) };
  const db = connect({ ...place, user: ROLE, password, database: DATABASE });
  try {
    return await db.connection().execute(async (session) => {
      const begun = await sql<{ file: string }>`
        SELECT pg_walfile_name(pg_backup_start('holdfast', true)) AS file
      `.execute(session);
      const isData = (path: string): boolean => !PASSING.test(path) && !path.startsWith('pg_wal/');
      await copyFiles(cluster, join(target, 'postgres'), { isWanted: isData, flush: true });
      const ended = await sql<{ label: string }>`
        SELECT labelfile AS label FROM pg_backup_stop(false)
      `.execute(session);
      // The log between start and end is part of the backup, so it is copied last.
      const isLog = (path: string): boolean => path === 'pg_wal' || /^pg_wal\/[0-9A-F]{24}$/.test(path);
      await copyFiles(cluster, join(target, 'postgres'), { isWanted: isLog, flush: true });
      await copyLabel(target, ended.rows[0]!.label);
      const logs = await readdir(join(target, 'postgres', 'pg_wal'));
      return logs.includes(begun.rows[0]!.file)
        ? ok(undefined)
        : err('So much was written meanwhile that the backup is not whole. Make it again.');
    });
  } finally {
    await db.destroy();
  }
}

/** The label has the owner and mode of its neighbour: PostgreSQL's user removes it after recovery. */
async function copyLabel(target: string, label: string): Promise<void> {
  const cluster = join(target, 'postgres');
  const half = `${cluster}.label`;
  await copyFiles(cluster, half, {
    isWanted: (path) => path === 'PG_VERSION',
    treat: () => Buffer.from(label),
    flush: true,
  });
  await rename(join(half, 'PG_VERSION'), join(cluster, 'backup_label'));
  await rm(half, { recursive: true });
}

/**
 * [BAK-2] Puts a backup where the data folder is. What was there is moved aside, not removed; its push key stays in use.
 * Holdfast must not run. Answers where the old data went, if there was any.
 */
export async function restore(from: string, dataDir: string): Promise<Result<string | undefined, string>> {
  const source = resolve(from);
  if (!(await exists(join(source, DONE)))) return err(`${source} is not a finished backup of Holdfast.`);
  if (await isRunning(dataDir)) return err('Holdfast is running. Stop it first.');
  let aside: string | undefined;
  if (await exists(dataDir)) {
    for (let n = 1; await exists((aside = `${dataDir}.before-restore-${n}`)); n++);
    await rename(dataDir, aside);
  }
  await copyFiles(source, dataDir, { isWanted: (path) => path !== DONE, flush: true });
  if (aside !== undefined)
    await copyFiles(aside, dataDir, { isWanted: (path) => path === 'push.key', flush: true });
  return ok(aside);
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function isRunning(dataDir: string): Promise<boolean> {
  const lines = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')).split(
    '\n',
  );
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 1 && isAlive(pid);
}
