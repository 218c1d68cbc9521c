import { gzipSync } from 'node:zlib';
import type { Host } from '@holdfast/e2e';
import { ask, launch, startHost, watchWorker, workerReady } from '@holdfast/e2e';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepTo } from './budgets.ts';

let host: Host;
let browser: Awaited<ReturnType<typeof launch>>;
beforeAll(async () => {
  [host, browser] = await Promise.all([startHost(), launch()]);
});
afterAll(async () => {
  await browser.close();
  await host.remove();
});

const isWorker = (url: string): boolean => new URL(url).pathname.includes('/workers/');

/**
 * What opening a page costs before it can be used: every script and stylesheet that the page itself fetches until the
 * network is quiet, with nothing cached, as gzip bytes. The account's worker (libsodium is in it) is asked for after
 * the first paint and counted by itself. The service worker, which then fetches the whole app, is kept out.
 */
async function open(context: BrowserContext, path: string) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const urls: string[] = [];
  let beforeWorker = -1;
  page.on('request', (request) => {
    if (isWorker(request.url())) beforeWorker = urls.length;
    else if (['script', 'stylesheet'].includes(request.resourceType())) urls.push(request.url());
  });
  await page.goto(host.origin + path, { waitUntil: 'networkidle' });
  await workerReady(page);
  const controls = await page.locator('button, input, a[href]').count();
  const worker = page.workers().find((each) => isWorker(each.url()));
  const [sizes, workerBytes] = await Promise.all([Promise.all(urls.map(gzipped)), gzipped(worker!.url())]);
  await page.close();
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), urls, beforeWorker, controls, workerBytes };
}

/** Bytes on the wire with gzip; what the server sends without coding is compressed here. */
async function gzipped(url: string): Promise<number> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
  expect(answer.status, url).toBe(200);
  const body = new Uint8Array(await answer.arrayBuffer());
  return Number(answer.headers.get('content-length') ?? gzipSync(body, { level: 9 }).length);
}

describe('the app shell', () => {
  it('is small before the cryptography loads, and works before it is there', async () => {
    const context = await browser.newContext({
      serviceWorkers: 'block',
      viewport: { width: 360, height: 740 },
    });
    await watchWorker(context);
    const start = await open(context, '/start');

    const page = await context.newPage();
    await page.goto(`${host.origin}/start`);
    await workerReady(page);
    expect(await ask(page, 'start', 'own', '2026-11-21')).toMatchObject({ ok: true });
    await page.close();
    const today = await open(context, '/today');
    await context.close();

    for (const [name, shell] of Object.entries({ start, today })) {
      // Scripts and styles that the page needs are all asked for before the worker: nothing hides behind it.
      expect(shell.urls.slice(shell.beforeWorker), name).toEqual([]);
      expect(shell.urls.length, name).toBeGreaterThan(5);
      expect(shell.controls, name).toBeGreaterThan(3);
    }
    keepTo('app-shell.start', start.bytes);
    keepTo('app-shell.today', today.bytes);
    keepTo('app-shell.worker', start.workerBytes);
  });
});
