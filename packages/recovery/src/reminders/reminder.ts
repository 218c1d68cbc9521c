import * as v from 'valibot';
import { clock, day, moment } from '../fields.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';

/** Longest words of a reminder, UTF-16 code units. */
export const REMINDER_WORDS_LENGTH = 120;
/** Times of day one reminder may have. */
export const REMINDER_TIMES = 6;

/** dose: by a medicine's own schedule · plan: an if-then plan, or any part of the plan · own: whatever the words say */
export const REMINDER_ABOUT = ['dose', 'check-in', 'plan', 'own'] as const;
export type ReminderAbout = (typeof REMINDER_ABOUT)[number];

/**
 * A reminder that the person set. The server is told its times and nothing else.
 * Visits and promised calls carry their own wish to be reminded of.
 */
export const REMINDER = {
  type: 'reminder',
  home: 'private',
  schema: v.object({
    about: v.picklist(REMINDER_ABOUT),
    /** The medicine or the if-then plan it is about; empty for none. */
    of: v.pipe(v.string(), v.maxLength(64)),
    words: v.pipe(v.string(), v.trim(), v.maxLength(REMINDER_WORDS_LENGTH)),
    /** Times on the clock on the wall, wherever the phone is; none for a dose that follows its medicine's times. */
    times: v.pipe(v.array(clock), v.maxLength(REMINDER_TIMES)),
    /** ISO weekdays, 1 is Monday; none for every day. */
    weekdays: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), v.maxLength(7)),
    /** The one day it is for; null for one that comes back. */
    on: v.nullable(day),
    paused: v.boolean(),
    /** Whether the words stand in a calendar file, in place of "Reminder". */
    named: v.boolean(),
    /** When it was set: nothing before that is due. */
    at: moment,
  }),
} as const satisfies RecordType<v.GenericSchema>;
export type Reminder = FieldsOf<typeof REMINDER> & { readonly id: string };

/** What was said of one thing that reminds, under its key: how far it was seen, and when it was asked to come again. */
export const REMINDER_ANSWER = {
  type: 'reminder-answer',
  home: 'private',
  schema: v.object({
    /** All of it that was due up to here was seen. */
    seen: moment,
    /** When the one that was answered came first. */
    due: moment,
    /** Put off until; null when it was put away. */
    again: v.nullable(moment),
  }),
} as const satisfies RecordType<v.GenericSchema>;
export type ReminderAnswer = FieldsOf<typeof REMINDER_ANSWER> & { readonly id: string };

/** Wishes for all reminders. There is one, under REMINDER_SETTINGS_ID. */
export const REMINDER_SETTINGS = {
  type: 'reminder-settings',
  home: 'private',
  schema: v.object({
    /** Nothing comes between these two times on the wall; equal for no quiet hours. */
    quietFrom: clock,
    quietTo: clock,
    /** Whether the app may bring something up by itself, at most once a day. */
    nudge: v.boolean(),
    /** Whether Today offers the questions of morning and evening. */
    offers: v.boolean(),
  }),
} as const satisfies RecordType<v.GenericSchema>;
export type ReminderSettings = FieldsOf<typeof REMINDER_SETTINGS>;
