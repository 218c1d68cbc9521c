import { appWords as app } from '@holdfast/web/locales/en/app';
import medicine from '@holdfast/web/locales/en/medicine';
import words from '@holdfast/web/locales/en/plan-parts';
import pathWords from '@holdfast/web/locales/en/path';
import plan from '@holdfast/web/locales/en/plan';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import { startPage } from './page-people.ts';
import type { BrowserPhone } from './phones.ts';
import { newPhone } from './phones.ts';

let host: Host;
let browser: Browser;
let phone: BrowserPhone;
beforeAll(async () => {
  [host, browser] = await Promise.all([startHost(), launch()]);
  phone = await startPage(browser, { origin: host.origin });
  await phone.holdsApp();
  await phone.context.setOffline(true);
});
afterAll(async () => {
  await browser?.close();
  await host?.remove();
});

const tap = (name: string | RegExp) => phone.page.getByRole('button', { name, exact: true }).first().click();
const go = (name: string | RegExp) => phone.page.getByRole('link', { name }).first().click();
const fill = (label: string, text: string) => phone.page.getByLabel(label, { exact: true }).fill(text);
const see = async (text: string | RegExp): Promise<void> => {
  const found = phone.page.getByText(text).first();
  await found.waitFor();
  expect(await found.isVisible()).toBe(true);
};
const count = (text: string) => phone.page.getByText(text, { exact: true }).count();

describe('the parts of a plan, without signal', () => {
  it('a goal has steps that are counted in words, rests and is taken up again', async () => {
    const w = words.goals;
    await phone.open('/plan');
    await go(w.title);
    await go(w.add);
    await tap(app.save);
    await see(w.need);
    await tap(w.list);
    await tap(w.ideas.health[0]!);
    await tap(app.save);
    await see(w.noSteps);
    await go(w.stepAdd);
    await fill(w.stepWhat, 'Go to the Tuesday group');
    await phone.page.getByText(w.oftens.week, { exact: true }).click();
    await fill(w.times, '32');
    await tap(app.save);
    await see(w.timesHelp);
    await fill(w.times, '3');
    await tap(app.save);
    await see(w.wanted.week(3));
    await tap(w.didLabel('Go to the Tuesday group'));
    await see(`${w.wanted.week(3)} · ${w.now.week(1)}`);
    await tap(w.didLabel('Go to the Tuesday group'));
    await see(w.now.week(2));
    await phone.shot('goal');
    await tap(w.undoLabel('Go to the Tuesday group'));
    await see(w.now.week(1));
    await tap(w.rest);
    await tap(w.wake);
    await tap(w.finish);
    await see(/^Done on /);
    await phone.open('/plan/goals');
    await see(w.done);
    await phone.shot('goals');
  });

  it('half a step outlives another page', async () => {
    const w = words.goals;
    await go(w.ideas.health[0]!);
    await go(w.stepAdd);
    await fill(w.stepWhat, 'Ask my sister');
    await go(app.back);
    await go(w.stepAdd);
    expect(await phone.page.getByLabel(w.stepWhat, { exact: true }).inputValue()).toBe('Ask my sister');
    await tap(app.cancel);
  });

  it('a trigger is kept, and becomes an if-then plan', async () => {
    const w = words.triggers;
    await phone.open('/plan/triggers');
    await go(w.add);
    await phone.page.getByLabel(w.kind).selectOption('time');
    await fill(w.what, 'Payday');
    await fill(w.helps.cope, 'Go shopping with Ana first');
    await tap(app.save);
    await see(`${w.ways.cope}: Go shopping with Ana first`);
    await phone.shot('triggers');
    await go('Payday');
    await go(w.toPlan);
    expect(await phone.page.getByLabel(plan.ifThen.cue, { exact: true }).inputValue()).toBe('Payday');
    await tap(app.cancel);
  });

  it('early signs stand in the order the person gives them', async () => {
    const w = words.signs;
    await phone.open('/plan/signs');
    for (const nth of [0, 1]) {
      await go(w.add);
      await tap(w.list);
      await tap(w.topics[nth]!);
      await fill(w.action, 'Call Ana');
      await tap(app.save);
      await see(w.topics[nth]!);
    }
    await tap(w.upLabel(w.topics[1]!));
    await phone.page.getByRole('button', { name: w.upLabel(w.topics[0]!) }).waitFor();
    await phone.shot('signs');
  });

  it('a routine comes again, and can be left out on a day and put back', async () => {
    const w = words.routine;
    await phone.open('/plan/routine');
    await go(w.add);
    await fill(w.what, 'Evening walk');
    await tap(app.save);
    await see(w.timeNeed);
    await fill(w.time, '20:00');
    await phone.page.getByLabel(w.often).selectOption('day');
    await tap(app.save);
    const rows = phone.page.getByRole('button', { name: /20:00 Evening walk/ });
    await rows.first().waitFor();
    expect(await rows.count()).toBe(7);
    await phone.shot('routine');
    await rows.nth(1).click();
    await tap(w.leaveOut);
    await expect.poll(() => rows.count()).toBe(6);
    await go(/Evening walk 20:00/);
    await phone.page.getByRole('button', { name: /^Put back/ }).click();
    await expect.poll(() => phone.page.getByRole('button', { name: /^Put back/ }).count()).toBe(0);
    await tap(app.cancel);
    await expect.poll(() => rows.count()).toBe(7);
    // An evening without anything has an idea, which can be taken as it is.
    await rows.nth(2).click();
    await tap(w.leaveOut);
    await go(new RegExp(w.free));
    await tap(app.save);
    await see('19:00');
  });

  it('a version is kept, and a part is put back as it was', async () => {
    const w = words.versions;
    await phone.open('/plan/versions');
    await fill(w.reason, 'New flat');
    await tap(w.keep);
    await see(w.kept);
    await phone.open('/plan/triggers');
    await go('Payday');
    await fill(words.triggers.what, 'The end of the month');
    await tap(app.save);
    await see('The end of the month');
    await phone.open('/plan/versions');
    await go(/New flat/);
    await see(w.first);
    await phone.shot('version');
    await phone.page
      .getByRole('button', { name: new RegExp(`^${w.restore}.*${words.triggers.title}`) })
      .click();
    await phone.page.getByRole('dialog').getByRole('button', { name: w.restore }).click();
    await see(w.restored);
    await phone.open('/plan/triggers');
    await see('Payday');
    expect(await count('The end of the month')).toBe(0);
    await phone.open('/plan/versions');
    await see(w.automatic(words.triggers.title));
    await go(new RegExp(w.automatic(words.triggers.title)));
    await see(`${w.what.changed}: The end of the month`);
    await see(w.before('Payday'));
  });

  it('the path has steps to do, to put aside and of one’s own', async () => {
    const w = pathWords;
    await phone.open('/plan/path');
    await phone.shot('path');
    await tap(w.steps.numbers);
    await tap(w.did);
    await see(/^Done on /);
    await tap(w.steps.papers);
    await tap(w.aside);
    await see(w.asideTitle);
    await go(w.own);
    await fill(w.ownWhat, 'Get my bike back');
    await tap(app.save);
    await see('Get my bike back');
    await phone.open('/plan');
    await see(w.some(1));
    await phone.shot('plan-full');
    expect(phone.errors).toEqual([]);
  });
});

describe('a code from a clinic', () => {
  it('is made on any computer, opens on a new phone, and adds only what is taken', async () => {
    const { make, bring } = pathWords;
    const clinic = await newPhone(browser, { origin: host.origin, width: 1000 });
    await clinic.open('/discharge');
    const desk = clinic.page;
    await desk.getByRole('button', { name: make.make }).click();
    await desk.getByText(make.clinicNeed).waitFor();
    await desk.getByLabel(make.clinic).fill('Canal House');
    await desk.getByLabel(make.number).fill('555 0100');
    await desk.getByLabel(make.medicine).selectOption('buprenorphine');
    await desk.getByLabel(make.times).fill('8:00');
    await desk.getByLabel(make.with).fill('Dr Byrne');
    await desk.getByLabel(make.when).fill('2030-11-27T10:30');
    await desk.getByLabel(make.card).check();
    await desk.getByRole('button', { name: make.make }).click();
    await desk.getByRole('img', { name: make.codeLabel }).waitFor();
    await clinic.shot('discharge');
    await desk.getByRole('button', { name: make.copy }).click();
    await desk.getByText(make.copied).waitFor();
    const link = await desk.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain('/plan/path#d1.');
    const { length } = clinic.traffic.filter(({ bytes }) => bytes.includes('Canal House'));
    expect(length).toBe(0);
    expect(clinic.errors).toEqual([]);
    await clinic.context.close();

    const guest = await newPhone(browser, { origin: host.origin });
    const { page } = guest;
    await page.goto(link);
    await page.getByText(app.start.waiting).waitFor();
    expect(page.url()).not.toContain('d1.');
    await page.getByRole('button', { name: app.skip, exact: true }).click();
    await page.getByRole('button', { name: app.start.nobody }).click();
    await page.getByRole('button', { name: app.later, exact: true }).click();
    await page.getByText(bring.lead).waitFor();
    await guest.shot('bring');
    await page.getByRole('button', { name: bring.addLabel(bring.kinds.clinic) }).click();
    await page.getByText(bring.added, { exact: true }).waitFor();
    await page.getByRole('button', { name: bring.addLabel(bring.kinds.visit) }).click();
    await expect.poll(() => page.getByText(bring.added, { exact: true }).count()).toBe(2);
    await page.getByRole('button', { name: bring.leave }).click();
    await page.getByText(pathWords.stretches.days).waitFor();
    await guest.open('/medicine/visits');
    await page.getByText('Dr Byrne').waitFor();
    await guest.open('/medicine/team');
    await page.getByText('Canal House').first().waitFor();
    // The medicine was not taken over.
    await guest.open('/medicine');
    await page.getByRole('heading', { name: medicine.title }).waitFor();
    expect(await page.getByText(medicine.kinds.buprenorphine).count()).toBe(0);

    // The same link once more, in a tab that shows the path already.
    await guest.open('/plan/path');
    await page.getByText(pathWords.stretches.days).waitFor();
    await page.goto(link);
    await page.getByText(bring.lead).waitFor();
    expect(page.url()).not.toContain('d1.');
    await page.getByRole('button', { name: bring.leave }).click();

    // Pasted, and damaged.
    await guest.open('/plan/path#bring');
    await page.getByLabel(bring.paste).fill('https://h.example/plan/path#d1.AAAA');
    await page.getByRole('button', { name: bring.open }).click();
    await page.getByText(bring.damaged).waitFor();
    const sent = guest.traffic.filter(
      ({ bytes }) => bytes.includes('Canal House') || bytes.includes('d1.ey'),
    );
    expect(sent).toEqual([]);
    expect(guest.errors).toEqual([]);
    await guest.context.close();
  });
});
