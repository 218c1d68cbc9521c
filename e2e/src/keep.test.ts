import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appWords } from '@holdfast/web/locales/en/app';
import journalWords from '@holdfast/web/locales/en/journal';
import keepWords from '@holdfast/web/locales/en/keep';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import { startPage } from './page-people.ts';
import type { BrowserPhone } from './phones.ts';

const w = keepWords;
/** How long the host may take on a slow machine, ms. */
const SLOW = { timeout: 30_000 };
const SAID = 'Zaunkönigstunde';

let host: Host;
let browser: Browser;
let database: pg.Client;
beforeAll(async () => {
  [host, browser] = await Promise.all([startHost(), launch()]);
  const password = readFileSync(join(host.dataDir, 'postgres-password'), 'utf8').trim();
  database = new pg.Client({
    host: join(host.dataDir, 'run'),
    user: 'holdfast',
    password,
    database: 'holdfast',
  });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await browser?.close();
  await host?.remove();
});

/** Ids of all rows of the tables that a person's things stand in. */
async function rows(): Promise<string[]> {
  const queries = [
    "SELECT 'account ' || account_id AS row FROM account",
    "SELECT 'key ' || encode(public_key, 'hex') AS row FROM account_key",
    "SELECT 'space ' || space_id AS row FROM space",
    "SELECT 'writer ' || space_id || writer_id AS row FROM writer",
    "SELECT 'envelope ' || space_id || ' ' || encode(envelope_id, 'hex') AS row FROM envelope",
    "SELECT 'blob ' || blob_id AS row FROM blob",
    "SELECT 'mailbox ' || mailbox_id AS row FROM mailbox",
  ];
  const answers = [];
  for (const query of queries) answers.push(await database.query<{ row: string }>(query));
  return answers.flatMap((answer) => answer.rows.map(({ row }) => row)).toSorted();
}
const envelopesOf = async (space: string): Promise<string[]> =>
  (await rows()).filter((row) => row.startsWith(`envelope ${space}`));
const spaces = async (): Promise<string[]> => (await rows()).filter((row) => row.startsWith('space '));

describe('what a person does with their data', () => {
  let phone: BrowserPhone;
  let code = '';
  let file = '';
  const link = (name: string | RegExp) => phone.page.getByRole('link', { name }).first();
  const button = (name: string) => phone.page.getByRole('button', { name, exact: true });
  /** The one in the panel that is open. */
  const sheet = (name: string) =>
    phone.page.locator('dialog[open]').getByRole('button', { name, exact: true });
  const synced = () => phone.page.getByText(appWords.more.onlyHere(0)).waitFor();

  beforeAll(async () => {
    phone = await startPage(browser, { origin: host.origin, keepsApp: false });
  });
  afterAll(async () => {
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });

  it('deletes one entry: its sealed body is gone from the host', async () => {
    const { page } = phone;
    await phone.open('/more');
    await synced();
    const before = await spaces();
    await link(new RegExp(`^${appWords.more.journal}`)).click();
    await link(journalWords.write).click();
    await page.getByLabel(journalWords.label).fill(SAID);
    await button(appWords.save).click();
    await link(new RegExp(SAID)).waitFor();
    await expect.poll(async () => (await spaces()).length, SLOW).toBe(before.length + 1);
    const space = (await spaces()).find((row) => !before.includes(row))!.slice('space '.length);
    await expect.poll(async () => (await envelopesOf(space)).length, SLOW).toBeGreaterThan(1);
    const written = await envelopesOf(space);
    await link(new RegExp(SAID)).click();
    await page.waitForURL('**/journal/read**');
    await button(journalWords.remove).click();
    await sheet(journalWords.remove).click();
    await page.getByText(journalWords.removed).waitFor();
    // Until one goes on it can be brought back.
    await link(appWords.nav.more).click();
    await link(new RegExp(`^${appWords.more.data}`)).waitFor();
    await expect
      .poll(async () => (await envelopesOf(space)).filter((row) => written.includes(row)), SLOW)
      .toEqual([]);
    expect((await envelopesOf(space)).length).toBeGreaterThan(0);
  });

  it('says how long things are kept', async () => {
    const { page } = phone;
    await link(new RegExp(`^${appWords.more.data}`)).click();
    await phone.shot('data');
    await link(new RegExp(`^${w.rows.keep}`)).click();
    await page.getByLabel(w.kept.kinds['check-ins']).selectOption('365');
    await sheet(w.kept.yes).click();
    await page.getByText(w.kept.saved, { exact: true }).waitFor();
    expect(await page.getByLabel(w.kept.kinds['check-ins']).inputValue()).toBe('365');
    await phone.shot('data-keep');
  });

  it('saves a locked copy with its code, and one to read', async () => {
    const { page } = phone;
    await page.goBack();
    await link(new RegExp(`^${w.rows.read}`)).click();
    const [zip] = await Promise.all([page.waitForEvent('download'), button(w.read.make).click()]);
    expect(zip.suggestedFilename()).toMatch(/^to-read-.*\.zip$/);
    const packed = readFileSync(await zip.path());
    expect(packed.subarray(0, 2).toString()).toBe('PK');
    await page.goBack();
    await link(new RegExp(`^${w.rows.copy}`)).click();
    await button(w.copy.make).click();
    await page.getByText(w.copy.once).waitFor();
    code = (await page.locator('.groups .group').allInnerTexts()).join(' ');
    expect(code).toHaveLength(34);
    await phone.shot('data-copy');
    const [saved] = await Promise.all([page.waitForEvent('download'), button(w.copy.save).click()]);
    expect(saved.suggestedFilename()).toMatch(/\.holdfast$/);
    file = await saved.path();
    expect(readFileSync(file).subarray(0, 8).toString()).toBe('HOLDFAST');
    expect(readFileSync(file).includes('quiet evening')).toBe(false);
  });

  it('brings it back on a new page, after this phone was emptied', async () => {
    const { page } = phone;
    await phone.open('/data/delete');
    await button(w.delete.phoneRow).click();
    await phone.page.locator('dialog[open]').getByText(w.delete.phoneNoCard).waitFor();
    await phone.shot('data-delete-phone');
    await sheet(w.delete.yes).click();
    await page.waitForURL(`${host.origin}/`);
    await phone.open('/start');
    await button(appWords.skip).click();
    await button(appWords.start.nobody).click();
    await button(appWords.later).click();
    await page.waitForURL('**/today');
    await phone.open('/data/back');
    await page.setInputFiles('#copy-file', { name: 'x.holdfast', mimeType: '', buffer: readFileSync(file) });
    await page.getByLabel(w.back.code).fill(code.slice(0, -1) + (code.endsWith('X') ? 'Y' : 'X'));
    await button(w.back.look).click();
    await page.getByText(appWords.codeCheck).waitFor();
    await page.getByLabel(w.back.code).fill(code.toLowerCase());
    await button(w.back.look).click();
    await button(w.back.take).click();
    await page.getByText(w.back.done).waitFor();
    await phone.shot('data-back');
    await phone.open('/history');
    await page.getByText('A quiet evening.').first().waitFor();
    expect(await page.getByText('A quiet evening.').count()).toBe(1);
  });

  it('deletes everything: no row of this page is left at the host', async () => {
    const { page } = phone;
    await phone.open('/more');
    await synced();
    await expect
      .poll(async () => (await rows()).filter((row) => row.startsWith('account ')).length, SLOW)
      .toBe(2);
    await link(new RegExp(`^${appWords.more.data}`)).click();
    await link(new RegExp(`^${w.rows.delete}`)).click();
    await button(w.delete.everythingRow).click();
    await sheet(appWords.next).click();
    await sheet(w.delete.everythingYes).click();
    await page.waitForURL(`${host.origin}/`);
    // What is left is the page that was only taken off this phone: its card would open it.
    const left = await rows();
    expect(left.filter((row) => row.startsWith('account '))).toHaveLength(1);
    expect(left.filter((row) => row.startsWith('key '))).toHaveLength(1);
    expect(left.filter((row) => row.startsWith('space '))).toHaveLength(3);
    await phone.open('/more');
    await page.waitForURL('**/start');
  });
});
