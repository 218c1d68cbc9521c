import { chmod, chown, lstat, mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files under way: disks flush many for the price of one. */
const AT_ONCE = 16;

export interface CopyOptions {
  /** Which files and folders; all of them unless told. Paths are relative to the folder. */
  readonly isWanted?: (path: string) => boolean;
  /** A file's bytes as they go into the copy, or undefined to leave it out. */
  readonly treat?: (path: string, bytes: Buffer) => Buffer | undefined;
  /** Whether each file is on the disk before the answer. */
  readonly flush: boolean;
}

/**
 * Copies a folder with owners and modes. A file that vanishes meanwhile is left out: a running PostgreSQL removes some.
 */
export async function copyFiles(from: string, to: string, options: CopyOptions, below = ''): Promise<void> {
  const folder = await lstat(join(from, below));
  await mkdir(join(to, below), { recursive: true, mode: 0o700 });
  await keepOwner(join(to, below), folder);
  const entries = (await readdir(join(from, below), { withFileTypes: true }))
    .map((entry) => ({ entry, path: join(below, entry.name) }))
    .filter(({ path }) => options.isWanted?.(path) !== false);
  const files = entries.filter(({ entry }) => entry.isFile());
  for (let next = 0; next < files.length; next += AT_ONCE)
    await Promise.all(files.slice(next, next + AT_ONCE).map(({ path }) => copyFile(from, to, path, options)));
  for (const { entry, path } of entries) if (entry.isDirectory()) await copyFiles(from, to, options, path);
}

async function copyFile(
  from: string,
  to: string,
  path: string,
  { treat, flush }: CopyOptions,
): Promise<void> {
  const [stat, bytes] = await Promise.all([lstat(join(from, path)), readFile(join(from, path))]).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const kept = bytes && treat ? treat(path, bytes) : bytes;
  if (!stat || !kept) return;
  const file = await open(join(to, path), 'w', stat.mode & 0o777);
  try {
    await file.writeFile(kept);
    if (flush) await file.sync();
  } finally {
    await file.close();
  }
  await keepOwner(join(to, path), stat);
}

async function keepOwner(
  path: string,
  { uid, gid, mode }: { uid: number; gid: number; mode: number },
): Promise<void> {
  if (process.getuid?.() === 0) await chown(path, uid, gid);
  await chmod(path, mode & 0o777);
}
