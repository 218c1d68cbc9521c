import { isOutage } from '../db/failures.ts';
import type { Append, Appended } from './append-group.ts';

/** How many appends share a transaction at most, and how many bytes, so that one answer never waits for long. */
const GROUP_SIZE = 64;
const GROUP_BYTES = 4 * 1024 * 1024;
/** Groups under way at once: while one waits for the disk, the next is prepared. A space keeps to one lane. */
const LANES = 2;

interface Waiting {
  readonly append: Append;
  readonly bytes: number;
  readonly resolve: (answer: Appended) => void;
  readonly reject: (error: unknown) => void;
}

type RunGroup = (group: readonly Append[]) => Promise<Appended[]>;

/**
 * Gathers appends that arrive while an earlier group is being committed, and commits them together. A lone append
 * never waits; under load the disk is asked once for many.
 */
export function appendQueue(runGroup: RunGroup): (append: Append) => Promise<Appended> {
  const lanes = Array.from({ length: LANES }, () => new Lane(runGroup));
  return (append) => lanes[append.spaceId.charCodeAt(0) % LANES]!.add(append);
}

class Lane {
  readonly #runGroup: RunGroup;
  #waiting: Waiting[] = [];
  #running = false;

  constructor(runGroup: RunGroup) {
    this.#runGroup = runGroup;
  }

  add(append: Append): Promise<Appended> {
    return new Promise((resolve, reject) => {
      const bytes = append.envelopes.reduce((sum, envelope) => sum + envelope.bytes.length, 0);
      this.#waiting.push({ append, bytes, resolve, reject });
      if (!this.#running) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) await this.#commit(this.#take());
    this.#running = false;
  }

  /** The next group, in order of arrival. A writer's second batch waits for the group after: it builds on the first. */
  #take(): Waiting[] {
    const group: Waiting[] = [];
    const left: Waiting[] = [];
    const writers = new Set<string>();
    let bytes = 0;
    for (const waiting of this.#waiting) {
      const writer = waiting.append.spaceId + waiting.append.writerId;
      const fits = group.length === 0 || (group.length < GROUP_SIZE && bytes + waiting.bytes <= GROUP_BYTES);
      if (fits && !writers.has(writer)) {
        group.push(waiting);
        bytes += waiting.bytes;
      } else {
        left.push(waiting);
      }
      writers.add(writer);
    }
    this.#waiting = left;
    return group;
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.#runGroup(group.map((waiting) => waiting.append));
      group.forEach((waiting, i) => waiting.resolve(answers[i]!));
    } catch (error) {
      // When the database is away, trying again only makes everyone wait; clients do that themselves.
      if (group.length === 1 || isOutage(error)) {
        for (const waiting of group) waiting.reject(error);
        return;
      }
      // One of them may be at fault: each is tried by itself, so that it harms nobody else.
      for (const waiting of group) await this.#commit([waiting]);
    }
  }
}
