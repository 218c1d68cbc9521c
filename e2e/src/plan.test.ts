import { appWords as app } from '@holdfast/web/locales/en/app';
import medicine from '@holdfast/web/locales/en/medicine';
import words from '@holdfast/web/locales/en/plan-parts';
import pathWords from '@holdfast/web/locales/en/path';
import plan from '@holdfast/web/locales/en/plan';
import tools from '@holdfast/web/locales/en/tools';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';
import { startPage } from './page-people.ts';
import type { BrowserPhone } from './phones.ts';
import { newPhone } from './phones.ts';
import { draftsKept, readableIn } from './stores.ts';

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

const tap = (name: string | RegExp) => phone.page.getByRole('button', { name, exact: true }).first().click();
const go = (name: string | RegExp) => phone.page.getByRole('link', { name }).first().click();
const fill = (label: string, text: string) => phone.page.getByLabel(label, { exact: true }).fill(text);
const see = async (text: string | RegExp): Promise<void> => {
  const found = phone.page.getByText(text).first();
  await found.waitFor();
  expect(await found.isVisible()).toBe(true);
};
/** From wherever a person is, by the bar at the foot. */
const toPart = async (title: string): Promise<void> => {
  await phone.page.getByRole('link', { name: app.nav.plan, exact: true }).click();
  await phone.page.getByRole('heading', { name: plan.title, exact: true }).waitFor();
  await go(title);
  await phone.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
};
const count = (text: string) => phone.page.getByText(text, { exact: true }).count();

describe('a plan of one’s own, without signal', () => {
  it('reasons and if-then plans are written, read again and put away for the day', async () => {
    const w = plan;
    const { page } = phone;
    await toPart(w.reasons.title);
    await go(w.reasons.kinds.reason.title);
    await fill(w.line, 'My sister’s garden');
    await tap(app.save);
    await go('My sister’s garden');
    await fill(w.change, 'My sister and her garden');
    await tap(app.save);
    await go('My sister and her garden');
    await go(app.back);

    await toPart(w.ifThen.title);
    await go(w.ifThen.add);
    await tap(app.save);
    await see(w.ifThen.needCue);
    await tap(w.ifThen.cueList);
    await tap(w.ifThen.cues.time.items[0]!);
    await fill(w.ifThen.action, 'drink water and sit down');
    await see(w.ifThen.thoughts['many-actions']);
    await tap(w.ifThen.actionList);
    await tap(w.ifThen.actions[0]!);
    // Every part of the day has one, so that the clock of this machine does not matter.
    await page.getByText(w.ifThen.parts.morning, { exact: true }).click();
    await tap(app.save);
    await see(w.ifThen.say.title);
    await go(app.skip);
    const kept = page.getByText(w.ifThen.actions[0]!);
    for (const part of ['afternoon', 'evening'] as const) {
      await kept.first().waitFor();
      await go(w.ifThen.add);
      await fill(w.ifThen.cue, 'I wake up very late');
      await fill(w.ifThen.action, w.ifThen.actions[0]!);
      await page.getByText(w.ifThen.parts[part], { exact: true }).click();
      await page.getByText(w.ifThen.feelings.urge, { exact: true }).click();
      await page.getByText(w.ifThen.oftenNames.each, { exact: true }).click();
      await tap(app.save);
      await see(w.ifThen.say.lead);
      await go(app.done);
    }
    await kept.nth(2).waitFor();
    await go(app.back);
    await see(w.due.say);
    await phone.shot('plan');
    await tap(w.due.away);
    await page.getByText(w.due.say).waitFor({ state: 'detached' });
    await see(w.plans(3));

    // A note of an urge shows the reasons, and brings up the plan that is wanted each time.
    await page.getByRole('link', { name: app.nav.today, exact: true }).click();
    await page.getByRole('link', { name: app.today.urge }).waitFor();
    expect(await page.getByText(w.due.away).count()).toBe(0);
    await go(app.today.urge);
    await see('My sister and her garden');
    await see(w.due.say);
    await tap(tools.urge.save);
    await page.waitForURL('**/tools/**');
    await see(w.due.say);
    await page.getByRole('link', { name: app.nav.plan, exact: true }).click();
    await see(w.due.say);
  });

  it('a line of a safety plan is written and removed', async () => {
    const w = plan.safety;
    await toPart(w.title);
    await see(w.unseen);
    await go(w.kinds.alone.title);
    await fill(plan.line, 'Sit by the canal');
    await tap(app.save);
    await go('Sit by the canal');
    await tap(app.remove);
    await phone.page.getByRole('dialog').getByRole('button', { name: app.remove }).click();
    await see(w.unseen);
    await phone.page.getByText('Sit by the canal').waitFor({ state: 'detached' });
  });

  it('a line of it with a number rings that number, and is changed and printed apart', async () => {
    const w = plan.safety;
    const { page } = phone;
    await go(w.kinds.tell.title);
    await fill(plan.line, 'Maria 086 123 4567');
    await tap(app.save);
    const ring = page.getByRole('link', { name: 'Maria 086 123 4567', exact: true });
    expect(await ring.getAttribute('href')).toBe('tel:0861234567');
    await phone.shot('safety-plan');
    const change = page.getByRole('link', { name: /^Change.*Maria/ });
    await page.emulateMedia({ media: 'print' });
    expect(await ring.isVisible()).toBe(true);
    expect(await change.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await change.click();
    await tap(app.remove);
    await page.getByRole('dialog').getByRole('button', { name: app.remove }).click();
    await ring.waitFor({ state: 'detached' });
  });

  it('a goal has steps that are counted in words, rests and is taken up again', async () => {
    const w = words.goals;
    await toPart(w.title);
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
    await go(app.back);
    await see(w.done);
    await phone.shot('goals');
    await go(app.back);
  });

  it('what was typed outlives its form, in each part of a plan', async () => {
    const w = words;
    const half = 'Half a line';
    const forms = [
      [plan.reasons.title, plan.reasons.kinds.reason.title, plan.line],
      [plan.ifThen.title, plan.ifThen.add, plan.ifThen.cue],
      [w.goals.title, w.goals.add, w.goals.what],
      [w.routine.title, w.routine.add, w.routine.what],
      [w.triggers.title, w.triggers.add, w.triggers.what],
      [w.signs.title, w.signs.add, w.signs.what],
      [plan.safety.title, plan.safety.kinds.alone.title, plan.line],
      [pathWords.title, pathWords.own, pathWords.ownWhat],
    ] as const;
    await phone.page.getByRole('heading', { name: plan.title, exact: true }).waitFor();
    for (const [part, add, label] of forms) {
      const field = phone.page.getByLabel(label, { exact: true });
      await go(part);
      await go(add);
      await field.fill(half);
      await go(app.back);
      await field.waitFor({ state: 'detached' });
      await go(add);
      await expect.poll(() => field.inputValue(), { message: part }).toBe(half);
      await tap(app.cancel);
      await field.waitFor({ state: 'detached' });
      await go(app.back);
    }
  });

  it('what was typed outlives a reload, sealed on the phone', async () => {
    const { page } = phone;
    const half = 'Nebelhorn vor dem Frühstück';
    const field = (label: string) => page.getByLabel(label, { exact: true });
    const forms = [
      [plan.reasons.title, plan.reasons.kinds.reason.title, plan.line],
      [words.goals.title, words.goals.add, words.goals.what],
    ] as const;
    for (const [part, add, label] of forms) {
      await toPart(part);
      await go(add);
      await fill(label, half);
    }
    await expect.poll(() => draftsKept(page)).toBe(forms.length);
    expect(await readableIn(page, [half])).toEqual([]);
    await page.reload();
    for (const [part, add, label] of forms.toReversed()) {
      await toPart(part);
      await go(add);
      await expect.poll(() => field(label).inputValue(), { message: part }).toBe(half);
      expect(await page.getByRole('button', { name: app.begun.clear }).isVisible()).toBe(true);
      await tap(app.cancel);
      await field(label).waitFor({ state: 'detached' });
    }
    await expect.poll(() => draftsKept(page)).toBe(0);
  });

  it('a trigger is kept, and becomes an if-then plan', async () => {
    const w = words.triggers;
    await toPart(words.triggers.title);
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
    await toPart(words.signs.title);
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
    await toPart(words.routine.title);
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
    await toPart(words.versions.title);
    await fill(w.reason, 'New flat');
    // It outlives another page too.
    await go(app.back);
    await go(w.title);
    await tap(w.keep);
    await see(w.kept);
    await toPart(words.triggers.title);
    await go('Payday');
    await fill(words.triggers.what, 'The end of the month');
    await tap(app.save);
    // Looked at and left as it is.
    await go('The end of the month');
    await go(app.back);
    await see('The end of the month');
    await toPart(words.versions.title);
    await go(/New flat/);
    await see(w.first);
    await phone.shot('version');
    await phone.page
      .getByRole('button', { name: new RegExp(`^${w.restore}.*${words.triggers.title}`) })
      .click();
    await phone.page.getByRole('dialog').getByRole('button', { name: w.restore }).click();
    await see(w.restored);
    await toPart(words.triggers.title);
    await see('Payday');
    expect(await count('The end of the month')).toBe(0);
    await go('Payday');
    expect(await phone.page.getByLabel(words.triggers.what, { exact: true }).inputValue()).toBe('Payday');
    await toPart(words.versions.title);
    await see(w.automatic(words.triggers.title));
    await go(new RegExp(w.automatic(words.triggers.title)));
    await see(`${w.what.changed}: The end of the month`);
    await see(w.before('Payday'));
  });

  it('the path has steps to do, to put aside and of one’s own', async () => {
    const w = pathWords;
    await toPart(pathWords.title);
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
    await go(app.back);
    await see(w.some(1));
    await phone.shot('plan-full');
    expect(phone.errors).toEqual([]);
  });
});

describe('a code from a clinic', () => {
  it('is made on any computer, opens on a new phone, and adds only what is taken', async () => {
    const { make, bring } = pathWords;
    const clinic = await newPhone(browser, { origin: host.origin, keepsApp: false, width: 1000 });
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

    const guest = await newPhone(browser, { origin: host.origin, keepsApp: false });
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
    await guest.open('/medicine');
    await page.getByText(/Dr Byrne/).waitFor();
    // The medicine was not taken over.
    expect(await page.getByText(medicine.kinds.buprenorphine).count()).toBe(0);
    await page.getByRole('link', { name: medicine.home.team }).click();
    await page.getByText('Canal House').first().waitFor();

    // The same link once more, in a tab that shows the path already.
    await page.getByRole('link', { name: app.nav.plan, exact: true }).click();
    await page.getByRole('link', { name: pathWords.title }).click();
    await page.getByText(pathWords.stretches.days).waitFor();
    await page.goto(link);
    await page.getByText(bring.lead).waitFor();
    expect(page.url()).not.toContain('d1.');
    await page.getByRole('button', { name: bring.leave }).click();

    // Pasted, and damaged.
    await page.getByRole('link', { name: bring.row }).click();
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
