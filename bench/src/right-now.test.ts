import type { Host } from '@holdfast/e2e';
import { launch, startHost } from '@holdfast/e2e';
import { NOW_PAGE_IDS } from '@holdfast/safety';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepTo } from './budgets.ts';

const PAGES = ['/now', '/now/overdose', '/es/now', '/es/now/overdose'];
const OTHERS = ['', '/es'].flatMap((lang) => ['lines', ...NOW_PAGE_IDS].map((id) => `${lang}/now/${id}`));

let host: Host;
let browser: Awaited<ReturnType<typeof launch>>;
beforeAll(async () => {
  [host, browser] = await Promise.all([startHost(), launch()]);
});
afterAll(async () => {
  await browser.close();
  await host.remove();
});

/** Loads a page in a browser without JavaScript and without anything cached. */
async function load(path: string) {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const urls: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'font') return;
    requests.push(request.resourceType());
    urls.push(request.url());
  });
  const answer = await page.goto(host.origin + path, { waitUntil: 'networkidle' });
  const html = (await answer!.body()).length;
  const words = (await page.locator('body').innerText()).trim();
  const inlineStyle = await page.locator('style, [style]').count();
  await context.close();
  return { html, requests, urls, words, inlineStyle };
}

/** Bytes on the wire, as gzip from the server. */
async function gzipped(url: string): Promise<number> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
  expect(answer.status, url).toBe(200);
  expect(answer.headers.get('content-encoding'), url).toBe('gzip');
  await answer.arrayBuffer();
  return Number(answer.headers.get('content-length'));
}

describe('Right now without JavaScript', () => {
  it('is small, complete, and needs one stylesheet beside itself', async () => {
    const loaded = await Promise.all(PAGES.map(load));
    for (const [i, { requests, words, inlineStyle }] of loaded.entries()) {
      expect(words.length, PAGES[i]).toBeGreaterThan(200);
      expect(
        requests.filter((type) => type === 'stylesheet').length + inlineStyle,
        `${PAGES[i]}: ${requests.join(' ')}`,
      ).toBe(1);
      expect(requests, PAGES[i]).not.toContain('script');
    }
    keepTo('right-now.html', Math.max(...loaded.map(({ html }) => html)));
    keepTo('right-now.requests', Math.max(...loaded.map(({ requests }) => requests.length)));
  });

  it('comes whole, all its pages in both languages, for the price of a picture', async () => {
    const loaded = await Promise.all([...PAGES, ...OTHERS].map(load));
    const urls = [...new Set(loaded.flatMap((page) => page.urls))];
    expect(urls.length).toBeGreaterThan(PAGES.length + OTHERS.length);
    const sizes = await Promise.all(urls.map(gzipped));
    keepTo(
      'right-now.set',
      sizes.reduce((sum, size) => sum + size, 0),
    );
  });
});
