import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '../test-support/server.ts';
import { startTestServer } from '../test-support/server.ts';
import { loadSite, withJson } from './site.ts';

const PAGE = `<!doctype html><title>Right now</title>${'<p>steps</p>'.repeat(50)}`;

const PACKS = JSON.stringify({ packs: [], local: null, padding: 'x'.repeat(500) });

describe('what the server serves', () => {
  let folder: string;
  let server: TestServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hf-site-'));
    const files: Record<string, string | Buffer> = {
      'index.html': '<!doctype html>home',
      'now.html': PAGE,
      'now.html.br': brotliCompressSync(PAGE),
      'now.html.gz': gzipSync(PAGE),
      'now/lines.html': 'lines',
      'not-found.html': 'nothing here',
      'es/not-found.html': 'nada por aquí',
      'service-worker.js': 'self;',
      'manifest.webmanifest': '{}',
      '_app/immutable/a.3f2b.js': 'export {};',
      '_app/immutable/a.3f2b.js.map': '{}',
    };
    for (const [name, body] of Object.entries(files)) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, body);
    }
    await writeFile(join(dirname(folder), 'outside.html'), 'secret');
    const site = withJson(await loadSite(folder), '/packs.json', PACKS);
    server = await startTestServer({ site, publicUrl: 'https://holdfast.example' });
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
    await rm(join(dirname(folder), 'outside.html'));
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(server.origin + path, { headers, redirect: 'manual' });

  /** `fetch` tidies paths before it sends them; this does not. */
  const rawStatus = (path: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.origin);
      request({ hostname, port, path }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });

  it('[OPS-7] carries the same security headers on every answer', async () => {
    const headersOf = async (answer: Promise<Response>): Promise<Record<string, string>> => {
      const all = Object.fromEntries((await answer).headers);
      for (const own of ['date', 'connection', 'keep-alive', 'etag', 'vary', 'transfer-encoding'])
        delete all[own];
      for (const own of ['content-type', 'content-length', 'cache-control', 'content-encoding'])
        delete all[own];
      return all;
    };
    const page = await headersOf(get('/now'));
    expect(page).toMatchInlineSnapshot(`
      {
        "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html sveltekit-trusted-url hf-sw",
        "cross-origin-embedder-policy": "require-corp",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "origin-agent-cluster": "?1",
        "permissions-policy": "accelerometer=(), autoplay=(), browsing-topics=(), camera=(self), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(self), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(self), midi=(), payment=(), picture-in-picture=(), publickey-credentials-create=(self), publickey-credentials-get=(self), screen-wake-lock=(self), serial=(), storage-access=(), usb=(), xr-spatial-tracking=()",
        "referrer-policy": "no-referrer",
        "strict-transport-security": "max-age=63072000",
        "x-content-type-options": "nosniff",
      }
    `);
    for (const path of [
      '/',
      '/nowhere',
      '/healthz',
      '/readyz',
      '/api/v1/x',
      '/service-worker.js',
      '/_app/immutable/a.3f2b.js',
    ]) {
      expect(await headersOf(get(path)), path).toEqual(page);
    }
    for (const verb of ['session.open', 'space.pull', 'nothing']) {
      const { location: _, ...call } = await headersOf(
        fetch(`${server.origin}/api/v1/${verb}`, { method: 'POST' }),
      );
      expect(call, verb).toEqual(page);
    }
    const { location, ...moved } = await headersOf(get('/now/'));
    expect(moved).toEqual(page);
    expect(location).toBe('/now');
    const tag = (await get('/now')).headers.get('etag')!;
    expect(await headersOf(get('/now', { 'if-none-match': tag }))).toEqual(page);
  });

  it('[OPS-7] sends HSTS only behind TLS', async () => {
    const plain = await startTestServer();
    const answer = await fetch(`${plain.origin}/healthz`);
    expect(answer.headers.has('strict-transport-security')).toBe(false);
    await plain.stop();
  });

  it('[OPS-8] serves pages under clean addresses', async () => {
    expect(await (await get('/')).text()).toContain('home');
    expect(await (await get('/now')).text()).toBe(PAGE);
    expect(await (await get('/now?country=NL')).text()).toBe(PAGE);
    expect(await (await get('/now/lines')).text()).toBe('lines');
    const moved = await get('/now/?country=NL');
    expect([moved.status, moved.headers.get('location')]).toEqual([308, '/now?country=NL']);
  });

  it('[OPS-8] serves its own page, in its language, for what is not there', async () => {
    const missing = await get('/nowhere');
    expect([missing.status, await missing.text()]).toEqual([404, 'nothing here']);
    const spanish = await get('/es/nada');
    expect([spanish.status, await spanish.text()]).toEqual([404, 'nada por aquí']);
    expect((await get('/now.html.br')).status).toBe(404);
    expect((await get('/_app/immutable/a.3f2b.js.map')).status).toBe(404);
  });

  it('[OPS-8] serves nothing outside its folder and redirects nowhere else', async () => {
    for (const path of [
      '/../outside',
      '/..%2foutside',
      '/%2e%2e/outside.html',
      '/now/../../outside',
      '/%00',
      '/%',
      '/%ff',
    ]) {
      expect(await rawStatus(path), path).toBe(404);
    }
    for (const path of ['//now/', '//evil.example/', '/\\evil.example/']) {
      expect([404, 400], path).toContain(await rawStatus(path));
    }
  });

  it('[OPS-8] lets hashed names be kept for ever and has the rest asked for again', async () => {
    const cacheOf = async (path: string) => (await get(path)).headers.get('cache-control');
    expect(await cacheOf('/_app/immutable/a.3f2b.js')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/now', '/service-worker.js', '/manifest.webmanifest', '/nowhere']) {
      expect(await cacheOf(path), path).toBe('no-cache');
    }
    for (const path of ['/healthz', '/readyz']) expect(await cacheOf(path), path).toBe('no-store');
  });

  it('[OPS-8] answers with 304 while nothing changed, for each encoding', async () => {
    for (const accepted of ['identity', 'gzip', 'br, gzip']) {
      const first = await get('/now', { 'accept-encoding': accepted });
      const tag = first.headers.get('etag')!;
      const again = await get('/now', { 'accept-encoding': accepted, 'if-none-match': `"x", W/${tag}` });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
  });

  it('[OPS-8] sends the best twin the browser takes', async () => {
    const encodingOf = async (accepted: string) => {
      const answer = await get('/now', { 'accept-encoding': accepted });
      expect(await answer.text()).toBe(PAGE);
      expect(answer.headers.get('vary')).toBe('accept-encoding');
      return answer.headers.get('content-encoding');
    };
    expect(await encodingOf('gzip, deflate, br')).toBe('br');
    expect(await encodingOf('gzip')).toBe('gzip');
    expect(await encodingOf('br;q=0, gzip;q=0.5')).toBe('gzip');
    expect(await encodingOf('identity')).toBe(null);
  });

  it('[OPS-13] serves the packs as a file: to be asked for again, without a cookie, in 304 when unchanged', async () => {
    for (const accepted of ['identity', 'gzip']) {
      const answer = await get('/packs.json', { 'accept-encoding': accepted });
      expect(await answer.text()).toBe(PACKS);
      expect(answer.headers.get('content-encoding')).toBe(accepted === 'gzip' ? 'gzip' : null);
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(answer.headers.has('set-cookie')).toBe(false);
      const etag = answer.headers.get('etag')!;
      const again = await get('/packs.json', { 'accept-encoding': accepted, 'if-none-match': etag });
      expect(again.status).toBe(304);
    }
  });

  it('[OPS-8] answers HEAD like GET, without the body', async () => {
    const answer = await fetch(`${server.origin}/now`, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  it('[OPS-11] says that it runs and that its database answers', async () => {
    expect(await (await get('/healthz')).text()).toBe('ok');
    expect((await get('/readyz')).status).toBe(200);
  });
});

describe('a server without a web app', () => {
  it('[OPS-8] still answers calls and says plainly that there is no page', async () => {
    const server = await startTestServer({ site: await loadSite('/nonexistent') });
    const page = await fetch(`${server.origin}/`);
    expect([page.status, await page.text()]).toEqual([404, 'Not found']);
    expect((await server.transport.call('session.open', {})).ok).toBe(true);
    await server.stop();
  });
});
