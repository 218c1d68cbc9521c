import type { Clock, Result } from '@holdfast/base';
import { err, ok, toHex } from '@holdfast/base';
import type { Generation, Request, Response, ServerId, Verb } from '@holdfast/protocol';
import { authBytes, LIMITS } from '@holdfast/protocol';
import type { Primitives, SignKeys } from '@holdfast/vault';
import type { CallError, LiveChannel, Transport } from './transport.ts';

interface OpenSession {
  readonly token: Uint8Array;
  readonly nonce: Uint8Array;
  readonly serverId: ServerId;
  readonly generation: Generation;
  /** Server time minus this device's time, ms. */
  readonly ahead: number;
  /** Public keys this session has proved, as hexadecimal text. */
  readonly proved: Set<string>;
}

/** A session not used for this long is over at the server too, ms (SPEC [AUT]). */
const SESSION_IDLE = 3_600_000;

/**
 * The conversation with one server: opens a session when one is needed, proves each key once, and starts afresh
 * when the server has forgotten. Callers name the keys a verb needs and think no more of it.
 */
export class ServerSession {
  readonly #transport: Transport;
  readonly #primitives: Primitives;
  readonly #clock: Clock;
  #opening: Promise<Result<OpenSession, CallError>> | undefined;
  #current: OpenSession | undefined;
  #usedAt = 0;

  constructor(options: { transport: Transport; primitives: Primitives; clock: Clock }) {
    this.#transport = options.transport;
    this.#primitives = options.primitives;
    this.#clock = options.clock;
  }

  /** The server's database generation in this session, once one was opened. */
  get generation(): Generation | undefined {
    return this.#current?.generation;
  }
  /** Whether the server has said in this session what time it is. */
  get knowsTime(): boolean {
    return this.#current !== undefined;
  }
  /** Server time minus this device's time in ms; 0 before the first session. */
  get ahead(): number {
    return this.#current?.ahead ?? 0;
  }

  async call<V extends Verb>(
    verb: V,
    request: Request<V>,
    keys: readonly SignKeys[] = [],
  ): Promise<Result<Response<V>, CallError>> {
    const first = await this.#tryOnce(verb, request, keys);
    if (first.ok || first.error.error !== 'unauthorised') return first;
    this.#forget();
    return this.#tryOnce(verb, request, keys);
  }

  /** Opens the live channel with these keys proved. */
  async live(
    keys: readonly SignKeys[],
    onFrame: Parameters<Transport['live']>[1],
    onClose: () => void,
  ): Promise<Result<LiveChannel, CallError>> {
    const session = await this.#withProved(keys);
    return session.ok ? ok(this.#transport.live(session.value.token, onFrame, onClose)) : session;
  }

  /** Proves keys ahead of a live watch. */
  async prove(keys: readonly SignKeys[]): Promise<Result<void, CallError>> {
    const session = await this.#withProved(keys);
    return session.ok ? ok(undefined) : session;
  }

  forget(): void {
    this.#forget();
  }

  async #tryOnce<V extends Verb>(
    verb: V,
    request: Request<V>,
    keys: readonly SignKeys[],
  ): Promise<Result<Response<V>, CallError>> {
    const session = await this.#withProved(keys);
    return session.ok ? this.#transport.call(verb, request, session.value.token) : session;
  }

  async #withProved(keys: readonly SignKeys[]): Promise<Result<OpenSession, CallError>> {
    const opened = await this.#open();
    if (!opened.ok) return opened;
    const session = opened.value;
    const missing = new Map(keys.map((key) => [toHex(key.publicKey), key] as const));
    for (const id of session.proved) missing.delete(id);
    const list = [...missing];
    for (let at = 0; at < list.length; at += LIMITS.proofs) {
      const chunk = list.slice(at, at + LIMITS.proofs);
      const proofs = chunk.map(([, key]) => ({
        publicKey: key.publicKey,
        signature: this.#primitives.sign(
          key,
          authBytes(this.#transport.origin, session.serverId, session.nonce, key.publicKey),
        ),
      }));
      const proved = await this.#transport.call('session.prove', { proofs }, session.token);
      if (!proved.ok) {
        if (proved.error.error === 'unauthorised') this.#forget();
        return proved;
      }
      for (const [id] of chunk) session.proved.add(id);
    }
    return ok(session);
  }

  #open(): Promise<Result<OpenSession, CallError>> {
    const idle = this.#clock.now() - this.#usedAt;
    // Slept for long, or the clock was changed: either way what is known of the server's time may be wrong.
    if (idle < 0 || idle > SESSION_IDLE) this.#forget();
    this.#usedAt = this.#clock.now();
    this.#opening ??= this.#start();
    return this.#opening;
  }

  async #start(): Promise<Result<OpenSession, CallError>> {
    const opened = await this.#transport.call('session.open', {});
    if (!opened.ok) {
      this.#opening = undefined;
      return err(opened.error);
    }
    const { now, ...rest } = opened.value;
    this.#current = { ...rest, ahead: now - this.#clock.now(), proved: new Set() };
    return ok(this.#current);
  }

  #forget(): void {
    this.#opening = undefined;
  }
}
