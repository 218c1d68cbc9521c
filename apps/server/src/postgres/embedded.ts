import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { err, ok, type Logger, type Result } from '@holdfast/base';
import { findBinaries } from './binaries.ts';
import {
  clusterVersion,
  createCluster,
  DATABASE,
  MAJOR_VERSION,
  resetPassword,
  ROLE,
  type ClusterPlace,
} from './cluster.ts';
import { classify, startError, type StartError } from './errors.ts';
import { takeLock } from './lock.ts';
import { clearOrphan, startPostmaster, type Listening, type Postmaster } from './postmaster.ts';
import { blockedAt, chooseRunAs, type RunAs } from './run-as.ts';

/** What a client needs to connect. `host` is the socket's folder or 127.0.0.1, as `pg` and libpq take it. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface RunningPostgres {
  readonly connection: Connection;
  /** Stops PostgreSQL cleanly and frees the data folder. Close your own connections first. May be called twice. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Holds everything; made with mode 0700 if missing. */
  readonly dataDir: string;
  readonly log: Logger;
  /** Called once if PostgreSQL ends without `stop()`. The server should stop with an error then. */
  readonly onDeath?: () => void;
}

/** A socket's address holds 107 bytes on Linux and 103 on macOS, with its file name. */
const MAX_SOCKET_PATH = 103;
const SOCKET_NAME = '/.s.PGSQL.5432';

/**
 * Starts the bundled PostgreSQL on `dataDir`, creating it at the first start and recovering it after a crash.
 * Everything a host can act on comes back as a `StartError`.
 */
export async function startPostgres(options: StartOptions): Promise<Result<RunningPostgres, StartError>> {
  const dataDir = resolve(options.dataDir);
  try {
    return await start(dataDir, options);
  } catch (error) {
    if (isSystemError(error)) return err(classify(error.message, dataDir));
    throw error;
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'errno' in error && 'code' in error;

async function start(named: string, options: StartOptions): Promise<Result<RunningPostgres, StartError>> {
  await mkdir(named, { recursive: true, mode: 0o700 });
  // PostgreSQL knows its folder by its real path, and we tell it by that name.
  const dataDir = await realpath(named);
  const runAs = await chooseRunAs(process.getuid?.(), join(dataDir, 'postgres'));
  if (runAs === null) {
    return err(
      startError(
        'permission',
        'PostgreSQL does not run as root, and there is no user "holdfast", "postgres" or "nobody" to run it. Create a user named holdfast.',
      ),
    );
  }
  if (await isForeign(dataDir)) {
    return err(
      startError(
        'permission',
        `${dataDir} holds other files. Name an empty or a new folder in HOLDFAST_DATA: it is closed to other users.`,
      ),
    );
  }
  await closeToOthers(dataDir, runAs);
  const blocked = await blockedAt(dataDir, runAs);
  if (blocked !== undefined) {
    return err(
      startError(
        'permission',
        `Started by root, PostgreSQL runs as a user without rights, who cannot pass through ${blocked}. Name a folder elsewhere in HOLDFAST_DATA, such as /var/lib/holdfast.`,
      ),
    );
  }
  const lock = await takeLock(dataDir);
  if (!lock.ok) return lock;
  const started = await startLocked(dataDir, runAs, options).catch(async (error: unknown) => {
    await lock.value.release();
    throw error;
  });
  if (!started.ok) {
    await lock.value.release();
    return started;
  }
  const { postmaster, connection } = started.value;
  let stopping: Promise<void> | undefined;
  void postmaster.ended.then(() => {
    if (stopping === undefined) options.onDeath?.();
  });
  const stop = async (): Promise<void> => {
    await postmaster.stop();
    await lock.value.release();
    options.log.info('postgres.stopped');
  };
  return ok({ connection, stop: () => (stopping ??= stop()) });
}

/** What a data folder of ours holds from its first minute on. */
const MARKS = ['holdfast.lock', 'postgres', 'postgres-password', 'run'];

/** Whether the folder is somebody's home or /tmp by mistake. Its owner and mode must not be changed. */
async function isForeign(dataDir: string): Promise<boolean> {
  const names = await readdir(dataDir);
  return names.length > 0 && !MARKS.some((mark) => names.includes(mark));
}

/**
 * Closes the folder to everyone else. As root, the group of PostgreSQL's user may pass through to its own
 * subfolder, and root keeps the rest: password, lock and log are not PostgreSQL's to replace.
 */
async function closeToOthers(dataDir: string, runAs: RunAs | undefined): Promise<void> {
  if (runAs === undefined) {
    await chmod(dataDir, 0o700);
    return;
  }
  await chown(dataDir, 0, runAs.gid);
  await chmod(dataDir, 0o710);
}

async function startLocked(
  dataDir: string,
  runAs: RunAs | undefined,
  options: StartOptions,
): Promise<Result<{ postmaster: Postmaster; connection: Connection }, StartError>> {
  const binaries = await findBinaries(dataDir, runAs);
  if (!binaries.ok) return binaries;
  const place: ClusterPlace = {
    dataDir,
    cluster: join(dataDir, 'postgres'),
    binaries: binaries.value,
    runAs,
  };

  const orphan = await clearOrphan(place);
  if (!orphan.ok) return orphan;
  if (orphan.value) options.log.warn('postgres.orphan-stopped');

  const password = await openCluster(place, options.log);
  if (!password.ok) return password;

  const listening = await chooseListening(place);
  const postmaster = await startPatiently(place, listening);
  if (!postmaster.ok) return postmaster;
  options.log.info('postgres.ready', { socket: listening.host !== LOOPBACK });
  const connection = { ...listening, user: ROLE, password: password.value, database: DATABASE };
  return ok({ postmaster: postmaster.value, connection });
}

/** Makes the cluster at the first start. Returns the role's password, which stays in the data folder. */
async function openCluster(place: ClusterPlace, log: Logger): Promise<Result<string, StartError>> {
  const version = await clusterVersion(place.cluster);
  if (version !== undefined && version !== MAJOR_VERSION) {
    return err(classify(`initialized by PostgreSQL version ${version}`, place.dataDir));
  }
  const path = join(place.dataDir, 'postgres-password');
  const kept = (await readFile(path, 'utf8').catch(() => '')).trim();
  if (version !== undefined && kept !== '') return ok(kept);
  const password = randomBytes(24).toString('base64url');
  await writeFile(path, `${password}\n`, { mode: 0o600 });
  if (version === undefined) log.info('postgres.creating');
  else log.warn('postgres.password-renewed');
  const made =
    version === undefined ? await createCluster(place, password) : await resetPassword(place, password);
  return made.ok ? ok(password) : made;
}

const LOOPBACK = '127.0.0.1';

async function chooseListening(place: ClusterPlace): Promise<Listening> {
  const host = join(place.dataDir, 'run');
  if (process.platform === 'win32' || Buffer.byteLength(host + SOCKET_NAME) > MAX_SOCKET_PATH) {
    return { host: LOOPBACK, port: await freePort() };
  }
  await mkdir(host, { recursive: true, mode: 0o700 });
  // PostgreSQL refuses to start when a killed one left this and its process id lives: as a stranger's, or as a zombie
  // that nobody reaps. None serves the cluster by now, and the folder is ours alone.
  await rm(`${host}${SOCKET_NAME}.lock`, { force: true });
  if (place.runAs !== undefined) await chown(host, place.runAs.uid, place.runAs.gid);
  return { host, port: 5432 };
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, LOOPBACK, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolvePort(port));
    });
  });
}

/**
 * The workers of a killed PostgreSQL notice it within a second or two and hold its memory until then;
 * a port found free may be taken before PostgreSQL binds it. Both pass, so both are tried again.
 */
async function startPatiently(
  place: ClusterPlace,
  listening: Listening,
): Promise<Result<Postmaster, StartError>> {
  for (let attempt = 0; ; attempt += 1) {
    const at =
      attempt > 0 && listening.host === LOOPBACK ? { ...listening, port: await freePort() } : listening;
    const started = await startPostmaster(place, at);
    const passing =
      !started.ok && (started.error.code === 'already-running' || started.error.code === 'port');
    if (!passing || attempt === 20) return started;
    await sleep(250);
  }
}
