/**
 * Finishes a build for a server whose policy allows no inline code (`script-src 'self'`):
 *
 * 1. moves the boot script that Kit writes into each page to a file named after its own hash;
 * 2. takes module preloads out of the HTML and lets the boot script ask for them, so that a reader
 *    without JavaScript makes two requests (page and stylesheet) and no more;
 * 3. gives the service worker its manifest {path: sha256}, so that it can refuse a mixed version;
 * 4. writes brotli and gzip copies of everything that is text.
 *
 * It fails the build when any inline script, style or handler is left.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { externalise, inlineLeftovers } from './externalise.ts';

const BUILD = fileURLToPath(new URL('../build', import.meta.url));
const BOOT = '_app/immutable/boot';
const WORKER = 'service-worker.js';
const PLACE = /(["'`])__HOLDFAST_MANIFEST__\1/;

const files = readdirSync(BUILD, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(BUILD, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .filter((file) => !/\.(br|gz)$/.test(file))
  .sort();

const boots = new Set<string>();
mkdirSync(join(BUILD, BOOT), { recursive: true });
for (const file of files.filter((name) => name.endsWith('.html'))) {
  const { html, scripts } = externalise(readFileSync(join(BUILD, file), 'utf8'), `/${BOOT}`);
  for (const script of scripts) {
    boots.add(`${BOOT}/${script.name}`);
    writeFileSync(join(BUILD, BOOT, script.name), script.text);
  }
  const left = inlineLeftovers(html);
  if (left.length) throw new Error(`${file} still has inline code: ${left.join(', ')}`);
  writeFileSync(join(BUILD, file), html);
}

/**
 * What one page alone asks for: its own part of the app, its stylesheets and its boot script. Shared parts stay, also
 * those that others load later.
 */
function onlyOf(page: string): string[] {
  const asked = (file: string): string[] => {
    const html = readFileSync(join(BUILD, file), 'utf8');
    const boot = new RegExp(`${BOOT}/\\w+\\.js`).exec(html)?.[0];
    const all = boot === undefined ? html : html + readFileSync(join(BUILD, boot), 'utf8');
    return [
      ...all.matchAll(/_app\/immutable\/(?:nodes\/[\w.-]+\.js|assets\/[\w.-]+\.css|boot\/\w+\.js)/g),
    ].map(([path]) => path);
  };
  const others = new Set(files.filter((name) => name.endsWith('.html') && name !== page).flatMap(asked));
  return asked(page).filter((path) => !others.has(path));
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const url = (file: string) =>
  '/' + (file === 'index.html' ? '' : file.replace(/\/index\.html$/, '').replace(/\.html$/, ''));
const all = [...new Set([...files, ...boots])].sort();
/**
 * Not for phones: the worker itself, Kit's version poll, the page of controls that only builders open, and the schema
 * of what people take along, which programs read.
 */
const left = new Set([WORKER, '_app/version.json', 'kit.html', ...onlyOf('kit.html'), 'export.schema.json']);
const kept = all.filter((file) => !left.has(file) && !file.startsWith('.vite/'));
const hashes = Object.fromEntries(kept.map((file) => [url(file), sha256(readFileSync(join(BUILD, file)))]));
const manifest = { version: sha256(Buffer.from(JSON.stringify(hashes))).slice(0, 16), files: hashes };

if (files.includes(WORKER)) {
  const worker = readFileSync(join(BUILD, WORKER), 'utf8');
  if (!PLACE.test(worker)) throw new Error('The service worker has no place for its manifest.');
  writeFileSync(
    join(BUILD, WORKER),
    worker.replace(PLACE, () => JSON.stringify(JSON.stringify(manifest))),
  );
}
writeFileSync(join(BUILD, 'files.json'), JSON.stringify(manifest, null, 1) + '\n');

for (const file of [...all, 'files.json']) {
  if (!/\.(html|js|css|json|svg|webmanifest|txt|wasm)$/.test(file)) continue;
  const bytes = readFileSync(join(BUILD, file));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(join(BUILD, `${file}.br`), brotliCompressSync(bytes, { params }));
  writeFileSync(join(BUILD, `${file}.gz`), gzipSync(bytes, { level: 9 }));
}
console.log(`Finished: ${all.length} files, version ${manifest.version}`);
