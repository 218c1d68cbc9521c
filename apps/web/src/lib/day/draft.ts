import type { DayNote, DayNotePart, MOODS, SLEEPS } from '@holdfast/recovery';

/** Answers that are being given. */
export interface DayDraft {
  sleep: (typeof SLEEPS)[number] | undefined;
  how: (typeof MOODS)[number] | undefined;
  one: string;
  ahead: string;
}

/** Begins with what was saved for the day, if anything was. */
export const dayDraft = (note: DayNote | undefined): DayDraft => ({
  sleep: note?.sleep ?? undefined,
  how: note?.how ?? undefined,
  one: note?.one ?? '',
  ahead: note?.ahead ?? '',
});

export const isBlank = ({ sleep, how, one, ahead }: DayDraft): boolean =>
  sleep === undefined && how === undefined && one.trim() === '' && ahead.trim() === '';

/** The fields to save. What was left out is null or empty. */
export const dayFields = (
  { sleep, how, one, ahead }: DayDraft,
  part: DayNotePart,
  day: string,
  now: number,
) => ({
  part,
  sleep: sleep ?? null,
  how: how ?? null,
  one: one.trim(),
  ahead: ahead.trim(),
  at: Math.round(now),
  day,
});
