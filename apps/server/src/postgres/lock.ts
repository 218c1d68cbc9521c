import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '@holdfast/base';
import { startError, type StartError } from './errors.ts';
import { identityOf } from './processes.ts';

/** One Holdfast per data folder. Held as a file that names its holder, so that a crash leaves nothing to clear. */
export interface DataLock {
  release(): Promise<void>;
}

const LOCK_NAME = 'holdfast.lock';

/** Takes the data folder for this process, or says which process has it. */
export async function takeLock(dataDir: string): Promise<Result<DataLock, StartError>> {
  const path = join(dataDir, LOCK_NAME);
  const mine = JSON.stringify({ pid: process.pid, run: await identityOf(process.pid) });
  const own = `${path}.${randomBytes(6).toString('hex')}`;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await writeFile(own, mine, { mode: 0o600 });
    try {
      // A hard link appears whole or not at all, so nobody ever reads half a lock.
      await link(own, path);
      return ok({ release: () => releaseLock(path, mine) });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      await rm(own, { force: true });
    }
    const found = await readFile(path, 'utf8').catch(() => undefined);
    if (found === undefined) continue;
    const holder = await livingHolder(found);
    if (holder !== undefined) return err(heldBy(holder, dataDir));
    if (!(await setAside(path, found))) return err(heldBy(undefined, dataDir));
  }
  return err(heldBy(undefined, dataDir));
}

async function livingHolder(content: string): Promise<number | undefined> {
  let lock: { pid?: unknown; run?: unknown };
  try {
    lock = JSON.parse(content) as typeof lock;
  } catch {
    return undefined;
  }
  if (typeof lock.pid !== 'number') return undefined;
  const run = await identityOf(lock.pid);
  return run !== undefined && run === lock.run ? lock.pid : undefined;
}

/**
 * Moves a dead holder's lock away. Another start may have replaced it between our reading and our moving:
 * then what we moved is a living lock, which goes back, and we give up.
 */
async function setAside(path: string, expected: string): Promise<boolean> {
  const aside = `${path}.stale.${randomBytes(6).toString('hex')}`;
  try {
    await rename(path, aside);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
  const moved = await readFile(aside, 'utf8');
  if (moved !== expected) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
  return moved === expected;
}

async function releaseLock(path: string, mine: string): Promise<void> {
  const found = await readFile(path, 'utf8').catch(() => undefined);
  if (found === mine) await rm(path, { force: true });
}

function heldBy(pid: number | undefined, dataDir: string): StartError {
  const who = pid === undefined ? 'Another Holdfast' : `Another Holdfast (process ${pid})`;
  return startError(
    'already-running',
    `${who} already uses the data in ${dataDir}. Stop it first, or name another folder in HOLDFAST_DATA.`,
  );
}
