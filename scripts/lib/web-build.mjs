import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runtimeEnv } from './run.mjs';
import { checkout, inCheckout } from './place.mjs';
import { Advice, say } from './say.mjs';

const WEB = inCheckout('apps', 'web');
const OUTPUT = join(WEB, 'build');
/** Beside the build, not in it: all that is in the build is served. */
const STAMP = inCheckout('.cache', 'web-build');

const IGNORED = new Set(['node_modules', 'build', '.svelte-kit', '.DS_Store']);

/**
 * The files below `folder`, sorted, without what is generated and without tests.
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !IGNORED.has(name) && !/\.test\.[jt]s$/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() ? [path] : [];
    });
}

/** A name for everything the build is made from: two equal ones give the same build. */
export function sourceHash() {
  const hash = createHash('sha256');
  const inputs = [inCheckout('package-lock.json'), ...filesBelow(WEB), ...filesBelow(inCheckout('packages'))];
  for (const path of inputs)
    hash
      .update(`${relative(checkout, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  return hash.digest('hex');
}

/** Builds the web app if its sources changed since the last build. */
export function ensureWebBuilt(/** @type {string} */ runtime) {
  if (!existsSync(join(WEB, 'vite.config.ts'))) {
    say('The web app is not in this checkout; only the server starts.');
    return;
  }
  const hash = sourceHash();
  const isFresh = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash && existsSync(OUTPUT);
  if (isFresh) return;
  say('Building the web app. This takes some seconds, after each update.');
  const ran = spawnSync('npm', ['run', 'build', '--silent'], {
    cwd: WEB,
    env: { ...runtimeEnv(runtime), NODE_ENV: 'production' },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (ran.status !== 0) {
    throw new Advice(`The web app could not be built:\n\n${ran.stdout ?? ''}${ran.stderr ?? ''}`);
  }
  mkdirSync(inCheckout('.cache'), { recursive: true });
  writeFileSync(STAMP, hash);
}
