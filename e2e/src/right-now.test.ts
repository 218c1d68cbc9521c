import { NOW_PAGE_IDS, packs } from '@holdfast/safety';
import { appWords as app } from '@holdfast/web/locales/en/app';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';
import { startPage } from './page-people.ts';
import { newPhone } from './phones.ts';

const HOURS = ['', '/es'].flatMap((lang) => NOW_PAGE_IDS.map((id) => `${lang}/now/${id}`));

const host = { origin: inject('origin') };
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
});

describe('the overdose steps', () => {
  it('keep the doses when the phone closes the tab in the middle', async () => {
    const phone = await newPhone(browser, { origin: host.origin, keepsApp: false });
    await phone.open('/now/overdose');
    for (let step = 0; step < 2; step++) await phone.page.getByRole('button', { name: 'Next' }).click();
    await phone.page.getByRole('button', { name: 'Dose given' }).click();
    await phone.page.reload();
    await phone.page.getByText('1 dose given.').waitFor();
    expect(await phone.page.getByRole('timer').textContent()).toMatch(/^2:[0-2]\d$|^2:30$/);
    await phone.context.close();
  });

  it('say that nothing can be heard when the phone does not read aloud', async () => {
    const phone = await newPhone(browser, { origin: host.origin, keepsApp: false });
    await phone.context.addInitScript(() => {
      Object.assign(speechSynthesis, { speak: () => undefined });
    });
    await phone.open('/now/overdose');
    await phone.page.getByRole('button', { name: 'Read aloud' }).click();
    await phone.page.getByText('This phone is not reading aloud.').waitFor();
    expect(await phone.page.getByRole('button', { name: 'Read aloud' }).count()).toBe(1);
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });
});

describe('the pages for the hard hour', () => {
  it('are whole without JavaScript: their steps, a way to a person, and a way back', async () => {
    const phone = await newPhone(browser, { origin: host.origin, keepsApp: false, javaScriptEnabled: false });
    for (const path of HOURS) {
      await phone.open(path);
      const { page } = phone;
      expect(await page.getByRole('heading', { level: 2 }).count(), path).toBeGreaterThanOrEqual(4);
      expect(await page.locator('a[href*="/now/lines"]:visible').count(), path).toBeGreaterThanOrEqual(2);
      expect(await page.locator('a[href$="/now"]:visible').count(), path).toBe(1);
      expect(await page.locator('button').count(), path).toBe(0);
      for (const fold of await page.locator('summary').all()) {
        await fold.click();
        expect(await fold.locator('xpath=..').innerText(), path).toMatch(/\n/);
      }
      // The page about suicide has no alarm colour; the others start with the card.
      expect(await page.locator('.od').count(), path).toBe(path.endsWith('/life') ? 0 : 1);
    }
    await phone.context.close();
  });

  it('work with the network off after one visit, each with somebody to ring', async () => {
    const phone = await newPhone(browser, { origin: host.origin });
    await phone.open('/');
    await phone.holdsApp();
    await phone.context.setOffline(true);
    for (const path of HOURS) {
      await phone.open(path);
      await phone.page.locator('.foot a[href^="tel:"]').waitFor();
    }
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });

  it('go on by the clock when the phone closes the tab during an exercise', async () => {
    const phone = await newPhone(browser, { origin: host.origin, keepsApp: false });
    const { page } = phone;
    await phone.open('/now/want');
    await page.locator('#ride summary').click();
    await page.locator('#ride').getByRole('button', { name: 'One at a time' }).click();
    await page.locator('#ride').getByRole('button', { name: 'Next' }).click();
    await page.locator('#breathe summary').click();
    await page.locator('#breathe').getByRole('button', { name: 'Start' }).click();
    await page.reload();
    await page.getByText('Step 2 of 5').waitFor();
    expect(await page.getByRole('timer').textContent()).toMatch(/^0:/);
    await page.locator('#breathe').getByRole('button', { name: 'Stop' }).click();
    await page.locator('#ride').getByRole('button', { name: 'Back' }).click();
    await page.locator('#ride').getByRole('button', { name: 'Stop' }).click();
    expect(
      await page.evaluate(() => [sessionStorage.getItem('hf.ride'), sessionStorage.getItem('hf.breath')]),
    ).toEqual([null, null]);
    await phone.context.close();
  });

  it('send nothing and keep nothing about what was opened', async () => {
    const phone = await newPhone(browser, { origin: host.origin });
    await phone.open('/');
    await phone.holdsApp();
    await phone.page.waitForLoadState('networkidle');
    const before = phone.traffic.length;
    await phone.page.getByRole('link', { name: 'Right now' }).click();
    await phone.page.getByRole('link', { name: /ending my life/ }).click();
    for (const fold of await phone.page.locator('summary').all()) await fold.click();
    expect(phone.traffic.slice(before).filter(({ name }) => name.startsWith('body'))).toEqual([]);
    const kept = await phone.page.evaluate(() => [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
    ]);
    // The host's own lines are kept whole, whatever was opened: they say nothing about it.
    const theirs = kept.filter((key) => !/^(sveltekit:|hf\.packs)/.test(key));
    expect(theirs).toEqual([]);
    await phone.context.close();
  });
});

describe('Right now', () => {
  it('stands on one screen of a small phone in every country and both languages, with a person saved', async () => {
    const phone = await newPhone(browser, { origin: host.origin });
    await phone.context.addInitScript(() => {
      localStorage.setItem('hf.ring', JSON.stringify([{ name: 'Maria', number: '+353871234567' }]));
    });
    await phone.open('/');
    await phone.holdsApp();
    const tall: string[] = [];
    for (const { country } of packs)
      for (const path of ['/now', '/es/now']) {
        await phone.page.evaluate((code) => localStorage.setItem('hf.country', code), country);
        await phone.open(path);
        await phone.page.locator('.od + a[href^="tel:"]').waitFor();
        await phone.page.getByText('Maria').waitFor();
        const height = await phone.page.evaluate(() => document.documentElement.scrollHeight);
        if (height > 740) tall.push(`${path} ${country}: ${height}`);
      }
    expect(tall).toEqual([]);
    await phone.context.close();
  });

  it('lead to what one wrote oneself, where a page of one’s own is on this phone', async () => {
    const ways = [
      ['/now/want', '/tools'],
      ['/now/used', '/slip'],
    ] as const;
    const other = await newPhone(browser, { origin: host.origin });
    const phone = await startPage(browser, { origin: host.origin });
    for (const [path, href] of ways) {
      await other.open(path);
      await other.page.locator('.foot a[href^="tel:"]').waitFor();
      expect(await other.page.locator(`main a[href="${href}"]`).count()).toBe(0);
      await phone.open(path);
      await phone.page.locator(`main a[href="${href}"]`).click();
      await phone.page.waitForURL(`**${href}`);
      await phone.page.getByRole('heading', { level: 1 }).waitFor();
    }
    expect([...phone.errors, ...other.errors]).toEqual([]);
    await Promise.all([phone.context.close(), other.context.close()]);
  });

  it('shows people to ring before the PIN only while the person wants that', async () => {
    const phone = await startPage(browser, { origin: host.origin });
    const { page } = phone;
    const ring = page.locator('.band a[href="tel:+353871234567"]');
    await phone.open('/people/add#number');
    await page.getByLabel(app.people.name).fill('Maria');
    await page.getByLabel(app.people.number).fill('+353871234567');
    await page.getByRole('button', { name: app.save, exact: true }).click();
    await page.waitForFunction(() => localStorage.getItem('hf.ring')?.includes('Maria'));
    await phone.open('/now');
    await ring.waitFor();
    await phone.open('/more');
    const choice = page.getByRole('group', { name: app.more.ringShown });
    await choice.getByText(app.more.hide, { exact: true }).click();
    await page.waitForFunction(() => localStorage.getItem('hf.ring') === null);
    await phone.open('/today');
    await page.getByText(app.today.checkedIn).waitFor();
    await phone.open('/now');
    await page.locator('.band a[href^="tel:"]').first().waitFor();
    expect(await ring.count()).toBe(0);
    await phone.open('/more');
    await choice.getByText(app.more.show, { exact: true }).click();
    await page.waitForFunction(() => localStorage.getItem('hf.ring')?.includes('Maria'));
    await phone.open('/now');
    await ring.waitFor();
    await phone.context.close();
  });
});
