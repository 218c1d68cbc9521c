import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appWords as words } from '@holdfast/web/locales/en/app';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import { startPage } from './page-people.ts';
import { newPhone } from './phones.ts';

const BUILD = fileURLToPath(new URL('../../apps/web/build/', import.meta.url));

let webDir: string;
let host: Host;
let browser: Browser;
beforeAll(async () => {
  webDir = await mkdtemp(join(tmpdir(), 'holdfast-web-'));
  await cp(BUILD, webDir, { recursive: true });
  [host, browser] = await Promise.all([startHost({ webDir }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await host?.remove();
  await rm(webDir, { recursive: true, force: true });
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Replaces a file of the build, without the compressed copies of the old one. */
async function replace(name: string, change: (text: string) => string): Promise<string> {
  const path = join(webDir, name);
  const text = change(await readFile(path, 'utf8'));
  await writeFile(path, text);
  await Promise.all([rm(`${path}.br`, { force: true }), rm(`${path}.gz`, { force: true })]);
  return text;
}

/** Puts out another version: one changed page, and a worker whose manifest names it (rightly or not). */
async function publish(mark: string, honest: boolean): Promise<void> {
  await host.stop();
  const before = sha256(await readFile(join(webDir, 'about.html'), 'utf8'));
  // In the head: what the page's own code did not make it takes out of the rest.
  const page = await replace('about.html', (text) => text.replace('</head>', `<meta name="${mark}"></head>`));
  await replace('service-worker.js', (text) =>
    text
      .replace(/(\\"version\\":\\")[^\\]+/, (_, name: string) => name + mark)
      .replaceAll(before, honest ? sha256(page) : sha256(`${page} altered`)),
  );
  await host.start();
}

const ready = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
/** Looks for another version, and waits until what was found is installed or refused. */
const look = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
    const { installing } = registration;
    if (!installing) return;
    await new Promise<void>((resolve) => {
      const over = () => installing.state !== 'installing' && resolve();
      installing.addEventListener('statechange', over);
      over();
    });
  });
const caches_ = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());

describe('a new version of the app', () => {
  it('waits while something is being written, and is there when the page is next opened, whole', async () => {
    const phone = await startPage(browser, { origin: host.origin });
    const { page } = phone;
    await phone.open('/check-in');
    await ready(page);
    const [old] = await caches_(page);
    await page.getByLabel(words.checkIn.line).fill('Half a sentence');
    await publish('second-version', true);
    await look(page);
    await page.getByText('A new version is ready.').waitFor();
    expect(await page.getByLabel(words.checkIn.line).inputValue()).toBe('Half a sentence');
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText('Half a sentence').waitFor();
    // The last tab closes: the next one opened finds the new version, with the new one's files and no other's.
    await page.close();
    const next = await phone.context.newPage();
    const served = async (): Promise<boolean> => {
      await next.goto(`${host.origin}/about`);
      if ((await next.content()).includes('second-version')) return true;
      // As long as a tab shows the old version, the new one waits.
      await next.goto('about:blank');
      return false;
    };
    await expect.poll(() => served().catch(() => false), { timeout: 60_000, interval: 500 }).toBe(true);
    await next.goto(`${host.origin}/today`);
    await next.getByText('Half a sentence').waitFor();
    expect(await caches_(next)).toContain('holdfast-second-version');
    expect(old).not.toBe('holdfast-second-version');
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });

  it('ATK-25 with a file that is not the one it names is refused as a whole, and the page before goes on, offline too', async () => {
    const phone = await newPhone(browser, { origin: host.origin });
    const { page } = phone;
    await phone.open('/');
    await ready(page);
    const before = await caches_(page);
    await publish('third-version', false);
    await look(page);
    expect(await caches_(page)).toEqual(before);
    await phone.context.setOffline(true);
    await page.reload();
    await page.getByRole('link', { name: 'Right now' }).click();
    await page.getByRole('link', { name: 'Call 112' }).waitFor();
    await phone.context.close();
  });
});
