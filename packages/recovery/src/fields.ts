import * as v from 'valibot';

/** A 0–10 answer; null means "not answered" and is never read as 0. */
export const scale = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10)));
/** Ms since 1970. */
export const moment = v.pipe(v.number(), v.safeInteger());
/** A local calendar day, YYYY-MM-DD. */
export const day = v.pipe(v.string(), v.isoDate());
/** A time on the wall clock, HH:MM. */
export const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
/** Up to `most` UTF-16 code units of a person's own words. */
export const words = (most: number) => v.pipe(v.string(), v.maxLength(most));
/** The stable id of something on one of our lists. */
export const choice = words(40);
/** What was picked from a list, by id. */
export const choices = v.pipe(v.array(choice), v.maxLength(40));
