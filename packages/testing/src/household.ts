import { TestClock } from '@holdfast/base';
import type { HoldfastApi } from '@holdfast/client';
import { createClient } from '@holdfast/client';
import type { Storage, Transport } from '@holdfast/sync';
import { MemoryStorage } from '@holdfast/sync';
import type { DeviceKey, Primitives } from '@holdfast/vault';
import { openBox, sealBox } from '@holdfast/vault';

/** A browser's non-exportable key, kept in memory. `lose()` is what clearing site data does to it. */
export class MemoryDeviceKey implements DeviceKey {
  readonly #p: Primitives;
  #key: Uint8Array | undefined;

  constructor(p: Primitives) {
    this.#p = p;
    this.#key = p.random(32);
  }
  async wrap(bytes: Uint8Array): Promise<Uint8Array> {
    return sealBox(this.#p, this.#key!, new Uint8Array(), bytes);
  }
  async unwrap(bytes: Uint8Array): Promise<Uint8Array | undefined> {
    return this.#key && openBox(this.#p, this.#key, new Uint8Array(), bytes);
  }
  lose(): void {
    this.#key = undefined;
  }
}

export interface Phone {
  readonly api: HoldfastApi;
  readonly storage: MemoryStorage;
  readonly deviceKey: MemoryDeviceKey;
  readonly clock: TestClock;
  /** What the app finds after being closed and opened again: same storage, same key, nothing in memory. */
  reopen(): Phone;
}

/** One person's phone over given parts of the world. */
export function phone(parts: {
  readonly primitives: Primitives;
  readonly transport: Transport;
  readonly clock?: TestClock;
  readonly storage?: Storage;
  readonly deviceKey?: MemoryDeviceKey;
  readonly onChange?: () => void;
  readonly snapshotAfter?: number;
  readonly zone?: () => string;
}): Phone {
  const { primitives, transport, onChange, snapshotAfter, zone } = parts;
  const clock = parts.clock ?? new TestClock();
  const storage = (parts.storage as MemoryStorage | undefined) ?? new MemoryStorage();
  const deviceKey = parts.deviceKey ?? new MemoryDeviceKey(primitives);
  const api = createClient({
    primitives,
    transport,
    storage,
    deviceKey,
    clock,
    timers: clock,
    ...(onChange ? { onChange } : {}),
    ...(zone ? { zone } : {}),
    ...(snapshotAfter === undefined ? {} : { snapshotAfter }),
  });
  return {
    api,
    storage,
    deviceKey,
    clock,
    reopen: () => phone({ ...parts, clock, storage: storage.reopen(), deviceKey }),
  };
}
