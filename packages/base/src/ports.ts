/** The outside world as arguments: time, chance, logging. Each has its test twin in `test-twins.ts`. */

/** Milliseconds since 1970 UTC by this machine's clock, which may be wrong by years. */
export interface Clock {
  now(): number;
}

/** Timers, kept apart from Clock so that pure logic can ask the time without being able to wait. */
export interface Timers {
  /** Runs `task` once after `ms` milliseconds. The returned function cancels it. */
  after(ms: number, task: () => void): () => void;
}

/** Uniformly random bytes from a cryptographic source. */
export interface Random {
  bytes(length: number): Uint8Array;
}

/** Events for the operator. Fields hold counts, codes and durations: never content, keys, tokens or addresses. */
export interface Logger {
  info(event: string, fields?: Readonly<Record<string, number | string | boolean>>): void;
  warn(event: string, fields?: Readonly<Record<string, number | string | boolean>>): void;
}
