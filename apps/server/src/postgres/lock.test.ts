import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '@holdfast/base';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from './lock.ts';
import { identityOf } from './processes.ts';

describe('the lock on a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hf-lock-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const leave = (content: string): Promise<void> => writeFile(join(folder, 'holdfast.lock'), content);

  it('is held once, and free again after its release', async () => {
    const first = unwrap(await takeLock(folder));
    expect(await takeLock(folder)).toMatchObject({ ok: false, error: { code: 'already-running' } });
    await first.release();
    await unwrap(await takeLock(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('goes to exactly one of many who ask at once', async () => {
    const asked = await Promise.all(Array.from({ length: 8 }, () => takeLock(folder)));
    expect(asked.filter((lock) => lock.ok)).toHaveLength(1);
  });

  it('is taken over from a process that is gone', async () => {
    await leave(JSON.stringify({ pid: 2 ** 30, run: 'boot:1' }));
    expect(await takeLock(folder)).toMatchObject({ ok: true });
  });

  it('is taken over when the process id now belongs to another run, as after a restart in a container', async () => {
    await leave(JSON.stringify({ pid: process.pid, run: 'an-earlier-boot:1' }));
    expect(await takeLock(folder)).toMatchObject({ ok: true });
  });

  it('is taken over from a file cut short by power loss', async () => {
    await leave('');
    await unwrap(await takeLock(folder)).release();
    await leave('{"pid": ');
    await unwrap(await takeLock(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('stays with a living holder of the same run', async () => {
    await leave(JSON.stringify({ pid: process.ppid, run: await identityOf(process.ppid) }));
    const refused = await takeLock(folder);
    expect(!refused.ok && refused.error.message).toContain(`process ${process.ppid}`);
  });
});
