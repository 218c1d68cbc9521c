/** A day as `YYYY-MM-DD`, with no clock time and no zone. */
export type CalendarDate = string;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function parts(date: CalendarDate): { year: number; month: number; day: number } | undefined {
  const match = PATTERN.exec(date);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const length = month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
  return day >= 1 && day <= length ? { year, month, day } : undefined;
}

/** Whether this is a day that exists, written `YYYY-MM-DD`. */
export const isCalendarDate = (date: string): boolean => parts(date) !== undefined;

/**
 * Days since 1 March of year 0 in the Gregorian calendar, for differences only.
 * Years start in March so that the leap day comes last. Throws on a date that does not exist.
 */
function dayNumber(date: CalendarDate): number {
  const p = parts(date);
  if (!p) throw new Error(`Not a calendar date: ${date}`);
  const year = p.month > 2 ? p.year : p.year - 1;
  const month = (p.month + 9) % 12;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor((month * 153 + 2) / 5) + p.day - 1;
}

/** Whole days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from);
