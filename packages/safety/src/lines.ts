import { daysBetween } from './calendar-date.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { CountryPack, Line } from './country-pack.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/**
 * Whether a line is answering at `instant`, by the wall clock of the line's own zone.
 * `unknown` when its hours were never confirmed. Public holidays are not known here.
 */
export function openState(line: Pick<Line, 'hours' | 'tz'>, instant: Date): 'open' | 'closed' | 'unknown' {
  const { when } = line.hours;
  if (when === 'always') return 'open';
  if (when === 'unconfirmed') return 'unknown';
  const { weekday, minute } = wallClock(line.tz, instant);
  const yesterday = weekday === 1 ? 7 : weekday - 1;
  const open = when.some(({ days, from, to }) => {
    const start = minutes(from);
    const end = minutes(to);
    if (end > start) return days.includes(weekday) && minute >= start && minute < end;
    return (days.includes(weekday) && minute >= start) || (days.includes(yesterday) && minute < end);
  });
  return open ? 'open' : 'closed';
}

/**
 * `expired` once `today` is past the line's review date. An expired line still shows, with
 * "check locally": an old number is better than an empty screen.
 */
export function freshness(line: Pick<Line, 'reviewBy'>, today: CalendarDate): 'fresh' | 'expired' {
  return daysBetween(line.reviewBy, today) > 0 ? 'expired' : 'fresh';
}

/**
 * The number that brings an ambulance, as dialled. It is the first call channel of the pack's first
 * emergency line. Throws when there is none: the validator refuses such a pack.
 */
export function emergencyNumber(pack: CountryPack): string {
  const line = pack.lines.find(({ kind }) => kind === 'emergency');
  const call = line?.channels.find(({ type }) => type === 'call');
  if (!call) throw new Error(`Pack ${pack.country} has no emergency number`);
  return call.value;
}

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** ISO weekday (1 is Monday) and minutes since midnight at `instant` in `tz`. */
function wallClock(tz: string, instant: Date): { weekday: number; minute: number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: tz,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? '';
  return {
    weekday: WEEKDAYS.indexOf(part('weekday')) + 1,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
}
