import type { Result } from '@holdfast/base';
import type { Request, Response, Verb } from '@holdfast/protocol';
import type { CallError, Transport } from '@holdfast/sync';
import type { FakeServer, Snapshot } from './fake-server.ts';

/** One call as the server sees it, and the honest answer to it. */
export type Call = {
  readonly [V in Verb]: {
    readonly verb: V;
    readonly request: Request<V>;
    readonly answer: Result<Response<V>, CallError>;
  };
}[Verb];

/** What the server says instead; undefined where it stays honest. */
export type Twist = (call: Call) => Result<object, CallError> | undefined;

/**
 * A server that speaks the real verbs and misbehaves on script: it may change, hold back, repeat or swap any answer,
 * and put an earlier state in place without saying so. What it cannot do is what the tests are about.
 */
export class EvilServer {
  readonly server: FakeServer;
  /** Every request that reached it, in order. */
  readonly heard: { readonly verb: Verb; readonly request: unknown }[] = [];
  readonly #twists = new Set<Twist>();

  constructor(server: FakeServer) {
    this.server = server;
  }

  /** Misbehaves so until the returned function is called. */
  twist(twist: Twist): () => void {
    this.#twists.add(twist);
    return () => void this.#twists.delete(twist);
  }

  /** Goes back in time and keeps quiet about it: same generation, live sessions. */
  rollBack(snapshot: Snapshot): void {
    const { generation } = this.server.state;
    this.server.restore(snapshot);
    this.server.state.generation = generation;
  }

  transportFor(): Transport {
    const honest = this.server.transportFor();
    return {
      ...honest,
      call: async (verb, request, token) => {
        this.heard.push({ verb, request });
        const answer = await honest.call(verb, request, token);
        for (const twist of this.#twists) {
          const twisted = twist({ verb, request, answer } as unknown as Call);
          if (twisted) return twisted as typeof answer;
        }
        return answer;
      },
    };
  }
}
