import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';
import { checkout, inCheckout } from './place.mjs';
import { Advice, giveUp, say } from './say.mjs';

/**
 * @typedef {ConstructorParameters<typeof Stryker>[0]} Options
 * @typedef {Awaited<ReturnType<Stryker['runMutationTest']>>[number]} Result
 */

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

/**
 * One file at a time, so that what one run found is there although the next is stopped.
 * @param {string} name
 */
async function mutate(name) {
  process.env['HOLDFAST_MUTATED'] = name;
  const stryker = new Stryker({
    mutate: [pathOf(name)],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner', inCheckout('scripts', 'lib', 'mutation-ignorer.mjs')],
    ignorers: ['texts-of-bugs'],
    vitest: { configFile: inCheckout('scripts', 'lib', 'mutation-vitest.config.ts') },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    // Generous, because a change that nothing notices runs all tests, and a busy machine is no endless loop.
    timeoutMS: 60_000,
    timeoutFactor: 4,
    // The copy that is changed holds the vault and what its tests read; other packages come from the checkout.
    ignorePatterns: ['/*', '!/packages', '/packages/*', '!/packages/vault', '!/packages/protocol'],
    tempDirName: '.cache/mutation/copy',
    cleanTempDir: 'always',
    // Not incremental: that keeps old answers about whatever runs while a file is loaded.
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: `.cache/mutation/${name}.json` },
    allowConsoleColors: false,
    logLevel: /** @type {NonNullable<Options['logLevel']>} */ ('error'),
  });
  return stryker.runMutationTest();
}

/**
 * What stands at a place of a file.
 * @param {string[]} lines
 * @param {Result['location']} location lines and columns from 1
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
  process.chdir(checkout);
  mkdirSync(inCheckout('.cache', 'mutation'), { recursive: true });
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !existsSync(pathOf(name)));
  if (unknown !== undefined) throw new Advice(`There is no ${pathOf(unknown)}.`);
  for (const name of asked.length > 0 ? asked : FILES) {
    const started = performance.now();
    const results = await mutate(name);
    const missed = results.filter(({ status }) => MISSED.has(status));
    const found = results.filter(({ status }) => FOUND.has(status)).length;
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
