import type { TestClock } from '@holdfast/base';
import type { HoldfastApi } from '@holdfast/client';
import { createClient } from '@holdfast/client';
import type { Account } from '@holdfast/client/inspect';
import { accountBehind } from '@holdfast/client/inspect';
import type { Storage } from '@holdfast/sync';
import { MemoryStorage } from '@holdfast/sync';
import type { Primitives } from '@holdfast/vault';
import { MemoryDeviceKey } from '../household.ts';
import { Link } from './network.ts';
import type { Network } from './network.ts';
import type { Person } from './person.ts';

export interface DeviceWorld {
  readonly primitives: Primitives;
  readonly network: Network;
  readonly snapshotAfter: number;
  pulse(): void;
  /** A planted fault: what a device finds after it was closed. */
  readonly onReopen?: ((storage: MemoryStorage) => Promise<void>) | undefined;
}

/** One phone: what outlives the app (memory, key, clock) and the app while it runs. */
export class Device {
  readonly person: Person;
  readonly name: string;
  readonly clock: TestClock;
  readonly #world: DeviceWorld;
  readonly #key: MemoryDeviceKey;
  #storage = new MemoryStorage();
  #full = false;
  link = new Link();
  api: HoldfastApi;
  /** off: the app is closed · on: it runs, locked or open · gone: lost for good · shut: shut out of its account */
  state: 'off' | 'on' | 'gone' | 'shut' = 'on';
  willCrash = false;
  /** Calls of the app that have not been answered. */
  busy = 0;
  /** The account as it was last open here: what somebody who holds this phone knows. */
  known: Account | undefined;

  constructor(world: DeviceWorld, person: Person, name: string, clock: TestClock, original?: Device) {
    this.#world = world;
    this.person = person;
    this.name = name;
    this.clock = clock;
    this.#key = original ? original.#key : new MemoryDeviceKey(world.primitives);
    if (original) this.#storage = original.image();
    this.full = original?.full ?? false;
    this.api = this.#launch();
  }

  get account(): Account | undefined {
    const account = this.state === 'on' ? accountBehind(this.api) : undefined;
    if (account) this.known = account;
    return account;
  }
  /** No room: whatever needs more than there is fails, until there is room again. */
  get full(): boolean {
    return this.#full;
  }
  set full(full: boolean) {
    this.#full = full;
    this.#storage.setQuota(full ? 0 : Number.POSITIVE_INFINITY);
  }
  get memory(): MemoryStorage {
    return this.#storage;
  }
  get alive(): boolean {
    return this.state === 'on' || this.state === 'off';
  }

  /** The app will die at a commit, some commits from now. */
  crashAfter(commits: number, point: 'before' | 'after'): void {
    this.willCrash = true;
    this.#storage.crashAfter(commits, point);
  }

  /** The app ends at once; what it was doing goes no further. */
  kill(): void {
    void this.account;
    this.link.dead = true;
    this.link.cut();
    this.#storage.close();
    if (this.state === 'on') this.state = 'off';
  }

  /** A copy of the phone as it is, as a back-up program makes one. */
  image(): MemoryStorage {
    return this.#storage.clone();
  }

  /** The phone is as it was when the copy was made, and knows nothing of what came after. */
  setBackTo(image: MemoryStorage): void {
    this.kill();
    this.#storage = image.clone();
  }

  async boot(): Promise<void> {
    this.#storage = this.#storage.reopen();
    await this.#world.onReopen?.(this.#storage);
    this.willCrash = false;
    this.link = new Link();
    this.busy = 0;
    this.state = 'on';
    this.api = this.#launch();
  }

  #launch(): HoldfastApi {
    const { primitives, network, snapshotAfter } = this.#world;
    return createClient({
      primitives,
      storage: this.#watched(this.#storage, this.link),
      transport: network.transportFor(this.link),
      deviceKey: this.#key,
      clock: this.clock,
      snapshotAfter,
      timers: { after: (ms, task) => this.clock.after(ms, () => this.link.dead || task()) },
    });
  }

  /** A crash at a commit ends the app there: the network hears no more of it either. */
  #watched(storage: MemoryStorage, link: Link): Storage {
    const { pulse } = this.#world;
    return {
      get: (key) => (pulse(), storage.get(key)),
      scan: (prefix) => (pulse(), storage.scan(prefix)),
      commit: async (writes) => {
        pulse();
        const done = await storage.commit(writes);
        if (!done.ok && done.error === 'gone' && !link.dead) {
          void this.account;
          link.dead = true;
          link.cut();
          if (this.state === 'on' && this.link === link) this.state = 'off';
        }
        return done;
      },
      clear: () => (pulse(), storage.clear()),
      close: () => storage.close(),
    };
  }
}
