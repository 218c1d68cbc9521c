import * as v from 'valibot';
import type { RecordType } from '../record-type.ts';

/** How this person's journal is kept: days for which a new entry stays, 0 for always. One record. */
export const JOURNAL_HABIT = {
  type: 'journal-habit',
  home: 'journal',
  schema: v.object({ days: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(36_500)) }),
} as const satisfies RecordType<v.GenericSchema>;
export const JOURNAL_HABIT_ID = 'current';
