import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packForCountry } from '@holdfast/safety';
import type { CountryPack, LocalLines } from '@holdfast/safety';
import { publicWords as words } from '@holdfast/web/locales/en/public';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import type { BrowserPhone, PhoneOptions } from './phones.ts';
import { newPhone } from './phones.ts';

const ie = packForCountry('IE')!;
const today = new Date().toISOString().slice(0, 10);
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const added = { ...ie.lines[3]!, verifiedOn: today, reviewBy: inDays(60) };
/** Dated tomorrow, which is allowed: later than any day the app was made on. */
const NEWER: CountryPack = {
  ...ie,
  updatedOn: inDays(1),
  lines: [...ie.lines, { ...added, id: 'ie-added', name: { en: 'Added later', es: 'Agregada después' } }],
};
const LOCAL: LocalLines = {
  host: { en: 'Harbour House', es: 'Harbour House' },
  country: 'IE',
  updatedOn: today,
  lines: [{ ...added, id: 'local-desk', name: { en: 'The front desk', es: 'La recepción' } }],
};

let host: Host;
let browser: Browser;
beforeAll(async () => {
  [host, browser] = await Promise.all([startHost(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await host?.remove();
});

/** A browser that keeps nothing: private windows and Lockdown-like settings throw on every touch of storage. */
const withoutStorage = ({ context }: BrowserPhone): Promise<unknown> =>
  context.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, { get: refuse });
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });

describe('a country without a pack', () => {
  const TOKYO: Partial<PhoneOptions> = { timezoneId: 'Asia/Tokyo' };
  const tapped = (phone: BrowserPhone): Promise<string[]> =>
    phone.page
      .locator('.callb')
      .evaluateAll((links) =>
        links.map((link) => link.getAttribute('href') ?? '').filter((href) => href !== ''),
      );

  it.each([false, true])(
    '[PACK-9] no number is guessed; every country is offered; storage blocked: %s',
    async (blocked) => {
      const phone = await newPhone(browser, { origin: host.origin, keepsApp: false, ...TOKYO });
      if (blocked) await withoutStorage(phone);
      for (const path of ['/now', '/now/overdose']) {
        await phone.open(path);
        await phone.page.getByRole('heading', { name: words.numbersTitle }).waitFor();
        expect(await tapped(phone), path).toEqual(['#numbers']);
        expect(await phone.page.locator('#numbers a[href^="tel:"]').count(), path).toBe(10);
      }
      await phone.open('/now/lines');
      await phone.page.getByText(words.noPackTodo).waitFor();
      expect(await phone.page.locator('h2.country').count()).toBe(11);
      expect(await phone.page.getByRole('link', { name: words.elsewhere }).getAttribute('href')).toBe(
        'https://findahelpline.com',
      );
      expect(phone.errors).toEqual([]);
      await phone.context.close();
    },
  );

  it('[PACK-9] a country can be chosen where nothing can be kept, and holds while the page is open', async () => {
    const phone = await newPhone(browser, { origin: host.origin, keepsApp: false, ...TOKYO });
    await withoutStorage(phone);
    await phone.open('/now');
    await phone.page.getByRole('button', { name: words.chooseCountry }).click();
    await phone.page.getByRole('button', { name: /New Zealand/ }).click();
    await phone.page.getByRole('link', { name: words.call('111') }).waitFor();
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });
});

describe('lines', () => {
  it('[PACK-15] a person says that a line was closed, sees the day, and takes it back', async () => {
    const phone = await newPhone(browser, { origin: host.origin, keepsApp: false });
    const { page } = phone;
    await phone.open('/now/lines');
    await page.getByRole('heading', { name: 'Ireland' }).waitFor();
    // Every country stands there until the page knows which one it is.
    await page.waitForFunction(() => document.querySelectorAll('h2.country').length === 2);
    await page.getByRole('button', { name: `${words.hoursWrong} Samaritans` }).click();
    await page.getByRole('button', { name: words.foundClosed }).click();
    await page.getByText(/You found it closed on/).waitFor();
    await page.reload();
    await page.getByText(/You found it closed on/).waitFor();
    await page.getByRole('button', { name: words.undoDose }).click();
    await page.getByRole('button', { name: `${words.hoursWrong} Samaritans` }).waitFor();
    expect(await page.evaluate(() => localStorage.getItem('hf.heard'))).toBe(null);
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });

  it('[PACK-12] [PACK-14] newer packs and lines of the host come without a new app, and stay without signal', async () => {
    const phone = await newPhone(browser, { origin: host.origin });
    const { page } = phone;
    await phone.open('/now/lines');
    await phone.holdsApp();
    expect(await page.getByText('Added later').count()).toBe(0);

    const folder = join(host.dataDir, 'packs');
    await mkdir(folder);
    await writeFile(join(folder, 'ie.json'), JSON.stringify(NEWER));
    await writeFile(join(folder, 'local-lines.json'), JSON.stringify(LOCAL));
    await writeFile(join(folder, 'nl.json'), JSON.stringify({ ...NEWER, country: 'NL' }));
    await host.stop();
    await host.start();
    expect(host.log()).toContain('nl.json is not used');

    // The host is asked once a day; this phone asked before the change.
    await page.evaluate(() => localStorage.removeItem('hf.packs-day'));
    await page.reload();
    await page.getByText('Added later').waitFor();
    await page.getByRole('heading', { name: words.fromHost('Harbour House') }).waitFor();
    await page.getByText('The front desk').waitFor();

    await host.stop();
    await page.reload();
    await page.getByText('Added later').waitFor();
    await page.getByText('The front desk').waitFor();
    await phone.open('/now');
    await page.getByRole('link', { name: words.call('112') }).waitFor();
    expect(phone.errors).toEqual([]);
    await host.start();
    await phone.context.close();
  });
});

describe('paper', () => {
  it('a poster and a card are made on the phone, for the country and language chosen', async () => {
    const phone = await newPhone(browser, { origin: host.origin, keepsApp: false });
    const { page } = phone;
    const make = async (): Promise<{ name: string; text: string }> => {
      await page.getByRole('button', { name: words.print.make }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: words.print.save }).click(),
      ]);
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'latin1') };
    };
    await phone.open('/print');
    await page.getByRole('combobox', { name: words.print.country }).selectOption('NZ');
    await page.locator('.handout').getByText('Call 111 now.').waitFor();
    const poster = await make();
    expect(poster).toMatchObject({ name: 'poster-en.pdf', text: expect.stringMatching(/^%PDF-/) });
    await page.getByText('Español').last().click();
    await page.locator('.handout').getByText('Llama al 111 ya.').waitFor();
    await page.getByText(words.print.card, { exact: true }).click();
    expect((await make()).name).toBe('card-es.pdf');
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });

  it('without JavaScript the page is the paper, with every emergency number', async () => {
    const phone = await newPhone(browser, { origin: host.origin, keepsApp: false, javaScriptEnabled: false });
    await phone.open('/es/print');
    await phone.page.getByText('Aplica naloxona').waitFor();
    expect(await phone.page.locator('.handout a[href^="tel:"]').count()).toBe(10);
    await phone.page.emulateMedia({ media: 'print' });
    for (const kept of ['.page > .top', '.page > .bar', 'h1'])
      expect(await phone.page.locator(kept).first().isVisible(), kept).toBe(false);
    await phone.context.close();
  });
});
