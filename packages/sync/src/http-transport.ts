import type { Result, Timers } from '@holdfast/base';
import { concat, err, ok, toBase64Url } from '@holdfast/base';
import type { CborValue, Request, Response as Answer, Verb } from '@holdfast/protocol';
import { VERBS, decodeCbor, encodeCbor, errorSchema } from '@holdfast/protocol';
import * as v from 'valibot';
import type { OpenSocket } from './http-live.ts';
import { openLive } from './http-live.ts';
import type { CallError, Transport } from './transport.ts';

/** As the platform's own; it never gets anything but text and these options. */
export type Fetch = (url: string, options: RequestInit) => Promise<Response>;

export interface HttpTransportOptions {
  /** Scheme, host and port without a slash at the end, for example https://holdfast.example. */
  readonly origin: string;
  readonly fetch: Fetch;
  readonly openSocket: OpenSocket;
  readonly timers: Timers;
  /** Milliseconds without a sign of life after which a call is given up (SPEC [TRA-4]). */
  readonly timeoutMs?: number;
}

/** Slowest upload that is not given up, in bytes a second: about 32 kbit/s, a bad 2G day. */
const SLOWEST_UPLOAD = 4 * 1024;
/** More than any answer of an honest server; reading stops here. */
const LARGEST_ANSWER = 8 * 1024 * 1024;

/** A server over HTTP and WebSocket (SPEC [TRA]). Holds no state between calls: the token comes with each one. */
export function httpTransport(options: HttpTransportOptions): Transport {
  const { origin, timers, openSocket, timeoutMs = 15_000 } = options;
  // A browser's fetch refuses to be called as a method of another object.
  const send = options.fetch;

  async function call<V extends Verb>(
    verb: V,
    request: Request<V>,
    token?: Uint8Array,
  ): Promise<Result<Answer<V>, CallError>> {
    const body = encodeCbor(request as CborValue);
    const patience = new Patience(timers, timeoutMs);
    patience.wait((body.length / SLOWEST_UPLOAD) * 1000);
    let response: Response;
    let bytes: Uint8Array | undefined;
    try {
      response = await send(`${origin}/api/v1/${verb}`, {
        method: 'POST',
        body: body as Uint8Array<ArrayBuffer>,
        headers: {
          accept: 'application/cbor',
          'content-type': 'application/cbor',
          ...(token === undefined ? {} : { authorization: `Bearer ${toBase64Url(token)}` }),
        },
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: patience.signal,
      });
      bytes = await readBody(response, patience);
    } catch {
      // fetch tells a lost network, a blocked request and an abort apart by text only; the caller does the same for all.
      return err(OFFLINE);
    } finally {
      patience.end();
    }
    return bytes === undefined ? err(OFFLINE) : understand(verb, response.status, bytes);
  }

  return {
    origin,
    call,
    live: (token, onFrame, onClose) =>
      openLive({
        open: () => openSocket(`${origin.replace(/^http/, 'ws')}/api/v1/live`),
        timers,
        timeoutMs,
        token,
        onFrame,
        onClose,
      }),
  };
}

const OFFLINE = { error: 'offline' } as const;

/** [TRA-2] [TRA-3] An answer counts only if it fits its schema: a hotel's sign-in page also says 200. */
function understand<V extends Verb>(
  verb: V,
  status: number,
  bytes: Uint8Array,
): Result<Answer<V>, CallError> {
  const decoded = decodeCbor(bytes);
  if (!decoded.ok) return err(OFFLINE);
  if (status === 200) {
    const answer = v.safeParse(VERBS[verb].response, decoded.value);
    return answer.success ? ok(answer.output as Answer<V>) : err(OFFLINE);
  }
  const refusal = v.safeParse(errorSchema, decoded.value);
  return err(refusal.success ? refusal.output : OFFLINE);
}

/** The whole body, or undefined when it is larger than any answer may be. */
async function readBody(response: Response, patience: Patience): Promise<Uint8Array | undefined> {
  patience.wait();
  if (response.body === null) return new Uint8Array(0);
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return concat(...parts);
    patience.wait();
    length += value.length;
    if (length > LARGEST_ANSWER) {
      await reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
}

/** Aborts its signal once nothing has happened for too long. Each `wait` starts the time again. */
class Patience {
  readonly #controller = new AbortController();
  readonly #timers: Timers;
  readonly #ms: number;
  #cancel: () => void = () => {};

  constructor(timers: Timers, ms: number) {
    this.#timers = timers;
    this.#ms = ms;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  wait(extraMs = 0): void {
    this.#cancel();
    this.#cancel = this.#timers.after(this.#ms + extraMs, () => this.#controller.abort());
  }

  end(): void {
    this.#cancel();
  }
}
