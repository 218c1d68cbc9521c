/**
 * The pictures in README.md, taken anew: `npm run pictures`. An invented household on a host of its own, opened in a
 * real browser at 360 × 740.
 */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { systemRandom, systemTimers, TestClock } from '@holdfast/base';
import { httpTransport } from '@holdfast/sync';
import { DEMO_HOUSEHOLDS, makeHousehold } from '@holdfast/testing/demo';
import { phone } from '@holdfast/testing/household';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { appWords as words } from '@holdfast/web/locales/en/app';
import { launch } from './browser.ts';
import { startHost } from './host.ts';
import type { BrowserPhone } from './phones.ts';
import { newPhone } from './phones.ts';

const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url));

await mkdir(FOLDER, { recursive: true });
const [host, browser] = await Promise.all([startHost(), launch()]);
try {
  const transport = httpTransport({
    origin: host.origin,
    fetch: (address, options) => fetch(address, options),
    openSocket: (address) => new WebSocket(address),
    timers: systemTimers,
  });
  const primitives = await sodiumPrimitives(systemRandom);
  const now = Date.now();
  const made = await makeHousehold(
    DEMO_HOUSEHOLDS.en,
    () => phone({ primitives, transport, clock: new TestClock(now) }),
    { now, aheadOfUtc: 0 },
  );
  const open = async (name: string, colorScheme: 'light' | 'dark'): Promise<BrowserPhone> => {
    const account = made.accounts.find((one) => one.name === name);
    if (!account) throw new Error(`No ${name} in the household`);
    const opened = await newPhone(browser, { origin: host.origin, timezoneId: 'Europe/London', colorScheme });
    await opened.open('/recover');
    await opened.page.getByLabel(words.recover.label).fill(account.code);
    await opened.page.getByRole('button', { name: words.recover.open }).click();
    await opened.page.getByRole('heading', { name: words.recover.done }).waitFor();
    return opened;
  };
  const take = async ({ page }: BrowserPhone, name: string): Promise<void> => {
    await page.waitForTimeout(600);
    await page.screenshot({ path: `${FOLDER}${name}.png` });
  };

  const ana = await open('Ana', 'dark');
  await ana.open('/shared');
  await ana.page.getByText(words.shared.putHere('Sam')).waitFor();
  await take(ana, 'supporter');
  const sam = await open('Sam', 'light');
  await sam.open('/today');
  await sam.page
    .getByText(words.today.ring('Maria'))
    .or(sam.page.locator('a[href^="tel:"]').first())
    .first()
    .waitFor();
  await take(sam, 'today');
  await sam.open('/now');
  await sam.page.locator('a[href^="tel:"]').first().waitFor();
  await take(sam, 'right-now');
  await sam.open('/now/overdose');
  for (let step = 0; step < 3; step++) await sam.page.getByRole('button', { name: 'Next' }).click();
  await take(sam, 'overdose');
  await sam.open('/people');
  await sam.page.getByRole('link', { name: 'Ana' }).first().click();
  await sam.page.getByRole('button', { name: words.contact.stop }).click();
  await sam.page.getByText(words.contact.stopped).waitFor();
  await sam.page.getByRole('link', { name: words.contact.share }).click();
  await sam.page.getByText(words.share.wontSee('Ana')).waitFor();
  await take(sam, 'share');
} finally {
  await browser.close();
  await host.remove();
}
