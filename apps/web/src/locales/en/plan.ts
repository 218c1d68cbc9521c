import type { Widen } from '../locale.ts';

/** Words of Plan: reasons, goals, triggers, if-then plans, signs, routine, safety plan. */
const words = {
  title: 'Plan',
} as const;

export type PlanWords = Widen<typeof words>;
export default words as PlanWords;
