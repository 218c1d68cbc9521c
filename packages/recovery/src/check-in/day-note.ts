import * as v from 'valibot';
import { day, moment, words } from '../fields.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';
import { MOODS, SLEEPS, slept } from './check-in.ts';

/** Longest answer, UTF-16 code units. */
export const DAY_NOTE_LENGTH = 500;
export const DAY_NOTE_PARTS = ['morning', 'evening'] as const;
export type DayNotePart = (typeof DAY_NOTE_PARTS)[number];

/**
 * The short questions of a morning or an evening. They ask what somebody fears of a day, so they live with the
 * journal, which can be given to nobody: a share of check-ins that was agreed to earlier must not come to hold them.
 */
export const DAY_NOTE = {
  type: 'day-note',
  home: 'journal',
  schema: v.object({
    part: v.picklist(DAY_NOTE_PARTS),
    /** Asked in the morning: how the night was, and for how many hours. */
    sleep: v.nullable(v.picklist(SLEEPS)),
    slept,
    /** Asked in the evening: how the day was. */
    how: v.nullable(v.picklist(MOODS)),
    /** One thing for today; in the evening, one good thing of it. */
    one: words(DAY_NOTE_LENGTH),
    /** What could make today hard; in the evening, what helps tomorrow. */
    ahead: words(DAY_NOTE_LENGTH),
    at: moment,
    /** The local calendar day it belongs to. */
    day,
  }),
} as const satisfies RecordType<v.GenericSchema>;
export type DayNote = FieldsOf<typeof DAY_NOTE> & { readonly id: string };
