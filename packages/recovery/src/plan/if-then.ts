import * as v from 'valibot';
import { day, moment } from '../fields.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';
import { line, maybe } from './line.ts';

export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];
export const PLAN_DAYS = ['all', 'week', 'weekend'] as const;
export const PLAN_FEELINGS = ['urge', 'low'] as const;
export type PlanFeeling = (typeof PLAN_FEELINGS)[number];

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
    /** What the person must have named last today for it to come up; null for nothing. */
    feeling: v.nullable(v.picklist(PLAN_FEELINGS)),
    /** Whether it comes up each time that feeling is named, and not at most once a day. */
    again: v.optional(v.boolean(), false),
    /** Ms since 1970, when it was first written. */
    at: moment,
  }),
} as const satisfies RecordType<v.GenericSchema>;
export type IfThen = FieldsOf<typeof IF_THEN> & { readonly id: string };

/** The day on which a plan was last read and put away, and when. Its id is the plan's. */
export const IF_THEN_SHOWN = {
  type: 'if-then-shown',
  home: 'private',
  schema: v.object({ day, at: v.optional(moment, 0) }),
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

/** A feeling that was named today, and when, ms since 1970. */
export interface Named {
  readonly feeling: PlanFeeling;
  readonly at: number;
}

/**
 * What the person has named on a day: the mood of its last check-in, and the urge of the last check-in or note,
 * whichever came later. An unanswered part says nothing; a note of an urge says one, also without a number.
 */
export function feelingsNamed(
  checkIn: { readonly urge: number | null; readonly mood: string | null; readonly at: number } | undefined,
  urges: readonly { readonly strength: number | null; readonly at: number }[],
): Named[] {
  const found: Named[] = [];
  const noted = urges.map(({ strength, at }) => ({ strong: (strength ?? STRONG_URGE) >= STRONG_URGE, at }));
  if (checkIn && checkIn.urge !== null) noted.push({ strong: checkIn.urge >= STRONG_URGE, at: checkIn.at });
  const last = noted.toSorted((a, b) => b.at - a.at)[0];
  if (last?.strong) found.push({ feeling: 'urge', at: last.at });
  if (checkIn && (checkIn.mood === 'low' || checkIn.mood === 'very-low'))
    found.push({ feeling: 'low', at: checkIn.at });
  return found;
}

/** Words by which a cue says its feeling itself, in the languages of the app. */
const SAYS: Readonly<Record<PlanFeeling, RegExp>> = {
  urge: /(?<!\p{L})(?:urges?|cravings?|crave|ganas|ansias?|antojos?)(?!\p{L})/iu,
  low: /(?<!\p{L})(?:I feel|I[’']m feeling|siento|sentirme)(?!\p{L})/iu,
};

/** Whether a plan is for a feeling: as it was recorded or, where no moment was, as its own words say. */
const isFor = ({ feeling, part, cue }: IfThen, wanted: PlanFeeling): boolean =>
  feeling === wanted || (feeling === null && part === null && SAYS[wanted].test(cue));

/**
 * The one plan to read now, or undefined: one for a feeling before one for the time of day, then the oldest. A plan
 * that was put away does not come up again on that day, except one that is to come up each time, once its feeling is
 * named anew.
 * @param here feelings that the page it is shown on is for, the nearest first; they come before those that were named
 */
export function dueIfThen(
  plans: readonly IfThen[],
  shown: readonly { readonly id: string; readonly day: string; readonly at: number }[],
  now: PlanMoment,
  named: readonly Named[],
  here: readonly Named[] = [],
): IfThen | undefined {
  const away = new Map(shown.filter(({ day }) => day === now.day).map(({ id, at }) => [id, at]));
  const sorted = plans.toSorted((a, b) => a.at - b.at);
  const part = dayPart(now.hour);
  const comes = ({ id, again }: IfThen, { at }: Named): boolean => {
    const put = away.get(id);
    return put === undefined || (again && at > put);
  };
  const isTime = (plan: IfThen): boolean =>
    !away.has(plan.id) && plan.part === part && comesOn(plan, now.day);
  return (
    here
      .map((one) => sorted.find((plan) => isFor(plan, one.feeling) && comes(plan, one)))
      .find((plan) => plan !== undefined) ??
    sorted.find((plan) => named.some((one) => plan.feeling === one.feeling && comes(plan, one))) ??
    sorted.find(isTime)
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
