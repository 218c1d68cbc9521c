/**
 * `npm run mutation`: changes the vault in every small way that a slip could, one at a time, and says which changes its
 * own tests do not notice. Takes names of files, the most important first: `npm run mutation envelope chain`.
 * Without names it runs all of them, which takes hours. HOLDFAST_MUTATION_JOBS says how many changes are tried at a
 * time, two unless it is given. Never part of `npm test`, and what it needs is installed into
 * the cache when it is first run, not with everything else: no host has use for it.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { installInto } from './lib/install.mjs';
import { checkout, inCheckout } from './lib/place.mjs';
import { prepare } from './lib/prepare.mjs';
import { capture } from './lib/run.mjs';
import { Advice, giveUp, say } from './lib/say.mjs';

/**
 * @typedef {{ readonly line: number, readonly column: number }} Point
 * @typedef {{ readonly start: Point, readonly end: Point }} Place
 * @typedef {{ readonly status: string, readonly location: Place, readonly replacement?: string }} Change
 */

const TOOL = inCheckout('.cache', 'mutation', 'tool');

/** The vault's own files, those first whose checks keep strangers out. */
const FILES = [
  'envelope',
  'space-log',
  'space-log-state',
  'chain',
  'unlock',
  'keys',
  'trusted',
  'invite',
  'link',
  'local-lock',
  'recovery-code',
  'notice',
  'space',
  'blob',
  'copy',
  'carried',
  'safety-number',
  'padding',
  'labels',
  'words',
  'account-vault',
];

/** Statuses of a change that a test noticed: it failed, or could not even begin. */
const FOUND = new Set(['Killed', 'RuntimeError']);
/** Nothing noticed it, or the tests never ended, which may be an endless loop or a machine with too much to do. */
const MISSED = new Set(['Survived', 'NoCoverage', 'Timeout']);

/** @param {string} name */
const pathOf = (name) => `packages/vault/src/${name}.ts`;

/** @param {string} file */
const beside = (file) => inCheckout('scripts', 'mutation', file);

/**
 * One file at a time, so that what one run found is there although the next is stopped.
 * @param {string} runtime
 * @param {string} name
 * @returns {Promise<Change[]>}
 */
async function mutate(runtime, name) {
  const report = `.cache/mutation/${name}.json`;
  const config = inCheckout('.cache', 'mutation', 'config.json');
  const options = {
    mutate: [pathOf(name)],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner', beside('ignorer.mjs')],
    ignorers: ['texts-of-bugs'],
    vitest: { configFile: beside('vitest.config.ts') },
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env['HOLDFAST_MUTATION_JOBS'] ?? 2),
    // Generous, because a change that nothing notices runs all tests, and a busy machine is no endless loop.
    timeoutMS: 60_000,
    timeoutFactor: 4,
    // The copy that is changed holds the vault and what its tests read; other packages come from the checkout.
    ignorePatterns: ['/*', '!/packages', '/packages/*', '!/packages/vault', '!/packages/protocol'],
    tempDirName: '.cache/mutation/copy',
    cleanTempDir: 'always',
    // Not incremental: that keeps old answers about whatever runs while a file is loaded.
    reporters: ['json'],
    jsonReporter: { fileName: report },
    allowConsoleColors: false,
    logLevel: 'error',
  };
  writeFileSync(config, JSON.stringify(options));
  const program = `${TOOL}/node_modules/@stryker-mutator/core/bin/stryker.js`;
  const ran = await capture(runtime, [program, 'run', config], checkout, { env: { HOLDFAST_MUTATED: name } });
  if (ran.code !== 0) throw new Advice(ran.output);
  // A file in which there is nothing to change stands in no report.
  return JSON.parse(readFileSync(report, 'utf8')).files[pathOf(name)]?.mutants ?? [];
}

/**
 * What stands at a place of a file.
 * @param {string[]} lines
 * @param {Place} location lines and columns from 1
 */
function textAt(lines, { start, end }) {
  const part = lines.slice(start.line - 1, end.line);
  part[part.length - 1] = part.at(-1)?.slice(0, end.column - 1) ?? '';
  part[0] = part[0]?.slice(start.column - 1) ?? '';
  return part.map((line) => line.trim()).join(' ');
}

/** @param {string} text */
const short = (text) => (text.length > 90 ? `${text.slice(0, 90)}…` : text);

try {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !existsSync(inCheckout(pathOf(name))));
  if (unknown !== undefined) throw new Advice(`There is no ${pathOf(unknown)}.`);
  const runtime = prepare();
  process.chdir(checkout);
  mkdirSync(TOOL, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(beside(file), `${TOOL}/${file}`);
  // Without its peers: it is to run our own Vitest, which it finds above.
  if (!existsSync(`${TOOL}/node_modules`)) installInto(TOOL, ['--legacy-peer-deps']);
  for (const name of asked.length > 0 ? asked : FILES) {
    const started = performance.now();
    const changes = await mutate(runtime, name);
    const missed = changes.filter(({ status }) => MISSED.has(status));
    const found = changes.filter(({ status }) => FOUND.has(status)).length;
    const minutes = ((performance.now() - started) / 60_000).toFixed(1);
    say(`${name.padEnd(16)}${found} of ${found + missed.length} found  (${minutes} min)`);
    const lines = readFileSync(pathOf(name), 'utf8').split('\n');
    for (const { location, replacement = '', status } of missed) {
      const { line, column } = location.start;
      const change = `${short(textAt(lines, location))}  →  ${short(replacement)}`;
      say(`  ${line}:${column}  ${change}${status === 'Timeout' ? '  (did not end)' : ''}`);
    }
  }
} catch (error) {
  giveUp(error);
}
