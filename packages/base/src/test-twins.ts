import type { Clock, Logger, Random, Timers } from './ports.ts';

/** A clock and timers that move only when told. Timers due are run in order of time, then of asking. */
export class TestClock implements Clock, Timers {
  #now: number;
  #order = 0;
  #timers: { at: number; order: number; task: () => void }[] = [];

  constructor(now = 1_790_000_000_000) {
    this.#now = now;
  }
  now(): number {
    return this.#now;
  }
  after(ms: number, task: () => void): () => void {
    const timer = { at: this.#now + ms, order: this.#order++, task };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }
  /** Moves time on by `ms` (never back), running what falls due on the way. */
  advance(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const due = this.#timers
        .filter((timer) => timer.at <= until)
        .toSorted((a, b) => a.at - b.at || a.order - b.order)[0];
      if (!due) break;
      this.#timers = this.#timers.filter((other) => other !== due);
      this.#now = Math.max(this.#now, due.at);
      due.task();
    }
    this.#now = until;
  }
  /** Sets the wall clock, backwards too, without running timers: what a person changing the date does. */
  jumpTo(now: number): void {
    this.#now = now;
  }
}

/** mulberry32: a small seeded generator for tests and simulations. Not for keys. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Repeatable bytes for tests. */
export function seededRandom(seed: number): Random {
  const next = seededNumbers(seed);
  return { bytes: (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256)) };
}

export const silentLogger: Logger = { info() {}, warn() {} };
