import * as v from 'valibot';
import type { RecordType } from '../record-type.ts';

/** Longest journal entry, UTF-16 code units. */
export const ENTRY_LENGTH = 20_000;

/** An entry of the journal. It can be given to nobody, and may carry the time at which it is to be gone. */
export const JOURNAL_ENTRY = {
  type: 'journal-entry',
  home: 'journal',
  schema: v.object({
    words: v.pipe(v.string(), v.maxLength(ENTRY_LENGTH)),
    /** Ms since 1970. */
    at: v.pipe(v.number(), v.safeInteger()),
    /** The local calendar day it belongs to, YYYY-MM-DD. */
    day: v.pipe(v.string(), v.isoDate()),
    /** When it removes itself, ms since 1970; null for an entry that stays. */
    until: v.nullable(v.pipe(v.number(), v.safeInteger())),
  }),
  expires: ({ until }: { readonly until: number | null }) => until ?? undefined,
} as const satisfies RecordType<v.GenericSchema>;
