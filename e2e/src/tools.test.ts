import { usedPage } from '@holdfast/safety';
import progressWords from '@holdfast/web/locales/en/progress';
import toolsWords from '@holdfast/web/locales/en/tools';
import thingsWords from '@holdfast/web/locales/en/things';
import { appWords } from '@holdfast/web/locales/en/app';
import { findCanaries } from '@holdfast/testing/canary';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';
import { inStep, startPage } from './page-people.ts';
import type { BrowserPhone } from './phones.ts';
import { draftsKept } from './stores.ts';

/** What is written here, and must never be found in what left the phone. */
const SAID = {
  urge: 'Rohrdommelruf',
  slip: 'Wiedehopfweg',
  letter: 'Eisvogelbrief',
  thought: 'Kiebitzgedanke',
};
const w = toolsWords;
const slipTitle = (id: string): string => usedPage.steps.find((step) => step.id === id)!.title.en;

const host = { origin: inject('origin') };
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
});

describe('a hard hour on one’s own page, without signal', () => {
  let phone: BrowserPhone;
  const link = (name: string | RegExp) => phone.page.getByRole('link', { name }).first();
  const button = (name: string) => phone.page.getByRole('button', { name, exact: true });
  /** The number boxes of the scales, in order. */
  const number = (n: number) => phone.page.getByRole('spinbutton').nth(n);
  const heading = (name: string) => phone.page.getByRole('heading', { name, exact: true });

  beforeAll(async () => {
    phone = await startPage(browser, { origin: host.origin });
    await phone.holdsApp();
    await phone.context.setOffline(true);
  });
  afterAll(async () => {
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });

  it('notes an urge from Today in three taps without scrolling, and then shows a tool', async () => {
    const { page } = phone;
    await page.getByRole('link', { name: appWords.today.urge }).click();
    await page.getByText(w.before.feeling.lonely, { exact: true }).click();
    await phone.shot('urge');
    const save = await button(w.urge.save).boundingBox();
    const bar = await page.locator('nav.bar').boundingBox();
    expect(save!.y + save!.height).toBeLessThanOrEqual(bar!.y);
    await button(w.urge.save).click();
    await heading(w.name.ride).waitFor();
    await page.getByText(w.rate.noted).waitFor();
  });

  it('keeps nothing of an urge that was not saved', async () => {
    const { page } = phone;
    await phone.open('/urge');
    await page.getByText(w.before.feeling.tense, { exact: true }).click();
    await expect.poll(() => draftsKept(page)).toBe(1);
    await link(w.urge.noSave).click();
    await heading(w.title).waitFor();
    await expect.poll(() => draftsKept(page)).toBe(0);
    await phone.open('/urge');
    await heading(w.urge.title).waitFor();
    await expect.poll(() => draftsKept(page)).toBe(0);
    expect(await page.getByText(appWords.begun.clear).count()).toBe(0);
  });

  it('says what worked once there is enough to say, and puts it first', async () => {
    const { page } = phone;
    const order = () => page.locator('.rows').nth(1).getByRole('link').allTextContents();
    for (const [before, after] of [
      ['7', '3'],
      ['6', '6'],
      ['8', '4'],
    ] as const) {
      await phone.open('/tools');
      await link(new RegExp(`^${w.name.free}`)).click();
      await heading(w.name.free).waitFor();
      await number(0).fill(before);
      await number(1).fill(after);
      await button(appWords.done).click();
      await heading(w.title).waitFor();
    }
    await page.getByText(w.list.worked(2, 3)).waitFor();
    expect((await order())[0]).toContain(w.name.free);
    await phone.shot('tools-worked');
  });

  it('has the exercises of Right now, each with a person at its end', async () => {
    for (const tool of ['ride', 'breathe', 'ground'] as const) {
      await phone.open(`/tools/${tool}`);
      await heading(w.name[tool]).waitFor();
      await phone.shot(`tool-${tool}`);
      expect(await phone.page.locator('.band.people a').count()).toBeGreaterThan(0);
    }
  });

  it('loosens the body with a count, leaving out what hurts', async () => {
    const { page } = phone;
    await phone.open('/tools/relax');
    await page.getByText(w.relax.skip, { exact: true }).first().click();
    await page.getByText(w.relax.muscles.feet, { exact: true }).click();
    await button(w.relax.start).click();
    await page.getByText(w.relax.how.calves, { exact: true }).waitFor();
    await phone.shot('relax');
    await button(w.relax.stop).click();
    expect(await button(w.relax.start).isVisible()).toBe(true);
  });

  it('asks what is needed, and sends what may be medical to help', async () => {
    const { page } = phone;
    await phone.open('/tools/halt');
    await page.getByText(w.halt.sick.title, { exact: true }).click();
    await phone.shot('halt');
    expect(await link(w.halt.toSick).getAttribute('href')).toBe('/now/sick');
    await link(w.halt.toSick).click();
    await page.waitForURL('**/now/sick');
    await page.goBack();
    await link(w.halt.slowLink).click();
    await page.waitForURL('**/now/overdose');
  });

  it('plays it forward only after a choice, and every step can be skipped', async () => {
    await phone.open('/tools/tape');
    await button(w.tape.go).click();
    await phone.shot('tape');
    for (const step of w.tape.steps) {
      await heading(step.title).waitFor();
      await button(w.tape.skip).click();
    }
    expect(await phone.page.getByText(w.tape.end).isVisible()).toBe(true);
  });

  it('plans a free thing for tomorrow, and rates it when it was done', async () => {
    const { page } = phone;
    const thing = thingsWords[5].move[2]!;
    await phone.open('/tools/free');
    await page.getByRole('button', { name: thing }).click();
    await phone.shot('free');
    await button(w.free.plan).click();
    await page.getByText(w.activity.days.tomorrow, { exact: true }).click();
    await page.getByLabel(w.activity.where).fill('The yard');
    await phone.shot('activity');
    await button(appWords.save).click();
    await page.getByRole('button', { name: thing }).click();
    await number(0).fill('6');
    await phone.shot('activity-done');
    await button(w.activity.didIt).click();
    await heading(w.activity.behind).waitFor();
    expect(await page.getByText(w.activity.joyShort(6)).isVisible()).toBe(true);
  });

  it('writes a letter for a low hour and one for a day, which cannot be read before', async () => {
    const { page } = phone;
    await phone.open('/tools/letter#new');
    await button(appWords.save).click();
    await page.getByText(w.letter.needWords).waitFor();
    await page.getByLabel(w.letter.label).fill(`${SAID.letter}. Hold on.`);
    await phone.shot('letter');
    await button(appWords.save).click();
    await heading(w.letter.low).waitFor();
    await link(/^Written on/).click();
    await page.getByText(SAID.letter).waitFor();
    await phone.shot('letter-open');
    await phone.open('/tools/letter#new');
    await page.getByLabel(w.letter.label).fill('Later.');
    await page.getByText(w.letter.whens.day, { exact: true }).click();
    await page.getByLabel(w.letter.date).fill('2020-01-01');
    await button(appWords.save).click();
    await page.getByText(w.letter.needLater).waitFor();
    await page.getByLabel(w.letter.date).fill('2099-01-01');
    await button(appWords.save).click();
    await heading(w.letter.waiting).waitFor();
    expect(await link(/Opens on/).count()).toBe(0);
    await phone.shot('letters');
  });

  it('keeps a half-written worksheet while one looks elsewhere, and saves it', async () => {
    const { page } = phone;
    await phone.open('/tools/thought');
    await link(w.sheet.new).click();
    await page.getByLabel(w.thought.parts.thought[0]!).fill(`${SAID.thought}: nobody wants me`);
    await page.getByRole('link', { name: appWords.later, exact: true }).click();
    await link(w.sheet.new).click();
    await page.getByLabel(w.thought.parts.fairer[0]!).fill('Some do.');
    await number(0).fill('8');
    await number(1).fill('5');
    await button(appWords.save).click();
    await link(new RegExp(SAID.thought)).click();
    expect(await page.getByLabel(w.thought.parts.fairer[0]!).inputValue()).toBe('Some do.');
    await phone.shot('thought');
  });

  it('goes through a slip: safe, the body, a person, the day, and learning later', async () => {
    const { page } = phone;
    await phone.open('/tools');
    await link(new RegExp(`^${w.list.used}`)).click();
    await page.getByRole('link', { name: /112/ }).waitFor();
    await button(w.slip.safe).click();
    await heading(slipTitle('body')).waitFor();
    await phone.shot('slip-body');
    await button(appWords.next).click();
    await heading(slipTitle('tell')).waitFor();
    expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
    await phone.shot('slip-person');
    await button(appWords.next).click();
    await heading(slipTitle('day')).waitFor();
    await page.getByText(w.slip.plan.medicine, { exact: true }).click();
    await phone.shot('slip-day');
    await button(w.slip.savePlan).click();
    await heading(slipTitle('later')).waitFor();
    // Nobody who counts no days is asked about them.
    expect(await page.getByText(w.slip.date.note).count()).toBe(0);
    await phone.shot('slip-later');
    await link(w.slip.look).click();
    await page.getByText(w.before.feeling.tense, { exact: true }).click();
    await page.getByLabel(w.slip.change).fill(`${SAID.slip}: another way home`);
    await phone.shot('slip-learn');
    await button(appWords.save).click();
    await heading(w.notes.title).waitFor();
    await page.getByText(w.before.feeling.tense, { exact: true }).waitFor();
    await phone.shot('notes');
  });

  it('asks about the date only somebody who counts from one, and changes it only when they save', async () => {
    const { page } = phone;
    const { counts } = progressWords;
    await phone.open('/progress/counts');
    await button(counts.add).click();
    const sheet = page.getByRole('dialog', { name: counts.add });
    await sheet.getByLabel(counts.from).fill('2026-01-01');
    await sheet.getByLabel(counts.label).fill('In the flat');
    await sheet.getByRole('button', { name: appWords.save, exact: true }).click();
    await page.getByText(counts.sinceDate('Thursday 1 January 2026')).waitFor();
    const toTheEnd = async () => {
      await phone.open('/slip');
      await button(w.slip.safe).click();
      await button(appWords.next).click();
      await button(appWords.next).click();
      await button(w.slip.noSave).click();
      await page.getByText(w.slip.date.note).waitFor();
    };
    await toTheEnd();
    expect(await page.getByRole('radio', { name: w.slip.date.answers.keep }).isChecked()).toBe(true);
    expect(await button(appWords.save).count()).toBe(0);
    await phone.shot('slip-date');
    await button(w.slip.wait).click();
    await phone.open('/progress/counts');
    await page.getByText(counts.sinceDate('Thursday 1 January 2026')).waitFor();
    await toTheEnd();
    await page.getByText(w.slip.date.answers.hide, { exact: true }).click();
    await button(appWords.save).click();
    await page.getByText(w.slip.date.note).waitFor({ state: 'detached' });
    await phone.open('/progress/counts');
    await page.getByText(counts.hidden, { exact: true }).waitFor();
  });

  it('keeps no plan that was refused, also where what came before is written down', async () => {
    const { page } = phone;
    await phone.open('/slip');
    await button(w.slip.safe).click();
    await button(appWords.next).click();
    await button(appWords.next).click();
    await page.getByText(w.slip.plan.money, { exact: true }).click();
    await expect.poll(() => draftsKept(page)).toBe(1);
    await button(w.slip.noSave).click();
    await expect.poll(() => draftsKept(page)).toBe(0);
    await link(w.slip.look).click();
    await page.getByLabel(w.slip.change).fill('Ring Ana first');
    await button(appWords.save).click();
    await heading(w.notes.title).waitFor();
    await page.getByRole('button', { name: w.notes.slip }).first().click();
    await page.getByText('Ring Ana first').waitFor();
    expect(await page.getByText(w.slip.plan.money).count()).toBe(0);
    await page.getByRole('dialog').getByRole('button', { name: appWords.remove, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: appWords.remove, exact: true }).click();
    await page.getByText(w.notes.removed).waitFor();
  });

  it('shows earlier notes, keeps one for good, and brings a deleted one back', async () => {
    const { page } = phone;
    await phone.open('/notes');
    await page.getByRole('button', { name: w.notes.slip }).click();
    await page.getByText(w.slip.plan.medicine).waitFor();
    await page.getByText(SAID.slip).waitFor();
    await phone.shot('note');
    await button(w.notes.keep).click();
    await page.getByText(w.notes.kept).waitFor();
    await button(appWords.remove).click();
    await page.getByRole('dialog').getByRole('button', { name: appWords.remove, exact: true }).click();
    await page.getByText(w.notes.removed).waitFor();
    await button(w.notes.undo).click();
    await page.getByRole('button', { name: w.notes.slip }).waitFor();
    expect(await page.getByText(w.notes.removed).count()).toBe(0);
  });

  it('sends none of it in a form that can be read', async () => {
    const { page } = phone;
    await phone.open('/urge');
    await page.getByText(w.urge.more, { exact: true }).click();
    await page.getByLabel(w.urge.words).fill(`${SAID.urge} after the call`);
    await button(w.urge.save).click();
    await page.getByText(w.rate.noted).waitFor();
    await phone.context.setOffline(false);
    await inStep(phone);
    const hits = phone.traffic.flatMap(({ name, bytes }) =>
      findCanaries(Object.values(SAID), bytes).map((hit) => `${name}: ${hit.canary}`),
    );
    expect(hits).toEqual([]);
  });
});
