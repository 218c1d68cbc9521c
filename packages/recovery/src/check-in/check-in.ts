import * as v from 'valibot';
import type { RecordType } from '../record-type.ts';

const scale = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10)));

/** Longest line of words, UTF-16 code units. */
export const WORDS_LENGTH = 2000;
/** Longest line put where others can read it. */
export const LINE_LENGTH = 200;

export const MOODS = ['very-low', 'low', 'middling', 'good', 'very-good'] as const;
export const SLEEPS = ['badly', 'some', 'well'] as const;

/** The most hours of sleep that are told apart: 12 stands for "12 or more". */
export const MOST_HOURS = 12;
/** About how many hours the person slept, in whole hours. Only there where it was answered. */
export const slept = v.optional(
  v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_HOURS))),
);

/**
 * A check-in. Every part may be left out; null means "not answered" and is never read as 0.
 * Urge is the single 0–10 craving rating, asked as "How strong is the urge right now?".
 */
export const CHECK_IN = {
  type: 'check-in',
  home: 'check-ins',
  schema: v.object({
    urge: scale,
    mood: v.nullable(v.picklist(MOODS)),
    sleep: v.nullable(v.picklist(SLEEPS)),
    slept,
    /** Whether the person spoke with someone who is good for them. */
    contact: v.nullable(v.boolean()),
    /** How sure the person is of getting through the day without using, 0–10. Only there where it was answered. */
    confidence: v.optional(scale),
    words: v.pipe(v.string(), v.maxLength(WORDS_LENGTH)),
    /** Ms since 1970, by this phone's clock. */
    at: v.pipe(v.number(), v.safeInteger()),
    /** The local calendar day it belongs to, YYYY-MM-DD. */
    day: v.pipe(v.string(), v.isoDate()),
  }),
} as const satisfies RecordType<v.GenericSchema>;

/** The one current line for others: no time, no history. It stays until replaced; empty words take it away. */
export const TODAY = {
  type: 'today',
  home: 'today',
  schema: v.object({ line: v.pipe(v.string(), v.maxLength(LINE_LENGTH)) }),
} as const satisfies RecordType<v.GenericSchema>;
export const TODAY_ID = 'current';
