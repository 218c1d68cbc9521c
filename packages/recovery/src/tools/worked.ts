import type { ToolUse } from './tool-use.ts';

/** Fewer rated uses than this say nothing. */
export const USES_TO_SAY = 2;

/** How often a tool eased it: of `rated` uses with both answers, `eased` ended lower than they began. */
export interface Worked {
  readonly eased: number;
  readonly rated: number;
}

type Rated = Pick<ToolUse, 'tool' | 'before' | 'after'>;

/** What each tool did, by its id. A use without both answers is not counted either way. */
export function workedOf(uses: readonly Rated[]): ReadonlyMap<string, Worked> {
  const worked = new Map<string, Worked>();
  for (const { tool, before, after } of uses) {
    if (before === null || after === null) continue;
    const { eased, rated } = worked.get(tool) ?? { eased: 0, rated: 0 };
    worked.set(tool, { eased: eased + (after < before ? 1 : 0), rated: rated + 1 });
  }
  return worked;
}

/** Enough to say "3 of 4 times", or undefined. Nothing is said of a tool that never eased it. */
export const worthSaying = (worked: Worked | undefined): Worked | undefined =>
  worked && worked.rated >= USES_TO_SAY && worked.eased > 0 ? worked : undefined;

/**
 * The tools with those that worked for this person first. Among them by the rule of succession,
 * (eased + 1) / (rated + 2), so that 9 of 10 stands before 2 of 2. The others follow in their own order, and last
 * those that were rated twice or more and never eased it.
 */
export function orderTools<T extends string>(tools: readonly T[], uses: readonly Rated[]): T[] {
  const worked = workedOf(uses);
  const weight = (tool: T): number => {
    const one = worked.get(tool);
    if (!one || one.rated < USES_TO_SAY) return 1;
    return one.eased > 0 ? 1 + (one.eased + 1) / (one.rated + 2) : 0;
  };
  return tools.toSorted((a, b) => weight(b) - weight(a));
}
