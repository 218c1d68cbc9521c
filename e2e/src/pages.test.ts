import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import { startPage } from './page-people.ts';
import { IN_ENGLISH, OWN, PUBLIC } from './paths.ts';
import type { BrowserPhone } from './phones.ts';
import { newPhone } from './phones.ts';

let host: Host;
let browser: Browser;
beforeAll(async () => {
  [host, browser] = await Promise.all([startHost(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await host?.remove();
});

/** Walks through every page of the app take as long as the app is large. */
const WALK = 400_000;

/** What another theme or another width can change. */
const BY_LOOK = ['color-contrast', 'target-size'];

/** Findings of axe on the page as it stands: WCAG 2.2 AA and best practice, or only what depends on the look. */
async function findings({ page }: BrowserPhone, which: 'all' | 'look'): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (
    which === 'look'
      ? axe.withRules(BY_LOOK)
      : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
  ).analyze();
  return violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`);
}

/** How far the page can be scrolled sideways, px. */
const sideways = ({ page }: BrowserPhone): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function visitAll(
  phone: BrowserPhone,
  paths: readonly string[],
  which: 'all' | 'look',
): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await phone.open(path);
    await phone.page.locator('h1, main h2').first().waitFor();
    // What is folded away counts too.
    await phone.page.locator('details').evaluateAll((folds) => {
      for (const fold of folds) (fold as HTMLDetailsElement).open = true;
    });
    found.push(...(await findings(phone, which)));
    if ((await sideways(phone)) > 0) found.push(`${path} scrolls sideways`);
  }
  return found;
}

describe('every page', () => {
  // Tall, so that the bar at the foot covers nothing: what it covers can be scrolled free, which axe does not know.
  // Spanish has the longer words: it is looked at where there is least room.
  it.each([
    ['all', IN_ENGLISH, { colorScheme: 'light', width: 360, height: 6000 }],
    ['look', PUBLIC, { colorScheme: 'dark', width: 320, height: 6000 }],
  ] as const)(
    'is accessible and fits its screen: public, %s',
    { timeout: WALK },
    async (which, paths, look) => {
      const phone = await newPhone(browser, { origin: host.origin, ...look });
      expect(await visitAll(phone, paths, which)).toEqual([]);
      expect(phone.errors).toEqual([]);
      await phone.context.close();
    },
  );

  it.each([
    ['all', { colorScheme: 'light', width: 360, height: 6000 }],
    ['look', { colorScheme: 'dark', width: 320, height: 6000 }],
  ] as const)('is accessible and fits its screen: private, %s', { timeout: WALK }, async (which, look) => {
    const phone = await startPage(browser, { origin: host.origin, ...look });
    expect(await visitAll(phone, OWN, which)).toEqual([]);
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });

  it('keeps its words on the screen at twice the text size', { timeout: WALK }, async () => {
    const phone = await startPage(browser, { origin: host.origin });
    const wide: string[] = [];
    // Spanish has the longer words.
    for (const path of [...PUBLIC.filter((path) => path.startsWith('/es')), ...OWN]) {
      await phone.open(path);
      await phone.page.locator('h1, main h2').first().waitFor();
      await phone.page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
      if ((await sideways(phone)) > 0) wide.push(path);
    }
    expect(wide).toEqual([]);
    await phone.context.close();
  });

  it('can be left at once: by the button, and by Escape three times', async () => {
    const phone = await startPage(browser, { origin: host.origin });
    await phone.context.route(/^(?!http:\/\/localhost)/, (route) => route.fulfill({ body: 'elsewhere' }));
    await phone.open('/today');
    await phone.page.getByRole('link', { name: 'Leave' }).click();
    await phone.page.getByText('elsewhere').waitFor();
    await phone.open('/history');
    await phone.page.getByText('A quiet evening.').first().waitFor();
    for (let n = 0; n < 3; n++) await phone.page.keyboard.press('Escape');
    await phone.page.getByText('elsewhere').waitFor();
    expect(new URL(phone.page.url()).hostname).not.toBe('localhost');
    await phone.context.close();
  });

  it('names nothing in its title but the app', async () => {
    const phone = await startPage(browser, { origin: host.origin });
    const titles = new Set<string>();
    for (const path of ['/now', '/now/overdose', '/today', '/history', '/people', '/more']) {
      await phone.open(path);
      titles.add(await phone.page.title());
    }
    expect([...titles]).toEqual(['Holdfast']);
    await phone.context.close();
  });
});
