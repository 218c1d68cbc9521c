import { readFile } from 'node:fs/promises';
import { appWords as app } from '@holdfast/web/locales/en/app';
import words from '@holdfast/web/locales/en/export';
import medicine from '@holdfast/web/locales/en/medicine';
import path from '@holdfast/web/locales/en/path';
import plan from '@holdfast/web/locales/en/plan';
import planParts from '@holdfast/web/locales/en/plan-parts';
import progress from '@holdfast/web/locales/en/progress';
import { inflateSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findings } from './axe.ts';
import { launch } from './browser.ts';
import { startPage } from './page-people.ts';
import type { BrowserPhone } from './phones.ts';

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
const LABEL = 'Methadone (1 mg/ml). Señora Núñez knows.';

/** Opens a page from inside the app, as a tap on a link does. */
async function go(path: string): Promise<void> {
  await sam.page.evaluate((to) => {
    const link = document.createElement('a');
    link.href = to;
    document.body.append(link);
    link.click();
    link.remove();
  }, path);
  await sam.page.waitForURL(host.origin + path);
}

/** What the browser was handed, by the tap on a button. */
async function take(name: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([sam.page.waitForEvent('download'), button(name).click()]);
  const bytes = await readFile(await download.path());
  await sam.page.getByText(words.saved(download.suggestedFilename())).waitFor();
  return { name: download.suggestedFilename(), bytes };
}

/** From the list of files to one of them. */
async function open(title: string): Promise<void> {
  await sam.page.getByRole('link', { name: title }).click();
  await sam.page.getByRole('heading', { name: title }).waitFor();
}
async function back(): Promise<void> {
  await sam.page.getByRole('link', { name: app.back, exact: true }).click();
  await sam.page.getByRole('heading', { name: words.title }).waitFor();
}

/** The lines of text that a PDF shows, from its compressed streams: hexadecimal, in a code page near Latin 1. */
const linesOf = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
    .flatMap(([, stream]) => {
      const plain = inflateSync(Buffer.from(stream!, 'latin1')).toString('latin1');
      return [...plain.matchAll(/<([0-9A-F]+)> Tj/g)];
    })
    .map(([, hex]) => Buffer.from(hex!, 'hex').toString('latin1'));

describe('taking one’s data along, without signal', () => {
  it('begins with something written down', async () => {
    const { page } = sam;
    await go('/medicine/edit#kind=methadone');
    await page.getByLabel(medicine.form.label).fill(LABEL);
    await button(app.save).click();
    await page.waitForURL((url) => !url.pathname.includes('edit'));
    await go('/plan/reasons#add=vision');
    await page.getByRole('textbox').fill('A boat of my own');
    await button(app.save).click();
    await page.getByText('A boat of my own').waitFor();
    await go('/progress/measures/take#of=phq-9');
    await button(progress.measures.start).click();
    await page.getByLabel('Several days').check();
    for (let n = 0; n < 8; n++) await button(app.next).click();
    await page.getByText('better off dead').first().waitFor();
    await page.getByLabel('Several days').check();
    await page.getByText(progress.care.safe).waitFor();
    await button(progress.measures.finish).click();
    await page.waitForURL('**/result**');
    await sam.holdsApp();
    await sam.context.setOffline(true);
    await page.getByRole('link', { name: app.nav.more }).click();
    await page.getByRole('link', { name: app.more.data }).click();
    await page.getByRole('link', { name: app.more.take }).click();
    await page.getByRole('heading', { name: words.title }).waitFor();
    expect(await page.getByRole('link', { name: words.hub.kelp }).count()).toBe(1);
  });

  it('writes a summary of what was chosen, as a PDF with real text and as a page to print', async () => {
    const { page } = sam;
    await open(words.hub.summary);
    await page.getByText(words.warning.title).waitFor();
    await button(words.savePdf).click();
    await page.getByText(words.choose).waitFor();
    await page.getByText(words.sections.medicines, { exact: true }).click();
    await page.getByText(words.sections.reasons, { exact: true }).click();
    await page.getByLabel(words.name).fill('Sam Peña');
    const paper = page.getByRole('article');
    await paper.getByText(LABEL).waitFor();
    await sam.shot('export-summary');
    const phone = page.viewportSize()!;
    await page.setViewportSize({ width: phone.width, height: 4000 });
    expect(await findings(page, 'all')).toEqual([]);
    await page.setViewportSize(phone);
    const file = await take(words.savePdf);
    expect(file.name).toMatch(/^summary-20\d\d-\d\d-\d\d\.pdf$/);
    expect(file.bytes.toString('latin1')).toMatch(/^%PDF-1\.7/);
    expect(file.bytes.toString('latin1')).not.toMatch(/CreationDate|Producer/);
    const text = linesOf(file.bytes).join('\n');
    for (const said of [
      'Sam Peña',
      'Methadone (1 mg/ml). Señora Núñez knows.',
      plan.reasons.kinds.vision.title,
      'A boat of my own',
      words.paper.page(1, 1),
      words.paper.foot,
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/PHQ|quiet evening/);
    await page.emulateMedia({ media: 'print' });
    expect(await paper.isVisible()).toBe(true);
    expect(await button(words.savePdf).isVisible()).toBe(false);
    expect(await page.getByText(words.warning.title).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.getByLabel(words.name).fill('Сэм');
    await page.getByText(words.letters).waitFor();
    await back();
  });

  it('writes a page of the plan as a PDF, reached from that page, and a version that was kept', async () => {
    const { page } = sam;
    const asPdf = page.getByRole('link', { name: plan.pdf });
    const up = page.getByRole('link', { name: app.back, exact: true });
    await page.getByRole('link', { name: app.nav.plan }).click();
    await page.getByRole('link', { name: plan.reasons.title }).click();
    await asPdf.click();
    const paper = page.getByRole('article');
    await paper.getByText('A boat of my own').waitFor();
    expect(await paper.getByText(LABEL).count()).toBe(0);
    const reasons = linesOf((await take(words.savePdf)).bytes).join('\n');
    expect(reasons).toContain('A boat of my own');
    expect(reasons).not.toContain(words.sections.medicines);
    await up.click();
    await page.getByRole('heading', { name: plan.reasons.title, exact: true }).waitFor();
    await up.click();
    await page.getByRole('link', { name: path.title }).click();
    await page.getByRole('button', { name: path.steps.naloxone }).click();
    await button(path.did).click();
    await asPdf.click();
    await paper.getByText(path.steps.ring).waitFor();
    const first = linesOf((await take(words.savePdf)).bytes);
    for (const said of [path.stretches.week, path.steps.ring, path.steps.naloxone])
      expect(first).toContain(said);
    await up.click();
    await page.getByRole('heading', { name: path.title }).waitFor();
    await up.click();
    await page.getByRole('link', { name: planParts.versions.title }).click();
    await button(planParts.versions.keep).click();
    await page.getByText(planParts.versions.kept).waitFor();
    await page.locator('.rows.tall a').first().click();
    await asPdf.click();
    await paper.getByText('A boat of my own').waitFor();
    expect(linesOf((await take(words.savePdf)).bytes)).toContain('A boat of my own');
    await page.getByRole('link', { name: app.nav.more }).click();
    await page.getByRole('link', { name: app.more.data }).click();
    await page.getByRole('link', { name: app.more.take }).click();
    await page.getByRole('heading', { name: words.title }).waitFor();
  });

  it('writes a FHIR bundle that leaves out the ninth answer, any sum of nine, and the words for oneself', async () => {
    await open(words.hub.health);
    await button(words.all).click();
    await button(words.none).waitFor();
    const file = await take(words.save);
    const bundle = JSON.parse(file.bytes.toString()) as {
      resourceType: string;
      entry: { resource: { resourceType: string } }[];
    };
    expect(bundle.resourceType).toBe('Bundle');
    const types = new Set(bundle.entry.map(({ resource }) => resource.resourceType));
    expect([...types].sort()).toEqual([
      'Goal',
      'MedicationStatement',
      'Observation',
      'Patient',
      'Questionnaire',
      'QuestionnaireResponse',
    ]);
    const text = file.bytes.toString();
    expect(text).toContain(LABEL);
    expect(text).not.toMatch(/better off dead|44261-6|44260-8|quiet evening|Peña/);
    await back();
  });

  it('writes a copy of everything, and what stands apart only when it is chosen by itself', async () => {
    const { page } = sam;
    await open(words.hub.copy);
    await button(words.all).click();
    await button(words.none).waitFor();
    const records = async () =>
      (JSON.parse((await take(words.save)).bytes.toString()) as { records: Record<string, unknown[]> })
        .records;
    const most = await records();
    expect(most['medicine']).toMatchObject([{ kind: 'methadone', label: LABEL }]);
    expect(most['check-in']).toMatchObject([{ words: 'A quiet evening.' }]);
    expect(Object.keys(most)).not.toContain('item-nine');
    await page.getByText(words.parts['item-nine'], { exact: true }).click();
    expect((await records())['item-nine']).toMatchObject([{ value: 1 }]);
    await sam.shot('export-copy');
    await back();
  });

  it('saves the kelp as a picture that holds nothing but pixels, and as a drawing without data', async () => {
    const { page } = sam;
    await page.getByRole('link', { name: words.hub.kelp }).click();
    await page.getByRole('img', { name: /Your kelp grows from a rock/ }).waitFor();
    await button(words.kelp.kinds.walk).click();
    await page.getByText(words.kelp.added.walk).waitFor();
    await page.getByRole('img', { name: /You added 1 walk\./ }).waitFor();
    await button(`${words.kelp.take}: ${words.kelp.kinds.walk}`).click();
    await page.getByRole('img', { name: /opening\.$/ }).waitFor();
    await sam.shot('export-kelp');
    const { bytes: png } = await take(words.kelp.png);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const chunks: string[] = [];
    for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
      chunks.push(png.toString('latin1', at + 4, at + 8));
    expect(new Set(chunks)).toEqual(
      new Set(['IHDR', 'IDAT', 'IEND', ...chunks.filter((type) => /^(sRGB|sBIT|pHYs|gAMA)$/.test(type))]),
    );
    expect(png.readUInt32BE(16)).toBe(1080);
    expect(png.length).toBeGreaterThan(20_000);
    await page.getByText(words.kelp.looks.dark, { exact: true }).click();
    const svg = (await take(words.kelp.svg)).bytes.toString();
    expect(svg).toMatch(/^<svg [^>]*aria-label="Kelp on a rock"/);
    expect(svg).not.toMatch(/var\(|<text|<title|20\d\d-\d\d/);
    expect(sam.errors).toEqual([]);
  });
});
