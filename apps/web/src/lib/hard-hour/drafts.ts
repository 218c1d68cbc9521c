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
}

export const emptyUrge = (): UrgeDraft => ({ before: [], strength: undefined, words: '', keep: 'month' });

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
  /** Whether it began with what was saved. */
  begun: boolean;
}

export const emptySlip = (): SlipDraft => ({
  plan: [],
  before: [],
  change: '',
  words: '',
  keep: 'month',
  begun: false,
});

/** Begins with what was saved, once: what is typed then stays. */
export function beginSlip(draft: SlipDraft, { plan, before, change, words, until }: Omit<Slip, 'id'>): void {
  if (draft.begun) return;
  const keep = until === null ? 'always' : 'month';
  Object.assign(draft, { plan: [...plan], before: [...before], change, words, keep, begun: true });
}

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
