import * as v from 'valibot';
import { mediaField } from '../blob/media.ts';
import { choice, day, moment, words } from '../fields.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';

/** Longest journal entry, UTF-16 code units. */
export const ENTRY_LENGTH = 20_000;

/** An entry of the journal. It can be given to nobody, and may carry the time at which it is to be gone. */
export const JOURNAL_ENTRY = {
  type: 'journal-entry',
  home: 'journal',
  schema: v.object({
    words: words(ENTRY_LENGTH),
    at: moment,
    /** The local calendar day it belongs to. */
    day,
    /** When it removes itself, ms since 1970; null for an entry that stays. */
    until: v.nullable(moment),
    /** The prompt it answers, by id; empty for none. */
    prompt: v.optional(choice, ''),
    /** Small good things, one a line. */
    gratitude: v.optional(v.boolean(), false),
    media: mediaField,
  }),
  expires: ({ until }: { readonly until: number | null }) => until ?? undefined,
} as const satisfies RecordType<v.GenericSchema>;

export type JournalEntry = FieldsOf<typeof JOURNAL_ENTRY> & { readonly id: string };
