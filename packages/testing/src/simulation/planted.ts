import { ok } from '@holdfast/base';
import { Account, Exchange } from '@holdfast/client/inspect';
import type { Request, Verb } from '@holdfast/protocol';
import { MemoryStorage, RecordStore, SpaceReplica } from '@holdfast/sync';
import { SpaceLog } from '@holdfast/vault';
import { FakeServer } from '../fake-server.ts';
import type { SimOptions } from './options.ts';
import type { SimParts } from './world.ts';

export interface Planted {
  readonly name: string;
  /** What a run needs to have for the bug to be met soon. */
  readonly options?: Partial<SimOptions>;
  /** Breaks something; the returned function mends it. */
  plant(): { readonly parts?: SimParts; mend(): void };
}

/** Replaces a method for as long as the fault is planted. */
function replace<T extends object, K extends keyof T>(target: T, name: K, by: T[K]): { mend(): void } {
  const before = target[name];
  target[name] = by;
  return { mend: () => void (target[name] = before) };
}

const ROOMS: Partial<SimOptions> = {
  people: 3,
  devices: 1,
  steps: 150,
  settled: true,
  restore: 0,
  rooms: 0.5,
};

const TRUSTED: Partial<SimOptions> = { people: 3, devices: 2, settled: true, restore: 0, trusted: 0.3 };

const RESTORED: Partial<SimOptions> = { people: 2, devices: 2, steps: 150, settled: true, restore: 0.1 };

const LYING: Partial<SimOptions> = { people: 2, devices: 1, settled: true, restore: 0 };

const TIMERS: Partial<SimOptions> = { people: 2, devices: 1, settled: true, restore: 0, timers: 0.6 };

/** Breaks what the server does with one verb. */
function replaceVerb<V extends Verb>(
  verb: V,
  by: (server: FakeServer, request: Request<V>, real: () => unknown) => unknown,
): { mend(): void } {
  const { handle } = FakeServer.prototype;
  return replace(FakeServer.prototype, 'handle', function (
    this: FakeServer,
    ...args: Parameters<typeof handle>
  ) {
    const real = () => handle.apply(this, args);
    return args[0] === verb ? by(this, args[1] as Request<V>, real) : real();
  } as typeof handle);
}

/** Bugs of the kind this simulation is there to find, to see that it does. */
export const PLANTED: readonly Planted[] = [
  {
    name: 'a write that waited is lost when the app is opened again',
    plant: () => ({
      parts: {
        onReopen: async (storage) => {
          const all = await storage.scan('s/');
          const last = all.ok ? all.value.findLast(([key]) => key.includes('/o/')) : undefined;
          if (last) await storage.commit([{ key: last[0], value: undefined }]);
        },
      },
      mend: () => {},
    }),
  },
  {
    name: 'a restored server is not noticed',
    plant: () => replace(Exchange.prototype, 'checkGeneration', () => Promise.resolve(ok(false))),
  },
  {
    name: 'nobody notes to whom keys were given',
    plant() {
      const { write } = Account.prototype;
      return replace(Account.prototype, 'write', function (this: Account, changes, more) {
        const kept = changes.map(({ replica, ops }) => ({
          replica,
          ops: ops.filter((op) => !('field' in op && op.field === 'given')),
        }));
        return write.call(this, kept, more);
      });
    },
  },
  {
    name: 'new readers are given the keys of old epochs too',
    plant() {
      const { keyRecords } = Account.prototype;
      return replace(Account.prototype, 'keyRecords', function (this: Account, spaceId) {
        const records = keyRecords.call(this, spaceId);
        const roster = records.at(-1)?.roster;
        return roster ? records.map((record) => ({ ...record, roster })) : records;
      });
    },
  },
  {
    name: 'whoever comes into a room is given what was said before',
    options: ROOMS,
    plant() {
      const { keyRecords } = Account.prototype;
      return replace(Account.prototype, 'keyRecords', function (this: Account, spaceId) {
        const records = keyRecords.call(this, spaceId);
        const roster = records.at(-1)?.roster;
        const isRoom = this.spaces.get(spaceId)?.record.role === 'room';
        return isRoom && roster ? records.map((record) => ({ ...record, roster })) : records;
      });
    },
  },
  {
    name: 'nobody is asked to let a phone write in a room',
    options: ROOMS,
    plant() {
      const { write } = Account.prototype;
      return replace(Account.prototype, 'write', function (this: Account, changes, more) {
        const kept = changes.map(({ replica, ops }) => ({
          replica,
          ops: ops.filter((op) => !('type' in op && op.type === 'room-writer')),
        }));
        return write.call(this, kept, more);
      });
    },
  },
  {
    name: 'the server does not look at the time that was to be waited',
    options: TRUSTED,
    plant: () =>
      replaceVerb('recovery.release', (server, { requestId }, real) => {
        for (const { requests } of server.state.recoveries.values()) {
          const asked = requests.get(requestId);
          if (asked) asked.case = { ...asked.case, begunHour: 0 };
        }
        return real();
      }),
  },
  {
    name: 'a phone in use does not stop the time of a request',
    options: TRUSTED,
    plant: () => replaceVerb('recovery.present', (_, { mine }, real) => (mine ? real() : ok({}))),
  },
  {
    name: 'a timer that is stopped goes on at the server',
    options: TIMERS,
    plant: () => replaceVerb('due.cancel', () => ok({ stopped: 1, gone: 0 })),
  },
  {
    name: 'the server lets notes go ten minutes early',
    options: TIMERS,
    plant: () =>
      replaceVerb('mailbox.read', (server, _, real) => {
        const items = [...server.state.groups.values()].flatMap((group) => group.items);
        for (const item of items)
          if (item.kind === 'timer') item.releaseAt = Math.min(item.releaseAt, item.at) - 600_000;
        return real();
      }),
  },
  {
    name: 'a restored server is not read again from the start',
    options: { people: 2, devices: 1, settled: true, restore: 0.3 },
    plant: () => replace(SpaceReplica.prototype, 'rewind', () => Promise.resolve(ok(undefined))),
  },
  {
    name: 'a server that went back in silence is never judged',
    options: { ...LYING, silent: 0.1 },
    plant: () => replace(Account.prototype, 'noteSetBack', () => Promise.resolve(ok(undefined))),
  },
  {
    name: 'a phone stays with what it has where a restored server goes on without it',
    options: RESTORED,
    plant: () => replace(SpaceReplica.prototype, 'goOver', () => Promise.resolve(ok(undefined))),
  },
  {
    name: 'a phone that goes over does not write anew what it had written',
    options: RESTORED,
    plant: () => replace(RecordStore.prototype, 'opsFor', () => []),
  },
  {
    name: 'a position of which no answer came is used for something else',
    options: { ...LYING, silent: 0.4, loseAnswer: 0.3 },
    plant: () => replace(SpaceReplica.prototype, 'leaveUsed', () => Promise.resolve(ok(undefined))),
  },
  {
    name: 'a phone whose place its copy took goes on in the same place',
    options: { people: 2, devices: 2, steps: 150, restore: 0, clone: 0.1 },
    plant: () => replace(SpaceReplica.prototype, 'reincarnate', () => Promise.resolve(ok(undefined))),
  },
  {
    name: 'of what is to be stored at once, a part is stored',
    plant() {
      const { commit } = MemoryStorage.prototype;
      let count = 0;
      return replace(MemoryStorage.prototype, 'commit', function (this: MemoryStorage, writes) {
        const half = ++count % 7 === 0 && writes.length > 1;
        return commit.call(this, half ? writes.slice(0, writes.length >> 1) : writes);
      });
    },
  },
  {
    name: 'a phone does not count into its time what it has seen of others',
    plant() {
      const { next } = SpaceLog.prototype;
      return replace(SpaceLog.prototype, 'next', function (this: SpaceLog, writerId) {
        return { ...next.call(this, writerId), lamport: (this.writer(writerId)?.lamport ?? 0) + 1 };
      });
    },
  },
  {
    name: 'a phone goes on under the key of an epoch that is over',
    plant: () =>
      replace(SpaceReplica.prototype, 'currentKeys', function (this: SpaceReplica) {
        return this.keysOf(this.log.epoch - 1) ?? this.keysOf(this.log.epoch);
      }),
  },
];
