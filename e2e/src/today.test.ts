import { readFile } from 'node:fs/promises';
import { appWords as app } from '@holdfast/web/locales/en/app';
import day from '@holdfast/web/locales/en/day';
import medicine from '@holdfast/web/locales/en/medicine';
import w from '@holdfast/web/locales/en/reminders';
import today from '@holdfast/web/locales/en/today';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';
import { startPage } from './page-people.ts';
import type { BrowserPhone } from './phones.ts';

const host = { origin: inject('origin') };
let browser: Browser;
let phone: BrowserPhone;
/** This morning, told to the page alone: the account's worker goes by the real clock, which decides what is over. */
const DAY = new Date().toISOString().slice(0, 10);
const MORNING = Date.parse(`${DAY}T08:30:00Z`);
const WEEKDAY = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(MORNING);
beforeAll(async () => {
  browser = await launch();
  phone = await startPage(browser, { origin: host.origin, timezoneId: 'UTC' });
  await phone.holdsApp();
  await phone.context.setOffline(true);
});
afterAll(async () => {
  await browser?.close();
});

const button = (name: string) => phone.page.getByRole('button', { name, exact: true });
const link = (name: string) => phone.page.getByRole('link', { name });
const heading = (name: string) => phone.page.getByRole('heading', { name, exact: true });
const bar = (name: string) => phone.page.getByRole('navigation').getByRole('link', { name, exact: true });
/** What the person set was set before: the page's clock moves on by so much. */
const laterBy = (ms: number) => phone.page.clock.setFixedTime(MORNING + ms);

describe('Today, without signal', () => {
  it('says a true word, and offers the questions of the morning, which may be left out', async () => {
    const { page } = phone;
    await page.clock.setFixedTime(MORNING);
    await phone.open('/today');
    await link(today.offer.morning).waitFor();
    const said = await page.locator('.kind-word').innerText();
    expect(today.kind.morning).toContain(said);
    await link(today.offer.morning).click();
    await heading(day.morning.title).waitFor();
    await button(app.skip).click();
    await link(today.offer.morning).click();
    await page.getByText(app.checkIn.sleeps.badly, { exact: true }).click();
    await page.getByText(app.checkIn.more, { exact: true }).click();
    await page.getByRole('spinbutton').fill('4');
    await page.getByLabel(day.morning.one).fill('A walk to the pier');
    await button(app.save).click();
    await heading(WEEKDAY).waitFor();
    await link(app.today.earlier).waitFor();
    await expect.poll(() => link(today.offer.morning).count()).toBe(0);
    await link(app.today.earlier).click();
    await page.getByRole('button', { name: /A walk to the pier/ }).click();
    const night = `${day.history.slept('badly')} · ${app.checkIn.sleptShort(4)}`;
    await page.getByText(night, { exact: true }).waitFor();
    await button('Close').click();
  });

  it('keeps a reminder, says when it comes, and what it is called nowhere', async () => {
    const { page } = phone;
    await bar(app.nav.today).click();
    await link(today.reminders).click();
    await page.getByText(w.empty).waitFor();
    await link(w.add).click();
    await heading(w.newTitle).waitFor();
    await button(app.save).click();
    await page.getByText(w.wordsNone).waitFor();
    await page.getByLabel(w.words).fill('Water the basil');
    await page.getByLabel(w.time, { exact: true }).fill('23:00');
    await page.getByText(w.moved('23:00', '07:00')).waitFor();
    await page.getByLabel(w.time, { exact: true }).fill('08:45');
    await button(app.save).click();
    await page.getByText(w.next('08:45')).waitFor();
    expect(await page.locator('main').innerText()).toContain(w.host);
  });

  it('brings up what was due once, puts it off, and lets it be put away', async () => {
    const { page } = phone;
    await bar(app.nav.today).click();
    await heading(WEEKDAY).waitFor();
    // The phone was off when its time came.
    await laterBy(30 * 60_000);
    await phone.open('/today');
    await page.getByText('Water the basil').waitFor();
    await page.getByText(w.due.since('08:45')).waitFor();
    await button(w.due.laterLabel('Water the basil')).click();
    await button(w.due.snooze['ten-minutes']).click();
    await page.getByText('Water the basil').waitFor({ state: 'hidden' });
    await laterBy(41 * 60_000);
    await phone.open('/today');
    await button(w.due.awayLabel('Water the basil')).click();
    await page.getByText('Water the basil').waitFor({ state: 'hidden' });
    await laterBy(90 * 60_000);
    await phone.open('/today');
    await link(app.today.earlier).waitFor();
    expect(await page.getByText('Water the basil').count()).toBe(0);
  });

  it('holds a promised call in order of time, and keeps nothing of it', async () => {
    const { page } = phone;
    await link(app.people.promise).click();
    await page.getByLabel(w.calls.name).fill('Mara');
    await page.getByLabel(w.calls.number).fill('01 555 0100');
    await page.getByLabel(w.calls.when).fill(`${DAY}T08:00`);
    await button(app.save).click();
    await page.getByText(w.calls.whenNone).waitFor();
    await page.getByLabel(w.calls.when).fill(`${DAY}T18:00`);
    await button(app.save).click();
    const call = page.getByRole('link', { name: '18:00 Ring Mara' });
    await call.waitFor();
    expect(await call.getAttribute('href')).toBe('tel:015550100');
    await button(today.doneCall('Mara')).click();
    await call.waitFor({ state: 'hidden' });
    expect(await page.locator('main').innerText()).not.toMatch(/missed|overdue/i);
  });

  it('makes a calendar file that others may look at', async () => {
    const { page } = phone;
    await link(today.reminders).click();
    await link(w.calendar).click();
    await page.getByText(w.file.others).first().waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), button(w.file.save).click()]);
    await page.getByText(w.file.saved).waitFor();
    expect(download.suggestedFilename()).toBe('calendar.ics');
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('SUMMARY:Reminder');
    expect(text).toContain('RRULE:FREQ=DAILY');
    expect(text).not.toMatch(/basil|holdfast/i);
  });

  it('takes a dose that came with its reminder in one tap, and takes that back', async () => {
    const { page } = phone;
    const { dose } = medicine;
    await phone.open('/medicine/edit#kind=buprenorphine');
    await page.getByLabel(medicine.form.times).fill('10:15');
    await button(app.save).click();
    await link(medicine.one.remind).click();
    await button(app.save).click();
    await page.getByText(w.next('10:15')).waitFor();
    await laterBy(120 * 60_000);
    await phone.open('/today');
    await page.getByText(w.due.since('10:15')).waitFor();
    const take = page.getByRole('button', {
      name: dose.takeLabel(medicine.kinds.buprenorphine, '10:15'),
      exact: true,
    });
    await phone.shot('today-dose-due');
    await take.click();
    await page.getByText(/^Taken, \d\d:\d\d/).waitFor();
    expect(await page.getByText(w.due.since('10:15')).count()).toBe(0);
    // At once it would be the second of a double tap, which takes nothing back.
    await page.waitForTimeout(1_100);
    await button(dose.undo).click();
    await page.getByText(w.due.since('10:15')).waitFor();
    expect(await take.count()).toBe(1);
    expect(phone.errors).toEqual([]);
  });
});
