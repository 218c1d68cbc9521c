import { Agent } from 'node:http';
import { toBase64Url } from '@holdfast/base';
import { encodeCbor } from '@holdfast/protocol';
import type { Supply, TestSpace } from '@holdfast/testing/server-contract-kit';
import { openSpace, write } from '@holdfast/testing/server-contract-kit';
import type { Transport } from '@holdfast/sync';
import { perSecond, post } from './post.ts';

/** Bytes of an envelope that are not ciphertext. */
const HEADER = 132;

/** A writer in a space of its own, with requests made ready: the generator must not be what is measured. */
interface Writer {
  readonly space: TestSpace;
  readonly authorization: string;
  readonly ready: Uint8Array[];
}

/** A load of single appends on a running server, over kept-alive HTTP connections. */
export class AppendLoad {
  readonly #url: URL;
  readonly #agent: Agent;
  readonly #size: number;
  readonly #writers: readonly Writer[];

  private constructor(origin: string, size: number, writers: readonly Writer[]) {
    this.#url = new URL('/api/v1/space.append', origin);
    this.#agent = new Agent({ keepAlive: true, maxSockets: writers.length });
    this.#size = size;
    this.#writers = writers;
  }

  /** Opens `count` spaces for envelopes of `size` bytes. */
  static async open(transport: Transport, supply: Supply, size: number, count: number): Promise<AppendLoad> {
    const writers: Writer[] = [];
    for (let i = 0; i < count; i++) {
      const space = await openSpace(transport, supply);
      await write(space, 1, size - HEADER);
      const authorization = `Bearer ${toBase64Url(space.owner.opened.token)}`;
      writers.push({ space, authorization, ready: [] });
    }
    return new AppendLoad(transport.origin, size, writers);
  }

  /** Keeps `inFlight` appends under way for `ms`. Answers acknowledged appends a second. */
  async run(inFlight: number, ms: number): Promise<number> {
    for (const writer of this.#writers) this.#prepare(writer);
    return perSecond(inFlight, ms, (lane, turn) =>
      this.#append(this.#writers[(lane + turn * inFlight) % this.#writers.length]!),
    );
  }

  close(): void {
    this.#agent.destroy();
  }

  #prepare({ space, ready }: Writer): void {
    while (ready.length < 160) {
      const envelope = space.chain.push(space.epoch, { size: this.#size - HEADER });
      ready.push(encodeCbor({ spaceId: space.spaceId, envelopes: [envelope] }));
    }
  }

  async #append({ authorization, ready }: Writer): Promise<void> {
    const body = ready.shift();
    if (body === undefined) throw new Error('Too few requests were made ready');
    await post(this.#url, this.#agent, body, { authorization, accept: 'application/cbor' });
  }
}
