import * as v from 'valibot';

/** Longest line of a plan, UTF-16 code units. */
export const PLAN_LINE_LENGTH = 500;

/** A line of a plan, in the person's own words. */
export const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(PLAN_LINE_LENGTH));
/** The same where it may be left out: empty for nothing. */
export const maybe = v.pipe(v.string(), v.trim(), v.maxLength(PLAN_LINE_LENGTH));
