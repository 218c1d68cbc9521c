import { systemRandom, systemTimers, TestClock, unwrap } from '@holdfast/base';
import { httpTransport } from '@holdfast/sync';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { appWords as words } from '@holdfast/web/locales/en/app';
import { default as trusted } from '@holdfast/web/locales/en/trusted';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import { passHours } from './host-clock.ts';
import type { BrowserPhone } from './phones.ts';
import { newPhone } from './phones.ts';

let host: Host;
let browser: Browser;
/** Sam's old phone, without a screen. */
let sam: Phone;
let buy: () => Phone;
beforeAll(async () => {
  [host, browser] = await Promise.all([startHost(), launch()]);
  const primitives = await sodiumPrimitives(systemRandom);
  const transport = httpTransport({
    origin: host.origin,
    fetch,
    openSocket: (url) => new WebSocket(url),
    timers: systemTimers,
  });
  buy = () => phone({ primitives, transport, clock: new TestClock(Date.now()) });
  sam = buy();
  unwrap(await sam.api.start('own', '2026-11-21'));
  unwrap(await sam.api.setName('Sam'));
  unwrap(await sam.api.setTodayLine('Steady enough.'));
  unwrap(await sam.api.save('person', { name: 'Maria', number: '086 123 4567' }));
  unwrap(await sam.api.sync());
});
afterAll(async () => {
  await browser?.close();
  await host?.remove();
});

const button = (on: BrowserPhone, name: string) => on.page.getByRole('button', { name, exact: true });
const see = (on: BrowserPhone, text: string) => on.page.getByText(text).first().waitFor();

/** The letters that somebody would read out. Their page looks anew now and then, so that they may not be there yet. */
async function callCode(on: BrowserPhone): Promise<string[]> {
  const groups = on.page.locator('.groups .group');
  await groups.nth(2).waitFor();
  const letters = await groups.allTextContents();
  expect(letters.join('')).toMatch(/^[0-9A-Z]{12}$/);
  return letters;
}

/** A supporter who comes in the room: their page in a browser, and their id for Sam. */
async function supporter(name: string): Promise<[BrowserPhone, string]> {
  const { id, ticket } = unwrap(await sam.api.invite({ name, how: 'qr', language: 'en' }));
  const other = await newPhone(browser, { origin: host.origin, keepsApp: false });
  await other.open(`/i#${ticket}`);
  await other.page.getByLabel(words.landing.name).fill(name);
  await button(other, words.landing.accept).click();
  await other.page.getByRole('heading', { name: words.landing.waitingTitle('Sam') }).waitFor();
  await expect
    .poll(
      async () => {
        unwrap(await sam.api.sync());
        return (await sam.api.invites()).find((invite) => invite.id === id)?.state;
      },
      { timeout: 20_000 },
    )
    .toBe('answered');
  const { contactId } = unwrap(await sam.api.confirmInvite(id));
  unwrap(await sam.api.confirmWords(contactId));
  unwrap(await sam.api.sync());
  await see(other, words.shared.nothing('Sam'));
  return [other, contactId];
}

describe('getting back in with trusted people', () => {
  let ana: BrowserPhone;
  let ben: BrowserPhone;

  it('two people are asked and keep a part', async () => {
    const met = [await supporter('Ana'), await supporter('Ben')] as const;
    [ana, ben] = [met[0][0], met[1][0]];
    const contactIds = met.map(([, id]) => id);
    unwrap(await sam.api.chooseTrusted({ contactIds, needed: 2, waitHours: 48 }));
    for (const one of [ana, ben]) {
      await one.page.getByRole('link', { name: words.people.helpAsked('Sam') }).click({ timeout: 25_000 });
      await see(one, trusted.help.ask('Sam'));
      await one.shot('trusted-asked');
      await button(one, trusted.help.keep).click();
      await see(one, trusted.help.kept('Sam'));
    }
    await expect
      .poll(
        async () => {
          unwrap(await sam.api.sync());
          return (await sam.api.trusted()).ready;
        },
        { timeout: 20_000 },
      )
      .toBe(true);
  });

  it('an old phone is asked, and stops one who is not Sam', async () => {
    const old = await newPhone(browser, { origin: host.origin, keepsApp: false });
    await old.open('/join');
    await button(old, words.phones.joinCopy).click();
    await see(old, words.invite.copied);
    const code = await old.page.evaluate(() => navigator.clipboard.readText());
    unwrap(await sam.api.letIn(code));
    await see(old, words.phones.joinSame);
    await button(old, words.phones.joinYes).click();
    await old.page.waitForURL('**/today');
    const thief = buy();
    const letters = await callCode(ana);
    unwrap(await thief.api.askBack(letters.join(''), 'en'));
    await see(old, words.today.asked);
    await old.shot('trusted-notice');
    await old.page.getByRole('link', { name: words.today.askedLook }).click();
    await see(old, trusted.askedTitle);
    await old.shot('trusted-alert');
    await button(old, trusted.notMine).click();
    await see(old, trusted.stopped);
    expect((await thief.api.backIn())!.standing).toMatchObject({ state: 'vetoed' });
    expect(await buy().api.askBack(letters.join(''), 'en')).toMatchObject({
      error: { code: 'stopped-lately' },
    });
    await see(old, trusted.answers.yes);
    await old.shot('trusted-own');
    expect(old.errors).toEqual([]);
    await old.context.close();
    // The day after.
    await passHours(host, 30);
  });

  it('a new phone, two calls, six words, the wait: everything is back, and the old phone is out', async () => {
    const next = await newPhone(browser, { origin: host.origin, keepsApp: false });
    await next.open('/recover');
    await next.page.getByRole('link', { name: words.recover.people }).click();
    await next.page.waitForURL('**/recover/people');
    const letters = await callCode(ana);
    await next.page.getByLabel(trusted.back.label).fill(letters.join(' ').toLowerCase());
    await see(next, trusted.back.good);
    await next.shot('trusted-letters');
    await button(next, trusted.back.ask).click();
    await see(next, trusted.back.wordsTitle);
    const six = await next.page.getByRole('main').getByRole('listitem').allTextContents();
    expect(six).toHaveLength(6);
    await next.shot('trusted-words');

    await ana.page.getByLabel(trusted.help.words).fill([...six].reverse().join(' '));
    await button(ana, trusted.help.send('Sam')).click();
    await see(ana, trusted.help.different('Sam'));
    await ana.shot('trusted-different');
    for (const one of [ana, ben]) {
      await one.page.getByLabel(trusted.help.words).fill(six.join(' '));
      await button(one, trusted.help.send('Sam')).click();
      await see(one, trusted.help.done('Sam'));
    }
    await next.page.getByText(trusted.back.enough).waitFor();
    await next.shot('trusted-wait');
    // The phone is closed meanwhile, and opened again two days later.
    await passHours(host, 49);
    await next.open('/today');
    await next.page.waitForURL('**/recover/people');
    await button(next, trusted.back.open).click();
    await next.page.getByRole('heading', { name: trusted.back.done, exact: true }).waitFor();
    await next.shot('trusted-back');
    await next.page.getByRole('link', { name: words.later, exact: true }).click();
    await see(next, words.today.ring('Maria'));
    expect(await sam.api.sync()).toMatchObject({ ok: false });
    expect((await sam.api.status()).phase).toBe('shut-out');
    await button(ana, words.done)
      .or(ana.page.getByRole('link', { name: words.done, exact: true }))
      .click();
    await ana.page.getByText(/Sam came back on a new phone/).waitFor();
    for (const one of [ana, ben, next]) expect(one.errors).toEqual([]);
  });
});
