import type { SummarySection } from '#lib/export/summary.ts';

/** Pages of the plan, by the part of a summary that says the same on paper. */
export const PLAN_PAGES = {
  reasons: '/plan/reasons',
  goals: '/plan/goals',
  plan: '/plan/if-then',
  triggers: '/plan/triggers',
  signs: '/plan/signs',
  'safety-plan': '/plan/safety',
  routine: '/plan/routine',
  path: '/plan/path',
} as const satisfies Partial<Record<SummarySection, string>>;
export type PaperPart = keyof typeof PLAN_PAGES;

/** Where a part is written; undefined for a part of care, or for anything else. */
export const planPageOf = (part: string | undefined): string | undefined =>
  Object.entries(PLAN_PAGES).find(([name]) => name === part)?.[1];
