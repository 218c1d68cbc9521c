import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import type { Storage, StorageFailure, Write } from './storage.ts';

type Entries = Map<string, Uint8Array>;

/** Where a crash hits: before the batch is durable, or after it is and before the caller hears of it. */
export type CrashPoint = 'before' | 'after';

/**
 * A device's memory in a map: for a space that is read beside what is stored ([REP-6]), and for tests, simulations and
 * demos, with the faults of a real one on demand. What was committed outlives a crash or `close` and is found again by
 * `reopen`.
 */
export class MemoryStorage implements Storage {
  readonly #durable: Entries;
  #alive = true;
  #failures: StorageFailure[] = [];
  #quota: number;
  #crash: { commitsLeft: number; readonly point: CrashPoint } | undefined;

  /** `quotaBytes` limits the sum of all values and of all keys, two bytes to a UTF-16 code unit. */
  constructor(options: { readonly quotaBytes?: number } = {}, durable: Entries = new Map()) {
    this.#quota = options.quotaBytes ?? Number.POSITIVE_INFINITY;
    this.#durable = durable;
  }

  /** The next `times` commits or clears fail and change nothing. Calls add up, in order. */
  failNext(failure: StorageFailure, times = 1): void {
    for (let i = 0; i < times; i++) this.#failures.push(failure);
  }

  /** From now on this many bytes fit. Lowering it removes nothing. */
  setQuota(bytes: number): void {
    this.#quota = bytes;
  }

  /**
   * Lets `commits` more commits succeed and crashes in the one after them. 'before': that batch is lost as a whole.
   * 'after': it is durable, yet its caller learns nothing but 'gone'. Either way all later calls answer 'gone'.
   */
  crashAfter(commits: number, point: CrashPoint = 'before'): void {
    this.#crash = { commitsLeft: commits, point };
  }

  /** The same durable state under a new handle, as after a restart; this one answers 'gone'. No fault carries over. */
  reopen(): MemoryStorage {
    this.#alive = false;
    return new MemoryStorage({ quotaBytes: this.#quota }, this.#durable);
  }

  /** A second device with the same content, which then goes its own way: what restoring a phone image makes. */
  clone(): MemoryStorage {
    return new MemoryStorage({ quotaBytes: this.#quota }, new Map(this.#durable));
  }

  /** Sum of all values and keys, in bytes. */
  get usedBytes(): number {
    let size = 0;
    for (const [key, value] of this.#durable) size += sizeOf(key, value);
    return size;
  }

  async get(key: string): Promise<Result<Uint8Array | undefined, StorageFailure>> {
    return this.#alive ? ok(this.#durable.get(key)?.slice()) : err('gone');
  }

  async scan(prefix: string): Promise<Result<readonly (readonly [string, Uint8Array])[], StorageFailure>> {
    if (!this.#alive) return err('gone');
    const keys = [...this.#durable.keys()].filter((key) => key.startsWith(prefix)).sort();
    return ok(keys.map((key) => [key, this.#durable.get(key)!.slice()] as const));
  }

  async commit(writes: readonly Write[]): Promise<Result<void, StorageFailure>> {
    const refusal = this.#refusal();
    if (refusal !== undefined) return err(refusal);
    const crash = this.#crash;
    const crashing = crash !== undefined && crash.commitsLeft-- === 0;
    if (crashing) this.#alive = false;
    if (crashing && crash.point === 'before') return err('gone');
    const changes = new Map(writes.map(({ key, value }) => [key, value]));
    // A batch that only removes must work on a full device, or nobody could ever make room.
    const growth = [...changes].reduce((sum, [key, value]) => sum + this.#growth(key, value), 0);
    if (growth > 0 && this.#quota !== Number.POSITIVE_INFINITY && this.usedBytes + growth > this.#quota)
      return err(crashing ? 'gone' : 'full');
    for (const [key, value] of changes) {
      if (value === undefined) this.#durable.delete(key);
      // Not `slice`: that of a Node Buffer does not copy.
      else this.#durable.set(key, new Uint8Array(value));
    }
    return crashing ? err('gone') : ok(undefined);
  }

  async clear(): Promise<Result<void, StorageFailure>> {
    const refusal = this.#refusal();
    if (refusal !== undefined) return err(refusal);
    this.#durable.clear();
    return ok(undefined);
  }

  close(): void {
    this.#alive = false;
  }

  /** Bytes that a write adds to what is used; below zero where it makes room. */
  #growth(key: string, value: Uint8Array | undefined): number {
    return sizeOf(key, value) - sizeOf(key, this.#durable.get(key));
  }

  #refusal(): StorageFailure | undefined {
    return this.#alive ? this.#failures.shift() : 'gone';
  }
}

const sizeOf = (key: string, value: Uint8Array | undefined): number =>
  value === undefined ? 0 : key.length * 2 + value.length;
