import type { DayPart, IfThen, PlanFeeling } from '@holdfast/recovery';

/** How often a plan may come up for a feeling: at most once a day, or each time. */
export const OFTEN = ['day', 'each'] as const;

/** What the form of an if-then plan holds: "none" stands for null, since a choice is made of words. */
export interface IfThenForm {
  cue: string;
  action: string;
  obstacle: string;
  part: DayPart | 'none';
  days: IfThen['days'];
  feeling: PlanFeeling | 'none';
  often: (typeof OFTEN)[number];
}

/** The form of a plan, or of a new one, which may begin with a cue. */
export const formOf = (plan: IfThen | undefined, cue = ''): IfThenForm => ({
  cue: plan?.cue ?? cue,
  action: plan?.action ?? '',
  obstacle: plan?.obstacle ?? '',
  part: plan?.part ?? 'none',
  days: plan?.days ?? 'all',
  feeling: plan?.feeling ?? 'none',
  often: plan?.again ? 'each' : 'day',
});

/** The fields to keep. `at` is when the plan was first written, ms since 1970. */
export const fieldsOf = ({ often, ...form }: IfThenForm, at: number): Omit<IfThen, 'id'> => ({
  ...form,
  part: form.part === 'none' ? null : form.part,
  feeling: form.feeling === 'none' ? null : form.feeling,
  again: often === 'each',
  at,
});
