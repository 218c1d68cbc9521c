import { equalBytes } from '@holdfast/base';
import type { CallError, Transport } from '@holdfast/sync';
import type { Chain, Supply, TestSpace } from '@holdfast/testing/server-contract-kit';
import { addWriter, nodeSha256, pull, succeed, Visitor } from '@holdfast/testing/server-contract-kit';
import { expect } from 'vitest';

/** What a caller may meet while a server is being killed: nothing was promised, and asking again is right. */
const PASSING = new Set(['offline', 'unavailable', 'full', 'unauthorised']);

/**
 * Writers and a reader of one space who know what they were promised. A writer sends a batch until it is acknowledged,
 * the same bytes each time, as phones do. The reader goes by its cursor alone.
 */
export class Witness {
  readonly space: TestSpace;
  readonly #chains: Chain[];
  readonly #batch: number;
  /** What each writer has sent and nobody has acknowledged. */
  readonly #onItsWay = new Map<Chain, Uint8Array[]>();
  /** Acknowledged, by position. */
  readonly promised = new Map<number, Uint8Array>();
  /** What the reader saw, in order; position i + 1. */
  readonly seen: Uint8Array[] = [];
  /** Calls that were cut off. */
  cutOff = 0;

  private constructor(space: TestSpace, chains: Chain[], batch: number) {
    this.space = space;
    this.#chains = chains;
    this.#batch = batch;
  }
  static async open(space: TestSpace, supply: Supply, writers: number, batch = 1): Promise<Witness> {
    const chains = [];
    for (let n = 0; n < writers; n++) chains.push(await addWriter(space, supply));
    return new Witness(space, chains, batch);
  }

  /** Writes and reads until told that it is enough. Whoever is cut off comes back and goes on. */
  async work(transport: Transport, isEnough: () => boolean): Promise<void> {
    const again = async (act: () => Promise<void>): Promise<void> => {
      while (!isEnough()) {
        await act();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    await Promise.all([
      again(() => this.#read(transport, isEnough)),
      ...this.#chains.map((chain) => again(() => this.#write(transport, chain, isEnough))),
    ]);
  }

  async #write(transport: Transport, chain: Chain, isEnough: () => boolean): Promise<void> {
    const visitor = await this.#visit(transport, chain);
    while (visitor && !isEnough()) {
      const envelopes = this.#onItsWay.get(chain) ?? this.#next(chain);
      const result = await visitor.call('space.append', { spaceId: this.space.spaceId, envelopes });
      if (!result.ok) return this.#passing(result.error);
      for (const [i, seq] of result.value.seqs.entries()) this.promised.set(seq, envelopes[i]!);
      this.#onItsWay.delete(chain);
    }
  }
  #next(chain: Chain): Uint8Array[] {
    const envelopes = Array.from({ length: this.#batch }, () => chain.push(1));
    this.#onItsWay.set(chain, envelopes);
    return envelopes;
  }

  async #read(transport: Transport, isEnough: () => boolean): Promise<void> {
    const visitor = await this.#visit(transport);
    while (visitor && !isEnough()) {
      const { spaceId, reader } = this.space;
      const spaces = [{ spaceId, readKey: reader.publicKey, after: this.seen.length }];
      const result = await visitor.call('space.pull', { spaces });
      if (!result.ok) return this.#passing(result.error);
      for (const { seq, bytes } of result.value.spaces[0]!.envelopes) {
        if (seq !== this.seen.length + 1) throw new Error(`A gap before ${seq}`);
        this.seen.push(bytes);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async #visit(transport: Transport, chain?: Chain): Promise<Visitor | undefined> {
    const opened = await transport.call('session.open', {});
    if (!opened.ok) return this.#passing(opened.error);
    const visitor = new Visitor(transport, opened.value);
    const proved = await visitor.prove(chain?.key ?? this.space.reader);
    return proved.ok ? visitor : this.#passing(proved.error);
  }
  #passing({ error }: CallError): undefined {
    if (!PASSING.has(error)) throw new Error(`Not a passing failure: ${error}`);
    this.cutOff += 1;
  }

  /** What was promised and seen up to now, for an image of this moment. */
  remember(): Pick<Witness, 'promised' | 'seen'> {
    return { promised: new Map(this.promised), seen: [...this.seen] };
  }

  /** Reads all there is, and holds it against what was promised and what was seen. Answers how many there are. */
  async check(transport: Transport, memory: Pick<Witness, 'promised' | 'seen'> = this): Promise<number> {
    const { stored, ...found } = await this.compare(transport, memory);
    expect(found).toEqual({ lost: 0, unseen: 0, twice: 0 });
    return stored;
  }

  async compare(transport: Transport, { promised, seen }: Pick<Witness, 'promised' | 'seen'>) {
    const visitor = await Visitor.open(transport, this.space.reader);
    const stored: Uint8Array[] = [];
    for (let more = true; more;) {
      const page = await pull(visitor, this.space, this.space.reader, stored.length);
      for (const { seq, bytes } of page.envelopes)
        if (stored.push(bytes) !== seq) throw new Error(`A gap before ${seq}`);
      ({ more } = page);
    }
    const isThere = (at: number, bytes: Uint8Array) =>
      stored[at] !== undefined && equalBytes(stored[at], bytes);
    const names = stored.map((bytes) => Buffer.from(nodeSha256(bytes)).toString('base64'));
    return {
      stored: stored.length,
      lost: [...promised].filter(([seq, bytes]) => !isThere(seq - 1, bytes)).length,
      unseen: seen.filter((bytes, at) => !isThere(at, bytes)).length,
      twice: stored.length - new Set(names).size,
    };
  }

  /** Sends what was on its way once more: then everything stored was promised, but the space's first statement. */
  async settle(transport: Transport): Promise<void> {
    for (const [chain, envelopes] of this.#onItsWay) {
      const visitor = await Visitor.open(transport, chain.key);
      const { spaceId } = this.space;
      const { seqs } = succeed(await visitor.call('space.append', { spaceId, envelopes }));
      for (const [i, seq] of seqs.entries()) this.promised.set(seq, envelopes[i]!);
      this.#onItsWay.delete(chain);
    }
    expect(await this.check(transport)).toBe(this.promised.size + 1);
  }
}
