/**
 * A fixed amount of arithmetic: what other work is measured against, so that a figure says something on any machine.
 * Answers its time in ms. Self-contained, because it also runs inside pages and workers.
 */
export function referenceLoop(): number {
  const started = performance.now();
  let state = 1;
  for (let i = 0; i < 2_000_000; i++) state = (Math.imul(state, 16_807) + i) | 0;
  const ms = performance.now() - started;
  // The result is used, so that no compiler leaves the loop out.
  return state === 0.5 ? 0 : ms;
}
