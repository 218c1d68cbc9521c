import { defineConfig } from 'vitest/config';

const WIDE = 'packages/testing/src/simulation/wide-*.test.ts';

/**
 * Five projects, so that each can be run and timed alone:
 * unit: pure code, its contract suites and its simulations. Fast, many files, threads.
 * wide: the wide form of the simulation, hundreds of long lives. Minutes of arithmetic and nothing else.
 * server: the server against a real PostgreSQL, in processes of their own.
 * e2e: journeys in a real browser against a real server, two files at a time.
 * bench: budgets. Alone on the machine, or the figures mean nothing.
 */
export default defineConfig({
  test: {
    allowOnly: false,
    // A test that asserts nothing proves nothing.
    expect: { requireAssertions: true },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'apps/web/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [WIDE],
          pool: 'threads',
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'wide', include: [WIDE], pool: 'threads', maxWorkers: 2 },
      },
      {
        extends: true,
        test: {
          name: 'server',
          globalSetup: ['apps/server/src/test-support/global-setup.ts'],
          include: ['apps/server/src/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          globalSetup: ['e2e/src/shared-host.ts'],
          include: ['e2e/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // As long as the browser itself waits for things: a busy machine keeps a draft later than in one second.
          expect: { poll: { timeout: 30_000, interval: 100 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'bench',
          include: ['bench/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
