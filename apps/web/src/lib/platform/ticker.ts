/** Runs `task` every `ms` milliseconds; the returned function ends it. */
export function every(ms: number, task: () => void): () => void {
  const handle = setInterval(task, ms);
  return () => clearInterval(handle);
}

/** Milliseconds on a clock that nobody can set, for beats and waits. */
export const steadyMs = (): number => performance.now();
