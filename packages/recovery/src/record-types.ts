import type { FieldsOf, RecordType } from './record-type.ts';
import type * as v from 'valibot';
import { CHECK_IN, TODAY } from './check-in/check-in.ts';
import { PERSON } from './circle/person.ts';
import { PROFILE } from './circle/profile.ts';
import { JOURNAL_ENTRY } from './journal/journal-entry.ts';
import { IF_THEN, IF_THEN_SHOWN } from './plan/if-then.ts';
import { REASON, SAFETY_LINE } from './plan/plan-lines.ts';

/** Every record type there is. Adding one here is all that storage, sync and sharing need to know of it. */
export const RECORD_TYPES = {
  'check-in': CHECK_IN,
  today: TODAY,
  person: PERSON,
  profile: PROFILE,
  'journal-entry': JOURNAL_ENTRY,
  reason: REASON,
  'if-then': IF_THEN,
  'if-then-shown': IF_THEN_SHOWN,
  'safety-line': SAFETY_LINE,
} as const;

export type RecordTypeName = keyof typeof RECORD_TYPES;

/** A record as it is kept: its fields, and its id among those of its kind. */
export type StoredRecord<N extends RecordTypeName> = FieldsOf<(typeof RECORD_TYPES)[N]> & {
  readonly id: string;
};

/** The rules of a kind of record, whichever it is. */
export const recordType = (type: RecordTypeName): RecordType<v.GenericSchema> => RECORD_TYPES[type];
