import * as v from 'valibot';
import type { FieldsOf, RecordType } from '../record-type.ts';

/** Longest name of a milestone, UTF-16 code units. */
export const MILESTONE_LENGTH = 120;
/** Longest ritual, and longest words for a harder day. */
export const MILESTONE_WORDS_LENGTH = 2000;

/** Something a person wishes to keep: a date of their own choosing, or a thing done. Nothing takes it away. */
export const MILESTONE = {
  type: 'milestone',
  home: 'milestones',
  schema: v.object({
    title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MILESTONE_LENGTH)),
    /** YYYY-MM-DD, as chosen; it may lie before the page was begun, or ahead. */
    day: v.pipe(v.string(), v.isoDate()),
    /** How the person wishes to mark it, in their own words. */
    ritual: v.pipe(v.string(), v.maxLength(MILESTONE_WORDS_LENGTH)),
    /** What its token is drawn from: random, and the same for good. */
    seed: v.pipe(v.string(), v.maxLength(64)),
  }),
} as const satisfies RecordType<v.GenericSchema>;

/** Words to oneself for a harder day, under the id of their milestone. They stay when the milestone is shared. */
export const MILESTONE_WORDS = {
  type: 'milestone-words',
  home: 'private',
  schema: v.object({ words: v.pipe(v.string(), v.maxLength(MILESTONE_WORDS_LENGTH)) }),
} as const satisfies RecordType<v.GenericSchema>;

export type Milestone = FieldsOf<typeof MILESTONE> & { readonly id: string };

/** Milestones newest first; of one day, in the order of their names. */
export const milestonesOf = (milestones: readonly Milestone[]): Milestone[] =>
  milestones.toSorted((a, b) => (a.day === b.day ? (a.title < b.title ? -1 : 1) : a.day < b.day ? 1 : -1));
