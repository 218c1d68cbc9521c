import type { Browser } from 'playwright-core';
import words from '@holdfast/web/locales/en/learn';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';
import { newPhone } from './phones.ts';

const host = { origin: inject('origin') };
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
});

describe('pages to read', () => {
  it('are complete without JavaScript: every article is listed, readable, sourced, and ends at a person', async () => {
    const reader = await newPhone(browser, {
      origin: host.origin,
      keepsApp: false,
      javaScriptEnabled: false,
    });
    const { page } = reader;
    await reader.open('/learn');
    const links = await page
      .locator('section a[href^="/learn/"]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')!));
    expect(new Set(links).size).toBeGreaterThanOrEqual(24);
    for (const link of new Set([...links.filter((to) => to !== '/learn/words'), '/es/learn/grief'])) {
      await reader.open(link);
      expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(1_200);
      expect(await page.locator('footer details li').count(), link).toBeGreaterThan(0);
      expect(await page.locator('a[href$="/now/lines"]').count()).toBeGreaterThan(0);
    }
    await reader.open('/start-here');
    expect(await page.getByText(words.ready.think[0]!).count()).toBe(1);
    expect(await page.getByRole('textbox').count()).toBe(0);
    await reader.context.close();
  });

  it('are all there after one visit, and the search finds in them, with the network off', async () => {
    const reader = await newPhone(browser, { origin: host.origin });
    const { page } = reader;
    await reader.open('/families');
    await reader.holdsApp();
    await reader.context.setOffline(true);
    await page.getByRole('link', { name: 'Looking after yourself' }).click();
    await page.getByRole('heading', { level: 1, name: 'Looking after yourself' }).waitFor();
    await reader.open('/learn');
    await page.getByLabel(words.find).fill('methadone heart');
    await page
      .getByRole('search')
      .getByRole('link', { name: /Methadone/ })
      .click();
    await page.getByRole('heading', { level: 1, name: /Methadone, buprenorphine/ }).waitFor();
    await page.getByLabel('Naltrexone', { exact: true }).check();
    await page.getByText(words.rightSaid).waitFor();
    await reader.open('/learn');
    await page.getByLabel(words.find).fill('zzzzqq');
    await page.getByText(words.findNone('zzzzqq')).waitFor();
    expect(reader.errors).toEqual([]);
    await reader.context.close();
  });

  it('keep what is written to the questions on this phone, until it is cleared, and send none of it', async () => {
    const reader = await newPhone(browser, { origin: host.origin, keepsApp: false });
    const { page } = reader;
    await reader.open('/start-here');
    const box = page.getByLabel(words.ready.think[0]!);
    await page.locator('summary').filter({ hasText: words.ready.think[0]! }).click();
    await box.fill('Only for me 4711.');
    await page.getByText(words.ready.thinkKept).waitFor();
    await page.reload();
    await page.getByText(words.ready.written).waitFor();
    expect(await box.inputValue()).toBe('Only for me 4711.');
    await page.getByRole('button', { name: words.ready.clear }).click();
    await page.getByText(words.ready.cleared).waitFor();
    await page.reload();
    await page.getByText(words.ready.thinkTitle).waitFor();
    expect(await box.inputValue()).toBe('');
    const sent = reader.traffic.filter(({ bytes }) => bytes.includes('4711'));
    expect(sent).toEqual([]);
    await reader.context.close();
  });
});
