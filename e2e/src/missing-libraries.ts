import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser } from './bundled-chromium.ts';

const run = promisify(execFile);

/** The Debian 12 package of each library a Chromium may ask for. */
const PACKAGES: Readonly<Record<string, string>> = {
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libfontconfig.so.1': 'libfontconfig1',
  'libgbm.so.1': 'libgbm1',
  'libgcc_s.so.1': 'libgcc-s1',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libstdc++.so.6': 'libstdc++6',
  'libudev.so.1': 'libudev1',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
};

/** The libraries that `ldd` says are missing, as `libnss3.so => not found` lines. */
export const missingIn = (lddOutput: string): string[] =>
  [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');

/** What to install for these libraries, in one line for a terminal. */
export function adviceFor(missing: readonly string[]): string {
  const packages = new Set(missing.map((library) => PACKAGES[library] ?? `(the package of ${library})`));
  return `The browser needs system libraries that are missing: ${missing.join(', ')}.\nOn Debian or Ubuntu: apt-get install ${[...packages].sort().join(' ')}`;
}

/** Why this browser cannot start here, or `undefined` when its libraries are all there or cannot be listed. */
export async function missingLibraries(browser: Browser): Promise<string | undefined> {
  const env = { ...process.env, ...browser.env };
  const listed = await run('ldd', [browser.program], { env }).catch(() => undefined);
  const missing = missingIn(listed?.stdout ?? '');
  return missing.length === 0 ? undefined : adviceFor(missing);
}
