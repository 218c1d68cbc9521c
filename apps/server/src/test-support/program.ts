import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Transport } from '@holdfast/sync';
import { sql } from 'kysely';
import { connect } from '../db/connect.ts';
import { DATABASE, ROLE } from '../postgres/cluster.ts';
import { transportTo } from './server.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const START_MS = 120_000;

/** The whole program as a host runs it, with its bundled PostgreSQL, in a process that may be killed. */
export interface Program {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly ended: Promise<void>;
}

/** Starts the program on a data folder and waits until it is ready. Throws with what it said when it gives up. */
export async function startProgram(dataDir: string, env: Record<string, string> = {}): Promise<Program> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      HOLDFAST_DATA: dataDir,
      HOLDFAST_WEB: join(dataDir, 'none'),
      PORT: '0',
      HOST: '127.0.0.1',
      ...env,
    },
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const origin = await new Promise<string>((resolve, reject) => {
    let text = '';
    const hear = (chunk: Buffer): void => {
      text += String(chunk);
      const ready = /ready at (\S+)/.exec(text);
      if (ready) resolve(ready[1]!);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const giveUp = async (why: string): Promise<void> => {
      const log = await readFile(join(dataDir, 'postgres.log'), 'utf8').catch(() => '');
      reject(new Error(`The program ${why}: ${text}\n${log.slice(-3000)}`));
    };
    void ended.then(() => giveUp('ended'));
    setTimeout(() => void giveUp('is not ready'), START_MS).unref();
  });
  return { child, origin, ended };
}

/** The way to a program as hosts run it, with its limits: who is told to wait does so, as phones do. */
export function reach({ origin }: Program): Transport {
  const transport = transportTo(origin);
  return {
    ...transport,
    async call(...call) {
      for (;;) {
        const answer = await transport.call(...call);
        if (answer.ok || answer.error.error !== 'too-many') return answer;
        await sleep(1000 * (answer.error.retryAfter ?? 1));
      }
    },
  };
}

/** The process id of the PostgreSQL on a data folder. */
export async function postmasterOf(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** Kills one of the processes that PostgreSQL answers with: it then starts itself anew, and the program stays. */
export async function killBackend(dataDir: string): Promise<void> {
  const password = (await readFile(join(dataDir, 'postgres-password'), 'utf8')).trim();
  const place = { host: join(dataDir, 'run'), port: 5432, user: ROLE, password, database: DATABASE };
  const db = connect(place);
  const { rows } = await sql<{ pid: number }>`
    SELECT pid FROM pg_stat_activity WHERE usename = current_user AND pid <> pg_backend_pid() LIMIT 1
  `.execute(db);
  process.kill(rows[0]!.pid, 'SIGKILL');
  await db.destroy().catch(() => undefined);
}
