import type { Timers } from '@holdfast/base';

/** Runs `task` every `ms` milliseconds, the next time counted from its end. The answer stops it and waits for it. */
export function every(timers: Timers, ms: number, task: () => Promise<void> | void): () => Promise<void> {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const arm = (): (() => void) =>
    timers.after(ms, () => {
      running = Promise.resolve(task()).then(() => {
        if (!stopped) cancel = arm();
      });
    });
  let cancel = arm();
  return () => {
    stopped = true;
    cancel();
    return running;
  };
}
