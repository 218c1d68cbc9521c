import { addDays } from '../medicine/calendar.ts';

/** RFC 5545 names of ISO weekdays, Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/**
 * The part of RFC 5545 §3.3.10 that a routine needs: every n days, weeks on some weekdays, or months on a day of the
 * month or the nth or last weekday, until a day if there is one. Weeks begin on Monday, as WKST does by default.
 */
export interface Recurrence {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY';
  readonly interval: number;
  /** ISO weekdays of a weekly rule; none for the weekday it starts on. */
  readonly weekdays: readonly number[];
  /** Of a monthly rule: the nth weekday, or the last for -1; undefined for the day of the month it starts on. */
  readonly nth: { readonly n: 1 | 2 | 3 | 4 | -1; readonly weekday: number } | undefined;
  /** The last day it can fall on, YYYY-MM-DD. */
  readonly until: string | undefined;
}

/** Writes a rule as RFC 5545 has it, without "RRULE:". */
export function ruleText({ freq, interval, weekdays, nth, until }: Recurrence): string {
  const names = weekdays.map((one) => WEEKDAYS[one - 1]).join(',');
  return [
    `FREQ=${freq}`,
    interval > 1 && `INTERVAL=${interval}`,
    names && `BYDAY=${names}`,
    nth && `BYDAY=${nth.n}${WEEKDAYS[nth.weekday - 1]}`,
    until && `UNTIL=${until.replaceAll('-', '')}`,
  ]
    .filter(Boolean)
    .join(';');
}

const PARTS = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'UNTIL']);

/** Reads a rule; undefined for one that this version does not know, which is then shown and never guessed at. */
export function readRule(text: string): Recurrence | undefined {
  const parts = new Map(text.split(';').map((part) => part.split('=') as [string, string]));
  if ([...parts].some(([name, value]) => !PARTS.has(name) || !value)) return undefined;
  const freq = (['DAILY', 'WEEKLY', 'MONTHLY'] as const).find((one) => one === parts.get('FREQ'));
  const interval = /^([1-9]\d?)$/.exec(parts.get('INTERVAL') ?? '1');
  const until = /^(\d{4})(\d\d)(\d\d)$/.exec(parts.get('UNTIL') ?? '');
  if (!freq || !interval || (parts.has('UNTIL') && !until)) return undefined;
  const rule = {
    freq,
    interval: Number(interval[1]),
    weekdays: [] as number[],
    nth: undefined,
    until: until ? until.slice(1).join('-') : undefined,
  };
  const by = parts.get('BYDAY');
  if (by === undefined) return rule;
  if (freq === 'MONTHLY') {
    const nth = /^([1-4]|-1)([A-Z]{2})$/.exec(by);
    const weekday = nth ? weekdayNamed(nth[2]!) : 0;
    return weekday ? { ...rule, nth: { n: Number(nth![1]) as 1 | 2 | 3 | 4 | -1, weekday } } : undefined;
  }
  const weekdays = by.split(',').map(weekdayNamed);
  return freq === 'WEEKLY' && !weekdays.includes(0) ? { ...rule, weekdays } : undefined;
}

const weekdayNamed = (name: string): number => WEEKDAYS.findIndex((one) => one === name) + 1;

/**
 * Whether a rule that starts on one day falls on another, both YYYY-MM-DD. Before its start it never does. What asks
 * this takes it as an argument: the library that knows is loaded only where there is a routine.
 */
export type FallsOn = (rule: Recurrence, start: string, day: string) => boolean;

/** The first day from `from` on that a rule falls on if it starts there. A day of the month is that day itself. */
export function firstDay(rule: Recurrence, from: string, fallsOn: FallsOn): string {
  // An nth weekday is at most five weeks away, a weekday less than one.
  const near = Array.from({ length: 36 }, (_, apart) => addDays(from, apart));
  return near.find((day) => fallsOn(rule, day, day)) ?? from;
}
