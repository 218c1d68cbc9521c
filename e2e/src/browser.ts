import { accessSync, constants } from 'node:fs';
import { chromium, type Browser as RunningBrowser } from 'playwright-core';
import { bundledChromium, type Browser } from './bundled-chromium.ts';
import { missingLibraries } from './missing-libraries.ts';

/** Browsers a machine may have of its own, for those the bundled one is not built for. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The browser of the tests talks to the server under test and to nobody else: no updates, no look-ups, no sync.
 * It runs without a sandbox because tests also run as root and in containers, where Chromium has none.
 */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface LaunchOptions {
  /** Flags beside the usual ones, such as `--use-fake-device-for-media-stream`. */
  readonly args?: readonly string[];
}

/**
 * Starts a headless Chromium: the one named in HOLDFAST_BROWSER, else the bundled one, else an installed one.
 * Throws with what to install when there is none that starts. Close it when done.
 */
export async function launch(options: LaunchOptions = {}): Promise<RunningBrowser> {
  const browser = await findBrowser();
  try {
    return await chromium.launch({
      executablePath: browser.program,
      headless: true,
      args: [...FLAGS, ...(options.args ?? [])],
      env: { ...process.env, ...browser.env } as Record<string, string>,
    });
  } catch (error) {
    throw new Error((await missingLibraries(browser)) ?? String(error), { cause: error });
  }
}

async function findBrowser(): Promise<Browser> {
  const named = process.env['HOLDFAST_BROWSER'];
  if (named !== undefined && named !== '') return { program: named, env: {} };
  const bundled = await bundledChromium();
  if (bundled !== undefined) return bundled;
  const installed = INSTALLED.find(canRun);
  if (installed !== undefined) return { program: installed, env: {} };
  throw new Error(
    'No browser comes bundled for this machine. Install Chromium or Chrome, or name one in HOLDFAST_BROWSER.',
  );
}

function canRun(program: string): boolean {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
