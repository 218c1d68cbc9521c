/**
 * Makes a process slow by letting it run for one slice of time in `factor` and holding it in the others. Chromium's
 * own CPU throttling reaches a page's main thread and refuses workers ("only supported for pages, not workers"); the
 * account lives in a worker. Holding the whole renderer slows every thread in it, as a slow processor does.
 * A hold lasts as long as the run before it asks for: on a busy machine the signal that ends a run comes late.
 */
export function slowProcessor(pid: number, factor: number, sliceMs = 4): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let since = 0;
  const run = (): void => {
    since = performance.now();
    if (tell(pid, 'SIGCONT')) timer = setTimeout(hold, sliceMs);
  };
  const hold = (): void => {
    if (tell(pid, 'SIGSTOP')) timer = setTimeout(run, (performance.now() - since) * (factor - 1));
  };
  run();
  return {
    stop() {
      clearTimeout(timer);
      tell(pid, 'SIGCONT');
    },
  };
}

/** False when the process has ended. */
function tell(pid: number, signal: 'SIGCONT' | 'SIGSTOP'): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
