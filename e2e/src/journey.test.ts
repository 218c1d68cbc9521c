import { appWords as words } from '@holdfast/web/locales/en/app';
import { findCanaries } from '@holdfast/testing/canary';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import type { BrowserPhone } from './phones.ts';
import { newPhone } from './phones.ts';

/** What is written in the browsers, and must never be found anywhere else. */
const SAID = {
  words: 'Wachtelkoenig tired tonight',
  first: 'Pirolgelb steady enough',
  second: 'Ziegenmelker walked by the sea',
  hidden: 'Blaukehlchen only mine now',
  ring: 'Mariazeisig',
  number: '0861234567',
  owner: 'Samrotschenkel',
  guest: 'Anauferschnepfe',
};

let host: Host;
let browser: Browser;
const phones: BrowserPhone[] = [];
const buy = async (options: Partial<Parameters<typeof newPhone>[1]> = {}): Promise<BrowserPhone> => {
  const phone = await newPhone(browser, { origin: host.origin, ...options });
  phones.push(phone);
  return phone;
};

beforeAll(async () => {
  [host, browser] = await Promise.all([startHost(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await host?.remove();
});

describe('the first journey, in real browsers against the real server', () => {
  let sam: BrowserPhone;
  let ana: BrowserPhone;
  let groups: string[];
  /** What stood in the invite's link and is for the guest's page alone. */
  let inviteSecret = '';

  it('1. shows the overdose steps within two taps, with the number of the country', async () => {
    const visitor = await buy();
    await visitor.open('/');
    await visitor.page.getByRole('link', { name: 'Right now' }).click();
    await visitor.page.getByRole('link', { name: 'Call 112' }).waitFor();
    await visitor.shot('right-now');
    await visitor.page.getByRole('link', { name: /won.t wake up/ }).click();
    await visitor.page.getByRole('link', { name: /112/ }).first().waitFor();
    expect(await visitor.page.getByRole('heading').first().textContent()).not.toBe('');
    await visitor.shot('overdose');
  });

  it('1. works with JavaScript off: the steps first, every country’s number as a link, none guessed', async () => {
    const visitor = await buy({ javaScriptEnabled: false });
    await visitor.open('/now/overdose');
    const steps = await visitor.page.getByRole('heading', { level: 2 }).allTextContents();
    expect(steps.slice(0, 6).map((text) => text.slice(0, 2))).toEqual(['1.', '2.', '3.', '4.', '5.', '6.']);
    const numbers = await visitor.page
      .locator('a[href^="tel:"]')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href')));
    for (const number of ['tel:911', 'tel:999', 'tel:112', 'tel:000', 'tel:111', 'tel:124'])
      expect(numbers).toContain(number);
    await visitor.open('/now');
    expect(await visitor.page.locator('.callb').getAttribute('href')).toBe('#numbers');
  });

  it('1. works with the network off after one visit', async () => {
    const visitor = await buy();
    await visitor.open('/');
    await visitor.holdsApp();
    await visitor.context.setOffline(true);
    await visitor.page.getByRole('link', { name: 'Right now' }).click();
    await visitor.page.getByRole('link', { name: 'Call 112' }).waitFor();
    await visitor.page.reload();
    await visitor.page.getByRole('link', { name: /won.t wake up/ }).click();
    await visitor.page.getByRole('link', { name: /112/ }).first().waitFor();
    expect(visitor.errors).toEqual([]);
  });

  it('2. saves a first check-in offline before anything is asked, then a person to ring, then a PIN or later', async () => {
    sam = await buy();
    const { page, context } = sam;
    await sam.open('/');
    await sam.holdsApp();
    await context.setOffline(true);
    const began = Date.now();
    await page.getByRole('link', { name: 'Start my own page' }).click();
    await page.getByRole('spinbutton').fill('6');
    await page.getByText(words.checkIn.moods.low, { exact: true }).click();
    await page.getByText(words.checkIn.sleeps.badly, { exact: true }).click();
    await page.getByText(words.checkIn.contacts.yes, { exact: true }).click();
    await page.getByLabel(words.checkIn.line).fill(SAID.words);
    await sam.shot('start');
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(words.start.saved).waitFor();
    expect(Date.now() - began).toBeLessThan(60_000);
    await page.getByLabel(words.people.name).fill(SAID.ring);
    await page.getByLabel(words.people.number).fill(SAID.number);
    await sam.shot('ring');
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByRole('heading', { name: words.start.lockTitle }).waitFor();
    await sam.shot('lock');
    await page.getByRole('button', { name: words.later, exact: true }).click();
    await page.getByText(words.today.checkedIn).waitFor();
    expect(await page.locator(`a[href="tel:${SAID.number}"]`).count()).toBeGreaterThan(0);
    await page.reload();
    await page.getByText(SAID.words).waitFor();
    await context.setOffline(false);
  });

  it('2. shows the person to ring on Right now, before any PIN', async () => {
    await sam.open('/now');
    const ring = sam.page.locator(`a[href="tel:${SAID.number}"]`);
    await ring.waitFor();
    expect(await ring.textContent()).toContain(SAID.ring);
    await sam.shot('right-now-ring');
  });

  it('3. shows the check-in in the history and the kelp on Today', async () => {
    const { page } = sam;
    await sam.open('/today');
    await page.getByText(words.today.checkedIn).waitFor();
    expect(await page.locator('svg[role="img"]').first().getAttribute('aria-label')).toContain('kelp');
    await sam.shot('today');
    await page.getByRole('link', { name: words.today.earlier }).click();
    await page.getByText(SAID.words).first().waitFor();
    await sam.shot('history');
  });

  it('3. gives a recovery card before the first invite, with no name of a person or app on it', async () => {
    const { page } = sam;
    await sam.open('/people');
    await page.getByRole('link', { name: words.people.add }).first().click();
    await page.getByRole('link', { name: words.people.addInvite }).click();
    await page.getByRole('heading', { name: words.invite.cardFirst }).waitFor();
    await page.getByRole('link', { name: words.invite.makeCard }).click();
    await page.getByRole('button', { name: words.card.make }).click();
    await page.getByRole('list', { name: words.card.codeLabel }).waitFor();
    groups = await page.locator('.groups .group').allTextContents();
    expect(groups).toHaveLength(7);
    await sam.shot('card');
    const paper = (await page.locator('.paper').textContent()) ?? '';
    expect(paper).not.toMatch(/holdfast|recover/i);
    expect(await page.title()).not.toMatch(/holdfast/i);
    await page.getByRole('button', { name: words.card.written }).click();
    const asked = await page.locator('label', { hasText: /group \d/ }).textContent();
    const group = Number(/\d/.exec(asked ?? '')?.[0]) - 1;
    await page.getByRole('textbox').fill(groups[group]!);
    await page.getByRole('button', { name: words.next, exact: true }).click();
    await page.getByRole('heading', { name: words.card.checkDone }).waitFor();
    await page.getByRole('link', { name: words.next, exact: true }).click();
  });

  it('4. invites a sister by link, who opens it with no account and chooses a name', async () => {
    const { page } = sam;
    await page.getByLabel(words.invite.name, { exact: true }).fill('Ana');
    await page.getByLabel(words.invite.myName, { exact: true }).fill(SAID.owner);
    await page.getByRole('button', { name: words.invite.link }).click();
    const link = (await page.locator('.link-text').textContent())?.trim() ?? '';
    expect(link).toContain('/i#1.');
    inviteSecret = link.split('.').at(-1)!;
    expect(inviteSecret).toHaveLength(43);
    await sam.shot('invite-link');

    ana = await buy({ colorScheme: 'dark' });
    await ana.page.goto(link);
    await ana.page.getByRole('heading', { name: words.landing.title(SAID.owner) }).waitFor();
    expect(ana.page.url()).not.toContain('#');
    await ana.holdsApp();
    const kept = await ana.page.evaluate(async () => {
      const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      return (await Promise.all(stores.map((store) => store.keys()))).flat().map(({ url }) => url);
    });
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter((url) => url.includes('#') || url.includes(inviteSecret))).toEqual([]);
    await ana.shot('invite-landing');
    await ana.page.getByLabel(words.landing.name).fill(SAID.guest);
    await ana.page.getByRole('button', { name: words.landing.accept }).click();
    await ana.page.getByRole('heading', { name: words.landing.waitingTitle(SAID.owner) }).waitFor();

    await page.getByText(words.invite.ringThem('Ana')).waitFor();
    await page.getByText(words.invite.chose(SAID.guest)).waitFor();
    await sam.shot('invite-answered');
    await page.getByRole('button', { name: words.invite.yesThey }).click();
  });

  it('4. shows exactly what she will see, and shares one line for 30 days', async () => {
    const { page } = sam;
    await page.getByRole('heading', { name: words.share.title(SAID.guest) }).waitFor();
    await page.getByLabel(words.line.label).fill(SAID.first);
    await page.getByText(words.share.wontSee(SAID.guest)).waitFor();
    expect(await page.getByRole('radio', { name: words.share.days(30) }).isChecked()).toBe(true);
    await sam.shot('share');
    await page.getByRole('button', { name: words.share.share, exact: true }).click();
    await page.getByText(words.contact.sees(SAID.guest)).waitFor();
    await sam.shot('contact');

    await ana.page.getByText(SAID.first).waitFor();
    await ana.shot('supporter');
    expect(await ana.page.getByRole('main').textContent()).not.toMatch(/\d:\d|today|yesterday|ago|2026/i);
  });

  it('5. puts a new line in place of the old one within a second while she is open', async () => {
    const { page } = sam;
    // The quickest of three: a machine that is busy with other things may hold one of them back.
    let quickest = Infinity;
    for (const line of ['On my way home.', 'Home now.', SAID.second]) {
      await sam.open('/line');
      await page.getByRole('textbox').fill(line);
      await page.getByRole('button', { name: words.save, exact: true }).click();
      const saved = performance.now();
      await ana.page.getByText(line).waitFor({ timeout: 10_000 });
      quickest = Math.min(quickest, performance.now() - saved);
    }
    expect(quickest).toBeLessThan(1_000);
    expect(await ana.page.getByText(SAID.first).count()).toBe(0);
  });

  it('5. catches up after she was without a connection', async () => {
    await ana.context.setOffline(true);
    await sam.open('/line');
    await sam.page.getByRole('textbox').fill(SAID.first);
    await sam.page.getByRole('button', { name: words.save, exact: true }).click();
    await sam.page.getByText(SAID.first).first().waitFor();
    await ana.context.setOffline(false);
    await ana.page.getByText(SAID.first).waitFor();
    await ana.page.reload();
    await ana.page.getByText(SAID.first).waitFor();
    expect(await ana.page.getByText(SAID.second).count()).toBe(0);
  });

  it('6. stops without a word: her page stays calm and nothing newer reaches it', async () => {
    const { page } = sam;
    await sam.open('/people');
    await page.getByRole('link', { name: SAID.guest }).first().click();
    const before = (await ana.page.getByRole('main').textContent()) ?? '';
    await page.getByRole('button', { name: words.contact.stop }).click();
    await page.getByText(words.contact.stopped).waitFor();
    await sam.shot('stopped');
    await sam.open('/line');
    await page.getByRole('textbox').fill(SAID.hidden);
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.waitForURL('**/today');
    await sam.open('/line');
    expect(await page.getByRole('textbox').inputValue()).toBe(SAID.hidden);
    await ana.page.waitForTimeout(1_500);
    await ana.page.reload();
    await ana.page.getByText(SAID.first).waitFor();
    expect(await ana.page.getByRole('main').textContent()).toBe(before);
    expect(await ana.page.getByText(SAID.hidden).count()).toBe(0);
    await ana.shot('supporter-quiet');
  });

  it('7. gives everything back on a third phone from the card, and the old phone may shut it out', async () => {
    const next = await buy();
    const { page } = next;
    await next.open('/');
    await page.getByRole('link', { name: 'I have a page already' }).click();
    await page.getByLabel(words.recover.label).fill(groups.join(' ').toLowerCase());
    await page.getByText(words.recover.good).waitFor();
    await next.shot('recover');
    await page.getByRole('button', { name: words.recover.open }).click();
    await page.getByRole('heading', { name: words.recover.done }).waitFor();
    await page.getByRole('button', { name: words.next, exact: true }).click();
    await page.getByText(SAID.words).waitFor();
    await next.open('/people');
    await page.getByText(SAID.guest).first().waitFor();
    await page.getByText(SAID.ring).first().waitFor();

    await sam.open('/today');
    await sam.page.getByText(words.today.newDevice).waitFor();
    await sam.shot('new-device');
    await sam.page.getByRole('button', { name: words.today.notMe }).click();
    await sam.page.getByText(words.today.shutOutDone).waitFor();
    await next.open('/today');
    await page.getByRole('heading', { name: words.shutOut.title }).waitFor();
    expect(await page.getByText(SAID.words).count()).toBe(0);
    await next.shot('shut-out');
  });

  it('8. ATK-12 never let a word of theirs, or the secret of an invite, reach server, database, log or network', async () => {
    for (const phone of phones) expect(phone.errors).toEqual([]);
    await host.stop();
    const secrets = [...Object.values(SAID), groups.join(''), inviteSecret];
    const raw = Buffer.from(inviteSecret, 'base64url');
    const everything = [...(await host.everything()), ...phones.flatMap(({ traffic }) => traffic)];
    const hits = everything.flatMap(({ name, bytes }) =>
      findCanaries(secrets, bytes).map((hit) => ({ name, ...hit })),
    );
    expect(hits).toEqual([]);
    expect(everything.filter(({ bytes }) => bytes.includes(raw)).map(({ name }) => name)).toEqual([]);
    expect(everything.length).toBeGreaterThan(300);
    await host.start();
  });
});
