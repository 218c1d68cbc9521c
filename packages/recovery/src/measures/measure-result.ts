import * as v from 'valibot';
import type { RecordType } from '../record-type.ts';

/** The item of the PHQ-9 that asks about suicide. The record that others can be given has no place for it. */
export const ITEM_NINE = 'nine';

const key = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]{1,12}$/),
  v.check((id) => id !== ITEM_NINE, 'item nine has a record of its own'),
);
const number = v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(180)));

/**
 * One answered questionnaire. Of a PHQ-9 it holds items 1 to 8 and their sum, and nothing that item 9 went into:
 * whoever may read this space can then subtract nothing (docs/decisions/0021).
 */
export const MEASURE_RESULT = {
  type: 'measure-result',
  home: 'measures',
  schema: v.object({
    /** An id of INSTRUMENTS, or one that a later version knows. */
    instrument: v.pipe(v.string(), v.maxLength(24)),
    version: v.pipe(v.string(), v.maxLength(80)),
    language: v.picklist(['en', 'es']),
    /** Number of the scoring rules that made the totals. */
    scoring: v.pipe(v.number(), v.safeInteger()),
    /** Raw answers by item; null for one that was left out, which is never read as 0. */
    answers: v.record(key, number),
    /** Sums by name; null where an item that belongs to it was left out. */
    totals: v.record(key, number),
    /** Ms since 1970. */
    at: v.pipe(v.number(), v.safeInteger()),
    /** The local calendar day it belongs to, YYYY-MM-DD. */
    day: v.pipe(v.string(), v.isoDate()),
  }),
} as const satisfies RecordType<v.GenericSchema>;
