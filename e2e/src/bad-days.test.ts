import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appWords as words } from '@holdfast/web/locales/en/app';
import { launch } from './browser.ts';
import { canRunFull, inWorker } from './full-phone.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import { inStep, startLocked, startPage } from './page-people.ts';
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

describe('a bad day in the browser', () => {
  it('a wrong PIN waits and wipes nothing; Right now needs none', async () => {
    const phone = await startLocked(browser, { origin: host.origin, keepsApp: false }, '246810');
    const { page } = phone;
    const enter = async (pin: string): Promise<void> =>
      page.getByLabel(words.unlock.pin).pressSequentially(pin);
    await phone.open('/today');
    await enter('111111');
    await page.getByText(words.failures['wrong-pin']).waitFor();
    await enter('246810');
    await page.getByText(words.today.checkIn, { exact: true }).first().waitFor();
    await page.reload();
    for (let n = 0; n < 2; n++) {
      await enter('111111');
      await page.getByText(words.failures['wrong-pin']).waitFor();
    }
    await enter('111111');
    await page.getByText(/Wait .* then try again/).waitFor();
    expect(await page.getByText(words.today.checkIn, { exact: true }).count()).toBe(0);
    await page.getByRole('link', { name: /Right now/ }).click();
    await page.getByRole('link', { name: 'Call 112' }).waitFor();
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });

  it('two tabs: one has the page, the other may take it over, and nothing is lost', async () => {
    const phone = await startPage(
      browser,
      { origin: host.origin, keepsApp: false },
      'Written in the first tab.',
    );
    const second = await phone.context.newPage();
    await second.goto(`${host.origin}/today`);
    await second.getByRole('heading', { name: words.elsewhere.title }).waitFor();
    await second.getByRole('button', { name: words.elsewhere.use }).click();
    await second.getByText('Written in the first tab.').waitFor();
    await phone.page.getByRole('heading', { name: words.elsewhere.title }).waitFor();
    await phone.page.getByRole('button', { name: words.elsewhere.use }).click();
    await phone.page.getByText('Written in the first tab.').waitFor();
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });

  it('a full phone says so, keeps what was typed, and saves once there is room', async () => {
    const phone = await newPhone(browser, { origin: host.origin, keepsApp: false });
    const fill = await canRunFull(phone);
    const { page } = phone;
    await phone.open('/start');
    await page.getByRole('button', { name: words.skip, exact: true }).click();
    await page.getByRole('button', { name: words.start.nobody }).click();
    await page.getByRole('button', { name: words.later, exact: true }).click();
    await page.getByRole('link', { name: words.today.checkIn }).click();
    await page.getByLabel(words.checkIn.line).fill('Not lost.');
    await fill(true);
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(words.failures.full).waitFor();
    expect(await page.getByLabel(words.checkIn.line).inputValue()).toBe('Not lost.');
    await fill(false);
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText('Not lost.').waitFor();
    await page.getByText(words.today.checkedIn).waitFor();
    expect(phone.errors).toEqual([]);
    await phone.context.unrouteAll({ behavior: 'wait' });
    await phone.context.close();
  });

  it('storage denied: the page works and says that nothing will stay', async () => {
    const phone = await newPhone(browser, { origin: host.origin, keepsApp: false });
    await inWorker(phone, `Object.defineProperty(self, 'indexedDB', { get: () => undefined });`);
    await phone.open('/start');
    await phone.page.getByRole('button', { name: words.skip, exact: true }).click();
    await phone.page.getByRole('button', { name: words.start.nobody }).click();
    await phone.page.getByRole('button', { name: words.later, exact: true }).click();
    await phone.page.getByText(words.today.storage.denied).waitFor();
    // The notice may be there a moment before what stands under it.
    await expect
      .poll(() => phone.page.getByText(words.today.checkIn, { exact: true }).count())
      .toBeGreaterThan(0);
    await phone.context.unrouteAll({ behavior: 'wait' });
    await phone.context.close();
  });

  it.each([
    ['own', words.lost.title],
    ['supporter', words.lost.supporterTitle],
  ])('a browser that threw everything away says so (%s), unlike one that is new', async (was, title) => {
    const phone = await startPage(browser, { origin: host.origin, keepsApp: false });
    await phone.page.evaluate((purpose) => localStorage.setItem('hf.was', purpose), was);
    await phone.page.goto('about:blank');
    const debug = await phone.context.newCDPSession(phone.page);
    await debug.send('Storage.clearDataForOrigin', { origin: host.origin, storageTypes: 'indexeddb' });
    await phone.open('/shared');
    await phone.page.getByRole('heading', { name: title }).waitFor();
    expect(await phone.page.getByText('A quiet evening.').count()).toBe(0);
    await phone.context.close();
  });

  it('a mistyped card is told at once, before anything is sent', async () => {
    const phone = await newPhone(browser, { origin: host.origin, keepsApp: false });
    await phone.open('/recover');
    const box = phone.page.getByLabel(words.recover.label);
    await box.fill('4AH0 2YJH STVV M2A0 CGT6 HTRG Q5M5');
    await phone.page.getByText(words.codeCheck).waitFor();
    await box.fill('4AH0 2YJU');
    await phone.page.getByText(words.codeLetter('U')).waitFor();
    expect(phone.traffic.filter(({ name }) => name.includes('/api/'))).toEqual([]);
    await phone.context.close();
  });

  it('an invite link that was cut short, or is none, says what to do', async () => {
    const phone = await newPhone(browser, { origin: host.origin, keepsApp: false });
    await phone.open('/i#1.AAAAAAAAAAAAAAAAAAAAAA.AAAA');
    await phone.page.getByText(words.failures.cut).waitFor();
    await phone.open('/i');
    await phone.page.getByRole('heading', { name: words.landing.pasteTitle }).waitFor();
    expect(await phone.page.getByText(words.failures.cut).count()).toBe(0);
    await phone.context.close();
  });

  it('a server that is away stops nothing here, and catches up by itself', async () => {
    const phone = await startPage(browser, { origin: host.origin });
    await inStep(phone);
    await phone.holdsApp();
    await host.stop();
    await phone.open('/check-in');
    await phone.page.getByLabel(words.checkIn.line).fill('Saved while the host slept.');
    await phone.page.getByRole('button', { name: words.save, exact: true }).click();
    await phone.page.getByText('Saved while the host slept.').waitFor();
    await host.start();
    await inStep(phone);
    expect(await phone.page.getByText(words.more.onlyHere(0)).count()).toBe(1);
    await phone.context.close();
  });
});
