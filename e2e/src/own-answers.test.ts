import { appWords as app } from '@holdfast/web/locales/en/app';
import words from '@holdfast/web/locales/en/progress';
import tools from '@holdfast/web/locales/en/tools';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findingsInView } from './axe.ts';
import { launch } from './browser.ts';
import { canRunFull } from './full-phone.ts';
import { startPage } from './page-people.ts';
import type { BrowserPhone } from './phones.ts';
import { ask, watch } from './watched.ts';

const host = { origin: inject('origin') };
const DAY = 86_400_000;
let browser: Browser;
let sam: BrowserPhone;
let fill: (full: boolean) => Promise<void>;
beforeAll(async () => {
  browser = await launch();
  sam = await startPage(browser, { origin: host.origin, keepsApp: false });
  fill = await canRunFull(sam);
  await watch(sam);
});
afterAll(async () => {
  await sam?.context.unrouteAll({ behavior: 'wait' });
  await browser?.close();
});

const button = (name: string) => sam.page.getByRole('button', { name, exact: true });
const next = () => button(app.next).click();
/** The calendar day so many days ago, as the phone's wall says it. */
const back = (n: number) =>
  new Date(Date.now() - n * DAY).toLocaleDateString('sv', { timeZone: 'Europe/Dublin' });
const result = (instrument: string, ago: number, totals: Record<string, number>, answers = {}) => ({
  type: 'measure-result',
  fields: {
    instrument,
    version: '1',
    language: 'en',
    scoring: 1,
    answers,
    totals,
    at: Date.now() - ago * DAY,
    day: back(ago),
  },
});
async function keep(...changes: unknown[]): Promise<void> {
  await sam.open('/today');
  await sam.page.getByText(app.today.checkedIn).waitFor();
  expect(await ask(sam, 'saveAll', changes)).toMatchObject({ ok: true });
}

/** What this phone keeps of a form that was not saved. */
const draftOf = async (name: string): Promise<string> =>
  ((await ask(sam, 'draft', name)) as { value?: { text: string } }).value?.text ?? '';

async function toTheNinth(): Promise<void> {
  const { page } = sam;
  await sam.open('/progress/measures/take#of=phq-9');
  await button(words.measures.start).click();
  for (let n = 0; n < 8; n++) {
    await page.getByLabel('Not at all').check();
    await next();
  }
  await page.getByText('better off dead').first().waitFor();
}

async function gad2(): Promise<void> {
  const { page } = sam;
  await sam.open('/progress/measures/take#of=gad-2');
  await button(words.measures.start).click();
  await page.getByLabel('Several days').check();
  await next();
  await page.getByLabel('Not at all').check();
  await button(words.measures.finish).click();
  await page.getByText(words.result.totals.gad2(1, 6), { exact: true }).waitFor();
}

async function craving(now: string): Promise<void> {
  const { page } = sam;
  await sam.open('/progress/measures/take#of=craving-3');
  await button(words.measures.start).click();
  for (const [n, value] of [now, '5', '5'].entries()) {
    await page.getByText(words.measures.place(n + 1, 3)).waitFor();
    await page.getByRole('spinbutton').fill(value);
    await button(n < 2 ? app.next : words.measures.finish).click();
  }
}

describe('questions about how I am', () => {
  it('help for the last answer never waits for the phone, and the last choice is the one that is kept', async () => {
    const { page } = sam;
    await keep({ type: 'safety-line', fields: { kind: 'alone', words: 'Walk to the pier', at: Date.now() } });
    await toTheNinth();
    await fill(true);
    await page.getByLabel('Several days').check();
    await page.getByText(words.care.safe).waitFor();
    await page.getByRole('button', { name: words.care.notSafe }).click();
    await page.getByRole('link', { name: 'Call 112' }).waitFor();
    await page.getByText(app.failures.full).waitFor();
    expect(await page.getByRole('link', { name: words.care.plan }).getAttribute('href')).toBe('/plan/safety');
    // Nothing of it is kept, so the form does not end as if it were.
    await button(words.measures.finish).click();
    await page.getByText(app.failures.full).waitFor();
    await page.getByText(words.care.safe).waitFor();
    await fill(false);
    // Two taps, one on the heels of the other.
    await page.evaluate(() => {
      const options = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')];
      options[2]!.click();
      options[3]!.click();
    });
    await page.getByText(words.care.safe).waitFor();
    await sam.shot('answers-not-safe');
    await button(words.measures.finish).click();
    await page.getByText(words.result.totals.phq9(3, 27), { exact: true }).waitFor();
    expect(await page.getByText('Nearly every day').count()).toBe(1);
    // A small sum with this answer in it is no reason to go on as one is.
    await page.getByText(words.result.nextTalk).waitFor();
    expect(await page.getByText(words.result.nextUsual).count()).toBe(0);
    await page.getByText(app.today.careOpen).waitFor();
  });

  it('answered twice on one day, they stand as one point of the line, the later one', async () => {
    const { page } = sam;
    await gad2();
    await gad2();
    await page.getByText(words.result.trendOne).waitFor();
    expect(await page.locator('a.row[href*="/result#id="]').count()).toBe(1);
    await keep(result('gad-2', 20, { gad2: 4 }));
    await gad2();
    await page.getByText(words.trends.days(2)).waitFor();
    await page.getByText(words.trends.table).click();
    expect(await page.getByRole('row').count()).toBe(3);
    expect(sam.errors).toEqual([]);
  });

  it('half answered, they come back after a reload, and can be cleared', async () => {
    const { page } = sam;
    await sam.open('/progress/measures/take#of=phq-2');
    await button(words.measures.start).click();
    await page.getByLabel('Several days').check();
    await next();
    await page.getByText(words.measures.place(2, 2)).waitFor();
    await page.getByLabel('Nearly every day').check();
    await expect.poll(() => draftOf('measure-result phq-2')).toContain('"2":3');
    await page.reload();
    await page.getByText(words.measures.place(2, 2)).waitFor();
    expect(await page.getByLabel('Nearly every day').isChecked()).toBe(true);
    await page.getByText(/^You began this at/).waitFor();
    expect(await findingsInView(page)).toEqual([]);
    await sam.shot('answers-came-back');
    await button(app.back).click();
    expect(await page.getByLabel('Several days').isChecked()).toBe(true);
    await button(app.begun.clear).click();
    await button(words.measures.start).waitFor();
    await button(app.begun.back).click();
    await page.getByText(words.measures.place(1, 2)).waitFor();
    await next();
    await button(words.measures.finish).click();
    await page.getByText(words.result.totals.phq2(4, 6), { exact: true }).waitFor();
    await sam.open('/progress/measures/take#of=phq-2');
    await button(words.measures.start).waitFor();
  });

  it('a last answer whose form was left is there after a reload, and can be deleted by itself', async () => {
    const { page } = sam;
    await toTheNinth();
    await page.getByLabel('Several days').check();
    await page.getByText(words.care.safe).waitFor();
    // The draft names the record of the answer, and does not hold the answer itself.
    await expect.poll(() => draftOf('measure-result phq-9')).toMatch(/"nine":\["[^"]+"\]/);
    expect(await draftOf('measure-result phq-9')).not.toContain('"value"');
    await page.reload();
    await page.getByText(words.care.safe).waitFor();
    expect(await page.getByLabel('Several days').isChecked()).toBe(true);
    await sam.open('/progress/measures');
    await page.getByRole('heading', { name: words.measures.lonely }).waitFor();
    await sam.shot('answers-lonely');
    await page.getByRole('heading', { name: words.measures.lonely }).scrollIntoViewIfNeeded();
    const row = page.locator('button.row');
    expect(await row.count()).toBe(1);
    await row.click();
    await page.getByRole('dialog').getByRole('button', { name: words.remove, exact: true }).click();
    await page.getByRole('heading', { name: words.measures.lonely }).waitFor({ state: 'detached' });
    // The form goes on without it.
    await sam.open('/progress/measures/take#of=phq-9');
    await page.getByText('better off dead').first().waitFor();
    expect(await page.locator('input:checked').count()).toBe(0);
    await page.getByLabel('Not at all').check();
    await button(words.measures.finish).click();
    await page.getByText(words.result.totals.phq9(0, 27), { exact: true }).waitFor();
  });

  it('draw no line over urges while one is strong, and show the mean of the three', async () => {
    const { page } = sam;
    await keep(result('craving-3', 8, { craving3: 13 }, { now: 4, cue: 4, sure: 5 }));
    await craving('3');
    await page.getByText(words.result.totals.craving3(4.3, 10), { exact: true }).waitFor();
    await page.getByText(words.trends.days(2)).waitFor();
    await craving('9');
    await page.getByText(words.result.totals.craving3(6.3, 10), { exact: true }).waitFor();
    await page.getByText(words.trends.later).waitFor();
    expect(await page.locator('.trend').count()).toBe(0);
    await sam.open('/progress/trends');
    await page.getByText(words.trends.later).waitFor();
  });
});

describe('what was written elsewhere', () => {
  it('is what early signs read: medicine, body, a change, an urge; and a slip comes before all of it', async () => {
    await sam.context.unrouteAll({ behavior: 'wait' });
    await sam.context.close();
    sam = await startPage(browser, { origin: host.origin, keepsApp: false });
    const { page } = sam;
    await watch(sam);
    const at = Date.now();
    const medicine = {
      kind: 'methadone',
      name: '',
      label: '',
      times: [],
      weekdays: [],
      place: '',
      number: '',
      started: back(40),
      stopped: null,
      supply: null,
      given: null,
      every: null,
      expires: null,
    };
    const use = { tool: 'ground', before: 8, after: 3, at, day: back(0) };
    await keep(
      { type: 'medicine', id: 'm', fields: medicine },
      ...[0, 1, 2].map((n) => ({
        type: 'dose',
        fields: { medicine: 'm', day: back(n), time: null, mark: 'not', at },
      })),
      { type: 'dose', fields: { medicine: 'm', day: back(3), time: null, mark: 'taken', at } },
      { type: 'symptom-log', fields: { day: back(0), at, levels: { vomiting: 3 }, words: '' } },
      { type: 'transition', fields: { what: 'release', day: back(1), medicine: null, seen: null } },
      { type: 'urge', fields: { strength: 9, before: [], words: '', at, day: back(0), until: null } },
      { type: 'tool-use', fields: use },
      { type: 'tool-use', fields: { ...use, at: at - 1 } },
      { type: 'sign-settings', id: 'mine', fields: { on: true, ease: {}, shownOn: '' } },
    );
    // By day, so that Today may show its card whenever this runs.
    const noon = new Date(`${back(0)}T13:00:00Z`).getTime();
    await page.clock.setFixedTime(noon);
    await sam.open('/today');
    await page.getByText(app.today.signsLine).waitFor();
    await page.getByRole('link', { name: app.today.signsLook }).click();
    await page.getByRole('heading', { name: words.signs.states.reach }).waitFor();
    for (const line of [
      words.signs.say['urge.high'](9),
      words.signs.say['medicine.days'](3),
      words.signs.say['body.red-flag'](),
      words.signs.say['time.release'](),
    ])
      await page.getByText(line, { exact: true }).waitFor();
    await page.getByText(words.signs.medical).waitFor();
    await page.getByText(words.signs.prescriber).waitFor();
    expect(await page.getByRole('link', { name: words.signs.toleranceLink }).getAttribute('href')).toBe(
      '/medicine/card',
    );
    // What helped before: the tool that eased it.
    await page.getByText(tools.list.worked(2, 2)).waitFor();
    expect(await page.getByRole('link', { name: tools.name.ground }).getAttribute('href')).toBe(
      '/tools/ground',
    );
    expect(await findingsInView(page)).toEqual([]);
    await sam.shot('signs-all');
    await keep({
      type: 'slip',
      fields: { plan: [], before: [], change: '', words: '', at, day: back(0), until: null },
    });
    await sam.open('/progress/signs');
    await page.getByRole('heading', { name: words.signs.states.used }).waitFor();
    expect(await page.getByRole('heading', { name: words.signs.reasons }).count()).toBe(0);
    expect(await page.getByRole('link', { name: words.signs.usedGo }).getAttribute('href')).toBe('/slip');
    await page.getByRole('link', { name: words.signs.toleranceLink }).waitFor();
    await sam.shot('signs-used');
  });

  it('is what days with medicine count, and a long time is said as a calendar does', async () => {
    const { page } = sam;
    await keep(
      ...[5, 6].map((n) => ({
        type: 'dose',
        fields: { medicine: 'm', day: back(n), time: null, mark: 'late', at: Date.now() },
      })),
      { type: 'counter', fields: { kind: 'since', label: 'In the flat', from: back(22), hidden: false } },
      { type: 'counter', fields: { kind: 'medicine', label: '', from: null, hidden: false } },
    );
    await sam.open('/progress/counts');
    await page.getByText('3 weeks and 1 day', { exact: true }).waitFor();
    await page.getByText(words.counts.medicineNote).waitFor();
    // In two years, around New Year.
    const said = await page.getByText(/^\d+ days? in \d+$/).allTextContents();
    expect(said.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)).toBe(3);
    expect(await findingsInView(page)).toEqual([]);
    await sam.shot('counts-span');
    expect(sam.errors).toEqual([]);
  });
});
