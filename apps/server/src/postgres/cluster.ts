import { spawn } from 'node:child_process';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '@holdfast/base';
import type { Binaries } from './binaries.ts';
import { classify, startError, type StartError } from './errors.ts';
import type { RunAs } from './run-as.ts';

/** The one role that can log in, and the one database it owns. */
export const ROLE = 'holdfast';
export const DATABASE = 'holdfast';

export const MAJOR_VERSION = '18';

/** Nobody but the one role gets in, and only with its password; the superuser has no way in at all. */
const HBA = `# Written by Holdfast.
local ${DATABASE} ${ROLE} scram-sha-256
host ${DATABASE} ${ROLE} 127.0.0.1/32 scram-sha-256
`;

/**
 * PostgreSQL's environment: nothing of ours leaks into it, its messages are in the language we read,
 * and no PG* variable of the host changes what it does.
 */
export const POSTGRES_ENV = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

export interface ClusterPlace {
  readonly dataDir: string;
  /** The cluster's own folder inside `dataDir`. */
  readonly cluster: string;
  readonly binaries: Binaries;
  readonly runAs: RunAs | undefined;
}

/** The major version of the cluster that exists, or `undefined` when there is none yet. */
export async function clusterVersion(cluster: string): Promise<string | undefined> {
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  return version?.trim();
}

/**
 * Makes a new cluster with the role, the database and its password. It is built beside its final place and
 * moved there when complete, so that power loss in the middle leaves nothing half made.
 */
export async function createCluster(
  place: ClusterPlace,
  password: string,
): Promise<Result<void, StartError>> {
  const half = `${place.cluster}.half`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { mode: 0o700 });
  if (place.runAs !== undefined) await chown(half, place.runAs.uid, place.runAs.gid);
  const made = await runProgram(place, half, place.binaries.initdb, [
    `--pgdata=${half}`,
    '--username=postgres',
    '--encoding=UTF8',
    '--locale=C',
    '--data-checksums',
    // Replaced below; `reject` asks for no password of a superuser who never logs in.
    '--auth=reject',
    '--no-instructions',
  ]);
  if (!made.ok) return made;
  await writeFile(join(half, 'pg_hba.conf'), HBA);
  const provisioned = await runAlone(place, half, 'template1', [
    `CREATE ROLE ${ROLE} LOGIN PASSWORD '${password}'`,
    // Backups are taken while running, through PostgreSQL's own base-backup functions.
    `GRANT EXECUTE ON FUNCTION pg_catalog.pg_backup_start(text, boolean) TO ${ROLE}`,
    `GRANT EXECUTE ON FUNCTION pg_catalog.pg_backup_stop(boolean) TO ${ROLE}`,
    `CREATE DATABASE ${DATABASE} OWNER ${ROLE} TEMPLATE template1`,
    `REVOKE CONNECT ON DATABASE ${DATABASE} FROM PUBLIC`,
  ]);
  if (!provisioned.ok) return provisioned;
  await rename(half, place.cluster);
  return ok(undefined);
}

/** Gives the role a new password, for a data folder whose password file was lost. */
export const resetPassword = (place: ClusterPlace, password: string): Promise<Result<void, StartError>> =>
  runAlone(place, place.cluster, 'postgres', [`ALTER ROLE ${ROLE} PASSWORD '${password}'`]);

/** Runs SQL in PostgreSQL's single-user mode: no network, no password, nobody else in the cluster. */
async function runAlone(
  place: ClusterPlace,
  cluster: string,
  database: string,
  statements: readonly string[],
): Promise<Result<void, StartError>> {
  const args = ['--single', '-D', cluster, '-c', 'log_min_error_statement=panic', database];
  const ran = await runProgram(place, cluster, place.binaries.postgres, args, statements.join('\n') + '\n');
  if (!ran.ok) return ran;
  // Single-user mode goes on after an error and still ends with 0.
  const complaint = /^.*\b(?:ERROR|FATAL|PANIC):.*$/m.exec(ran.value);
  return complaint === null
    ? ok(undefined)
    : err(startError('failed', `PostgreSQL could not be set up in ${place.dataDir}: ${complaint[0]}`));
}

function runProgram(
  place: ClusterPlace,
  cwd: string,
  program: string,
  args: readonly string[],
  input = '',
): Promise<Result<string, StartError>> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: POSTGRES_ENV, ...place.runAs });
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    // A program that dies early closes its input; its exit says what happened.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => resolve(err(classify(String(error), place.dataDir))));
    child.on('close', (code) => resolve(code === 0 ? ok(said) : err(classify(said, place.dataDir))));
    child.stdin.end(input);
  });
}
