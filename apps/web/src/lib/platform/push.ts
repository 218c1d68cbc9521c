import type { PushSubscriptionKeys } from '@holdfast/client';

/** no: this browser cannot · refused: the person or the browser forbids it · ask: nobody was asked yet · yes */
export type PushPermission = 'no' | 'refused' | 'ask' | 'yes';

function pushPermission(): PushPermission {
  if (!('serviceWorker' in navigator) || !('PushManager' in globalThis) || !('Notification' in globalThis))
    return 'no';
  switch (Notification.permission) {
    case 'granted':
      return 'yes';
    case 'denied':
      return 'refused';
    case 'default':
      return 'ask';
  }
}

/** Asks the person, in the browser's own words. Call from a tap: browsers ignore it elsewhere. */
async function askForPush(): Promise<PushPermission> {
  if (pushPermission() === 'ask') await Notification.requestPermission();
  return pushPermission();
}

/** This browser's subscription, if it has one. */
async function currentSubscription(): Promise<PushSubscriptionKeys | undefined> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const held = await registration?.pushManager?.getSubscription();
  return held ? keysOf(held) : undefined;
}

/**
 * Subscribes this browser to pushes of a server, by that server's key. Undefined when the browser's own push service
 * cannot be reached or does not want to.
 */
async function subscribe(serverKey: Uint8Array): Promise<PushSubscriptionKeys | undefined> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration) return undefined;
  const options = { userVisibleOnly: true, applicationServerKey: serverKey as Uint8Array<ArrayBuffer> };
  try {
    const held = await registration.pushManager.getSubscription();
    // One of a server that was here before: a browser keeps one only.
    if (held && !isFor(held, serverKey)) await held.unsubscribe();
    return keysOf(await registration.pushManager.subscribe(options));
  } catch {
    return undefined;
  }
}

/** Ends the subscription: from then on the push service knows nothing of this browser. */
export async function unsubscribe(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    await (await registration?.pushManager?.getSubscription())?.unsubscribe();
  } catch {
    // Without signal the browser ends it later; the server is told in any case.
  }
}

function isFor(subscription: PushSubscription, serverKey: Uint8Array): boolean {
  const key = subscription.options.applicationServerKey;
  return key !== null && String(new Uint8Array(key)) === String(serverKey);
}

function keysOf(subscription: PushSubscription): PushSubscriptionKeys | undefined {
  const [p256dh, auth] = [subscription.getKey('p256dh'), subscription.getKey('auth')];
  if (!p256dh || !auth) return undefined;
  return { endpoint: subscription.endpoint, p256dh: new Uint8Array(p256dh), auth: new Uint8Array(auth) };
}

/** This browser, for the switch in `lib/account/push-switch.ts`. */
export const pushBrowser = {
  permission: pushPermission,
  ask: askForPush,
  current: currentSubscription,
  subscribe,
  unsubscribe,
};
