import * as v from 'valibot';
import { choices, day, moment, words } from '../fields.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';
import { NOTE_LENGTH } from './urge.ts';

/**
 * What a person kept of a slip: their plan for the day after, and what they learned. It can be given to nobody, no
 * rule counts it, and nothing is drawn from it.
 */
export const SLIP = {
  type: 'slip',
  home: 'private',
  schema: v.object({
    /** The plan for the next 24 hours, from our list. */
    plan: choices,
    before: choices,
    /** One thing to change. */
    change: words(NOTE_LENGTH),
    words: words(NOTE_LENGTH),
    at: moment,
    day,
    /** When it removes itself; null for one that is kept. */
    until: v.nullable(moment),
  }),
  expires: ({ until }: { readonly until: number | null }) => until ?? undefined,
} as const satisfies RecordType<v.GenericSchema>;

export type Slip = FieldsOf<typeof SLIP> & { readonly id: string };
