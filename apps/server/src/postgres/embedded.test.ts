import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unwrap } from '@holdfast/base';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, type Connection, type RunningPostgres } from './embedded.ts';
import { identityOf, waitForEnd } from './processes.ts';

const log = { info: () => undefined, warn: () => undefined };
const base = process.getuid?.() === 0 ? '/tmp' : tmpdir();

async function query(connection: Connection, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

const postmasterPid = async (dataDir: string): Promise<number> =>
  Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

/** Each test starts and stops PostgreSQL on the one folder, as a host's machine does over the years. */
describe('bundled PostgreSQL', () => {
  let dataDir: string;
  let running: RunningPostgres | undefined;
  let holder: ChildProcess | undefined;

  const start = async (): Promise<RunningPostgres> => {
    running = unwrap(await startPostgres({ dataDir, log }));
    return running;
  };

  beforeAll(async () => {
    dataDir = await mkdtemp(join(base, 'hf-pg-'));
  });
  afterEach(async () => {
    holder?.kill('SIGKILL');
    holder = undefined;
    await running?.stop();
    running = undefined;
  });
  afterAll(async () => {
    await rm(dataDir, { recursive: true, force: true });
  });

  it('starts on an empty folder with durability, checksums and UTF-8 on', async () => {
    const { connection } = await start();
    const [row] = await query(
      connection,
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
              current_setting('synchronous_commit') as commit, current_setting('data_checksums') as sums,
              current_setting('server_encoding') as encoding, current_setting('listen_addresses') as addresses,
              (select datcollate from pg_database where datname = current_database()) as collate,
              (select rolsuper from pg_roles where rolname = current_user) as super`,
    );
    expect(row).toEqual({
      fsync: 'on',
      pages: 'on',
      commit: 'on',
      sums: 'on',
      encoding: 'UTF8',
      addresses: '',
      collate: 'C',
      super: false,
    });
  });

  it('closes the data folder to other users', async () => {
    const running = await start();
    for (const name of ['', 'postgres', 'run', 'postgres-password', 'postgres.log']) {
      expect((await stat(join(dataDir, name))).mode & 0o007, name).toBe(0);
    }
    const wrong = { ...running.connection, password: 'wrong' };
    await expect(query(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    const superuser = { ...running.connection, user: 'postgres' };
    await expect(query(superuser, 'select 1')).rejects.toMatchObject({ code: '28000' });
  });

  it('starts again in under two seconds and keeps its password and rows', async () => {
    const first = await start();
    await query(first.connection, 'create table kept (n int)');
    await query(first.connection, 'insert into kept values (7)');
    await first.stop();
    const before = performance.now();
    const second = await start();
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(second.connection.password).toBe(first.connection.password);
    expect(await query(second.connection, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('stops cleanly: the process is gone, the folder is free, the log says so', async () => {
    const { stop } = await start();
    const pid = await postmasterPid(dataDir);
    await Promise.all([stop(), stop()]);
    expect(await identityOf(pid)).toBeUndefined();
    await expect(stat(join(dataDir, 'holdfast.lock'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).toContain('database system is shut down');
  });

  it('writes no statement, parameter or key value into its log', async () => {
    const { connection, stop } = await start();
    await query(connection, 'create table keyed (word text primary key)');
    await query(connection, `insert into keyed values ('canary-7f3a')`);
    await expect(query(connection, `insert into keyed values ('canary-7f3a')`)).rejects.toMatchObject({
      code: '23505',
    });
    await expect(query(connection, `select 'canary-7f3a' from nowhere`)).rejects.toMatchObject({
      code: '42P01',
    });
    await stop();
    const written = await readFile(join(dataDir, 'postgres.log'), 'utf8');
    expect(written).toContain('ERROR');
    expect(written).not.toContain('canary-7f3a');
    expect(written).not.toContain(connection.password);
  });

  it('refuses a second start on the same folder and leaves the first one running', async () => {
    const { connection } = await start();
    const second = await startPostgres({ dataDir, log });
    expect(second).toMatchObject({ ok: false, error: { code: 'already-running' } });
    expect(!second.ok && second.error.message).toContain(`process ${process.pid}`);
    expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('recovers when Holdfast was killed: stops the orphan and serves what it had committed', async () => {
    const { connection, pid } = await startHolder();
    await query(connection, 'create table orphaned as select 42 as n');
    const orphan = await postmasterPid(dataDir);
    process.kill(pid, 'SIGKILL');
    await waitForEnd(pid, 5_000);
    expect(await identityOf(orphan)).toBeDefined();
    const again = await start();
    expect(await identityOf(orphan)).toBeUndefined();
    expect(await query(again.connection, 'select n from orphaned')).toEqual([{ n: 42 }]);
  });

  it('keeps committed rows when PostgreSQL itself is killed, and tells the server that it died', async () => {
    let deaths = 0;
    const first = unwrap(await startPostgres({ dataDir, log, onDeath: () => (deaths += 1) }));
    running = first;
    await query(first.connection, 'create table survived (n int)');
    await query(first.connection, 'insert into survived select generate_series(1, 1000)');
    const pid = await postmasterPid(dataDir);
    process.kill(pid, 'SIGKILL');
    await waitForEnd(pid, 5_000);
    await expect.poll(() => deaths).toBe(1);
    await first.stop();
    const again = await start();
    expect(await query(again.connection, 'select count(*)::int as n from survived')).toEqual([{ n: 1000 }]);
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).toContain('automatic recovery in progress');
  });

  it('starts over a lock of its socket that names a living stranger', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'run', '.s.PGSQL.5432.lock'), `${process.pid}\n`);
    expect(await query((await start()).connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts over a stale pid file that names a living stranger', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dataDir}/postgres\n`);
    expect(await query((await start()).connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('lets itself in again when the password file was lost', async () => {
    await (await start()).stop();
    await rm(join(dataDir, 'postgres-password'));
    expect(await query((await start()).connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('names the version when the data was written by another PostgreSQL', async () => {
    await (await start()).stop();
    const file = join(dataDir, 'postgres', 'PG_VERSION');
    await writeFile(file, '17\n');
    const refused = await startPostgres({ dataDir, log });
    await writeFile(file, '18\n');
    expect(refused).toMatchObject({ ok: false, error: { code: 'version' } });
  });

  /** A process of its own that starts PostgreSQL and waits to be killed. */
  async function startHolder(): Promise<{ connection: Connection; pid: number }> {
    const embedded = JSON.stringify(fileURLToPath(new URL('./embedded.ts', import.meta.url)));
    const program = `
      const { startPostgres } = await import(${embedded});
      const log = { info() {}, warn() {} };
      const started = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, log });
      process.stdout.write(JSON.stringify(started.value.connection) + '\\n');
      setInterval(() => {}, 1 << 30);`;
    holder = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(holder.stdout!, 'data')) as [Buffer];
    return { connection: JSON.parse(line.toString()) as Connection, pid: holder.pid! };
  }
});

describe('a data folder that will not do', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(base, 'hf-pg-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('refuses a folder that holds something else, and leaves its mode alone', async () => {
    const home = join(folder, 'home');
    await mkdir(home, { mode: 0o755 });
    await writeFile(join(home, 'letter.txt'), 'Dear Ana');
    const refused = await startPostgres({ dataDir: home, log });
    expect(refused).toMatchObject({ ok: false, error: { code: 'permission' } });
    expect((await stat(home)).mode & 0o777).toBe(0o755);
  });

  it('names a path that is a file as a problem of the folder', async () => {
    await writeFile(join(folder, 'file'), '');
    const refused = await startPostgres({ dataDir: join(folder, 'file', 'data'), log });
    expect(refused).toMatchObject({ ok: false, error: { code: 'failed' } });
  });

  it('uses a password-protected port on loopback when the path is too long for a socket', async () => {
    const long = join(folder, 'x'.repeat(90));
    await chmod(folder, 0o711);
    const running = unwrap(await startPostgres({ dataDir: long, log }));
    try {
      expect(running.connection.host).toBe('127.0.0.1');
      expect(await query(running.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      await running.stop();
    }
  });
});
