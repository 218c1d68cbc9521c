/// <reference lib="webworker" />
/**
 * The account's worker: the one place where keys and what they open are held. It wires the headless client to this
 * browser and answers the page's calls. Ending the worker forgets everything it held.
 */
import type { StorageFailure } from '@holdfast/sync';
import { MemoryStorage, httpTransport } from '@holdfast/sync';
import { systemClock, systemRandom, systemTimers } from '@holdfast/base';
import type { HoldfastApi } from '@holdfast/client';
import { createClient } from '@holdfast/client';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { serve } from '#lib/account/rpc.ts';
import { localZone } from './clock.ts';
import { webCryptoDeviceKey } from './device-key.ts';
import { openIndexedDbStorage } from './indexeddb-storage.ts';

const DATABASE = 'holdfast';
const KEYS = 'holdfast-keys';

let changed = () => {};

async function open(): Promise<HoldfastApi> {
  const [primitives, stored] = await Promise.all([
    sodiumPrimitives(systemRandom),
    openIndexedDbStorage(self.indexedDB, DATABASE),
  ]);
  const client = createClient({
    primitives,
    // Where the browser keeps nothing, the page still works until it is closed, and says so.
    storage: stored.ok ? stored.value : new MemoryStorage(),
    transport: httpTransport({
      origin: self.location.origin,
      fetch: (input, init) => fetch(input, init),
      openSocket: (url) => new WebSocket(url),
      timers: systemTimers,
    }),
    deviceKey: webCryptoDeviceKey(stored.ok ? self.indexedDB : undefined, KEYS),
    clock: systemClock,
    timers: systemTimers,
    zone: localZone,
    onChange: () => changed(),
  });
  return stored.ok ? client : notKept(client, stored.error);
}

/** The same account, whose status says that nothing outlives this page. */
function notKept(client: HoldfastApi, storage: StorageFailure): HoldfastApi {
  return new Proxy(client, {
    get(target, name) {
      if (name === 'status') return async () => ({ ...(await target.status()), storage });
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

changed = serve(open(), self);
