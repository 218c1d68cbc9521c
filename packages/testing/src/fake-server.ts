import type { Clock, Random, Result } from '@holdfast/base';
import { err, ok, toBase64Url, toId } from '@holdfast/base';
import type { ApiError, Request, Response, Sha256, Verb } from '@holdfast/protocol';
import { AUTHORITY, authBytes, held, putOff, VERBS, writerIdOf } from '@holdfast/protocol';
import type { Transport } from '@holdfast/sync';
import * as v from 'valibot';
import { accountVerbs } from './fake-server/accounts.ts';
import { blobVerbs } from './fake-server/blobs.ts';
import type { Watch } from './fake-server/channel.ts';
import { FakeChannel } from './fake-server/channel.ts';
import { inviteVerbs } from './fake-server/invites.ts';
import { mailboxVerbs } from './fake-server/mailboxes.ts';
import { recoveryVerbs } from './fake-server/recovery.ts';
import { relayVerbs } from './fake-server/relay.ts';
import { FakeSession } from './fake-server/session.ts';
import type { Handlers, Holder, News, ServerState, World } from './fake-server/state.ts';
import { refuse } from './fake-server/state.ts';

export interface FakeServerOptions {
  readonly random: Random;
  readonly clock: Clock;
  readonly sha256: Sha256;
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
}

export interface FakeTransportOptions {
  /** What proofs are bound to. */
  readonly origin?: string;
  /** When live frames arrive: now they are due. Default: in a microtask, so never inside the call that caused them. */
  readonly deliver?: (arrive: () => void) => void;
}

/** A copy of everything stored, as a backup would have it. */
/** `at`: when it was taken, ms since 1970. */
export type Snapshot = { readonly state: ServerState; readonly at: number };

/** A copy of all that can change. Byte strings are replaced and never written into, so copies share them. */
function copyOf<T>(value: T): T;
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, copyOf(each)]));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyOf(each)]));
}

type SessionVerb = 'session.open' | 'session.prove';

const MINUTE = 60_000;
const HOUR = 3_600_000;

/**
 * The server's verbs as a state machine in memory, for simulations: no I/O, no waiting, time and chance passed in.
 * It passes the same contract suite as the real server on PostgreSQL. It has no rate limits.
 */
export class FakeServer {
  readonly #options: FakeServerOptions;
  readonly #sessions = new Map<string, FakeSession>();
  readonly #channels = new Set<FakeChannel>();
  #state: ServerState;
  #handlers: Handlers<Exclude<Verb, SessionVerb>>;

  constructor(options: FakeServerOptions) {
    this.#options = options;
    this.#state = {
      serverId: toId(options.random.bytes(16)),
      generation: toId(options.random.bytes(16)),
      accounts: new Map(),
      spaces: new Map(),
      invites: new Map(),
      mailboxes: new Map(),
      groups: new Map(),
      recoveries: new Map(),
    };
    this.#handlers = this.#verbs();
  }

  /** What the server holds, for checks by tests. Not to be changed. */
  get state(): ServerState {
    return this.#state;
  }

  /** One call, answered at once. `origin` is what the caller's proofs must name. */
  handle<V extends Verb>(
    verb: V,
    request: Request<V>,
    token: Uint8Array | undefined,
    origin: string,
  ): Result<Response<V>, ApiError>;
  handle(verb: Verb, request: Request<Verb>, token: Uint8Array | undefined, origin: string) {
    const session = token === undefined ? undefined : this.#find(token);
    if (AUTHORITY[verb] !== 'nobody' && session === undefined) return refuse('unauthorised');
    if (!v.is(VERBS[verb].request, request)) return refuse('invalid');
    if (verb === 'session.open') return this.#open();
    if (verb === 'session.prove') return this.#prove(session!, request as Request<'session.prove'>, origin);
    const handler = this.#handlers[verb] as (
      session: Holder,
      request: Request<Verb>,
    ) => Result<object, ApiError>;
    return handler(session!, request);
  }

  transportFor({
    origin = 'https://holdfast.test',
    deliver = queueMicrotask,
  }: FakeTransportOptions = {}): Transport {
    return {
      origin,
      call: async (verb, request, token) => this.handle(verb, request, token, origin),
      live: (token, onFrame, onClose) => {
        const channel = new FakeChannel(this.#find(token), onFrame, onClose, deliver, (closed) =>
          this.#channels.delete(closed),
        );
        this.#channels.add(channel);
        return {
          watch: (frame) => this.#watch(channel, frame),
          close: () => channel.close(),
        };
      },
    };
  }

  /** What a restart does: sessions and live channels are gone, what is stored stays. */
  restart(): void {
    for (const session of this.#sessions.values()) session.over = true;
    this.#sessions.clear();
    for (const channel of this.#channels) channel.end();
  }

  /** [TMR-2] [RCV-10] The server was away for so long until now, ms: it gives that time back, when it was a minute. */
  wasAway(ms: number): void {
    if (ms <= MINUTE) return;
    this.#putOffRequests(ms);
    const now = this.#options.clock.now();
    const upToSecond = (at: number) => Math.ceil(at / 1000) * 1000;
    for (const { items } of this.#state.groups.values())
      for (const item of items)
        if (item.kind === 'timer' && item.releaseAt > now - ms)
          item.releaseAt = upToSecond(Math.max(item.releaseAt + ms, now + 30 * MINUTE));
  }

  #putOffRequests(ms: number): void {
    for (const { requests } of this.#state.recoveries.values())
      for (const request of requests.values()) request.case = putOff(request.case, ms);
  }

  snapshot(): Snapshot {
    return { state: copyOf(this.#state), at: this.#options.clock.now() };
  }

  /** Puts an earlier state back in place, as a restore from backup does: a new generation and no sessions. */
  restore(snapshot: Snapshot): void {
    this.restart();
    this.#state = { ...copyOf(snapshot.state), generation: toId(this.#options.random.bytes(16)) };
    // [TMR-3]
    const heldUntil = this.#options.clock.now() + 24 * HOUR;
    for (const { items } of this.#state.groups.values())
      for (const item of items)
        if (item.kind === 'timer' && item.releaseAt > snapshot.at)
          item.releaseAt = Math.max(item.releaseAt, heldUntil);
    // [RCV-10] What passed since is a time in which it was away.
    const now = this.#options.clock.now();
    if (now > snapshot.at) this.#putOffRequests(now - snapshot.at);
    for (const { requests, waitHours } of this.#state.recoveries.values())
      for (const request of requests.values()) request.case = held(request.case, { waitHours }, now);
    this.#handlers = this.#verbs();
  }

  /** What a server that lies does: an earlier state is back in place, or another one, and nothing says so. */
  goBack(snapshot: Snapshot): void {
    this.restart();
    this.takeOver(snapshot);
  }

  /** Goes on with what another server held, as after an update: the same generation, and nothing is noticed. */
  takeOver(snapshot: Snapshot): void {
    this.#state = copyOf(snapshot.state);
    this.#handlers = this.#verbs();
  }

  #verbs(): Handlers<Exclude<Verb, SessionVerb>> {
    const world: World = {
      state: this.#state,
      sha256: this.#options.sha256,
      now: () => this.#options.clock.now(),
      random: (length) => this.#options.random.bytes(length),
      hour: () => Math.floor(this.#options.clock.now() / HOUR),
      publish: (news) => this.#publish(news),
      endHolding: (publicKey, except) => this.#endHolding(publicKey, except),
    };
    return {
      ...relayVerbs(world),
      ...blobVerbs(world),
      ...accountVerbs(world),
      ...inviteVerbs(world),
      ...mailboxVerbs(world),
      ...recoveryVerbs(world),
    };
  }

  #open(): Result<Response<'session.open'>, ApiError> {
    const { random, clock } = this.#options;
    const token = random.bytes(32);
    const session = new FakeSession(random.bytes(32), clock.now());
    this.#sessions.set(toBase64Url(token), session);
    const { serverId, generation } = this.#state;
    return ok({ token, nonce: session.nonce, serverId, generation, now: clock.now() });
  }

  #prove(
    session: FakeSession,
    { proofs }: Request<'session.prove'>,
    origin: string,
  ): Result<Response<'session.prove'>, ApiError> {
    const { verify, sha256 } = this.#options;
    for (const { publicKey, signature } of proofs) {
      const message = authBytes(origin, this.#state.serverId, session.nonce, publicKey);
      if (!verify(publicKey, message, signature)) return err({ error: 'forbidden' });
    }
    for (const { publicKey } of proofs) session.add(publicKey, writerIdOf(sha256, publicKey));
    return ok({});
  }

  #find(token: Uint8Array): FakeSession | undefined {
    const name = toBase64Url(token);
    const session = this.#sessions.get(name);
    if (session === undefined) return undefined;
    const now = this.#options.clock.now();
    if (now - session.usedAt >= HOUR || now - session.openedAt >= 12 * HOUR) {
      this.#end(name, session);
      return undefined;
    }
    session.usedAt = now;
    return session;
  }

  #endHolding(publicKey: Uint8Array, except: Holder): void {
    for (const [name, session] of this.#sessions) {
      if (!session.holds(publicKey)) continue;
      if (session === except) session.remove(publicKey);
      else this.#end(name, session);
    }
  }

  #end(name: string, session: FakeSession): void {
    session.over = true;
    this.#sessions.delete(name);
    for (const channel of this.#channels) if (channel.session === session) channel.end();
  }

  #publish(news: News): void {
    for (const channel of this.#channels) channel.tell(news);
  }

  #watch(channel: FakeChannel, frame: Watch): void {
    const fresh = channel.replaceWatch(frame);
    for (const { spaceId } of fresh.spaces) {
      const space = this.#state.spaces.get(spaceId);
      const seq = space?.log.length ?? 0;
      if (space?.readKey !== undefined && seq > 0) {
        channel.tell({ type: 'space', spaceId, seq, readKey: space.readKey });
      }
    }
    for (const inviteId of fresh.invites) {
      const invite = this.#state.invites.get(inviteId);
      if (invite !== undefined && invite.state !== 'open') {
        channel.tell({ type: 'invite', inviteId, keys: [invite.ownerKey, invite.guestKey] });
      }
    }
  }
}
