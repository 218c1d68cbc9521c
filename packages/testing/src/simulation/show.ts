import type { SimOptions } from './options.ts';
import type { SimReport } from './run.ts';

/** What to print of a failed run: the way back to it, what was wrong, and how it came to that. */
export const showFailure = (
  options: SimOptions,
  { violations, story }: SimReport,
  again = `SIM_SEED=${options.seed} SIM_STEPS=${options.steps}`,
): string =>
  [
    `${again} npx vitest run packages/testing/src/simulation`,
    JSON.stringify(options),
    ...violations,
    '…',
    ...story.slice(-80),
  ].join('\n');

/** Adds one run's counts to the sum of all. */
export function addCounts(sum: Record<string, number>, { counts }: SimReport): void {
  for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
}
