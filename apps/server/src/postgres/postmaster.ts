import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { err, ok, type Result } from '@holdfast/base';
import { POSTGRES_ENV, type ClusterPlace } from './cluster.ts';
import { classify, startError, type StartError } from './errors.ts';
import { isAlive, servesCluster, waitForEnd } from './processes.ts';

/** Where PostgreSQL listens: a folder for its Unix socket, or a port on loopback. */
export interface Listening {
  /** As libpq has it: a host name, or the socket's folder. */
  readonly host: string;
  readonly port: number;
}

export interface Postmaster {
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it: open transactions are rolled back, everything committed is on disk, nothing to recover. */
  stop(): Promise<void>;
}

/** How long a start may take. Recovery after a crash replays at most a few hundred MB of log. */
const START_MS = 120_000;
/** How long a fast shutdown may take before it is made an immediate one, which is as safe but slower to start. */
const STOP_MS = 30_000;

const settings = (listening: Listening): Record<string, string> => {
  const isSocket = listening.host.startsWith('/');
  return {
    port: String(listening.port),
    listen_addresses: isSocket ? '' : listening.host,
    unix_socket_directories: isSocket ? listening.host : '',
    unix_socket_permissions: '0700',
    // What was acknowledged survives power loss. Here, not in a file, so that no edit can turn it off.
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    max_connections: '40',
    shared_buffers: '64MB',
    // The log is for the host, who must not read people's data: no statement, parameter or key value in it.
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse',
    log_connections: '',
    log_disconnections: 'off',
    log_timezone: 'UTC',
    timezone: 'UTC',
    logging_collector: 'off',
  };
};

/** Starts PostgreSQL on a complete cluster and waits until it takes connections. */
export async function startPostmaster(
  place: ClusterPlace,
  listening: Listening,
): Promise<Result<Postmaster, StartError>> {
  const args = ['-D', place.cluster];
  for (const [name, value] of Object.entries(settings(listening))) args.push('-c', `${name}=${value}`);
  const logPath = join(place.dataDir, 'postgres.log');
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW;
  const log = await open(logPath, flags, 0o600);
  const child = spawn(place.binaries.postgres, args, {
    cwd: place.cluster,
    env: POSTGRES_ENV,
    // A file, not a pipe: if Holdfast is killed, PostgreSQL must not fall over a closed pipe.
    stdio: ['ignore', log.fd, log.fd],
    // Its own process group: Ctrl-C reaches Holdfast, which finishes its requests before it stops PostgreSQL.
    detached: true,
    ...place.runAs,
  });
  await log.close();
  let failure: string | undefined;
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      failure = String(error);
      hasEnded = true;
      resolve();
    });
    child.once('exit', () => {
      hasEnded = true;
      resolve();
    });
  });
  const { pid } = child;
  const stop = async (): Promise<void> => {
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      if (hasEnded) return;
      child.kill(signal);
      await Promise.race([ended, sleep(STOP_MS, undefined, { ref: false })]);
    }
  };
  for (let waited = 0; waited < START_MS && !hasEnded; waited += 20) {
    if (pid !== undefined && (await isReady(place.cluster, pid))) return ok({ pid, ended, stop });
    await sleep(20);
  }
  await stop();
  const said = failure ?? (await readFile(logPath, 'utf8').catch(() => ''));
  return err(classify(said, place.dataDir));
}

/** PostgreSQL writes its state as line 8 of this file; pg_ctl waits for it in the same way. */
async function isReady(cluster: string, pid: number): Promise<boolean> {
  const lines = await readPidFile(cluster);
  return lines !== undefined && Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

async function readPidFile(cluster: string): Promise<string[] | undefined> {
  const content = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  return content?.split('\n');
}

/**
 * Clears what a killed Holdfast left. Call it only while holding the data folder's lock: a PostgreSQL that still
 * runs then has no parent any more, and is stopped; a stale pid file is removed.
 * Returns whether an orphan was stopped.
 */
export async function clearOrphan(place: ClusterPlace): Promise<Result<boolean, StartError>> {
  const lines = await readPidFile(place.cluster);
  if (lines === undefined) return ok(false);
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !(await servesCluster(pid, place.cluster))) {
    // PostgreSQL would refuse to start if a stranger now had this process id.
    if (Number.isInteger(pid) && isAlive(pid))
      await rm(join(place.cluster, 'postmaster.pid'), { force: true });
    return ok(false);
  }
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return ok(true);
      break;
    }
    if (await waitForEnd(pid, STOP_MS)) return ok(true);
  }
  return err(
    startError(
      'already-running',
      `PostgreSQL (process ${pid}) still runs on ${place.cluster} and could not be stopped. Stop it, then start again.`,
    ),
  );
}
