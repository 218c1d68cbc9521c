import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { untar } from './untar.ts';

/** A browser to start: its program and what its environment must hold. */
export interface Browser {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}

const CHECKOUT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Unpacks the Chromium that ships inside @sparticuz/chromium, once per version, into the checkout's cache.
 * We read the package's files, not its API: that writes to /tmp/chromium, where any user can put a program first.
 * `undefined` where the package carries none for this machine: it is built for Linux on x64.
 */
export async function bundledChromium(
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<Browser | undefined> {
  if (platform !== 'linux' || arch !== 'x64') return undefined;
  const parts = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');
  const about = await readFile(join(parts, '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(about) as { version: string };
  const home = join(CHECKOUT, '.cache', `chromium-${version}`);
  const isThere = await access(join(home, 'chromium')).then(
    () => true,
    () => false,
  );
  if (!isThere) await unpack(parts, home);
  return {
    program: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: join(home, 'lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') },
  };
}

/** Unpacks beside the final place and moves it there: a copy cut short, or two runs at once, do no harm. */
async function unpack(parts: string, home: string): Promise<void> {
  await mkdir(dirname(home), { recursive: true });
  const half = await mkdtemp(`${home}.half-`);
  try {
    const program = createWriteStream(join(half, 'chromium'), { mode: 0o755 });
    await pipeline(createReadStream(join(parts, 'chromium.br')), createBrotliDecompress(), program);
    // al2023 holds the system libraries that a bare machine lacks (nss, nspr, expat).
    for (const archive of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
      await untar(brotliDecompressSync(await readFile(join(parts, archive))), half);
    }
    await writeFile(join(half, 'fonts.conf'), fontsConf(home));
    await rename(half, home).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

const fontsConf = (home: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`;
