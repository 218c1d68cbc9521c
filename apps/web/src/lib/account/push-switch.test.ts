import { err, ok } from '@holdfast/base';
import type { PushSubscriptionKeys } from '@holdfast/client';
import { describe, expect, it } from 'vitest';
import type { PushPermission } from '#lib/platform/push.ts';
import { keepPush, pushState, turnOff, turnOn } from './push-switch.ts';

const keys = (n: number): PushSubscriptionKeys => ({
  endpoint: `https://push.example.net/${n}`,
  p256dh: new Uint8Array(65),
  auth: new Uint8Array(16),
});

function scene(permission: PushPermission, answer: PushPermission = permission) {
  const did: string[] = [];
  let told: PushSubscriptionKeys | undefined;
  let held: PushSubscriptionKeys | undefined;
  const account = {
    online: true,
    pushKey: async () => (account.online ? ok(new Uint8Array(65)) : err({ code: 'offline' as const })),
    setPush: async (subscription: PushSubscriptionKeys | undefined) => {
      did.push(`told ${subscription?.endpoint ?? 'nothing'}`);
      told = subscription;
      return ok(undefined);
    },
    isPushOn: async () => told !== undefined,
  };
  const browser = {
    reachable: true,
    now: permission,
    permission: () => browser.now,
    ask: async () => {
      did.push('asked');
      return (browser.now = answer);
    },
    current: async () => held,
    subscribe: async () => (held = browser.reachable ? keys(1) : undefined),
    unsubscribe: async () => {
      did.push('ended');
      held = undefined;
    },
    renew: (subscription: PushSubscriptionKeys | undefined) => (held = subscription),
  };
  return { account, browser, did };
}

describe('the switch for reminders', () => {
  it('is off until the person turns it on, and asks the browser only then', async () => {
    const { account, browser, did } = scene('ask', 'yes');
    expect(await pushState(account, browser)).toBe('off');
    expect(did).toEqual([]);
    expect(await turnOn(account, browser)).toEqual(ok('on'));
    expect(did).toEqual(['asked', 'told https://push.example.net/1']);
    expect(await pushState(account, browser)).toBe('on');
    expect(await turnOff(account, browser)).toEqual(ok('off'));
    expect(did.slice(2)).toEqual(['ended', 'told nothing']);
  });

  it('says what the browser said, and tells the account nothing', async () => {
    for (const [answer, state] of [
      ['refused', 'refused'],
      ['ask', 'off'],
      ['no', 'cannot'],
    ] as const) {
      const { account, browser, did } = scene('ask', answer);
      expect(await turnOn(account, browser)).toEqual(ok(state));
      expect(did).toEqual(['asked']);
    }
    expect(await pushState(scene('no').account, scene('no').browser)).toBe('cannot');
    expect(await pushState(scene('refused').account, scene('refused').browser)).toBe('refused');
  });

  it('tells apart a host and a push service that cannot be reached', async () => {
    const { account, browser } = scene('yes');
    browser.reachable = false;
    expect(await turnOn(account, browser)).toEqual(ok('unreachable'));
    account.online = false;
    expect(await turnOn(account, browser)).toEqual(err({ code: 'offline' }));
    expect(await pushState(account, browser)).toBe('off');
  });

  it('follows a browser that renewed its address, lost it, or was told to stop', async () => {
    const { account, browser, did } = scene('yes');
    await keepPush(account, browser);
    expect(did).toEqual([]);
    await turnOn(account, browser);
    browser.renew(keys(2));
    await keepPush(account, browser);
    expect(did.at(-1)).toBe('told https://push.example.net/2');
    browser.now = 'refused';
    await keepPush(account, browser);
    expect(did.at(-1)).toBe('told nothing');
  });
});
