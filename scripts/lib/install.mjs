import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, sep } from 'node:path';
import { checkout, inCheckout } from './place.mjs';
import { Advice, say } from './say.mjs';

const LOCK = inCheckout('package-lock.json');
const INSTALLED = inCheckout('node_modules', '.package-lock.json');
const STAMP = inCheckout('node_modules', '.holdfast-lock');

/** @param {string} path */
const readText = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/**
 * Whether everything the lock file asks for is installed, by npm's own record of what it put there.
 * Optional packages are for other machines, or do not matter.
 * @param {string} lockText
 * @param {string | undefined} installedText
 */
export function matches(lockText, installedText) {
  if (installedText === undefined) return false;
  const wanted = JSON.parse(lockText).packages;
  const installed = JSON.parse(installedText).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional === true || entry.devOptional === true) return true;
    const found = installed[path];
    return found !== undefined && found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** Installs the dependencies if they are missing or not those of package-lock.json. */
export function ensureInstalled() {
  const lock = readFileSync(LOCK, 'utf8');
  const stamp = createHash('sha256').update(lock).digest('hex');
  if (readText(STAMP) === stamp) return;
  if (!matches(lock, readText(INSTALLED))) {
    say('Installing what is missing. The first time this takes about a minute.');
    installInto(checkout);
  }
  writeFileSync(STAMP, stamp);
}

/**
 * Installs what the lock file in a folder asks for.
 * @param {string} folder
 * @param {readonly string[]} [more] flags beside the usual ones
 */
export function installInto(folder, more = []) {
  // Install scripts stay off: nothing here needs one, and each would run code of strangers.
  const args = [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--fetch-retry-maxtimeout=15000',
    '--loglevel=error',
    ...more,
  ];
  const ran = spawnSync('npm', args, {
    cwd: folder,
    env: { ...process.env, PATH: pathWithoutCheckout() },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (ran.status === 0) return;
  throw new Advice(explain(ran.stderr ?? '', ran.error));
}

/** `npm ci` removes node_modules first, so the npm and Node that do it must not come from there. */
function pathWithoutCheckout() {
  const here = checkout + sep;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.filter((folder) => !folder.startsWith(here)).join(delimiter);
}

/**
 * @param {string} said what npm wrote
 * @param {Error | undefined} error why npm did not run at all
 */
export function explain(said, error) {
  if (error !== undefined) return `npm could not be started: ${error.message}\nInstall npm 10 or newer.`;
  const last = said.trim().split('\n').slice(-6).join('\n');
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|network/i.test(said)) {
    return `The npm registry cannot be reached. Holdfast needs it once, to install what it runs on.\nConnect to the internet and start again. Behind a proxy: npm config set proxy <address>\n\n${last}`;
  }
  if (/ENOSPC/.test(said)) return `The disk is full. Holdfast needs about 1 GB to install.\n\n${last}`;
  if (/EACCES|EPERM|EROFS/.test(said)) {
    return `npm may not write in ${checkout}. Give that folder to the user who starts Holdfast.\n\n${last}`;
  }
  return `npm could not install the dependencies:\n\n${last}`;
}
