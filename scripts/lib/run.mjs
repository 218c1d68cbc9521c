import { spawn } from 'node:child_process';
import { dirname, delimiter } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inCheckout } from './place.mjs';

/**
 * The environment in which tools find the chosen Node and the installed programs.
 * @param {string} runtime
 */
export function runtimeEnv(runtime) {
  const path = [dirname(runtime), inCheckout('node_modules', '.bin'), process.env['PATH'] ?? ''];
  return { ...process.env, PATH: path.join(delimiter) };
}

/** Ctrl-C reaches us twice, from the terminal and from npm. Within this time they count as one. */
const SAME_KEY_MS = 500;

/**
 * Runs a long-lived program until it ends and resolves with its exit code. Signals are passed on once each.
 * The program gets a process group of its own, so that only what we pass on reaches it, and stops when we are gone.
 * @param {string} runtime a Node 24
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>}
 */
export function runUntilEnd(runtime, args, env = {}) {
  const follow = pathToFileURL(inCheckout('scripts', 'lib', 'stop-with-parent.mjs')).href;
  const child = spawn(runtime, ['--import', follow, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
    env: { ...runtimeEnv(runtime), ...env },
  });
  /** @type {Map<string, number>} */
  const passedOn = new Map();
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      const now = Date.now();
      if (now - (passedOn.get(signal) ?? 0) < SAME_KEY_MS) return;
      passedOn.set(signal, now);
      child.kill(signal);
    });
  }
  const stopFollowing = whenNpmIsGone(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', stopFollowing);
    child.on('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 1));
  });
}

/**
 * A signal sent to npm ends npm and the shell between us without reaching us; we notice our parent's end instead.
 * Started without npm, a lost parent is only a closed terminal, which SIGHUP announces where it matters.
 * @param {() => void} task
 */
function whenNpmIsGone(task) {
  if (process.env['npm_lifecycle_event'] === undefined) return () => undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    task();
  }, 250);
  return () => clearInterval(timer);
}
