import type { Activity, Sheet, Worksheet } from '@holdfast/recovery';
import { SHEETS } from '@holdfast/recovery';
import type { MediaDraft } from '#lib/media/drafts.ts';

/** A worksheet that is being filled in. */
export interface SheetDraft {
  parts: Record<string, string>;
  before: number | undefined;
  after: number | undefined;
}

/** Begins with every question unanswered, or with what was saved. */
export const sheetDraft = (
  sheet: Sheet,
  saved?: Pick<Worksheet, 'parts' | 'before' | 'after'>,
): SheetDraft => ({
  parts: { ...Object.fromEntries(SHEETS[sheet].map((part) => [part, ''])), ...saved?.parts },
  before: saved?.before ?? undefined,
  after: saved?.after ?? undefined,
});

/** The fields to save. What was left out is null or empty. */
export const sheetFields = (sheet: Sheet, { parts, before, after }: SheetDraft) => ({
  sheet,
  parts: Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, text.trim()])),
  before: before ?? null,
  after: after ?? null,
});

export const WHICH_DAYS = ['today', 'tomorrow', 'other'] as const;

/** One thing that is being planned, or moved. */
export interface ActivityDraft {
  what: string;
  where: string;
  which: (typeof WHICH_DAYS)[number] | undefined;
  date: string;
  time: string;
}

/** Begins with today, or with what was planned. */
export const activityDraft = (saved?: Activity): ActivityDraft => ({
  what: saved?.what ?? '',
  where: saved?.where ?? '',
  which: saved ? 'other' : 'today',
  date: saved?.day ?? '',
  time: saved?.time ?? '',
});

/** The day that is meant, YYYY-MM-DD; undefined while none is chosen. */
export function activityDay(draft: ActivityDraft, today: string, tomorrow: string): string | undefined {
  if (draft.which === 'today') return today;
  if (draft.which === 'tomorrow') return tomorrow;
  return draft.date === '' ? undefined : draft.date;
}

/** The fields to save on a day. A browser may give seconds with a time; they are left out. */
export const activityFields = ({ what, where, time }: ActivityDraft, day: string) => ({
  what: what.trim(),
  where: where.trim(),
  day,
  time: time === '' ? null : time.slice(0, 5),
});

/** A letter to oneself that is being written. */
export interface LetterDraft {
  words: string;
  when: 'low' | 'day' | undefined;
  date: string;
  media: MediaDraft[];
}

export const emptyLetter = (): LetterDraft => ({ words: '', when: 'low', date: '', media: [] });

/** What is missing before it can be kept; undefined when nothing is. */
export function letterMissing(
  { words, when, date, media }: LetterDraft,
  today: string,
): 'words' | 'day' | 'later' | undefined {
  if (words.trim() === '' && media.length === 0) return 'words';
  if (when === 'low') return undefined;
  if (date === '') return 'day';
  return date < today ? 'later' : undefined;
}

/** The fields to save; a letter that opens on no day waits for a low hour. */
export const letterFields = ({ words, when, date }: LetterDraft) => ({
  words: words.trim(),
  opens: when === 'low' ? null : date,
});
