import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { dirname, delimiter } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout, inCheckout } from './place.mjs';

/**
 * The environment in which tools find the chosen Node and the installed programs.
 * @param {string} runtime
 */
export function runtimeEnv(runtime) {
  const path = [dirname(runtime), inCheckout('node_modules', '.bin'), process.env['PATH'] ?? ''];
  return { ...process.env, PATH: path.join(delimiter) };
}

/**
 * How the server is started: its data in a folder that suits this machine unless HOLDFAST_DATA names one.
 * @param {readonly string[]} [flags] for Node
 */
export const serverArgs = (flags = []) => [
  '--import',
  moduleUrl('scripts', 'lib', 'with-data-folder.mjs'),
  ...flags,
  inCheckout('apps', 'server', 'src', 'main.ts'),
];

/** @param {string[]} parts */
const moduleUrl = (...parts) => pathToFileURL(inCheckout(...parts)).href;

/** Ctrl-C reaches us twice, from the terminal and from npm. Within this time they count as one. */
const SAME_KEY_MS = 500;

/**
 * Runs a long-lived program until it ends and resolves with its exit code. Signals are passed on once each.
 * The program gets a process group of its own, so that only what we pass on reaches it, and stops when we are gone.
 * @param {string} runtime a Node 24
 * @param {readonly string[]} args
 * @param {{ cwd?: string }} [options]
 * @returns {Promise<number>}
 */
export function runUntilEnd(runtime, args, { cwd } = {}) {
  const follow = moduleUrl('scripts', 'lib', 'stop-with-parent.mjs');
  const child = spawn(runtime, ['--import', follow, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
    cwd,
    env: runtimeEnv(runtime),
  });
  /** @type {Map<string, number>} */
  const passedOn = new Map();
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      const now = Date.now();
      if (now - (passedOn.get(signal) ?? 0) < SAME_KEY_MS) return;
      passedOn.set(signal, now);
      // A closed terminal means: stop properly.
      child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
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

/**
 * Runs a program to its end and keeps what it says.
 * @param {string} runtime
 * @param {readonly string[]} args
 * @param {string} [cwd]
 * @param {{ env?: Record<string, string>, yields?: boolean }} [options] `yields`: takes what others leave of the machine
 * @returns {Promise<{ code: number, output: string }>}
 */
export function capture(runtime, args, cwd = checkout, { env = {}, yields = false } = {}) {
  const colour = process.stderr.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  const child = spawn(runtime, args, {
    cwd,
    env: { ...runtimeEnv(runtime), ...colour, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (yields && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => (output += chunk));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
