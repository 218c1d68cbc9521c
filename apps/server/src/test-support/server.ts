import type { Clock, Logger, Timers } from '@holdfast/base';
import { systemClock, systemRandom, systemTimers, TestClock, unwrap } from '@holdfast/base';
import type { Transport } from '@holdfast/sync';
import { httpTransport } from '@holdfast/sync';
import type { Memory, MemoryStore } from '../db/instance.ts';
import { openInstance } from '../db/instance.ts';
import { BEAT, noteBeat } from '../db/queries/liveness.ts';
import type { Site } from '../http/site.ts';
import type { LivenessParts } from '../liveness.ts';
import { beat, holdAll } from '../liveness.ts';
import { jsonLogger } from '../log.ts';
import type { Push, SendPush } from '../push/send.ts';
import type { ServerParts } from '../server.ts';
import { RELEASE, startServer } from '../server.ts';
import type { Limits } from '../session/rate-limits.ts';
import { loadVerify } from '../verify.ts';
import type { TestDatabase } from './database.ts';
import { freshDatabase, migrating } from './database.ts';

export const memoryInMemory = (memory?: Memory): MemoryStore & { memory: Memory | undefined } => ({
  memory,
  load() {
    return Promise.resolve(this.memory);
  },
  save(next) {
    this.memory = next;
    return Promise.resolve();
  },
});

/** The server notes that it runs when a test lets it: the clock stands still in between. */
const BEATS_BY_HAND: Timers = {
  after: (ms, task) => (ms === BEAT ? () => {} : systemTimers.after(ms, task)),
};

/** What is due goes out when a test lets it, too. */
export const RELEASES_BY_HAND: Timers = {
  after: (ms, task) => (ms === RELEASE ? () => {} : BEATS_BY_HAND.after(ms, task)),
};

const ROOMY = { burst: 1e9, perSecond: 1e9 };
export const NO_LIMITS: Limits = {
  open: ROOMY,
  prove: ROOMY,
  find: ROOMY,
  create: ROOMY,
  invite: ROOMY,
  space: ROOMY,
  append: ROOMY,
  blob: ROOMY,
  due: ROOMY,
  recovery: ROOMY,
  ask: ROOMY,
  live: ROOMY,
  session: ROOMY,
};

export interface TestServerOptions {
  readonly database?: TestDatabase;
  readonly memory?: MemoryStore;
  readonly restored?: boolean;
  readonly limits?: Partial<Limits>;
  readonly publicUrl?: string;
  readonly trustProxy?: boolean;
  readonly site?: Site;
  readonly timers?: Timers;
  readonly sendPush?: SendPush;
}

export interface TestServer {
  readonly origin: string;
  readonly transport: Transport;
  readonly clock: Clock & { advance(ms: number): void };
  /** Lets time pass while the server runs: what all its beats come to. `clock.advance` is a jump of the clock. */
  pass(ms: number): Promise<void>;
  /** The server was away for so long, and is back. */
  away(ms: number): Promise<void>;
  /** The database came back from a backup that was made just now. */
  goBack(): Promise<void>;
  readonly log: string[];
  /** What went out, unless the test sends by itself. */
  readonly pushes: Push[];
  readonly database: TestDatabase;
  readonly parts: ServerParts;
  stop(): Promise<void>;
}

/** The real server on the run's PostgreSQL, listening on a free port of this machine, with a clock to turn. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = options.database ?? (await freshDatabase());
  const clock = new TestClock();
  const log: string[] = [];
  const pushes: Push[] = [];
  const logger: Logger = jsonLogger((line) => log.push(line), clock);
  const parts: ServerParts = {
    db: database.connect(),
    memory: options.memory ?? memoryInMemory(),
    restored: options.restored ?? false,
    site: options.site ?? new Map(),
    limits: { ...NO_LIMITS, ...options.limits },
    verify: await loadVerify(),
    pushKey: systemRandom.bytes(32),
    sendPush:
      options.sendPush ??
      (async (push) => {
        pushes.push(push);
        return 'sent';
      }),
    databaseAhead: () => clock.now() - systemClock.now(),
    clock,
    timers: options.timers ?? BEATS_BY_HAND,
    random: systemRandom,
    logger,
    host: '127.0.0.1',
    port: 0,
    publicUrl: options.publicUrl,
    trustProxy: options.trustProxy ?? false,
  };
  const liveness: LivenessParts = { ...parts, ahead: parts.databaseAhead! };
  const server = unwrap(await migrating(() => startServer(parts)));
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    origin,
    transport: transportTo(origin),
    clock,
    log,
    pushes,
    database,
    parts,
    async pass(ms) {
      await beat(liveness);
      clock.advance(ms);
      await noteBeat(parts.db, clock.now());
    },
    async away(ms) {
      clock.advance(ms);
      await beat(liveness);
    },
    async goBack() {
      const instance = await parts.db.selectFrom('instance').selectAll().executeTakeFirstOrThrow();
      // The folder remembers more changes than the database has.
      const memory = memoryInMemory({ generation: instance.generation, counter: instance.counter + 5 });
      await openInstance(parts.db, memory, parts.random, false, () => holdAll(liveness));
    },
    async stop() {
      await server.stop();
      await parts.db.destroy();
    },
  };
}

export const transportTo = (origin: string): Transport =>
  httpTransport({ origin, fetch, openSocket: (url) => new WebSocket(url), timers: systemTimers });
