import { daysFrom } from '../medicine/calendar.ts';

/** Parts of a day that have words of their own: at night other things are true than by day. */
export type WordPart = 'night' | 'morning' | 'day' | 'evening';

export function wordPart(hour: number): WordPart {
  if (hour < 5) return 'night';
  if (hour < 11) return 'morning';
  return hour < 18 ? 'day' : 'evening';
}

/** One of a list for a day: it stays all day, and on the next day it is another. Nothing a person wrote decides it. */
export const ofTheDay = <T>(list: readonly T[], day: string): T =>
  list[daysFrom('1970-01-01', day) % list.length]!;
