import * as v from 'valibot';
import type { FieldsOf, RecordType } from '../record-type.ts';

/**
 * What can be counted. since: days since a date the person chose · days: days of their own kind, one by one ·
 * medicine: days with medicine · reached: days they reached out.
 */
export const COUNTER_KINDS = ['since', 'days', 'medicine', 'reached'] as const;
export type CounterKind = (typeof COUNTER_KINDS)[number];

/** A count that a person wished for. Nothing in the app ever changes its date or takes a day from it. */
export const COUNTER = {
  type: 'counter',
  home: 'private',
  schema: v.object({
    kind: v.picklist(COUNTER_KINDS),
    /** What is counted, in the person's own words; may be empty. */
    label: v.pipe(v.string(), v.trim(), v.maxLength(80)),
    /** For since: the chosen date, YYYY-MM-DD. */
    from: v.nullable(v.pipe(v.string(), v.isoDate())),
    hidden: v.boolean(),
  }),
} as const satisfies RecordType<v.GenericSchema>;

/** One day that a counter counts. Id: counter and day, so that two phones count it once. */
export const COUNTED_DAY = {
  type: 'counted-day',
  home: 'private',
  schema: v.object({
    counter: v.pipe(v.string(), v.maxLength(64)),
    day: v.pipe(v.string(), v.isoDate()),
  }),
} as const satisfies RecordType<v.GenericSchema>;

export type Counter = FieldsOf<typeof COUNTER> & { readonly id: string };
export type CountedDay = FieldsOf<typeof COUNTED_DAY> & { readonly id: string };

export const countedDayId = (counter: string, day: string): string => `${counter}.${day}`;
