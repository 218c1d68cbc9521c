import { addDays } from '../medicine/calendar.ts';
import { instantOf, wallClock } from '../medicine/wall-clock.ts';
import type { ReminderSettings } from './reminder.ts';

/** Every reminder is due on full five minutes, so that a time says little. Ms. */
export const REMINDER_STEP = 300_000;

/** The last full five minutes before a moment: never later than what was asked for. */
export const onStep = (at: number): number => Math.floor(at / REMINDER_STEP) * REMINDER_STEP;

type Hours = Pick<ReminderSettings, 'quietFrom' | 'quietTo'>;

/** Whether a time on the wall, HH:MM, is within quiet hours: their start is, their end is not. */
export function isQuiet(time: string, { quietFrom: from, quietTo: to }: Hours): boolean {
  return from <= to ? from <= time && time < to : time >= from || time < to;
}

/**
 * When something that would come in quiet hours comes instead: at their end. What would be over by then, such as a
 * visit at their first hour, comes as they begin. It is never dropped, because the person asked for it.
 * @param over when it is of no use any more, ms since 1970
 */
export function outOfQuiet(at: number, zone: string, hours: Hours, over = Number.POSITIVE_INFINITY): number {
  const local = wallClock(at, zone);
  const time = local.slice(11, 16);
  if (!isQuiet(time, hours)) return at;
  const today = local.slice(0, 10);
  const ends = time < hours.quietTo ? today : addDays(today, 1);
  const end = Math.ceil(instantOf(`${ends}T${hours.quietTo}`, zone) / REMINDER_STEP) * REMINDER_STEP;
  // In an hour that comes twice the end may have been already.
  if (end < over) return Math.max(end, at);
  const began = time >= hours.quietFrom ? today : addDays(today, -1);
  return Math.min(onStep(instantOf(`${began}T${hours.quietFrom}`, zone)), at);
}
