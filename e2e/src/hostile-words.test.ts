import type { Browser } from 'playwright-core';
import { appWords as words } from '@holdfast/web/locales/en/app';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';
import { startPage } from './page-people.ts';

const host = { origin: inject('origin') };
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
});

/** What people have typed into other systems to make them run it. Each would set `window.hit`, or load an image. */
const HOSTILE = [
  '<script>window.hit=1</script>',
  '<img src=x onerror="window.hit=1">',
  '"><svg/onload=window.hit=1>',
  'javascript:window.hit=1',
  '{{constructor.constructor("window.hit=1")()}}',
  '</textarea><iframe srcdoc="<script>parent.hit=1</script>">',
  '<style>@import "https://example.org/x.css"</style>',
  '<a href="javascript:window.hit=1">x</a>',
];

describe('what a person writes', () => {
  it('ATK-23 is shown as it was written and never run, in every place that shows it', async () => {
    const said = HOSTILE.join(' ');
    const phone = await startPage(browser, { origin: host.origin, keepsApp: false }, said);
    const { page } = phone;
    await page.getByText('<script>window.hit=1</script>').first().waitFor();
    const name = HOSTILE[1]!;
    await phone.open('/people/add#number');
    await page.getByLabel(words.people.name).fill(name);
    await page.getByLabel(words.people.number).fill('0861234567');
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(name).first().waitFor();
    for (const path of ['/people', '/now', '/today', '/history']) {
      await phone.open(path);
      await page
        .getByText(path === '/today' || path === '/history' ? HOSTILE[0]! : name)
        .first()
        .waitFor();
      expect(await page.evaluate(() => Reflect.get(window, 'hit'))).toBeUndefined();
      expect(await page.locator('iframe, img[src="x"], a[href^="javascript:"]').count()).toBe(0);
    }
    const asked = phone.traffic.map(({ name: line }) => line).filter((line) => line.startsWith('request '));
    expect(asked.filter((line) => !line.includes(host.origin))).toEqual([]);
    // A broken policy is written to the console, which `errors` collects.
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });
});
