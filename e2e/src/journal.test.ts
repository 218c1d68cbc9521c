import journalWords from '@holdfast/web/locales/en/journal';
import { appWords } from '@holdfast/web/locales/en/app';
import { findCanaries } from '@holdfast/testing/canary';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';
import { inStep, startPage } from './page-people.ts';
import type { BrowserPhone } from './phones.ts';
import { draftsKept, readableIn } from './stores.ts';

const SAID = 'Zaunkönigstunde';
const w = journalWords;

const host = { origin: inject('origin') };
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
});

describe('the journal, without signal', () => {
  let phone: BrowserPhone;
  const link = (name: string | RegExp) => phone.page.getByRole('link', { name }).first();
  const button = (name: string) => phone.page.getByRole('button', { name, exact: true });

  beforeAll(async () => {
    phone = await startPage(browser, { origin: host.origin });
    await phone.holdsApp();
    await phone.context.setOffline(true);
  });
  afterAll(async () => {
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });

  it('is found under More, and says that it is for oneself alone', async () => {
    await phone.open('/more');
    await link(new RegExp(`^${appWords.more.journal}`)).click();
    await phone.page.getByText(w.onlyMe).waitFor();
    expect(await phone.page.getByText(w.empty).isVisible()).toBe(true);
  });

  it('keeps what is written half while one looks elsewhere, and says how long an entry stays', async () => {
    const { page } = phone;
    await link(w.write).click();
    await button(appWords.save).click();
    await page.getByText(w.nothing).waitFor();
    await page.getByLabel(w.label).fill(`${SAID}. Slept badly, walked anyway.`);
    await page.getByRole('link', { name: appWords.later, exact: true }).click();
    await link(w.write).click();
    await page.getByText(w.keep[30], { exact: true }).click();
    await phone.shot('journal-write');
    await button(appWords.save).click();
    await link(new RegExp(SAID)).click();
    await page.waitForURL('**/journal/read**');
    await page.getByText(/^Removes itself on/).waitFor();
    expect(await page.getByText(SAID).isVisible()).toBe(true);
    await phone.shot('journal-read');
  });

  it('begins with a question, which stays with the entry', async () => {
    const { page } = phone;
    await phone.open('/journal');
    await link(w.prompt).click();
    await link(w.prompts.calm).click();
    await page.getByLabel(w.label).fill('By the canal, early.');
    await phone.shot('journal-prompt');
    await button(appWords.save).click();
    await link(/By the canal/).click();
    await page.waitForURL('**/journal/read**');
    await page.getByText(w.prompts.calm).waitFor();
    expect(await page.getByText('By the canal, early.').isVisible()).toBe(true);
  });

  it('takes 3 good things, of which one is enough', async () => {
    const { page } = phone;
    await phone.open('/journal');
    await link(w.good).click();
    await page.getByLabel(w.goodLabel(2)).fill('Dry socks');
    await button(appWords.save).click();
    await link(/Dry socks/).waitFor();
    expect(await page.locator('.rows a[href*="read"]').count()).toBe(3);
    await phone.shot('journal');
  });

  it('finds words in spite of capitals and accents', async () => {
    const { page } = phone;
    await page.getByLabel(w.searchLabel).fill('zaunkonig');
    await page.getByText(w.found(1)).waitFor();
    expect(await page.locator('.rows a[href*="read"]').count()).toBe(1);
    await phone.shot('journal-search');
    await page.getByLabel(w.searchLabel).fill('nothing like it');
    await page.getByText(w.foundNone).waitFor();
  });

  it('remembers how long new entries stay', async () => {
    const { page } = phone;
    await phone.open('/journal');
    await button(`${w.defaultRow} ${w.keep[0]}`).click();
    await page.getByRole('dialog').getByText(w.keep[90], { exact: true }).click();
    await button(appWords.done).click();
    await phone.open('/journal/write');
    await expect.poll(() => page.getByRole('radio', { name: w.keep[90] }).isChecked()).toBe(true);
  });

  it('changes an entry, deletes it after asking, and brings it back', async () => {
    const { page } = phone;
    await phone.open('/journal');
    await link(/By the canal/).click();
    await page.getByRole('link', { name: w.edit }).click();
    await page.getByLabel(w.label).fill('By the canal, very early.');
    await button(appWords.save).click();
    await link(/very early/).click();
    await button(w.remove).click();
    await page.getByRole('dialog').getByRole('button', { name: w.remove, exact: true }).click();
    await page.getByText(w.removed).waitFor();
    expect(await link(/very early/).count()).toBe(0);
    await button(w.undo).click();
    await link(/very early/).waitFor();
  });

  it('keeps what is typed through a reload, sealed, until it is saved', async () => {
    const { page } = phone;
    const typed = 'Nebelhorn vor dem Frühstück';
    const field = page.getByLabel(w.label);
    const begun = page.getByText(new RegExp(`^${appWords.begun.at('').slice(0, -2)}`));
    await phone.open('/journal/write');
    await field.fill(typed);
    await expect.poll(() => draftsKept(page)).toBe(1);
    expect(await readableIn(page, [typed, SAID])).toEqual([]);
    await page.reload();
    await begun.waitFor();
    expect(await field.inputValue()).toBe(typed);
    await phone.shot('journal-begun');
    await button(appWords.begun.clear).click();
    expect(await field.inputValue()).toBe('');
    await expect.poll(() => draftsKept(page)).toBe(0);
    await button(appWords.begun.back).click();
    await field.fill(`${typed}, twice`);
    await button(appWords.save).click();
    await link(new RegExp(typed)).waitFor();
    await expect.poll(() => draftsKept(page)).toBe(0);
    await link(w.write).click();
    await expect.poll(() => field.inputValue()).toBe('');
    expect(await begun.count()).toBe(0);
    expect(await readableIn(page, [typed])).toEqual([]);
    // The search finds what lies open.
    await page.evaluate((text) => sessionStorage.setItem('open', text), typed);
    expect(await readableIn(page, [typed])).toEqual([`sessionStorage open: ${typed}`]);
  });

  it('sends none of it in a form that can be read', async () => {
    await phone.context.setOffline(false);
    await inStep(phone);
    const hits = phone.traffic.flatMap(({ name, bytes }) => findCanaries([SAID], bytes).map(() => name));
    expect(hits).toEqual([]);
  });
});
