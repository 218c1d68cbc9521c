import { createSubscriber } from 'svelte/reactivity';

/**
 * An answer of the account that a screen keeps in view. It is asked for when first read, and again on every change
 * while it is in use. The last answer stays until the next one comes, so that a screen never goes blank.
 */
export class Query<T> {
  #value: T | undefined = $state.raw();
  #used = false;
  #asked = 0;
  readonly #ask: () => Promise<T>;
  readonly #subscribe: () => void;

  constructor(ask: () => Promise<T>) {
    this.#ask = ask;
    this.#subscribe = createSubscriber(() => {
      this.#used = true;
      void this.refresh();
      return () => {
        this.#used = false;
      };
    });
  }

  /** The last answer; undefined until there is one. */
  get value(): T | undefined {
    this.#subscribe();
    return this.#value;
  }

  /** Asks again, if anything on screen reads this. */
  async refresh(): Promise<void> {
    if (!this.#used) return;
    const asked = ++this.#asked;
    try {
      const value = await this.#ask();
      // An older answer that comes late must not replace a newer one.
      if (asked === this.#asked) this.#value = value;
    } catch {
      // The account was closed meanwhile; what it says next is asked for by whoever opens it.
    }
  }

  /** Forgets what was shown: the account was locked. */
  clear(): void {
    this.#asked++;
    this.#value = undefined;
  }
}
