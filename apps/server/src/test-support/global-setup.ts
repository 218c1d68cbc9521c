import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger, unwrap } from '@holdfast/base';
import type { TestProject } from 'vitest/node';
import type { Connection } from '../postgres/embedded.ts';
import { startPostgres } from '../postgres/embedded.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: Connection;
  }
}

/** One PostgreSQL for a whole test run; each test file works in a schema of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'hf-server-'));
  const postgres = unwrap(await startPostgres({ dataDir, log: silentLogger }));
  project.provide('postgres', postgres.connection);
  return async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
