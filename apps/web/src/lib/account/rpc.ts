import type { HoldfastApi } from '@holdfast/client';

/**
 * The account's methods, called across a worker's border. Arguments and answers are copied (structured clone), never
 * shared. The other side also says when anything that a screen shows may have changed.
 */
export type Method = keyof HoldfastApi;

/** One end of a channel: a Worker, or a worker's own scope. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

interface Call {
  readonly call: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}
type Reply =
  | { readonly answer: number; readonly value: unknown }
  | { readonly answer: number; readonly broke: string }
  | { readonly changed: true };

/** Answers calls from the other side. Returns what to call when something changed; many changes make one message. */
export function serve(api: Promise<HoldfastApi>, port: Port): () => void {
  const reply = (message: Reply) => port.postMessage(message);
  port.addEventListener('message', ({ data }) => {
    const { call, method, args } = data as Call;
    if (typeof call !== 'number') return;
    api
      .then((target) => (target[method] as (...all: readonly unknown[]) => Promise<unknown>)(...args))
      .then(
        (value) => reply({ answer: call, value }),
        // What failed stays in the worker: a message could carry words that the person wrote.
        (error: unknown) => reply({ answer: call, broke: error instanceof Error ? error.name : 'Error' }),
      );
  });

  let told = false;
  return () => {
    if (told) return;
    told = true;
    queueMicrotask(() => {
      told = false;
      reply({ changed: true });
    });
  };
}

/** Thrown when the account itself broke: a bug, or a worker that was ended. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

export interface Connection {
  readonly api: HoldfastApi;
  /** Fails every open call; later calls fail at once. */
  end(): void;
}

/** Calls the account on the other side of a port. */
export function connect(port: Port, onChanged: () => void): Connection {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let next = 0;
  let over = false;

  port.addEventListener('message', ({ data }) => {
    const message = data as Reply;
    if (over) return;
    if ('changed' in message) return onChanged();
    const call = waiting.get(message.answer);
    waiting.delete(message.answer);
    if ('broke' in message) call?.reject(new Broken(message.broke));
    else call?.resolve(message.value);
  });

  const api = new Proxy({} as HoldfastApi, {
    get(_, method) {
      // A promise is recognised by its `then`; this is none.
      if (typeof method !== 'string' || method === 'then') return undefined;
      return (...args: readonly unknown[]) =>
        new Promise((resolve, reject) => {
          if (over) return reject(new Broken('ended'));
          const call = next++;
          waiting.set(call, { resolve, reject });
          port.postMessage({ call, method: method as Method, args } satisfies Call);
        });
    },
  });

  return {
    api,
    end() {
      over = true;
      for (const call of waiting.values()) call.reject(new Broken('ended'));
      waiting.clear();
    },
  };
}
