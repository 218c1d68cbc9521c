import * as v from 'valibot';
import type { FieldsOf, RecordType } from '../record-type.ts';
import { PLAN_LINE_LENGTH } from './plan-lines.ts';

export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];
export const PLAN_DAYS = ['all', 'week', 'weekend'] as const;
export const PLAN_FEELINGS = ['urge', 'low'] as const;
export type PlanFeeling = (typeof PLAN_FEELINGS)[number];

const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(PLAN_LINE_LENGTH));
const maybe = v.pipe(v.string(), v.trim(), v.maxLength(PLAN_LINE_LENGTH));

/** "If this happens, I do that", and when the person would like to read it again. */
export const IF_THEN = {
  type: 'if-then',
  home: 'plan',
  schema: v.object({
    cue: line,
    action: line,
    /** What could get in the way; empty for nothing. */
    obstacle: maybe,
    /** The part of the day it comes up in, on `days`; null for none. */
    part: v.nullable(v.picklist(DAY_PARTS)),
    days: v.picklist(PLAN_DAYS),
    /** What the last check-in of today must say for it to come up; null for nothing. */
    feeling: v.nullable(v.picklist(PLAN_FEELINGS)),
    /** Ms since 1970, when it was first written. */
    at: v.pipe(v.number(), v.safeInteger()),
  }),
} as const satisfies RecordType<v.GenericSchema>;
export type IfThen = FieldsOf<typeof IF_THEN> & { readonly id: string };

/** The day on which a plan was last read and put away. Its id is the plan's. */
export const IF_THEN_SHOWN = {
  type: 'if-then-shown',
  home: 'private',
  schema: v.object({ day: v.pipe(v.string(), v.isoDate()) }),
} as const satisfies RecordType<v.GenericSchema>;

/** The moment on the person's own wall: calendar day YYYY-MM-DD, and hour 0–23. */
export interface PlanMoment {
  readonly day: string;
  readonly hour: number;
}

/** Night until 5 belongs to the evening before it. */
export function dayPart(hour: number): DayPart {
  if (hour < 5) return 'evening';
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}

/** Saturday or Sunday. A calendar day has the same weekday in every zone. */
function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** Whether a plan for a part of the day comes up on a calendar day. */
export const comesOn = ({ days }: Pick<IfThen, 'days'>, day: string): boolean =>
  days === 'all' || (days === 'weekend') === isWeekend(day);

/** An urge of this much or more, 0–10, brings up the plans for urges. */
const STRONG_URGE = 5;

/** What a check-in says that a plan may be waiting for. An unanswered part says nothing. */
export function feelingsIn(checkIn: {
  readonly urge: number | null;
  readonly mood: string | null;
}): PlanFeeling[] {
  const found: PlanFeeling[] = [];
  if (checkIn.urge !== null && checkIn.urge >= STRONG_URGE) found.push('urge');
  if (checkIn.mood === 'low' || checkIn.mood === 'very-low') found.push('low');
  return found;
}

/**
 * The one plan to read now, or undefined: one for a feeling the person has named today before one for the time of
 * day, then the oldest. A plan that was put away does not come up again on that day.
 */
export function dueIfThen(
  plans: readonly IfThen[],
  shown: readonly { readonly id: string; readonly day: string }[],
  now: PlanMoment,
  feelings: readonly PlanFeeling[],
): IfThen | undefined {
  const away = new Set(shown.filter(({ day }) => day === now.day).map(({ id }) => id));
  const left = plans.filter(({ id }) => !away.has(id)).toSorted((a, b) => a.at - b.at);
  const part = dayPart(now.hour);
  return (
    left.find(({ feeling }) => feeling !== null && feelings.includes(feeling)) ??
    left.find((plan) => plan.part === part && comesOn(plan, now.day))
  );
}

/** A thought to offer on a plan as it is written. None of them keeps it from being saved. */
export type IfThenThought = 'wide-cue' | 'many-actions';

const SEVERAL = /[,;]|(?<!\p{L})(?:and|then|y|luego)(?!\p{L})/iu;

/** Thoughts on a plan: a cue of fewer than three words is hard to notice; one action is easier than several. */
export function thoughtsOn({ cue, action }: Pick<IfThen, 'cue' | 'action'>): IfThenThought[] {
  const found: IfThenThought[] = [];
  const words = cue.trim().split(/\s+/u);
  if (cue.trim() !== '' && words.length < 3) found.push('wide-cue');
  if (SEVERAL.test(action)) found.push('many-actions');
  return found;
}
