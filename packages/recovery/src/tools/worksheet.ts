import * as v from 'valibot';
import { choice, day, moment, scale, words } from '../fields.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';

/** Longest answer to one question of a worksheet. */
export const PART_LENGTH = 4000;

/** The questions of each worksheet, in order. Their words stand in the catalogue. */
export const SHEETS = {
  /** A thought looked at again. */
  thought: ['situation', 'feeling', 'thought', 'for', 'against', 'fairer'],
  /** What led to it, and what it did (functional analysis; NIDA CBT manual, Carroll 1998). */
  chain: ['before', 'did', 'pluses', 'costs', 'other'],
} as const;
export type Sheet = keyof typeof SHEETS;

/** What a person wrote into a worksheet, by question. */
export const WORKSHEET = {
  type: 'worksheet',
  home: 'private',
  schema: v.object({
    sheet: choice,
    parts: v.record(choice, words(PART_LENGTH)),
    before: scale,
    after: scale,
    at: moment,
    day,
  }),
} as const satisfies RecordType<v.GenericSchema>;

export type Worksheet = FieldsOf<typeof WORKSHEET> & { readonly id: string };

/** The worksheets of one kind, newest first. */
export const sheetsOf = (sheet: Sheet, all: readonly Worksheet[]): Worksheet[] =>
  all.filter((one) => one.sheet === sheet).toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
