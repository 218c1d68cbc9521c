import type { Browser } from 'playwright-core';
import { appWords as app } from '@holdfast/web/locales/en/app';
import medicineWords from '@holdfast/web/locales/en/medicine';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findings, findingsInView } from './axe.ts';
import { launch } from './browser.ts';
import { startPage } from './page-people.ts';
import type { BrowserPhone } from './phones.ts';

const w = medicineWords;
const host = { origin: inject('origin') };
let browser: Browser;
let phone: BrowserPhone;
beforeAll(async () => {
  browser = await launch();
  phone = await startPage(browser, { origin: host.origin });
  await phone.holdsApp();
  await phone.context.setOffline(true);
});
afterAll(async () => {
  await browser?.close();
});

const tap = (name: string): Promise<void> => phone.page.getByRole('button', { name, exact: true }).click();
const go = (name: string | RegExp): Promise<void> => phone.page.getByRole('link', { name }).first().click();
const see = async (text: string | RegExp): Promise<void> => {
  const found = phone.page.getByText(text).first();
  await found.waitFor();
  expect(await found.isVisible()).toBe(true);
};

describe('medicine and care, without signal', () => {
  it('keeps a medicine as its label says, found from More', async () => {
    const { page } = phone;
    await phone.open('/more');
    await go(app.more.medicine);
    await see(w.home.empty);
    await page.getByRole('link', { name: w.home.add }).last().click();
    await go(w.kinds.buprenorphine);
    await page.getByLabel(w.form.name).fill('Morning film');
    await page.getByLabel(w.form.label).fill('Under the tongue, as written');
    await page.getByLabel(w.form.times).fill('08:00');
    await page.getByLabel(w.form.place).fill('Linden clinic');
    await page.getByLabel(w.form.number).fill('01');
    await page.getByLabel(w.form.supply).fill('lots');
    await tap(app.save);
    await see(w.form.supplyTrouble);
    await page.getByLabel(w.form.supply).fill('3');
    await tap(app.save);
    await see(app.invalid.number);
    await page.getByLabel(w.form.number).fill('01 234 5678');
    await tap(app.save);
    await page.getByRole('heading', { name: 'Morning film' }).waitFor();
    await see('Under the tongue, as written');
    await see(w.one.supplySoon);
    expect(await page.getByRole('link', { name: w.one.ring('Linden clinic') }).getAttribute('href')).toBe(
      'tel:012345678',
    );
    expect(await page.locator('main').innerText()).not.toMatch(/missed/i);
  });

  it('marks a dose in one tap, and takes it back', async () => {
    const { page } = phone;
    await page.getByRole('link', { name: app.back }).click();
    await page.getByRole('button', { name: w.dose.takeLabel('Morning film', '08:00') }).click();
    await see(/^Taken, \d\d:\d\d/);
    // At once it would be the second of a double tap, which takes nothing back.
    await page.waitForTimeout(1_100);
    await tap(w.dose.undo);
    await page.getByRole('button', { name: w.dose.takeLabel('Morning film', '08:00') }).waitFor();
  });

  it('leads from "not taken" to who to ring, and after 2 days to the card, once', async () => {
    const { page } = phone;
    await page
      .getByRole('button', { name: /Morning film 08:00|08:00 Morning film/ })
      .first()
      .click();
    await tap(w.dose.not);
    await page.getByRole('heading', { name: 'Late, or not taken' }).waitFor();
    await see('Never take a double dose.');
    await page.getByRole('link', { name: w.one.ring('Linden clinic') }).waitFor();
    await page.getByRole('link', { name: app.back }).click();
    await page.getByText(w.one.days, { exact: true }).click();
    await page
      .getByRole('button', { name: new RegExp(w.dose.notMarked) })
      .first()
      .click();
    await tap(w.dose.not);
    await page.getByRole('heading', { name: 'Ring today' }).waitFor();
    await phone.open('/medicine');
    await see(w.changes.missed);
    await go(w.card.dueOpen);
    await page.getByRole('heading', { name: w.card.title }).waitFor();
    await tap(w.card.read);
    await page.getByRole('heading', { name: w.title }).waitFor();
    await page.getByText('Morning film').first().waitFor();
    expect(await page.getByText(w.card.due).count()).toBe(0);
  });

  it('brings an injection to Today once it may be given, until the person had it', async () => {
    const { page } = phone;
    const row = page.getByRole('link', { name: `Injection ${w.one.states.open}` });
    await phone.open('/medicine/edit#kind=buprenorphine-weekly');
    await page.getByLabel(w.form.name).fill('Injection');
    await page
      .getByLabel(w.form.given)
      .fill(new Date(Date.now() - 6 * 86_400_000).toISOString().slice(0, 10));
    await tap(app.save);
    await page.getByRole('heading', { name: 'Injection' }).waitFor();
    await phone.open('/today');
    await row.waitFor();
    await phone.shot('today-injection');
    await row.click();
    await tap(w.dose.had);
    await see(w.one.states.ahead);
    await page.getByRole('link', { name: app.nav.today }).click();
    await page.getByRole('link', { name: /^Morning film/ }).waitFor();
    expect(await row.count()).toBe(0);
    await phone.open('/medicine');
    await go(/^Injection/);
    await tap(w.one.remove);
    await tap(app.remove);
    await page.getByRole('heading', { name: w.title }).waitFor();
  });

  it('has the clinic’s number and the words to say when the dose is not there', async () => {
    await go(w.home.problem);
    await see('Don’t wait until tomorrow.');
    await phone.page.getByRole('link', { name: w.one.ring('Linden clinic') }).waitFor();
    await see(/My dose is due today/);
  });

  it('keeps questions, brings them to a visit, and the visit stays once it is past', async () => {
    const { page } = phone;
    await phone.open('/medicine/questions');
    await page.getByLabel(w.questions.new).fill('Can I move to weekly pick-up?');
    await tap(w.questions.add);
    await see('Can I move to weekly pick-up?');
    await phone.open('/medicine/visits/edit');
    await tap(app.save);
    await see(w.appointments.withTrouble);
    await page.getByLabel(w.appointments.with, { exact: true }).fill('Dr Byrne');
    await page.getByLabel(w.appointments.starts).fill('2020-02-29T09:45');
    await tap(app.save);
    await see(w.appointments.past);
    await go(/Dr Byrne/);
    await page.getByLabel(w.appointments.notes).fill('Yes, from Monday');
    await page.getByRole('checkbox', { name: w.questions.mark('Can I move to weekly pick-up?') }).check();
    await tap(app.save);
    await phone.open('/medicine/questions');
    await see(/^Asked \d/);
  });

  it('rings the care team, and keeps what the body says without a score', async () => {
    const { page } = phone;
    await phone.open('/medicine/team');
    await page.getByRole('button', { name: w.team.add }).last().click();
    await page.getByLabel(w.team.name).fill('Nurse Ana');
    await page.getByLabel(w.team.number).fill('086 000 0000');
    await tap(app.save);
    expect(await page.getByRole('link', { name: app.today.ring('Nurse Ana') }).getAttribute('href')).toBe(
      'tel:0860000000',
    );
    await phone.open('/medicine/body');
    await page.getByRole('link', { name: w.body.call('112') }).waitFor();
    await page.getByRole('group', { name: w.symptoms.vomiting }).getByText(w.body.levels[3]!).click();
    await tap(w.body.save);
    await see('Take small sips, often.');
    await see('Throwing up: a lot');
  });

  it('tells of time away, shows the card at once, and keeps a note of one’s own off every path', async () => {
    const { page } = phone;
    await phone.open('/medicine/changes');
    await tap(w.changesPage.add);
    await page.getByLabel(w.changesPage.what).selectOption('release');
    await tap(app.save);
    await page.getByRole('heading', { name: w.card.title }).waitFor();
    await see(w.changes.release);
    await tap(w.card.read);
    await page.getByRole('heading', { name: w.title }).waitFor();
    await phone.open('/medicine/changes');
    await go(w.changesPage.pregnancy);
    await see(/Don’t stop opioids or your medicine suddenly/);
    await page.getByText(w.pregnancy.states.yes, { exact: true }).click();
    await tap(app.save);
    await see(w.changesPage.private);
    // Every phone keeps every article, the one on pregnancy too, so fetching it says nothing.
    const told = phone.traffic.filter(({ name }) => /pregnan/i.test(name) && !name.includes('/learn/'));
    expect(told).toEqual([]);
    expect(phone.errors).toEqual([]);
  });

  it('fits 320 px at twice the text size, and is accessible, with things written down', async () => {
    const { page } = phone;
    await phone.open('/medicine');
    const one = await page.getByRole('link', { name: /Morning film/ }).getAttribute('href');
    const id = one?.split('#')[1];
    const found: string[] = [];
    for (const path of [
      '/medicine',
      `${one}`,
      `/medicine/missed#${id}`,
      '/medicine/team',
      '/medicine/visits',
    ]) {
      await page.setViewportSize({ width: 360, height: 2400 });
      await phone.open(path);
      await page.getByRole('heading').first().waitFor();
      found.push(...(await findings(page, 'all')));
      await page.setViewportSize({ width: 320, height: 740 });
      const wide = (size: string): Promise<number> =>
        page.evaluate((text) => {
          document.documentElement.style.fontSize = text;
          return document.documentElement.scrollWidth - document.documentElement.clientWidth;
        }, size);
      if ((await wide('100%')) > 0) found.push(`${path} is too wide`);
      await page.setViewportSize({ width: 360, height: 740 });
      if ((await wide('200%')) > 0) found.push(`${path} is too wide at 200 %`);
    }
    expect(found).toEqual([]);
  });

  it('stops a medicine with the card, and keeps it under "Before"', async () => {
    await phone.open('/medicine');
    await go(/Morning film/);
    await tap(w.one.stop);
    await tap(w.one.stopYes);
    await see(w.changes.stopped);
    await tap(w.card.read);
    await see(w.home.before);
    await see(/^Stopped /);
  });

  it('leads from "I take it again" after days without to who to ring first, and says so on Today', async () => {
    const { page } = phone;
    await go(/Morning film/);
    await page.getByRole('button', { name: w.one.again, exact: true }).waitFor();
    await page.clock.setFixedTime(Date.now() + 4 * 86_400_000);
    await page.reload();
    await tap(w.one.again);
    await page.getByRole('heading', { name: 'Ask before you start again' }).waitFor();
    await phone.shot('medicine-again');
    expect(await findingsInView(page)).toEqual([]);
    await phone.open('/today');
    await see(w.dose.first);
    await phone.shot('today-again');
    await page.clock.setFixedTime(Date.now());
    await phone.open('/medicine');
  });

  it('deletes a medicine with its marks, after asking once', async () => {
    const { page } = phone;
    await go(/Morning film/);
    await tap(w.one.remove);
    await tap(app.remove);
    await see(w.home.empty);
    expect(await page.getByText('Morning film').count()).toBe(0);
    expect(phone.errors).toEqual([]);
  });
});
