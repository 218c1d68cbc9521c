import type { MOODS, SLEEPS } from '@holdfast/recovery';

/** A check-in that is being filled in. */
export interface CheckInDraft {
  urge: number | undefined;
  mood: (typeof MOODS)[number] | undefined;
  sleep: (typeof SLEEPS)[number] | undefined;
  slept: number | undefined;
  contact: 'yes' | 'no' | undefined;
  confidence: number | undefined;
  words: string;
  /** A new line for others, when there are any. */
  line: string;
  readonly today: string;
}
export const CHECK_IN_DRAFT = 'check-in new';

/** @param today the local day */
export const emptyCheckIn = (today: string): CheckInDraft => ({
  urge: undefined,
  mood: undefined,
  sleep: undefined,
  slept: undefined,
  contact: undefined,
  confidence: undefined,
  words: '',
  line: '',
  today,
});

/** The fields to save on a day. What was left out is null, never 0. */
export const checkInFields = (draft: CheckInDraft, day: string) => ({
  urge: draft.urge ?? null,
  mood: draft.mood ?? null,
  sleep: draft.sleep ?? null,
  contact: draft.contact === undefined ? null : draft.contact === 'yes',
  ...(draft.slept === undefined ? {} : { slept: draft.slept }),
  ...(draft.confidence === undefined ? {} : { confidence: draft.confidence }),
  words: draft.words.trim(),
  day,
});
