import * as v from 'valibot';
import { day, moment } from '../fields.ts';
import { addDays, weekdayOf } from '../medicine/calendar.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';
import { line } from './line.ts';

export const GOAL_AREAS = ['health', 'people', 'work', 'home', 'joy', 'recovery'] as const;
export const GOAL_SPANS = ['short', 'long'] as const;
export const GOAL_STATES = ['open', 'resting', 'done'] as const;

/** Something a person wants. One that rests can be taken up again; one that is done stays done. */
export const GOAL = {
  type: 'goal',
  home: 'goals',
  schema: v.object({
    words: line,
    area: v.picklist(GOAL_AREAS),
    span: v.picklist(GOAL_SPANS),
    state: v.picklist(GOAL_STATES),
    /** The day it was done; null before. */
    done: v.nullable(day),
    at: moment,
  }),
} as const satisfies RecordType<v.GenericSchema>;
export type Goal = FieldsOf<typeof GOAL> & { readonly id: string };

export const STEP_TIMES = ['once', 'day', 'week', 'month'] as const;
export type StepPer = (typeof STEP_TIMES)[number];
/** The most times a step can be wanted in a day, week or month. */
export const STEP_MOST = 31;

/** One small step of a goal: done once, or wanted a number of times a day, week or month. */
export const GOAL_STEP = {
  type: 'goal-step',
  home: 'goals',
  schema: v.object({
    goal: v.pipe(v.string(), v.maxLength(64)),
    words: line,
    per: v.picklist(STEP_TIMES),
    times: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(STEP_MOST)),
    at: moment,
  }),
} as const satisfies RecordType<v.GenericSchema>;
export type GoalStep = FieldsOf<typeof GOAL_STEP> & { readonly id: string };

/** That a step was done on a day. A day can have several. What was done is never taken away by a rule. */
export const STEP_DONE = {
  type: 'step-done',
  home: 'goals',
  schema: v.object({ step: v.pipe(v.string(), v.maxLength(64)), day }),
} as const satisfies RecordType<v.GenericSchema>;
export type StepDone = FieldsOf<typeof STEP_DONE> & { readonly id: string };

/** The first day of the day, ISO week or month that a day is in. */
function beginOf(per: StepPer, today: string): string {
  if (per === 'week') return addDays(today, 1 - weekdayOf(today));
  return per === 'month' ? `${today.slice(0, 7)}-01` : today;
}

/** How often a step was done: in the day, week or month that `today` is in, and in all. A step done once has no now. */
export interface StepCount {
  readonly now: number;
  readonly all: number;
  /** The latest day; undefined for none. */
  readonly last: string | undefined;
}

/** The days each step was done on, in order, by step. One pass, however many there are. */
export function daysByStep(marks: readonly StepDone[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { step, day: on } of marks) {
    const days = found.get(step);
    if (days) days.push(on);
    else found.set(step, [on]);
  }
  for (const days of found.values()) days.sort();
  return found;
}

/**
 * Counts a step.
 * @param days the days it was done on, in order
 * @param today the local calendar day
 */
export function countStep({ per }: Pick<GoalStep, 'per'>, days: readonly string[], today: string): StepCount {
  const begin = beginOf(per, today);
  return {
    now: per === 'once' ? 0 : days.filter((on) => on >= begin && on <= today).length,
    all: days.length,
    last: days.at(-1),
  };
}

/** The latest mark of a step on a day, to take back a tap by mistake; undefined where there is none. */
export const lastMark = (marks: readonly StepDone[], step: string, on: string): StepDone | undefined =>
  marks.findLast((one) => one.step === step && one.day === on);
