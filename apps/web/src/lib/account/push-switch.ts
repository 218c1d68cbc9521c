import { err, ok } from '@holdfast/base';
import type { Result } from '@holdfast/base';
import type { Failure, HoldfastApi, PushSubscriptionKeys } from '@holdfast/client';
import type { PushPermission } from '#lib/platform/push.ts';

type Account = Pick<HoldfastApi, 'pushKey' | 'setPush' | 'isPushOn'>;

/** The browser's side, as the switch needs it. */
export interface PushBrowser {
  permission(): PushPermission;
  ask(): Promise<PushPermission>;
  current(): Promise<PushSubscriptionKeys | undefined>;
  subscribe(serverKey: Uint8Array): Promise<PushSubscriptionKeys | undefined>;
  unsubscribe(): Promise<void>;
}

/**
 * on · off · cannot: this browser has no push · refused: the browser was told not to, and only its settings change that ·
 * unreachable: the browser's push service did not answer
 */
export type PushState = 'on' | 'off' | 'cannot' | 'refused' | 'unreachable';

/** How things stand on this phone, before anything is asked. */
export async function pushState(account: Account, browser: PushBrowser): Promise<PushState> {
  const permission = browser.permission();
  if (permission === 'no') return 'cannot';
  if (permission === 'refused') return 'refused';
  return (await account.isPushOn()) ? 'on' : 'off';
}

/** Turns reminders on: asks the person, then the browser, then tells the account. */
export async function turnOn(account: Account, browser: PushBrowser): Promise<Result<PushState, Failure>> {
  const permission = await browser.ask();
  if (permission === 'no') return ok('cannot');
  if (permission !== 'yes') return ok(permission === 'refused' ? 'refused' : 'off');
  const key = await account.pushKey();
  if (!key.ok) return key;
  const subscription = await browser.subscribe(key.value);
  if (!subscription) return ok('unreachable');
  const set = await account.setPush(subscription);
  return set.ok ? ok('on') : err(set.error);
}

/** Turns them off, here first: the browser then hears nothing more, with signal or without. */
export async function turnOff(account: Account, browser: PushBrowser): Promise<Result<PushState, Failure>> {
  await browser.unsubscribe();
  const set = await account.setPush(undefined);
  return set.ok ? ok('off') : err(set.error);
}

/**
 * Brings the account in line with the browser, which may have renewed its subscription or lost it. Call when the page was
 * opened.
 */
export async function keepPush(account: Account, browser: PushBrowser): Promise<void> {
  if (!(await account.isPushOn())) return;
  await account.setPush(browser.permission() === 'yes' ? await browser.current() : undefined);
}
