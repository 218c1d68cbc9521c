import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url));

/** A real host on this machine: its own data folder, bundled PostgreSQL and server, as `npm start` runs them. */
export interface Host {
  readonly origin: string;
  /** Its data folder: the database's socket is in `run`, its password in `postgres-password`. */
  readonly dataDir: string;
  /** All that the server wrote to standard output and error. */
  log(): string;
  /** Every byte the host has: files of the data folder, database included, and the log. */
  everything(): Promise<{ name: string; bytes: Buffer }[]>;
  /** Stops server and database, keeping the data. */
  stop(): Promise<void>;
  /** Starts again on the same data and port. */
  start(): Promise<void>;
  /** Stops and removes the data. */
  remove(): Promise<void>;
}

/** Starts a host. Throws with its log when it does not come up within a minute. */
export async function startHost(options: { readonly webDir?: string } = {}): Promise<Host> {
  const dataDir = await mkdtemp(join(tmpdir(), 'holdfast-host-'));
  let log = '';
  let origin = '';
  let running: ReturnType<typeof spawn> | undefined;

  const start = async (): Promise<void> => {
    const child = spawn(process.execPath, [MAIN], {
      env: {
        ...process.env,
        HOLDFAST_DATA: dataDir,
        PORT: new URL(origin || 'http://x:0').port || '0',
        HOST: '127.0.0.1',
        ...(options.webDir === undefined ? {} : { HOLDFAST_WEB: options.webDir }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running = child;
    origin = await new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`The host did not start:\n${log}`)), 60_000);
      let said = '';
      const listen = (chunk: Buffer): void => {
        log += chunk.toString();
        said += chunk.toString();
        const port = /ready at http:\/\/localhost:(\d+)/.exec(said)?.[1];
        if (!port) return;
        clearTimeout(late);
        resolve(`http://localhost:${port}`);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', (code) => reject(new Error(`The host ended with ${code}:\n${log}`)));
    });
  };

  const stop = async (): Promise<void> => {
    const child = running;
    running = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    await ended;
  };

  await start();
  return {
    dataDir,
    get origin() {
      return origin;
    },
    log: () => log,
    start,
    stop,
    async everything() {
      const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      const read = files.map(async (file) => {
        const name = join(file.parentPath, file.name);
        return { name, bytes: await readFile(name) };
      });
      return [...(await Promise.all(read)), { name: 'log', bytes: Buffer.from(log) }];
    },
    async remove() {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
