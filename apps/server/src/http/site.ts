import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
};
const ENCODINGS = { br: '.br', gzip: '.gz' } as const;
export type Encoding = keyof typeof ENCODINGS;

export interface Asset {
  readonly type: string;
  readonly hash: string;
  readonly cache: string;
  readonly body: Buffer;
  readonly encoded: Partial<Record<Encoding, Buffer>>;
}

/** The built web app by URL path, with `.html` left off: `/`, `/now`, `/_app/immutable/a.js`. */
export type Site = ReadonlyMap<string, Asset>;

/**
 * Reads the whole build into memory (a few MB), so that what is served never mixes two builds while a new one is
 * being written. A missing folder is an empty site.
 */
export async function loadSite(folder: string): Promise<Site> {
  const files = new Map<string, Buffer>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, path).split(sep).join('/')}`, await readFile(path));
  }
  const site = new Map<string, Asset>();
  for (const [path, body] of files) {
    const type = TYPES[extname(path)];
    // Compressed twins and source maps are not pages of their own.
    if (type !== undefined) site.set(urlOf(path), assetOf(path, type, body, files));
  }
  return site;
}

/** The same site with one more file, made here and not built: compressed once, and asked for again each time. */
export function withJson(site: Site, path: string, text: string): Site {
  const body = Buffer.from(text);
  const files = new Map([[`${path}.gz`, gzipSync(body, { level: 9 })]]);
  return new Map([...site, [path, assetOf(path, TYPES['.json']!, body, files)]]);
}

const urlOf = (path: string): string =>
  path.endsWith('/index.html')
    ? path.slice(0, -'index.html'.length).replace(/(.)\/$/, '$1')
    : path.replace(/\.html$/, '');

function assetOf(path: string, type: string, body: Buffer, files: ReadonlyMap<string, Buffer>): Asset {
  const encoded: Partial<Record<Encoding, Buffer>> = {};
  for (const [encoding, ending] of Object.entries(ENCODINGS) as [Encoding, string][]) {
    const twin = files.get(path + ending);
    if (twin !== undefined && twin.length < body.length) encoded[encoding] = twin;
  }
  return {
    type,
    hash: createHash('sha256').update(body).digest('base64url').slice(0, 22),
    // Names with a hash in them never change their content. All else is asked for again each time.
    cache: path.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    body,
    encoded,
  };
}
