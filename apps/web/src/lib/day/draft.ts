import type { DayNote, DayNotePart, MOODS, SLEEPS } from '@holdfast/recovery';

/** Answers that are being given. */
export interface DayDraft {
  sleep: (typeof SLEEPS)[number] | undefined;
  slept: number | undefined;
  how: (typeof MOODS)[number] | undefined;
  one: string;
  ahead: string;
}

/** Begins with what was saved for the day, if anything was. */
export const dayDraft = (note: DayNote | undefined): DayDraft => ({
  sleep: note?.sleep ?? undefined,
  slept: note?.slept ?? undefined,
  how: note?.how ?? undefined,
  one: note?.one ?? '',
  ahead: note?.ahead ?? '',
});

export const isBlank = ({ sleep, slept, how, one, ahead }: DayDraft): boolean =>
  sleep === undefined && slept === undefined && how === undefined && one.trim() === '' && ahead.trim() === '';

/** The fields to save. What was left out is null or empty. */
export const dayFields = (
  { sleep, slept, how, one, ahead }: DayDraft,
  part: DayNotePart,
  day: string,
  now: number,
) => ({
  part,
  sleep: sleep ?? null,
  // Named even when it is empty, so that an answer can be taken back.
  ...(part === 'morning' ? { slept: slept ?? null } : {}),
  how: how ?? null,
  one: one.trim(),
  ahead: ahead.trim(),
  at: Math.round(now),
  day,
});
