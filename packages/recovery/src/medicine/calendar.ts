import * as v from 'valibot';

/** A local calendar day, YYYY-MM-DD. */
export const day = v.pipe(v.string(), v.isoDate());
/** A time on the clock on the wall, HH:MM. */
export const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
/** Ms since 1970. */
export const moment = v.pipe(v.number(), v.safeInteger());
/** A person's own words, up to a length in UTF-16 code units. Empty when they left it out. */
export const words = (length: number) => v.pipe(v.string(), v.trim(), v.maxLength(length));

const DAY_MS = 86_400_000;
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** The day `count` days after another; before it when negative. */
export const addDays = (date: string, count: number): string =>
  new Date(utc(date) + count * DAY_MS).toISOString().slice(0, 10);

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysFrom = (from: string, to: string): number => (utc(to) - utc(from)) / DAY_MS;

/** ISO weekday of a day: 1 is Monday. */
export const weekdayOf = (date: string): number => new Date(utc(date)).getUTCDay() || 7;
