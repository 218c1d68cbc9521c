import { NOTE_DAYS, untilAfter } from '@holdfast/recovery';
import type { Slip } from '@holdfast/recovery';

export type Keep = 'month' | 'always';

/** When a note kept so removes itself, ms since 1970; null for never. */
export const untilOf = (keep: Keep | undefined, now: number): number | null =>
  untilAfter(now, keep === 'always' ? 0 : NOTE_DAYS);

/** An urge that is being noted. */
export interface UrgeDraft {
  before: string[];
  strength: number | undefined;
  words: string;
  keep: Keep | undefined;
  readonly today: string;
}

/** @param today the local day */
export const emptyUrge = (today: string): UrgeDraft => ({
  before: [],
  strength: undefined,
  words: '',
  keep: 'month',
  today,
});

/** The fields to save. What was left out is null or empty. */
export const urgeFields = ({ strength, before, words, keep }: UrgeDraft, now: number, day: string) => ({
  strength: strength ?? null,
  before: [...before],
  words: words.trim(),
  at: now,
  day,
  until: untilOf(keep, now),
});

/** What is kept of a slip, while it is written: the plan for the day, and later what was learned. */
export interface SlipDraft {
  plan: string[];
  before: string[];
  change: string;
  words: string;
  keep: Keep | undefined;
  readonly today: string;
}

/**
 * Begins empty, or with what was saved.
 * @param today the local day
 */
export const slipDraft = (today: string, saved?: Omit<Slip, 'id'>): SlipDraft => ({
  plan: [...(saved?.plan ?? [])],
  before: [...(saved?.before ?? [])],
  change: saved?.change ?? '',
  words: saved?.words ?? '',
  keep: saved?.until === null ? 'always' : 'month',
  today,
});

/** The fields to save. The end of one that was saved moves only when the choice does. */
export function slipFields(draft: SlipDraft, now: number, saved?: { readonly until: number | null }) {
  const { plan, before, change, words, keep } = draft;
  const same = saved && (saved.until === null) === (keep === 'always');
  return {
    plan: [...plan],
    before: [...before],
    change: change.trim(),
    words: words.trim(),
    until: same ? saved.until : untilOf(keep, now),
  };
}
