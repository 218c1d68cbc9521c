import { rmSync } from 'node:fs';
import { inCheckout } from './place.mjs';
import { capture } from './run.mjs';
import { readReport, vitestArgs } from './vitest-report.mjs';
import { ensureWebBuilt } from './web-build.mjs';

/**
 * What a stage found. `passed` and `failed` count tests; a static check that fails counts as one failure.
 * @typedef {{ passed: number, failed: number, output: string }} Outcome
 * `beside`: it runs while those that follow do, and gives way to them. `alone`: nothing may run beside it.
 * @typedef {{ name: string, beside?: boolean, alone?: boolean, run(runtime: string): Promise<Outcome> }} Stage
 */

/** @param {string[]} parts */
const tool = (...parts) => inCheckout('node_modules', ...parts);

/**
 * Commands that only say yes or no, one after the other.
 * @param {string} name
 * @param {{ args: string[], cwd?: string }[]} commands
 * @returns {Stage}
 */
const check = (name, commands) => ({
  name,
  async run(runtime) {
    let failed = 0;
    let output = '';
    for (const { args, cwd } of commands) {
      const ran = await capture(runtime, args, cwd);
      if (ran.code === 0) continue;
      failed += 1;
      output += ran.output;
    }
    return { passed: 0, failed, output };
  },
});

/**
 * One project of vitest.config.ts.
 * @param {string} project
 * @param {{ env?: Record<string, string>, filters?: string[], beside?: boolean, alone?: boolean }} [options]
 * @returns {Stage}
 */
const tests = (project, { env = {}, filters = [], beside = false, alone = false } = {}) => ({
  name: project,
  beside,
  alone,
  async run(runtime) {
    const report = inCheckout('.cache', `vitest-${project}.json`);
    rmSync(report, { force: true });
    const args = [tool('vitest', 'vitest.mjs'), ...vitestArgs(project, report), ...filters];
    const ran = await capture(runtime, args, undefined, { env, yields: beside });
    return readReport(report, ran);
  },
});

const web = inCheckout('apps', 'web');

const types = check('types', [
  { args: [tool('typescript7', 'bin', 'tsc'), '--project', inCheckout('tsconfig.json')] },
  { args: [tool('@sveltejs', 'kit', 'svelte-kit.js'), 'sync'], cwd: web },
  {
    args: [tool('svelte-check', 'bin', 'svelte-check'), '--fail-on-warnings', '--output', 'human'],
    cwd: web,
  },
]);

const lint = check('lint', [
  { args: [tool('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings'] },
  { args: [tool('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  { args: [tool('knip', 'bin', 'knip.js'), '--no-progress'] },
]);

/**
 * Numbers past their review: a warning, because an old number is better than a broken build on a bad day.
 * @type {Stage}
 */
const packs = {
  name: 'packs',
  async run(runtime) {
    const report = inCheckout('scripts', 'lib', 'packs-report-main.ts');
    const { code, output } = await capture(runtime, [report, '--stale']);
    return { passed: 0, failed: code === 0 ? 0 : 1, output };
  },
};

/** @type {Stage} */
const build = {
  name: 'build',
  async run(runtime) {
    ensureWebBuilt(runtime);
    return { passed: 0, failed: 0, output: '' };
  },
};

/** Packages whose every branch must be taken by their own tests. */
const WHOLLY_TESTED = ['vault', 'recovery'];

/** Parts of them that only tests use. */
const FOR_TESTS = ['*.test.ts', '*-contract.ts', 'golden.ts', 'scene.ts', 'test-records.ts', 'official.ts'];

const coverage = tests('unit', {
  filters: [
    ...WHOLLY_TESTED.map((name) => `packages/${name}/`),
    '--coverage.enabled',
    '--coverage.reporter=text',
    `--coverage.reportsDirectory=${inCheckout('.cache', 'coverage')}`,
    '--coverage.thresholds.branches=100',
    ...WHOLLY_TESTED.map((name) => `--coverage.include=packages/${name}/src/**/*.ts`),
    ...FOR_TESTS.map((name) => `--coverage.exclude=**/${name}`),
  ],
});

/** Each way to run the tests, and its stages in order. */
export const SUITES = /** @type {Record<string, Stage[]>} */ ({
  all: [
    types,
    lint,
    packs,
    tests('unit'),
    // Minutes of arithmetic, while servers and browsers wait for disks and for each other.
    tests('wide', { beside: true }),
    tests('server'),
    build,
    tests('e2e'),
    tests('bench', { alone: true }),
  ],
  check: [types, lint, packs, tests('unit')],
  e2e: [build, tests('e2e')],
  coverage: [coverage],
  'kill:long': [tests('server', { env: { HOLDFAST_KILLS: '501' }, filters: ['src/crash.test.ts'] })],
  'power:long': [tests('server', { env: { HOLDFAST_POWER: '200' }, filters: ['src/power-loss.test.ts'] })],
  'fuzz:long': [
    tests('unit', { env: { HOLDFAST_FUZZ: '1000000' }, filters: ['src/evil-server.test.ts'] }),
    tests('server', { env: { HOLDFAST_FUZZ: '1000000' }, filters: ['src/http/altered-requests.test.ts'] }),
  ],
  'sim:long': [
    tests('unit', { env: { HOLDFAST_SIM: 'long' }, filters: ['simulation'] }),
    tests('wide', { env: { HOLDFAST_SIM: 'long' } }),
  ],
});
