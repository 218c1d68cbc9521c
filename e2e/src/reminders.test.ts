import { encodePushMessage } from '@holdfast/protocol/push-message';
import { appWords as words } from '@holdfast/web/locales/en/app';
import reminderWords from '@holdfast/web/locales/en/reminders';
import { notificationWords } from '@holdfast/web/locales/en/notifications';
import { notificationWords as spanish } from '@holdfast/web/locales/es/notifications';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import { startPage } from './page-people.ts';
import type { BrowserPhone } from './phones.ts';

let host: Host;
let browser: Browser;
beforeAll(async () => {
  [host, browser] = await Promise.all([startHost(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await host?.remove();
});

const w = words.more.reminders;
/** Bytes below 128 alone: the debugger hands a message on as text. */
const ITEM = Uint8Array.from({ length: 16 }, (_, i) => i + 1);

/** What a push service does: hands a message to the page's service worker, whether a page is open or not. */
async function push(
  cdp: CDPSession,
  origin: string,
  registrationId: string,
  bytes: Uint8Array,
): Promise<void> {
  const data = Buffer.from(bytes).toString('latin1');
  await cdp.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
}

async function registrationOf(context: BrowserContext, page: Page): Promise<[CDPSession, string]> {
  const cdp = await context.newCDPSession(page);
  const found = new Promise<string>((resolve) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first) resolve(first.registrationId);
    });
  });
  await cdp.send('ServiceWorker.enable');
  return [cdp, await found];
}

interface Shown {
  readonly title: string;
  readonly options: { readonly body?: string; readonly tag: string; readonly lang: string };
}

/**
 * What the service worker shows. Browsers without a window have nowhere to show anything and refuse, so the call that a
 * phone would get is noted in its place.
 */
async function watchNotifications(context: BrowserContext): Promise<() => Promise<Shown[]>> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate(() => {
    const noted: unknown[] = [];
    Object.assign(globalThis, { noted });
    ServiceWorkerRegistration.prototype.showNotification = async (title, options) =>
      void noted.push({ title, options });
  });
  return () => worker.evaluate(() => (globalThis as unknown as { noted: Shown[] }).noted);
}

/** A browser with a push service, or one whose push service does not answer. */
async function withPush(phone: BrowserPhone, answers: boolean): Promise<void> {
  await phone.context.addInitScript((isReachable) => {
    let held: object | null = null;
    const bytes = (length: number) => new Uint8Array(length).fill(4).buffer;
    const subscription = {
      endpoint: 'https://push.example.net/send/e2e',
      options: { applicationServerKey: bytes(65) },
      getKey: (name: string) => bytes(name === 'auth' ? 16 : 65),
      unsubscribe: async () => {
        held = null;
        return true;
      },
    };
    Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
    PushManager.prototype.getSubscription = async () => held as PushSubscription | null;
    PushManager.prototype.subscribe = async () => {
      if (!isReachable) throw new DOMException('no service', 'AbortError');
      held = subscription;
      return subscription as unknown as PushSubscription;
    };
  }, answers);
}

async function openReminders(phone: BrowserPhone): Promise<void> {
  await phone.open('/reminders');
  await phone.page.getByRole('heading', { name: w.title }).waitFor();
}

describe('reminders in the browser', () => {
  it('[PSH-1] ATK-30 a push shows one of two fixed texts in the chosen language, by name, and nothing else', async () => {
    const phone = await startPage(browser, { origin: host.origin });
    const { page, context } = phone;
    await openReminders(phone);
    await phone.holdsApp();
    const shown = await watchNotifications(context);
    const [cdp, id] = await registrationOf(context, page);
    await push(cdp, host.origin, id, encodePushMessage('reminder', ITEM));
    await push(cdp, host.origin, id, encodePushMessage('reminder', ITEM));
    await push(cdp, host.origin, id, encodePushMessage('ask', ITEM.toReversed()));
    await expect.poll(shown).toHaveLength(3);
    await phone.open('/more');
    await page.getByText('Español', { exact: true }).click();
    await page.getByRole('link', { name: 'Recordatorios' }).click();
    await page.getByRole('heading', { name: 'Recordatorios en este teléfono' }).waitFor();
    await push(cdp, host.origin, id, encodePushMessage('ask', ITEM.with(0, 99)));
    await expect.poll(shown).toHaveLength(4);
    const seen = await shown();
    const { reminder, ask } = notificationWords;
    expect(seen.map(({ title }) => title)).toEqual([reminder, reminder, ask, spanish.ask]);
    expect(seen.map(({ options }) => options.lang)).toEqual(['en', 'en', 'en', 'es']);
    expect(new Set(seen.map(({ options }) => options.tag)).size).toBe(3);
    for (const { options } of seen) expect(Object.keys(options).toSorted()).toEqual(['icon', 'lang', 'tag']);
    expect(phone.errors).toEqual([]);
    await context.close();
  });

  it('turn on and off, and tell the host where to push, which seals it', async () => {
    const phone = await startPage(browser, { origin: host.origin });
    const { page } = phone;
    await withPush(phone, true);
    await phone.holdsApp();
    await openReminders(phone);
    await page.getByRole('button', { name: w.turnOn }).click();
    await page.getByRole('button', { name: w.turnOff }).waitFor();
    await page.getByRole('button', { name: w.turnOff }).click();
    await page.getByRole('button', { name: w.turnOn }).waitFor();
    await page.getByRole('button', { name: w.turnOn }).click();
    await page.getByRole('button', { name: w.turnOff }).waitFor();
    const sent = () =>
      phone.traffic.map(({ name }) => name).filter((name) => /body.*(push|due)\./.test(name));
    await expect.poll(() => sent().join()).toContain('due.set');
    // A reminder that is set is told by its times alone.
    const before = sent().length;
    await page.getByRole('link', { name: reminderWords.add }).click();
    await page.getByLabel(reminderWords.words).fill('Water the basil');
    await page.getByLabel(reminderWords.time, { exact: true }).fill('12:00');
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByRole('link', { name: 'Water the basil' }).waitFor();
    await expect.poll(() => sent().slice(before).join()).toContain('due.set');
    expect(phone.traffic.filter(({ bytes }) => bytes.includes('basil'))).toEqual([]);
    // The address of the push service goes to the host, sealed there; no other message has it.
    const endpoint = Buffer.from('push.example.net');
    const with_ = phone.traffic.filter(({ bytes }) => bytes.includes(endpoint)).map(({ name }) => name);
    expect(new Set(with_)).toEqual(new Set([`body ${host.origin}/api/v1/push.set`]));
    const held = (await host.everything()).filter(({ bytes }) => bytes.includes(endpoint));
    expect(held.map(({ name }) => name)).toEqual([]);
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });

  it('say so where the browser was told not to, and where its push service does not answer', async () => {
    const phone = await startPage(browser, { origin: host.origin });
    await phone.holdsApp();
    await openReminders(phone);
    // Where tests run nobody can allow notifications.
    await phone.page.getByText(w.why.refused).waitFor();
    await withPush(phone, false);
    await openReminders(phone);
    await phone.page.getByRole('button', { name: w.turnOn }).click();
    await phone.page.getByText(w.why.unreachable).waitFor();
    await phone.page.getByRole('button', { name: w.turnOn }).waitFor();
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });
});
