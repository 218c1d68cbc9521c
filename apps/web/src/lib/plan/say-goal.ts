import type { GoalStep, StepCount } from '@holdfast/recovery';
import { STEP_MOST } from '@holdfast/recovery';
import type { PlanPartsWords } from '#locales/en/plan-parts.ts';

/** A number of times as typed, 1 to 31; undefined for what is not one. */
export function timesIn(typed: string): number | undefined {
  const text = typed.trim();
  const times = Number(text);
  return /^\d+$/.test(text) && times >= 1 && times <= STEP_MOST ? times : undefined;
}

/**
 * What is said of a step that comes again: how often it is wanted, and how often it was done. Nothing is said where
 * there is nothing to count, so that no week begins with a nought.
 */
export const countWords = (
  { per, times }: Pick<GoalStep, 'per' | 'times'>,
  { now, all }: StepCount,
  w: PlanPartsWords['goals'],
): string =>
  [w.wanted[per](times), now > 0 && w.now[per](now), all > now && w.all(all)].filter(Boolean).join(' · ');
