import { appWords as app } from '@holdfast/web/locales/en/app';
import medicine from '@holdfast/web/locales/en/medicine';
import words from '@holdfast/web/locales/en/progress';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findingsInView } from './axe.ts';
import { launch } from './browser.ts';
import { startPage } from './page-people.ts';
import type { BrowserPhone } from './phones.ts';
import { draftsKept } from './stores.ts';

const host = { origin: inject('origin') };
let browser: Browser;
let sam: BrowserPhone;
beforeAll(async () => {
  browser = await launch();
  sam = await startPage(browser, { origin: host.origin });
});
afterAll(async () => {
  await browser?.close();
});

const button = (name: string) => sam.page.getByRole('button', { name, exact: true });
const link = (name: string) => sam.page.getByRole('link', { name, exact: true });
const next = () => button(app.next).click();

/** A check-in of another day, by the clock of the page. */
async function checkIn(day: string, urge: number): Promise<void> {
  const { page } = sam;
  await page.clock.setFixedTime(new Date(`${day}T12:00:00`));
  await sam.open('/check-in');
  await page.getByRole('spinbutton').fill(String(urge));
  await page.getByText(app.checkIn.moods[urge > 4 ? 'low' : 'good'], { exact: true }).click();
  await page.getByText(app.checkIn.contacts.yes, { exact: true }).click();
  await button(app.save).click();
  await page.waitForURL('**/today');
}

async function addMaria(): Promise<void> {
  const { page } = sam;
  await sam.open('/people/add#number');
  await page.getByLabel(app.people.name).fill('Maria');
  await page.getByLabel(app.people.number).fill('086 123 4567');
  await button(app.save).click();
  await page.waitForURL('**/people');
}

async function keep(title: string, ownWords = ''): Promise<void> {
  await sam.open('/progress/milestones/edit');
  await sam.page.getByLabel(words.milestones.name).fill(title);
  await sam.page.getByLabel(words.milestones.words, { exact: true }).fill(ownWords);
  await button(app.save).click();
  await sam.page.getByRole('heading', { name: title }).waitFor();
}

describe('progress, without signal', () => {
  it('opens from More, and holds nothing at first but one sentence and one action', async () => {
    const { page, context } = sam;
    await addMaria();
    await sam.holdsApp();
    await context.setOffline(true);
    await link(app.nav.more).click();
    await page.getByRole('link', { name: app.more.progress }).click();
    await page.getByRole('heading', { name: words.title }).waitFor();
    await sam.shot('progress-hub');
    await page.getByRole('link', { name: words.hub.milestones }).click();
    await page.getByText(words.milestones.empty).waitFor();
    expect(await link(words.milestones.add).count()).toBe(2);
  });

  it('shows help at once for an answer above 0 to the last question, though the sum is 1', async () => {
    const { page } = sam;
    await sam.open('/progress/measures/take#of=phq-9');
    await button(words.measures.start).click();
    for (let n = 0; n < 8; n++) {
      await page.getByLabel('Not at all').check();
      if (n === 0) await sam.shot('progress-question');
      await next();
    }
    await page.getByText('better off dead').first().waitFor();
    await page.getByLabel('Not at all').check();
    expect(await page.getByText(words.care.safe).count()).toBe(0);
    await page.getByLabel('Several days').check();
    await page.getByText(words.care.safe).waitFor();
    await page.getByText(words.care.nobody).waitFor();
    await sam.shot('progress-care');
    await page.getByRole('button', { name: words.care.notSafe }).click();
    await link('Call 112').waitFor();
    expect(await page.locator('a[href="tel:116123"]').count()).toBeGreaterThan(0);
    expect(await page.locator('a[href^="sms:50808"]').count()).toBeGreaterThan(0);
    expect(await page.locator('a[href="tel:0861234567"]').count()).toBe(1);
    await page.getByText(words.care.naloxone).waitFor();
    expect(await findingsInView(page)).toEqual([]);
    await sam.shot('progress-care-not-safe');
  });

  it('still has it at the top after the app was killed, and asks for nothing it was not told', async () => {
    const { page } = sam;
    await sam.open('/today');
    await page.getByText(app.today.careOpen).waitFor();
    expect(await page.title()).toBe('Holdfast');
    expect(await page.getByRole('main').textContent()).not.toMatch(/suicid|dead|PHQ|safe/i);
    await sam.shot('progress-today');
    await link(app.today.careGo).click();
    await page.getByText(words.care.safe).waitFor();
    await button(words.care.talk).click();
    const draft = page.getByLabel(words.care.message);
    expect(await draft.inputValue()).toBe(words.care.draft);
    await draft.fill('Tea?');
    expect(await page.getByRole('link', { name: words.care.send('Maria') }).getAttribute('href')).toBe(
      'sms:0861234567?body=Tea%3F',
    );
    await sam.shot('progress-care-talk');
    await button(words.care.ok).click();
    await page.getByText(words.care.pinned).waitFor();
    await button(words.care.yes).click();
    await page.getByText(words.care.willAsk).waitFor();
    await page.clock.setFixedTime(Date.now() + 25 * 3_600_000);
    await sam.open('/today');
    await page.getByText(app.today.careSince).waitFor();
    await page.clock.setFixedTime(Date.now() + 73 * 3_600_000);
    await sam.open('/today');
    await page.getByText(app.today.checkIn).waitFor();
    expect(await page.getByText(app.today.careOpen).count()).toBe(0);
    await page.clock.setFixedTime(Date.now());
  });

  it('adds up on the phone, says what was left out, and offers the longer form', async () => {
    const { page } = sam;
    await sam.open('/progress/measures/take#of=gad-2');
    await button(words.measures.start).click();
    await page.getByLabel('Nearly every day').check();
    await next();
    await page.getByLabel('Several days').check();
    await button(words.measures.finish).click();
    await page.getByText(words.result.totals.gad2(4, 6), { exact: true }).waitFor();
    await page.getByText(words.result.nextTalk).waitFor();
    expect(await page.getByRole('link', { name: words.measures.names['gad-7'] }).count()).toBe(1);
    expect(await page.getByRole('main').textContent()).not.toMatch(/disorder|severe|risk|%/i);
    expect(await findingsInView(page)).toEqual([]);
    await sam.shot('progress-result');
    await sam.open('/progress/measures/take#of=phq-9');
    // The one that was begun above is still there, at its last question.
    await page.getByText(words.care.safe).waitFor();
    await button(app.begun.clear).click();
    await button(words.measures.start).click();
    for (let n = 0; n < 8; n++) await next();
    await page.getByLabel('Not at all').check();
    await button(words.measures.finish).click();
    await page.getByText(words.result.noTotal(8)).waitFor();
    // On paper the last question is not there, nor a sum that holds it.
    await page.getByText(words.result.apart).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('better off dead').isVisible()).toBe(false);
    expect(await page.getByText(words.result.trend, { exact: true }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await sam.open('/progress/measures');
    await page
      .getByText(/Best answered again from/)
      .first()
      .waitFor();
    await sam.shot('progress-measures');
  });

  it('follows the skips of a form', async () => {
    const { page } = sam;
    await sam.open('/progress/measures/take#of=bam');
    await button(words.measures.start).click();
    await page.getByText(words.measures.place(1, 23)).waitFor();
    for (let n = 0; n < 3; n++) await next();
    await page.getByLabel('0', { exact: true }).check();
    await page.getByText(words.measures.place(4, 22)).waitFor();
    await next();
    await page.getByText('illegal/street drugs').first().waitFor();
    await page.getByText(words.measures.itemNotes['bam.6']).waitFor();
    await sam.shot('progress-bam');
    expect(await page.getByText('at least 5 drinks').count()).toBe(0);
    // It is kept once nothing was typed for a moment; who turns the page sooner than anyone can may lose it.
    await expect.poll(() => draftsKept(page)).toBe(1);
  });

  it('keeps a milestone with a token, and the words for a low day', async () => {
    const { page } = sam;
    await sam.open('/progress/milestones/edit');
    await button(app.save).click();
    await page.getByText(words.milestones.needName).waitFor();
    await page.getByLabel(words.milestones.name).fill('First month in the new flat');
    await page.getByLabel(words.milestones.ritual).fill('Soup with Maria');
    await page.getByLabel(words.milestones.words, { exact: true }).fill('You carried the boxes yourself.');
    // A phone that throws the page away takes nothing of it along. The questions left above are kept as well.
    await expect.poll(() => draftsKept(page)).toBe(2);
    await page.reload();
    await button(app.begun.clear).waitFor();
    const own = page.getByLabel(words.milestones.words, { exact: true });
    expect(await own.inputValue()).toBe('You carried the boxes yourself.');
    await button(app.save).click();
    await page.getByRole('img', { name: words.milestones.token('First month in the new flat') }).waitFor();
    await sam.shot('progress-milestone');
    expect(await findingsInView(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('You carried the boxes yourself.').isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: 'First month in the new flat' }).isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    for (const title of ['Slept in my own bed', 'A week with my medicine', 'Rang Maria on a bad night'])
      await keep(title);
    await sam.open('/progress/milestones');
    await page.getByText('Slept in my own bed').waitFor();
    await sam.shot('progress-wall');
    await sam.open('/progress/back');
    await page.getByText('You carried the boxes yourself.').waitFor();
    await sam.shot('progress-back');
  });

  it('counts what was asked for, and takes nothing away by itself', async () => {
    const { page } = sam;
    await sam.open('/progress/counts');
    await button(words.counts.add).click();
    const sheet = page.getByRole('dialog', { name: words.counts.add });
    await sheet.getByLabel(words.counts.from).fill('2026-01-01');
    await sheet.getByLabel(words.counts.label).fill('In the flat');
    await sam.shot('progress-count-add');
    await sheet.getByRole('button', { name: app.save }).click();
    await page.getByText('In the flat').waitFor();
    await button(words.counts.add).click();
    await sheet.getByLabel(words.counts.kinds.medicine).check();
    await sheet.getByRole('button', { name: app.save }).click();
    await page.getByText(words.counts.noneYet).waitFor();
    await button(words.counts.today).click();
    await button(words.counts.untoday).waitFor();
    expect(await page.getByText(/^1 day in 20\d\d$/).count()).toBe(1);
    await sam.shot('progress-counts');
    expect(await findingsInView(page)).toEqual([]);
  });

  it('names early signs in words, only where turned on, and believes the person', async () => {
    await sam.open('/progress/signs');
    await button(words.signs.turnOn).click();
    await sam.page.getByRole('heading', { name: words.signs.states.nine }).waitFor();
    sam = await startPage(browser, { origin: host.origin });
    const { page } = sam;
    await addMaria();
    await keep('First month in the new flat', 'You carried the boxes yourself.');
    await sam.holdsApp();
    await sam.context.setOffline(true);
    await sam.open('/progress/signs');
    await button(words.signs.turnOn).click();
    await page.getByRole('heading', { name: words.signs.states.steady }).waitFor();
    const today = new Date();
    const before = (n: number) => new Date(today.getTime() - n * 86_400_000).toISOString().slice(0, 10);
    await checkIn(before(1), 3);
    await checkIn(before(0), 8);
    await page.getByText(app.today.signsLine).waitFor();
    await sam.shot('progress-nudge');
    await link(app.today.signsLook).click();
    await page.getByRole('heading', { name: words.signs.states.reach }).waitFor();
    await page.getByText(words.signs.say['urge.high'](8), { exact: true }).waitFor();
    await page.getByText('You carried the boxes yourself.').waitFor();
    expect(await page.locator('a[href="tel:0861234567"]').count()).toBe(1);
    expect(await page.getByRole('link', { name: words.signs.overdose }).count()).toBe(1);
    expect(await page.getByRole('main').textContent()).not.toMatch(/%|score|risk|predict/i);
    expect(await findingsInView(page)).toEqual([]);
    await sam.shot('progress-signs');
    await sam.open('/today');
    await page.getByText(app.today.checkedIn).waitFor();
    expect(await page.getByText(app.today.signsLine).count()).toBe(0);
    await sam.open('/progress/signs');
    const wrong = page.getByRole('button', { name: new RegExp(`${words.signs.say['urge.high'](8)}$`) });
    await wrong.click();
    await page.getByText(words.signs.eased).waitFor();
    await wrong.click();
    await page.getByText(words.signs.easedOff).waitFor();
    expect(await wrong.count()).toBe(0);
    await page.getByRole('button', { name: words.signs.addDate }).click();
    await page.getByRole('dialog').getByLabel(words.signs.kinds.release).check();
    await expect.poll(() => draftsKept(page)).toBe(1);
    await page.reload();
    await page.getByRole('button', { name: words.signs.addDate }).click();
    await button(app.begun.clear).waitFor();
    expect(await page.getByRole('dialog').getByLabel(words.signs.kinds.release).isChecked()).toBe(true);
    await page.getByRole('dialog').getByRole('button', { name: app.save }).click();
    await page.getByText(words.signs.tolerance).waitFor();
    // The same day brings up the tolerance card, until it was read.
    await sam.open('/today');
    await page.getByText(medicine.card.due).waitFor();
    await page.getByText(medicine.changes.release).waitFor();
    await page.getByRole('link', { name: medicine.card.dueOpen }).click();
    await button(medicine.card.read).click();
    await page.getByText(app.today.checkedIn).waitFor();
    expect(await page.getByText(medicine.card.due).count()).toBe(0);
    await sam.open('/progress/signs');
    await button(words.signs.turnOff).click();
    await page.getByRole('heading', { name: words.signs.offTitle }).waitFor();
  });

  it('draws no urges while one is strong, and the rest as a line and as a list', async () => {
    const { page } = sam;
    // The account's own clock stamps a check-in; the page's was set to noon above.
    await page.clock.setFixedTime(Date.now());
    await sam.open('/progress/trends');
    await page.getByText(words.trends.later).waitFor();
    expect(await page.getByRole('heading', { name: words.trends.names.urge }).count()).toBe(0);
    await page.getByRole('heading', { name: words.trends.names.mood }).waitFor();
    await page.clock.setFixedTime(Date.now() + 4 * 3_600_000);
    await sam.open('/progress/trends');
    await page.getByRole('heading', { name: words.trends.names.urge }).waitFor();
    await page.getByText(words.trends.table).first().click();
    expect(await page.getByRole('table').first().getByRole('row').count()).toBeGreaterThan(2);
    expect(await findingsInView(page)).toEqual([]);
    await sam.shot('progress-trends');
    expect(sam.errors).toEqual([]);
  });
});
