import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { inCheckout } from './place.mjs';

/** Says which signals it gets, and ends with 7 when told to terminate. */
const PROGRAM = `
  process.on('SIGINT', () => console.log('SIGINT'));
  process.on('SIGTERM', () => { console.log('SIGTERM'); process.exit(7); });
  setInterval(() => {}, 1000);
  console.log('ready');`;

const STARTER = `
  const { runUntilEnd } = await import(${JSON.stringify(pathToFileURL(inCheckout('scripts', 'lib', 'run.mjs')).href)});
  process.exit(await runUntilEnd(process.execPath, ['-e', ${JSON.stringify(PROGRAM)}]));`;

describe('a long-lived program', () => {
  let starter: ChildProcess | undefined;
  let said = '';

  const start = async (): Promise<ChildProcess> => {
    said = '';
    const child = spawn(process.execPath, ['--input-type=module', '-e', STARTER], {
      stdio: ['ignore', 'pipe', 'inherit'],
      // Not as npm starts it: then it would also watch for npm's end.
      env: { PATH: process.env['PATH'] },
    });
    starter = child;
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await expect.poll(() => said, { timeout: 10_000 }).toContain('ready');
    return child;
  };
  afterEach(() => starter?.kill('SIGKILL'));

  it('gets a signal once that arrives twice, from the terminal and from npm', async () => {
    const starter = await start();
    starter.kill('SIGINT');
    starter.kill('SIGINT');
    await expect.poll(() => said).toContain('SIGINT');
    starter.kill('SIGTERM');
    const [code] = (await once(starter, 'exit')) as [number];
    expect(code).toBe(7);
    expect(said.match(/SIGINT/g)).toHaveLength(1);
  });

  it('ends properly when the terminal is closed', async () => {
    const starter = await start();
    starter.kill('SIGHUP');
    const [code] = (await once(starter, 'exit')) as [number];
    expect(code).toBe(7);
  });

  it('ends when its starter is killed', async () => {
    const starter = await start();
    starter.kill('SIGKILL');
    await once(starter, 'close');
    expect(said).toContain('SIGTERM');
  });
});
