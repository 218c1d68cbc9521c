import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

interface Run {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

describe('the program', () => {
  let dataDir: string;
  const runs: Run[] = [];
  beforeAll(async () => {
    dataDir = await mkdtemp(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'hf-main-'));
  });
  afterAll(async () => {
    for (const { child } of runs) child.kill('SIGKILL');
    await Promise.all(runs.map((run) => run.ended));
    await rm(dataDir, { recursive: true, force: true });
  });

  function run(env: Record<string, string>): Run {
    const child = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env['PATH'], HOLDFAST_DATA: dataDir, HOLDFAST_WEB: join(dataDir, 'none'), ...env },
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
    const started = {
      child,
      said: () => text,
      ended: new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code))),
    };
    runs.push(started);
    return started;
  }
  const ready = async (started: Run): Promise<string> => {
    await expect.poll(started.said, { timeout: 30_000 }).toContain('Holdfast is ready at ');
    return /ready at (\S+)/.exec(started.said())![1]!;
  };

  it(
    '[OPS-9] says where it is, stops on SIGTERM and takes its PostgreSQL with it',
    { timeout: 60_000 },
    async () => {
      const first = run({ PORT: '0' });
      const url = await ready(first);
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      expect(first.said()).toContain(`Its data is in ${dataDir}`);
      expect(first.said()).toContain('PUBLIC_URL is not set');

      const second = run({ PORT: '0' });
      expect(await second.ended).toBe(1);
      expect(second.said()).toContain('Another Holdfast');

      first.child.kill('SIGTERM');
      expect(await first.ended).toBe(0);
      const third = run({ PORT: '0', PUBLIC_URL: 'https://holdfast.example' });
      await ready(third);
      expect(third.said()).not.toContain('PUBLIC_URL');
      third.child.kill('SIGINT');
      expect(await third.ended).toBe(0);
    },
  );

  it(
    '[OPS-13] starts with a bad pack in its folder, says what is wrong, and serves none',
    { timeout: 60_000 },
    async () => {
      await mkdir(join(dataDir, 'packs'), { recursive: true });
      await writeFile(join(dataDir, 'packs', 'ie.json'), '{');
      const started = run({ PORT: '0' });
      const url = await ready(started);
      expect(started.said()).toContain('ie.json is not used: it is not JSON. People see the numbers');
      expect(await (await fetch(`${url}/packs.json`)).json()).toEqual({ packs: [], local: null });
      started.child.kill('SIGTERM');
      expect(await started.ended).toBe(0);
    },
  );

  it('[OPS-1] ends with a sentence when its port is taken', { timeout: 60_000 }, async () => {
    const taken = createServer().listen(0, '0.0.0.0');
    await new Promise((resolve) => taken.on('listening', resolve));
    const address = taken.address();
    const port = String(typeof address === 'object' && address !== null ? address.port : 0);
    const blocked = run({ PORT: port });
    expect(await blocked.ended).toBe(1);
    expect(blocked.said()).toContain(`Port ${port} is in use by another program.`);
    taken.close();
  });

  it('[OPS-1] ends with a sentence when it cannot reach the database it was given', async () => {
    const lost = run({ PORT: '0', DATABASE_URL: 'postgres://user:secret@127.0.0.1:9/none' });
    expect(await lost.ended).toBe(1);
    expect(lost.said()).toContain('Holdfast cannot use its database (ECONNREFUSED).');
    expect(lost.said()).not.toContain('secret');
    const wrong = run({ PORT: 'x' });
    expect(await wrong.ended).toBe(1);
    expect(wrong.said()).toBe('PORT must be a number from 0 to 65535, not "x".\n');
  });
});
