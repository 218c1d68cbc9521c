import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Clock, Logger, Random, Result, Timers } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import { LIMITS, REQUEST_KEPT, REQUEST_KEPT_ALONE } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import { accountVerbs } from './accounts/verbs.ts';
import { checkDurability } from './db/durability.ts';
import type { MemoryStore } from './db/instance.ts';
import { openInstance } from './db/instance.ts';
import { migrate } from './db/migrate.ts';
import { forgetBlobs } from './db/queries/blobs.ts';
import { forgetDue } from './db/queries/due.ts';
import { forgetInvites } from './db/queries/invites.ts';
import { forgetRequests } from './db/queries/recovery.ts';
import { ping } from './db/queries/instance.ts';
import { BEAT, GAP, readKnownNow } from './db/queries/liveness.ts';
import type { Database } from './db/schema.ts';
import { takeOnlySeat } from './db/seat.ts';
import { buildApp } from './http/app.ts';
import type { CallerOptions } from './http/caller.ts';
import { listen, stopListening } from './http/listen.ts';
import type { Site } from './http/site.ts';
import { inviteVerbs } from './invites/verbs.ts';
import { beat, holdAll } from './liveness.ts';
import { localBus } from './live/bus.ts';
import { serveLive } from './live/sockets.ts';
import { dueVerbs } from './mailboxes/due-verbs.ts';
import { releaseDue } from './mailboxes/release.ts';
import { mailboxVerbs } from './mailboxes/verbs.ts';
import { openPushIdentity } from './push/identity.ts';
import type { SendPush } from './push/send.ts';
import { blobVerbs } from './relay/blobs.ts';
import { recoveryVerbs } from './recovery/verbs.ts';
import { requestVerbs } from './recovery/request-verbs.ts';
import { relayVerbs } from './relay/verbs.ts';
import type { Limits } from './session/rate-limits.ts';
import { RateLimits } from './session/rate-limits.ts';
import { Sessions } from './session/sessions.ts';
import { sessionVerbs } from './session/verbs.ts';
import { dayOf, hourOf } from './time.ts';
import { every } from './timers.ts';
import type { Verify } from './verify.ts';

export interface ServerParts extends CallerOptions {
  readonly db: Kysely<Database>;
  readonly memory: MemoryStore;
  readonly restored: boolean;
  readonly site: Site;
  readonly limits: Limits;
  readonly verify: Verify;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly logger: Logger;
  readonly host: string;
  readonly port: number;
  /** Encrypts push subscriptions, 32 bytes (SPEC [PSH-4]). */
  readonly pushKey: Uint8Array;
  readonly sendPush: SendPush;
  /** Ms to add to the database's clock: tests turn it. */
  readonly databaseAhead?: () => number;
}

export interface RunningServer {
  readonly http: Server;
  readonly port: number;
  /** Stops accepting, tells live sockets, lets requests end (at most 5 s), and leaves the database tidy. */
  stop(): Promise<void>;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** How often it is looked at what is due. Ms. */
export const RELEASE = SECOND;

/** Puts the server together on a database and starts it. An error is a sentence for the host. */
export async function startServer(parts: ServerParts): Promise<Result<RunningServer, string>> {
  const { db, clock, timers, random, logger } = parts;
  const durable = await checkDurability(db);
  if (!durable.ok) return durable;
  const leaveSeat = await takeOnlySeat(db);
  if (leaveSeat === undefined)
    return err('Another Holdfast is already running on this database. Stop it first.');
  await migrate(db);
  const ahead = parts.databaseAhead ?? (() => 0);
  // Before anything is released: the time in which nobody could reach us is given back first.
  const liveness = { db, clock, random, pushKey: parts.pushKey, ahead };
  await beat(liveness);
  const instance = await openInstance(db, parts.memory, random, parts.restored, () => holdAll(liveness));

  const identity = await openPushIdentity(db);

  const sessions = new Sessions(clock, random);
  const limits = new RateLimits(parts.limits, clock, random);
  const bus = localBus();
  let hasNews = false;
  const mailboxParts = { db, clock, random, pushKey: parts.pushKey, identity, ahead };
  const handlers = {
    ...sessionVerbs({ sessions, verify: parts.verify, clock, ...instance }),
    ...accountVerbs({ ...mailboxParts, bus, sessions }),
    ...relayVerbs({ db, bus, clock }),
    ...blobVerbs({ db, bus, clock }),
    ...inviteVerbs({ db, bus, clock }),
    ...mailboxVerbs(mailboxParts),
    ...dueVerbs(mailboxParts),
    ...recoveryVerbs({ ...mailboxParts, bus }),
    ...requestVerbs({ ...mailboxParts, bus }),
  };
  const app = buildApp({
    ...parts,
    handlers,
    sessions,
    limits,
    onStored: () => (hasNews = true),
    isReady: () =>
      ping(db).then(
        () => true,
        () => false,
      ),
  });
  const http = createAdaptorServer({ fetch: app.fetch }) as Server;
  const endLive = serveLive(http, { ...parts, bus, sessions, limits });
  const opened = await listen(http, parts.host, parts.port);
  if (!opened.ok) {
    await leaveSeat();
    return opened;
  }

  const advance = async (): Promise<void> => {
    if (!hasNews) return;
    hasNews = false;
    await instance.advance().catch(() => {
      hasNews = true;
      logger.warn('instance.failed');
    });
  };
  const forget = async (): Promise<void> => {
    try {
      await forgetInvites(db, hourOf(clock) - LIMITS.inviteKeptDays * 24, hourOf(clock));
      await forgetDue(db, ahead(), dayOf(clock) - LIMITS.dueKeptDays);
      const hour = Math.floor((await readKnownNow(db, ahead())) / (60 * MINUTE));
      await forgetRequests(db, hour - REQUEST_KEPT, hour - REQUEST_KEPT_ALONE);
      await forgetBlobs(db, dayOf(clock) - LIMITS.blobKeptDays);
    } catch {
      logger.warn('forget.failed');
    }
  };
  const release = async (): Promise<void> => {
    const due = { ...mailboxParts, send: parts.sendPush };
    await releaseDue(due).then(
      (seen) => {
        if (seen > 0) hasNews = true;
      },
      () => logger.warn('release.failed'),
    );
  };
  const live = (): Promise<void> =>
    beat(liveness).then(
      (gap) => {
        if (gap > GAP) logger.warn('liveness.gap', { seconds: Math.round(gap / SECOND) });
      },
      () => logger.warn('liveness.failed'),
    );
  const chores = [
    every(timers, RELEASE, release),
    every(timers, BEAT, live),
    every(timers, 5 * SECOND, advance),
    every(timers, MINUTE, () => {
      sessions.endOld();
      limits.sweep();
    }),
    every(timers, 60 * MINUTE, forget),
  ];
  await forget();

  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    const closed = stopListening(http, timers, 5 * SECOND);
    endLive();
    await closed;
    await Promise.all(chores.map((end) => end()));
    await advance();
    await leaveSeat();
  };
  return ok({ http, port: opened.value, stop: () => (stopping ??= stop()) });
}
