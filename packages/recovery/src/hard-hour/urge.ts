import * as v from 'valibot';
import { choices, day, moment, scale, words } from '../fields.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';

/** Longest note to an urge or a slip. */
export const NOTE_LENGTH = 2000;
/** Days after which such a note removes itself, unless it is kept. */
export const NOTE_DAYS = 30;

/** What may have come before an urge or a slip, by kind. The ids on the lists begin with their kind: `feeling.angry`. */
export const BEFORE_KINDS = ['feeling', 'body', 'people', 'place', 'time'] as const;

/** An urge, and what came before it. It can be given to nobody. */
export const URGE = {
  type: 'urge',
  home: 'private',
  schema: v.object({
    strength: scale,
    before: choices,
    words: words(NOTE_LENGTH),
    at: moment,
    day,
    /** When it removes itself; null for one that is kept. */
    until: v.nullable(moment),
  }),
  expires: ({ until }: { readonly until: number | null }) => until ?? undefined,
} as const satisfies RecordType<v.GenericSchema>;

export type Urge = FieldsOf<typeof URGE> & { readonly id: string };
