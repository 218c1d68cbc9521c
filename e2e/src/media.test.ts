import { appWords as app } from '@holdfast/web/locales/en/app';
import journalWords from '@holdfast/web/locales/en/journal';
import w from '@holdfast/web/locales/en/media';
import plan from '@holdfast/web/locales/en/plan';
import { findCanaries } from '@holdfast/testing/canary';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './axe.ts';
import { launch } from './browser.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import { inStep, startPage } from './page-people.ts';
import type { BrowserPhone } from './phones.ts';
import { newPhone } from './phones.ts';
import { drawnPhoto, gpsBytes, withExif } from './photo-file.ts';
import { ask, shownBytes, watch } from './watched.ts';

const CAMERA = 'Kolkrabenkamera';
const SHOWS = 'Zwergtaucher, my sister in her garden';
const SAYS = 'Blässhuhn, I can wait an hour';

let host: Host;
let browser: Browser;
let phone: BrowserPhone;
let next: BrowserPhone;
/** What was shown, and must be found nowhere at the host. */
const secret: Buffer[] = [];

beforeAll(async () => {
  [host, browser] = await Promise.all([
    startHost(),
    launch({ args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] }),
  ]);
  phone = await startPage(browser, { origin: host.origin });
  await watch(phone);
  await phone.holdsApp();
  await phone.context.setOffline(true);
});
afterAll(async () => {
  await browser?.close();
  await host?.remove();
});

const button = (on: BrowserPhone, name: string | RegExp) =>
  on.page.getByRole('button', { name, exact: true });
const save = async (on: BrowserPhone): Promise<void> => button(on, app.save).click();
const photo = (on: BrowserPhone) => on.page.locator('.media', { hasText: SHOWS }).getByRole('img');
/** What is wrong with the page to axe; tall, because what the bar at the foot covers can be scrolled free. */
async function wrong({ page }: BrowserPhone): Promise<string[]> {
  await page.setViewportSize({ width: 360, height: 4000 });
  const found = await findings(page, 'all');
  await page.setViewportSize({ width: 360, height: 740 });
  return found;
}
const listen = (on: BrowserPhone) => on.page.getByRole('button', { name: /^Listen, \d:\d\d$/ });
/** Once the whole photo has taken the place of its preview: upright, 400 by 600. */
const isWhole = async (on: BrowserPhone): Promise<void> => {
  await photo(on).waitFor();
  await on.page.waitForFunction(
    () => document.querySelector<HTMLImageElement>('.photo')?.naturalWidth === 400,
  );
};

describe('photos and voice', () => {
  it('a photo is a reason: made offline, upright, without its place, and there after a restart', async () => {
    const { page } = phone;
    await phone.open('/plan/reasons#add=reason');
    const file = withExif(await drawnPhoto(page), CAMERA);
    expect(file.includes(gpsBytes)).toBe(true);
    const input = page.getByLabel(w.choose);
    await input.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
    await page.getByText(w.troubles['no-picture']).waitFor();
    await input.setInputFiles({ name: 'b.jpg', mimeType: 'image/jpeg', buffer: file });
    await page.getByRole('img', { name: w.photo }).waitFor();
    await page.getByLabel(w.shows).fill(SHOWS);
    // A phone that throws the page away takes nothing of it along.
    await expect
      .poll(() => ask(phone, 'draft', 'reason reason'))
      .toMatchObject({
        value: { text: expect.stringMatching(new RegExp(`"added":.*${SHOWS}`)) },
      });
    await page.reload();
    await page.getByRole('img', { name: w.photo }).waitFor();
    expect(await page.getByLabel(w.shows).inputValue()).toBe(SHOWS);
    expect(await page.getByText(app.begun.lacks).count()).toBe(0);
    await phone.shot('media-photo-form');
    await button(phone, app.begun.clear).click();
    expect(await page.getByRole('img', { name: w.photo }).count()).toBe(0);
    await button(phone, app.begun.back).click();
    await page.getByRole('img', { name: w.photo }).waitFor();
    await save(phone);
    await page.waitForURL('**/plan/reasons');
    await photo(phone).waitFor();
    await page.reload();
    await isWhole(phone);
    expect(await wrong(phone)).toEqual([]);
    await phone.shot('media-reasons');
    const shown = await shownBytes(phone);
    // A preview for the record, and the whole.
    expect(shown.map(({ type }) => type)).toEqual(['image/webp', 'image/webp']);
    expect(shown[0]!.bytes.length).toBeLessThan(8192);
    expect(shown[1]!.bytes.length).toBeGreaterThan(shown[0]!.bytes.length);
    for (const { bytes } of shown)
      for (const trace of [gpsBytes, Buffer.from(CAMERA), Buffer.from('Exif'), Buffer.from('EXIF')])
        expect(bytes.includes(trace)).toBe(false);
    secret.push(...shown.map(({ bytes }) => bytes));
  });

  it('a voice is an entry: by a tap, with a pause, and ended where the page goes out of sight', async () => {
    const { page } = phone;
    await phone.open('/journal/write');
    await button(phone, w.record).click();
    await page.getByText(w.recording, { exact: true }).waitFor();
    await page.waitForFunction(() => !document.querySelector('.clock')?.textContent.includes('0:00'));
    await button(phone, w.pause).click();
    await page.getByText(w.paused, { exact: true }).waitFor();
    await phone.shot('media-voice');
    await button(phone, w.goOn).click();
    const sight = (state: string) =>
      page.evaluate((to) => {
        Object.defineProperty(document, 'visibilityState', { value: to, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await sight('hidden');
    await sight('visible');
    await listen(phone).waitFor();
    expect(await button(phone, w.record).isVisible()).toBe(true);
    await page.getByLabel(w.says).fill(SAYS);
    expect(await wrong(phone)).toEqual([]);
    await phone.shot('media-voice-form');
    await save(phone);
    await page.getByRole('link', { name: new RegExp(SAYS) }).click();
    await listen(phone).click();
    await page.waitForFunction(() => {
      const length = document.querySelector('audio')?.duration ?? 0;
      return Number.isFinite(length) && length > 0.5;
    });
    secret.push((await shownBytes(phone)).at(-1)!.bytes);
    await phone.shot('media-entry');
  });

  it('a letter is said and saved in one tap; without a microphone the form says so and stays as it is', async () => {
    const { page } = phone;
    await phone.open('/tools/letter#new');
    // What is being said when the form is saved is saved with it.
    await button(phone, w.record).click();
    await page.getByText(w.recording, { exact: true }).waitFor();
    await page.waitForFunction(() => !document.querySelector('.clock')?.textContent.includes('0:00'));
    await save(phone);
    await page.waitForURL('**/tools/letter');
    expect(await ask(phone, 'records', 'letter')).toMatchObject([
      { words: '', media: [{ blob: { type: 'audio/webm' } }] },
    ]);
    await phone.open('/plan/reasons#add=vision');
    await button(phone, w.record).waitFor();
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await button(phone, w.record).click();
    await page.getByText(w.troubles.refused).waitFor();
    expect(await button(phone, w.record).isVisible()).toBe(true);
  });

  it('both are on the next phone once there was signal', async () => {
    await phone.context.setOffline(false);
    await inStep(phone);
    const made = (await ask(phone, 'makeCard')) as { value: { groups: string[] } };
    expect(await ask(phone, 'sync')).toMatchObject({ ok: true });
    next = await newPhone(browser, { origin: host.origin, keepsApp: false });
    await watch(next);
    await next.open('/recover');
    await next.page.getByLabel(app.recover.label).fill(made.value.groups.join(' '));
    await button(next, app.recover.open).click();
    await next.page.getByRole('heading', { name: app.recover.done }).waitFor();
    await next.open('/plan/reasons');
    await isWhole(next);
    await next.open('/journal');
    await next.page.getByRole('link', { name: new RegExp(SAYS) }).click();
    await listen(next).click();
    await next.page.locator('audio').waitFor();
    const voice = secret.at(-1)!;
    expect((await shownBytes(next)).some(({ bytes }) => bytes.equals(voice))).toBe(true);
  });

  it('go together when the time of an entry is over, on both phones', async () => {
    type Kept = { id: string; media: { blob: object }[] }[];
    const [entry] = (await ask(phone, 'records', 'journal-entry')) as Kept;
    const { blob } = entry!.media[0]!;
    const until = Date.now() + 500;
    expect(await ask(phone, 'save', 'journal-entry', { until }, entry!.id)).toMatchObject({ ok: true });
    await phone.page.waitForTimeout(600);
    await phone.open('/journal');
    await phone.page.getByText(journalWords.empty).waitFor();
    // Removed once the server has said what time it is.
    await expect.poll(() => ask(phone, 'readBlob', blob)).toMatchObject({ error: { code: 'unknown' } });
    await inStep(phone);
    expect(await ask(next, 'sync')).toMatchObject({ ok: true });
    await next.open('/journal');
    await next.page.getByText(journalWords.empty).waitFor();
    expect(await ask(next, 'sync')).toMatchObject({ ok: true });
    expect(await ask(next, 'readBlob', blob)).toMatchObject({ error: { code: 'unknown' } });
    expect((await ask(next, 'records', 'reason')) as Kept).toHaveLength(1);
  });

  it('and a reason takes its photo along; nothing of any was ever at the host', async () => {
    const { page } = phone;
    await phone.open('/plan/reasons');
    await page.getByRole('link', { name: new RegExp(`^${app.change}.*${w.photo}`) }).click();
    await button(phone, w.removePhoto).click();
    await page.getByRole('dialog').getByRole('button', { name: app.remove, exact: true }).click();
    await page.locator('.photo').waitFor({ state: 'detached' });
    await page.getByLabel(plan.change).fill('My sister');
    await save(phone);
    await page.getByRole('link', { name: 'My sister' }).waitFor();
    expect(await page.locator('.photo').count()).toBe(0);
    for (const { errors } of [phone, next]) expect(errors).toEqual([]);
    await host.stop();
    const everything = [...(await host.everything()), ...phone.traffic, ...next.traffic];
    const part = (bytes: Buffer, at: number): Buffer =>
      bytes.subarray(Math.floor(bytes.length * at)).subarray(0, 16);
    const needles = secret.flatMap((bytes) => [
      part(bytes, 0.3),
      part(bytes, 0.9),
      ...[0, 1, 2].map((from) =>
        Buffer.from(
          part(bytes, 0.6)
            .subarray(from, from + 12)
            .toString('base64'),
        ),
      ),
    ]);
    expect(needles.every(({ length }) => length === 16)).toBe(true);
    const hits = everything.flatMap(({ name, bytes }) => [
      ...needles.filter((needle) => bytes.includes(needle)).map(() => name),
      ...findCanaries([CAMERA, 'Zwergtaucher', 'Blässhuhn'], bytes).map(() => name),
    ]);
    expect(hits).toEqual([]);
  });
});
