import { existsSync } from 'node:fs';
import { inCheckout } from './place.mjs';
import { Advice } from './say.mjs';

/** Node 24 strips types, so the server runs without a build. */
const RUNTIME_MAJOR = 24;

/** @param {string} version such as `v20.19.0` or `11.2.0` */
const parts = (version) => version.replace(/^v/, '').split('.').map(Number);

/**
 * Whether `version` is at least `least`, part by part. A part that `least` does not name may be anything.
 * @param {string} version
 * @param {string} least
 */
export function isAtLeast(version, least) {
  const [have, want] = [parts(version), parts(least)];
  for (const [index, part] of want.entries()) {
    if ((have[index] ?? 0) !== part) return (have[index] ?? 0) > part;
  }
  return true;
}

/** Stops with advice when this Node is too old even to install a newer one. */
export function checkNode(version = process.version) {
  if (isAtLeast(version, '20.19')) return;
  throw new Advice(
    `Holdfast needs Node 20.19 or newer. This is Node ${version.replace(/^v/, '')}.\nInstall a newer one from https://nodejs.org and start again.`,
  );
}

/** Stops with advice when npm is too old to read the lock file. `undefined`: not started by npm, nothing to check. */
export function checkNpm(agent = process.env['npm_config_user_agent']) {
  const version = /\bnpm\/(\S+)/.exec(agent ?? '')?.[1];
  if (version === undefined || isAtLeast(version, '10')) return;
  throw new Advice(
    `Holdfast needs npm 10 or newer. This is npm ${version}.\nRun: npm install --global npm@11`,
  );
}

/** The Node that came with `npm ci`, where the npm registry carries one for this machine. */
export const bundledNode = (platform = process.platform, arch = process.arch) =>
  inCheckout('node_modules', `node-${platform}-${arch}`, 'bin', 'node');

/**
 * The path of a Node 24 or newer: this one, or the one from the npm registry. Call it after the install.
 */
export function findRuntime() {
  if (isAtLeast(process.version, String(RUNTIME_MAJOR))) return process.execPath;
  const bundled = bundledNode();
  if (existsSync(bundled)) return bundled;
  throw new Advice(
    `Holdfast runs on Node ${RUNTIME_MAJOR} or newer. This is Node ${process.version.slice(1)}, and no newer one comes bundled for ${process.platform} on ${process.arch}.\nInstall Node ${RUNTIME_MAJOR} from https://nodejs.org and start again.`,
  );
}
