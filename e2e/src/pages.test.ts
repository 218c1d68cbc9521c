import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { RECORDS } from '@holdfast/recovery/test-records';
import { ask } from './account-worker.ts';
import { findings } from './axe.ts';
import { launch } from './browser.ts';
import { startPage } from './page-people.ts';
import { EMPTY, FILLED, IN_ENGLISH, IN_SPANISH, OWN } from './paths.ts';
import type { BrowserPhone } from './phones.ts';
import { newPhone } from './phones.ts';

const host = { origin: inject('origin') };
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
});

/** A walk through every page of the app takes as long as the app is large. */
const WALK = 400_000;

/** Something of every kind, so that each page is looked at with lines on it. */
const WRITTEN = Object.entries(RECORDS)
  .filter(([type]) => type !== 'profile')
  .flatMap(([type, records]) => records.map(({ id, ...fields }) => ({ type, id, fields })));

/** Tall, so that the bar at the foot covers nothing: what it covers can be scrolled free, which axe does not know. */
const TALL = 6000;
const USUAL = { width: 360, height: TALL };
const NARROW = { width: 320, height: TALL };

/**
 * Opens a page: from inside the app where there is one, as a tap on a link does, else by its address.
 * What stands after a # is only read by a page that opens.
 */
async function open({ page, open: byAddress }: BrowserPhone, path: string): Promise<void> {
  const fromInside = !path.includes('#') && page.url().startsWith(host.origin) && !page.url().includes('#');
  if (fromInside) {
    await page.evaluate((to) => {
      const link = document.createElement('a');
      link.href = to;
      document.body.append(link);
      link.click();
      link.remove();
    }, path);
    await page.waitForURL(host.origin + path);
  } else await byAddress(path);
  await page.locator('h1, main h2').first().waitFor();
  // What is folded away counts too.
  await page.locator('details').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });
}

/** How far the page can be scrolled sideways, px. */
const sideways = ({ page }: BrowserPhone): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const textSize = ({ page }: BrowserPhone, size: string): Promise<void> =>
  page.evaluate((to) => void (document.documentElement.style.fontSize = to), size);

/**
 * What is wrong with the page that is open: to axe in the light theme, in its look in the dark theme where there is
 * least room, and with anything that stands out sideways, at twice the text size too.
 */
async function looked(phone: BrowserPhone, path: string, which: 'all' | 'look'): Promise<string[]> {
  const { page } = phone;
  const found = which === 'all' ? await findings(page, 'all') : [];
  await textSize(phone, '200%');
  if ((await sideways(phone)) > 0) found.push(`${path} scrolls sideways at twice the text size`);
  await textSize(phone, '');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(NARROW);
  found.push(...(await findings(page, 'look')));
  if ((await sideways(phone)) > 0) found.push(`${path} scrolls sideways`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(USUAL);
  return found;
}

/** Taps from the page that is open to the overdose steps; the links can be seen, and nothing covers them. */
async function tapsToOverdose({ page }: BrowserPhone): Promise<number> {
  if (page.url().endsWith('/now/overdose')) return 0;
  for (const [taps, href] of [
    [1, '/now/overdose'],
    [2, '/now'],
  ] as const) {
    const link = page.locator(`a[href$="${href}"]:visible`).first();
    if ((await link.count()) === 0) continue;
    await link.click({ trial: true });
    return taps;
  }
  return Infinity;
}

async function walk(
  phone: BrowserPhone,
  paths: readonly string[],
  which: 'all' | 'look',
): Promise<{ found: string[]; far: string[] }> {
  const found: string[] = [];
  const far: string[] = [];
  for (const path of paths) {
    await open(phone, path);
    if ((await tapsToOverdose(phone)) > 2) far.push(path);
    found.push(...(await looked(phone, path, which)));
  }
  return { found, far };
}

describe('every page is accessible, fits its screen and has the overdose steps within 2 taps', () => {
  // Spanish has the longer words, and the same elements in the same places.
  it.each([
    ['in English', IN_ENGLISH, 'all'],
    ['in Spanish', IN_SPANISH, 'look'],
  ] as const)('of those for everybody, %s', { timeout: WALK }, async (_, paths, which) => {
    const phone = await newPhone(browser, { origin: host.origin, ...USUAL });
    expect(await walk(phone, paths, which)).toEqual({ found: [], far: [] });
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });

  it('of those of one’s own', { timeout: WALK }, async () => {
    const phone = await startPage(browser, { origin: host.origin, keepsApp: false, asked: true, ...USUAL });
    expect(await walk(phone, EMPTY, 'all')).toEqual({ found: [], far: [] });
    expect(await ask(phone.page, 'saveAll', WRITTEN)).toMatchObject({ ok: true });
    expect(await walk(phone, [...OWN, ...FILLED], 'all')).toEqual({ found: [], far: [] });
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });

  it.each(['/today', '/learn/tolerance', '/now/want', '/es/families'])(
    'and from %s they are tapped to',
    async (path) => {
      const phone = await startPage(browser, { origin: host.origin, keepsApp: false });
      const { page } = phone;
      await phone.open(path);
      const direct = page.locator('a[href$="/now/overdose"]:visible').first();
      await page.locator('a[href$="/now/overdose"]:visible, a[href$="/now"]:visible').first().waitFor();
      if ((await direct.count()) === 0) await page.locator('a[href$="/now"]:visible').first().click();
      await direct.click();
      await page.waitForURL('**/now/overdose');
      expect(await page.locator('h1').count()).toBe(1);
      await phone.context.close();
    },
  );
});

describe('every page', () => {
  it('is looked at by eyes that see a planted fault, in either look', async () => {
    const phone = await newPhone(browser, { origin: host.origin, keepsApp: false, ...USUAL });
    const { page } = phone;
    await open(phone, '/about');
    // A page that wakes up throws out what does not belong to it.
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      const pale = document.createElement('p');
      pale.textContent = 'Pale on the dark theme alone';
      pale.style.color = '#444';
      const wide = document.createElement('div');
      wide.style.minWidth = '340px';
      wide.append(document.createElement('img'));
      document.querySelector('main')?.append(pale, wide);
    });
    const found = (await looked(phone, '/about', 'all')).join('\n');
    expect(found).toContain('image-alt');
    expect(found).toContain('color-contrast: <p style="color: rgb(68, 68, 68);">');
    expect(found).toContain('/about scrolls sideways');
    await phone.context.close();
  });

  it('can be left at once: by the button, and by Escape three times', async () => {
    const phone = await startPage(browser, { origin: host.origin, keepsApp: false });
    await phone.context.route(/^(?!http:\/\/localhost)/, (route) => route.fulfill({ body: 'elsewhere' }));
    await phone.open('/today');
    await phone.page.getByRole('link', { name: 'Leave', exact: true }).click();
    await phone.page.getByText('elsewhere').waitFor();
    await phone.open('/history');
    await phone.page.getByText('A quiet evening.').first().waitFor();
    for (let n = 0; n < 3; n++) await phone.page.keyboard.press('Escape');
    await phone.page.getByText('elsewhere').waitFor();
    expect(new URL(phone.page.url()).hostname).not.toBe('localhost');
    await phone.context.close();
  });

  it('names nothing in its title but the app', async () => {
    const phone = await startPage(browser, { origin: host.origin, keepsApp: false });
    const titles = new Set<string>();
    for (const path of ['/now', '/now/overdose', '/today', '/history', '/people', '/more']) {
      await phone.open(path);
      titles.add(await phone.page.title());
    }
    expect([...titles]).toEqual(['Holdfast']);
    await phone.context.close();
  });
});
