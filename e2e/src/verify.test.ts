import type { Browser } from 'playwright-core';
import { appWords as words } from '@holdfast/web/locales/en/app';
import sure from '@holdfast/web/locales/en/sure';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findings } from './axe.ts';
import { launch } from './browser.ts';
import { startPage } from './page-people.ts';
import type { BrowserPhone } from './phones.ts';
import { newPhone } from './phones.ts';

const host = { origin: inject('origin') };
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
});

/** Makes an invite by link and gives the link; the inviter waits on its page. */
async function invite({ page, open }: BrowserPhone, me: string, them: string): Promise<string> {
  await open('/people/invite');
  await page.getByRole('button', { name: words.later, exact: true }).click();
  await page.getByLabel(words.invite.name, { exact: true }).fill(them);
  await page.getByLabel(words.invite.myName, { exact: true }).fill(me);
  await page.getByRole('button', { name: words.invite.link }).click();
  return (await page.locator('.link-text').textContent())?.trim() ?? '';
}
/** Opens a link and accepts; then the inviter says yes. Ends on the page for sharing. */
async function accept(owner: BrowserPhone, guest: BrowserPhone, link: string, name: string): Promise<void> {
  // Another document: a change of the part after the # alone would not load the page.
  await guest.page.goto('about:blank');
  await guest.page.goto(link);
  await guest.page.getByLabel(words.landing.name).fill(name);
  await guest.page.getByRole('button', { name: words.landing.accept }).click();
  await owner.page.getByRole('button', { name: words.invite.yesThey }).click();
  await owner.page.getByRole('heading', { name: words.share.title(name) }).waitFor();
}
/** The page as it stands is accessible, and fits a narrow phone. Tall, so that the bar at the foot covers nothing. */
async function sound({ page }: BrowserPhone): Promise<void> {
  const usual = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 4000 });
  expect(await findings(page, 'all')).toEqual([]);
  const sideways = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(sideways).toBeLessThanOrEqual(0);
  await page.setViewportSize(usual);
}
/** From the page for sharing to the one for making sure. */
async function toCheck({ page }: BrowserPhone, name: string): Promise<void> {
  await page.getByRole('link', { name: words.share.notNow }).click();
  await page.getByRole('main').getByRole('link', { name }).first().click();
  await page.getByRole('link', { name: words.contact.check }).click();
}
const groups = async ({ page }: BrowserPhone): Promise<string[]> => {
  const list = page.getByRole('list', { name: sure.check.numberLabel });
  await list.waitFor();
  return list.getByRole('listitem').allTextContents();
};
async function codeOf({ page }: BrowserPhone): Promise<string> {
  await page.getByRole('button', { name: sure.check.copy }).click();
  await page.getByText(sure.check.copied, { exact: true }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}
async function compare({ page }: BrowserPhone, code: string): Promise<void> {
  await page.getByLabel(sure.check.paste).fill(code);
  await page.getByRole('button', { name: sure.check.compare }).click();
}

describe('making sure of each other', () => {
  it('by number and square; other numbers stop everything until they are the same; a quiet line looks like any', async () => {
    const sam = await startPage(browser, { origin: host.origin, keepsApp: false });
    const ana = await newPhone(browser, { origin: host.origin, keepsApp: false, colorScheme: 'dark' });
    await accept(sam, ana, await invite(sam, 'Sam', 'Ana'), 'Ana');
    await toCheck(sam, 'Ana');
    await ana.page.getByRole('link', { name: words.contact.check }).click();
    const numbers = await groups(sam);
    expect(numbers).toHaveLength(12);
    expect(await groups(ana)).toEqual(numbers);
    await sam.shot('check');
    await sound(sam);

    const own = await codeOf(sam);
    const theirs = await codeOf(ana);
    await compare(sam, own);
    await sam.page.getByText(words.failures.mismatch).waitFor();
    await compare(sam, theirs);
    await sam.page.getByText(sure.check.done('Ana')).waitFor();
    await sam.page.getByText(words.contact.made.square).waitFor();
    await sam.shot('checked');

    await ana.page.getByRole('button', { name: sure.check.not }).click();
    await ana.page.getByRole('heading', { name: sure.stopped.title('Sam') }).waitFor();
    // There is nothing on that page that goes on all the same.
    expect(await ana.page.getByRole('main').getByRole('button').count()).toBe(0);
    await ana.shot('stopped-contact');
    await sound(ana);
    await ana.page.getByRole('link', { name: sure.stopped.check }).click();
    await ana.page.getByRole('button', { name: sure.check.same, exact: true }).click();
    await ana.page.getByText(sure.check.done('Sam')).waitFor();

    await sam.page.getByRole('link', { name: words.back }).click();
    await sam.page.getByRole('link', { name: words.contact.quiet }).click();
    const [idea] = sure.quiet.ideas;
    await sam.page.getByRole('button', { name: idea! }).click();
    await sam.page.getByText(sure.quiet.willSee('Ana')).waitFor();
    await sam.shot('quiet');
    await sound(sam);
    await sam.page.getByRole('button', { name: sure.quiet.go }).click();
    await sam.page.getByRole('heading', { name: 'Ana', exact: true }).waitFor();
    await sam.page.getByText(idea!).waitFor();
    await ana.page.getByRole('link', { name: words.back }).click();
    await ana.page.getByText(idea!).waitFor();
    await ana.page.getByText(words.shared.putHere('Sam')).waitFor();
    await ana.shot('quiet-theirs');

    // The phone is gone and no card was made: a new page, and the one who knew the old one says so.
    await sam.context.close();
    const fresh = await startPage(browser, { origin: host.origin, keepsApp: false });
    await accept(fresh, ana, await invite(fresh, 'Sam', 'Ana'), 'Ana');
    await toCheck(fresh, 'Ana');
    const code = await codeOf(fresh);
    // Two of one name: the line tells them apart.
    await ana.page.getByRole('link', { name: `Sam ${idea!}` }).waitFor();
    await ana.page.getByRole('main').getByRole('link', { name: 'Sam', exact: true }).click();
    await ana.page.getByText(words.shared.nothing('Sam')).waitFor();
    await ana.page.getByRole('link', { name: words.contact.same }).click();
    await ana.page.getByRole('link', { name: words.contact.check }).click();
    await compare(ana, code);
    await ana.page.getByText(sure.check.done('Sam')).waitFor();
    await ana.page.getByRole('link', { name: words.back }).click();
    await ana.page.getByRole('link', { name: words.contact.same }).click();
    await ana.page.getByRole('main').getByRole('button', { name: 'Sam' }).click();
    await ana.page.getByRole('dialog').getByText(sure.same.sureNote).waitFor();
    await ana.shot('same');
    await sound(ana);
    await ana.page.getByRole('button', { name: sure.same.yes }).click();
    await ana.page.getByRole('heading', { name: sure.same.done('Sam') }).waitFor();
    await ana.page.getByRole('link', { name: words.done, exact: true }).click();
    await ana.page.getByText(words.shared.nothing('Sam')).waitFor();
    expect(await ana.page.getByText(idea!).count()).toBe(0);
    for (const phone of [ana, fresh]) expect(phone.errors).toEqual([]);
    for (const phone of [ana, fresh]) await phone.context.close();
  });
});
