import type { Medicine, Reminder, ReminderWorld } from '@holdfast/recovery';
import {
  addDays,
  dayIn,
  formOf,
  injectionTime,
  instantOf,
  isCurrent,
  wallClock,
  weekdayOf,
} from '@holdfast/recovery';

/** Something in a calendar file. */
export interface CalendarEvent {
  /** The same in each file, so that a calendar can put a new one in place of the old. */
  readonly uid: string;
  readonly title: string;
  /** Whether the title is in the person's own words. */
  readonly own: boolean;
  /** YYYY-MM-DDTHH:MM. */
  readonly starts: string;
  /** By the clock on the wall, wherever the calendar is read; else in UTC. */
  readonly floating: boolean;
  /** ISO weekdays on which it comes back, all seven for every day; null for once. */
  readonly weekdays: readonly number[] | null;
  /** Minutes before its start at which the calendar is to ring. */
  readonly before: number;
}

export interface CalendarTitles {
  readonly neutral: string;
  readonly visit: string;
}

const EVERY = [1, 2, 3, 4, 5, 6, 7];

/**
 * What goes into the file: reminders that do not rest, visits and promised calls that ask to be reminded of. Titles say
 * "Reminder" and "Appointment", save where the person chose their own words.
 */
export function calendarEvents(
  world: ReminderWorld,
  now: number,
  zone: string,
  titles: CalendarTitles,
): CalendarEvent[] {
  const today = dayIn(now, zone);
  const set = world.reminders
    .filter(({ paused }) => !paused)
    .flatMap((one) => reminderEvents(one, world, today, titles));
  const visits = world.visits.flatMap(({ id, remind, starts, zone: there }) => {
    const at = instantOf(starts.slice(0, 16), there);
    return remind === null || at <= now ? [] : [moment(id, titles.visit, at, remind)];
  });
  const calls = world.calls.flatMap(({ id, remind, when }) =>
    remind && when > now ? [moment(id, titles.neutral, when, 0)] : [],
  );
  return [...set, ...visits, ...calls].toSorted((a, b) => (a.starts < b.starts ? -1 : 1));
}

const moment = (id: string, title: string, at: number, before: number): CalendarEvent => ({
  uid: id,
  title,
  own: false,
  starts: wallClock(at, 'UTC'),
  floating: false,
  weekdays: null,
  before,
});

function reminderEvents(
  one: Reminder,
  world: ReminderWorld,
  today: string,
  titles: CalendarTitles,
): CalendarEvent[] {
  const own = one.named && one.words !== '';
  const event = (time: string, from: string, weekdays: readonly number[] | null): CalendarEvent => ({
    uid: `${one.id}-${time.replace(':', '')}`,
    title: own ? one.words : titles.neutral,
    own,
    starts: `${from}T${time}`,
    floating: true,
    weekdays,
    before: 0,
  });
  if (one.about !== 'dose') {
    if (one.on !== null) return one.on < today ? [] : one.times.map((time) => event(time, one.on!, null));
    const days = one.weekdays.length ? one.weekdays : EVERY;
    return one.times.map((time) => event(time, firstOn(today, days), days));
  }
  const medicine = world.medicines.find(({ id }) => id === one.of);
  if (!medicine || !isCurrent(medicine, today)) return [];
  return doseTimes(one, medicine, world, today).map(({ time, from, weekdays }) =>
    event(time, from, weekdays),
  );
}

function doseTimes(one: Reminder, medicine: Medicine, world: ReminderWorld, today: string) {
  if (formOf(medicine.kind) === 'injection') {
    const due = injectionTime(medicine, world.doses)?.due;
    return due !== undefined && due >= today
      ? one.times.map((time) => ({ time, from: due, weekdays: null }))
      : [];
  }
  const days = medicine.weekdays.length ? medicine.weekdays : EVERY;
  const begins = medicine.started !== null && medicine.started > today ? medicine.started : today;
  const times = medicine.times.length ? medicine.times : one.times;
  return [...new Set(times)].map((time) => ({ time, from: firstOn(begins, days), weekdays: days }));
}

/** The first day from `from` on that is one of these weekdays. */
const firstOn = (from: string, weekdays: readonly number[]): string =>
  EVERY.map((_, ahead) => addDays(from, ahead)).find((day) => weekdays.includes(weekdayOf(day))) ?? from;

const BYDAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** How it comes back, as RFC 5545 section 3.3.10 writes it; undefined for once. */
export function ruleOf({ weekdays }: Pick<CalendarEvent, 'weekdays'>): string | undefined {
  if (weekdays === null) return undefined;
  if (EVERY.every((day) => weekdays.includes(day))) return 'FREQ=DAILY';
  return `FREQ=WEEKLY;BYDAY=${weekdays
    .toSorted((a, b) => a - b)
    .map((day) => BYDAY[day - 1])
    .join(',')}`;
}
