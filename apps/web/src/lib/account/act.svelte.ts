import type { Result } from '@holdfast/base';
import type { AnyFailure } from './failures.ts';

/**
 * Something the person asked for, once at a time: a second tap while it runs does nothing, and what went wrong stays
 * in view until the next try.
 */
export class Act {
  running = $state(false);
  failure: AnyFailure | undefined = $state.raw();

  /** Runs `work` unless something runs already. Answers its value, or undefined when it failed or did not run. */
  async run<T>(work: () => Promise<Result<T, AnyFailure>>): Promise<{ readonly value: T } | undefined> {
    if (this.running) return undefined;
    this.running = true;
    this.failure = undefined;
    try {
      const result = await work();
      if (result.ok) return { value: result.value };
      this.failure = result.error;
    } catch {
      // The worker ended; the shell says so in place of this page.
    } finally {
      this.running = false;
    }
    return undefined;
  }

  /**
   * What was asked for leads to another page: it runs until that page is here. Until then the form stands there with
   * its words, and a second tap on Save would keep them twice.
   */
  async hold(leaving?: Promise<void> | void): Promise<void> {
    this.running = true;
    try {
      await leaving;
    } finally {
      this.running = false;
    }
  }
}
