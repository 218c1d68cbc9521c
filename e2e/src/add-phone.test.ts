import type { Browser } from 'playwright-core';
import { appWords as words } from '@holdfast/web/locales/en/app';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';
import { inStep, startPage } from './page-people.ts';
import { newPhone } from './phones.ts';

const host = { origin: inject('origin') };
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
});

describe('adding a phone', () => {
  it('by its code and three words: the page is on both, and either can shut the other out', async () => {
    const old = await startPage(
      browser,
      { origin: host.origin, keepsApp: false },
      'Written on the old phone.',
    );
    await inStep(old);
    const next = await newPhone(browser, { origin: host.origin, keepsApp: false });
    await next.open('/recover');
    await next.page.getByRole('link', { name: words.phones.join }).click();
    await next.page.getByRole('img', { name: words.phones.joinLabel }).waitFor();
    await next.shot('join');
    await next.page.getByRole('button', { name: words.phones.joinCopy }).click();
    await next.page.getByText(words.invite.copied).waitFor();
    const code = await next.page.evaluate(() => navigator.clipboard.readText());

    await old.open('/phones');
    await old.page.getByRole('button', { name: words.phones.add }).click();
    const box = old.page.getByLabel(words.phones.paste);
    await box.fill('not a code');
    await old.page.getByRole('button', { name: words.phones.pasteGo }).click();
    await old.page.getByText(words.phones.scanNot).waitFor();
    await old.shot('add-phone');
    await box.fill(code);
    await old.page.getByRole('button', { name: words.phones.pasteGo }).click();
    await old.page.getByText(words.phones.sureNote).waitFor();
    await old.shot('add-phone-sure');
    await old.page.getByRole('button', { name: words.phones.letIn }).click();
    await old.page.getByText(words.phones.sameNote).waitFor();
    const shown = await old.page.getByRole('dialog').getByRole('listitem').allTextContents();
    expect(shown).toHaveLength(3);
    await old.shot('add-phone-words');
    await old.page.getByRole('button', { name: words.done, exact: true }).click();

    await next.page.getByText(words.phones.joinSame).waitFor();
    expect(await next.page.getByRole('main').getByRole('listitem').allTextContents()).toEqual(shown);
    await next.shot('join-words');
    await next.page.getByRole('button', { name: words.phones.joinYes }).click();
    await next.page.getByText('Written on the old phone.').waitFor();

    await next.open('/phones');
    await next.page.getByRole('button', { name: words.phones.thisOne }).click();
    await next.page.getByLabel(words.phones.name).fill('The cheap one');
    await next.page.getByRole('button', { name: words.save, exact: true }).click();
    await next.page.getByText('The cheap one · This phone').waitFor();
    await inStep(next);
    await old.open('/phones');
    await old.page.getByRole('button', { name: /The cheap one/ }).waitFor();
    await old.shot('phones');
    await old.page.getByRole('button', { name: /The cheap one/ }).click();
    await old.page.getByRole('button', { name: words.phones.shutOut, exact: true }).click();
    await old.page.getByRole('button', { name: words.phones.shutOut, exact: true }).click();
    await old.page.getByText(words.phones.revoked).waitFor();
    await next.open('/today');
    await next.page.getByRole('heading', { name: words.shutOut.title }).waitFor();
    for (const phone of [old, next]) expect(phone.errors).toEqual([]);
    await old.context.close();
    await next.context.close();
  });

  it('from the phone’s own camera: the code’s link opens the question, and leaves the address', async () => {
    const old = await startPage(browser, { origin: host.origin, keepsApp: false });
    await inStep(old);
    const next = await newPhone(browser, { origin: host.origin, keepsApp: false });
    await next.open('/join');
    await next.page.getByRole('button', { name: words.phones.joinCopy }).click();
    await next.page.getByText(words.invite.copied).waitFor();
    const code = await next.page.evaluate(() => navigator.clipboard.readText());
    await old.page.goto('about:blank');
    await old.open(`/phones#${code}`);
    await old.page.getByText(words.phones.sureNote).waitFor();
    expect(old.page.url()).not.toContain('#');
    await old.page.getByRole('button', { name: words.phones.letIn }).click();
    await old.page.getByText(words.phones.sameNote).waitFor();
    await next.page.getByRole('button', { name: words.phones.joinNo, exact: true }).click();
    await next.page.getByText(words.phones.joinOver).waitFor();
    await next.page.getByRole('button', { name: words.phones.joinAgain }).click();
    await next.page.getByRole('img', { name: words.phones.joinLabel }).waitFor();
    await old.context.close();
    await next.context.close();
  });
});
