import type { Browser } from 'playwright-core';
import { appWords as words } from '@holdfast/web/locales/en/app';
import type { BrowserPhone, PhoneOptions } from './phones.ts';
import { newPhone } from './phones.ts';

/** Starts a page of one's own in a new browser profile: a first check-in, nobody to ring, no PIN. Ends on Today. */
export async function startPage(
  browser: Browser,
  options: PhoneOptions,
  said = 'A quiet evening.',
): Promise<BrowserPhone> {
  const phone = await newPhone(browser, options);
  const { page } = phone;
  await phone.open('/start');
  await page.getByRole('spinbutton').fill('3');
  await page.getByLabel(words.checkIn.line).fill(said);
  await page.getByRole('button', { name: words.save, exact: true }).click();
  await page.getByRole('button', { name: words.start.nobody }).click();
  await page.getByRole('button', { name: words.later, exact: true }).click();
  await page.getByText(words.today.checkedIn).waitFor();
  return phone;
}

/** Waits until nothing is on this phone only. */
export async function inStep(phone: BrowserPhone): Promise<void> {
  await phone.open('/more');
  await phone.page.getByText(words.more.onlyHere(0)).waitFor();
}

/** Starts a page like `startPage`, and locks it with a PIN. */
export async function startLocked(
  browser: Browser,
  options: PhoneOptions,
  pin: string,
): Promise<BrowserPhone> {
  const phone = await newPhone(browser, options);
  const { page } = phone;
  await phone.open('/start');
  await page.getByRole('button', { name: words.skip, exact: true }).click();
  await page.getByRole('button', { name: words.start.nobody }).click();
  await page.getByRole('button', { name: words.start.setPin }).click();
  await page.getByLabel(words.pin.choose).pressSequentially(pin);
  await page.getByLabel(words.pin.again).pressSequentially(pin);
  await page.waitForURL('**/today');
  return phone;
}
