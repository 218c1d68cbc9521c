import { appWords as app } from '@holdfast/web/locales/en/app';
import words from '@holdfast/web/locales/en/plan';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import { startPage } from './page-people.ts';

let host: Host;
let browser: Browser;
beforeAll(async () => {
  [host, browser] = await Promise.all([startHost(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await host?.remove();
});

describe('a plan of one’s own, without signal', () => {
  it('is written, read again, put away for the day, changed and removed', async () => {
    const phone = await startPage(browser, { origin: host.origin });
    const { page } = phone;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const link = (name: string) => page.getByRole('link', { name });
    await phone.holdsApp();
    await phone.context.setOffline(true);
    await phone.open('/plan');

    await link(words.reasons.title).click();
    await link(words.reasons.kinds.reason.title).click();
    await page.getByLabel(words.line).fill('My sister’s garden');
    await button(app.save).click();
    await link('My sister’s garden').click();
    await page.getByLabel(words.change).fill('My sister and her garden');
    await button(app.save).click();
    await link('My sister and her garden').waitFor();
    await phone.open('/urge');
    await page.getByText('My sister and her garden').waitFor();

    await phone.open('/plan/if-then');
    await link(words.ifThen.add).click();
    await button(app.save).click();
    await page.getByText(words.ifThen.needCue).waitFor();
    await button(words.ifThen.cueList).click();
    await button(words.ifThen.cues.time.items[0]!).click();
    await page.getByLabel(words.ifThen.action, { exact: true }).fill('drink water and sit down');
    await page.getByText(words.ifThen.thoughts['many-actions']).waitFor();
    await button(words.ifThen.actionList).click();
    await button(words.ifThen.actions[0]!).click();
    // Every part of the day has one, so that the clock of this machine does not matter.
    await page.getByText(words.ifThen.parts.morning, { exact: true }).click();
    await button(app.save).click();
    const plan = page.getByText(words.ifThen.actions[0]!);
    for (const part of ['afternoon', 'evening'] as const) {
      await plan.first().waitFor();
      await link(words.ifThen.add).click();
      await page.getByLabel(words.ifThen.cue, { exact: true }).fill('I wake up very late');
      await page.getByLabel(words.ifThen.action, { exact: true }).fill(words.ifThen.actions[0]!);
      await page.getByText(words.ifThen.parts[part], { exact: true }).click();
      await button(app.save).click();
    }
    await plan.nth(2).waitFor();

    await phone.open('/plan');
    await page.getByText(words.due.say).waitFor();
    await phone.shot('plan');
    await button(words.due.away).click();
    await page.getByText(words.due.say).waitFor({ state: 'detached' });
    await phone.open('/plan');
    await page.getByText(words.plans(3)).waitFor();
    expect(await page.getByText(words.due.say).count()).toBe(0);

    await link(words.safety.title).click();
    await page.getByText(words.safety.unseen).waitFor();
    await link(words.safety.kinds.alone.title).click();
    await page.getByLabel(words.line).fill('Sit by the canal');
    await button(app.save).click();
    await phone.open('/plan/safety');
    await link('Sit by the canal').click();
    await button(app.remove).click();
    await page.getByRole('dialog').getByRole('button', { name: app.remove }).click();
    await page.getByText(words.safety.unseen).waitFor();
    expect(await link('Sit by the canal').count()).toBe(0);
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });
});
