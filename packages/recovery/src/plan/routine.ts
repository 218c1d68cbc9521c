import * as v from 'valibot';
import { day, moment } from '../fields.ts';
import { addDays } from '../medicine/calendar.ts';
import { instantOf, wallClock } from '../medicine/wall-clock.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';
import { line, maybe } from './line.ts';
import type { FallsOn } from './recurrence.ts';
import { readRule } from './recurrence.ts';

/** Something that comes again, at a time on the wall clock of a zone. Appointments are records of their own. */
export const ROUTINE_ITEM = {
  type: 'routine-item',
  home: 'routine',
  schema: v.object({
    words: line,
    /** Who comes along, in words; empty for nobody. */
    company: maybe,
    /** Its first day and its time, YYYY-MM-DDTHH:MM. */
    starts: v.pipe(v.string(), v.isoDateTime()),
    /** IANA zone of that clock. */
    zone: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
    /** RFC 5545 RRULE, without its name; empty for once. */
    rule: v.pipe(v.string(), v.maxLength(200)),
    /** Days, in its own zone, on which it does not take place. */
    except: v.pipe(v.array(day), v.maxLength(366)),
    at: moment,
  }),
} as const satisfies RecordType<v.GenericSchema>;
export type RoutineItem = FieldsOf<typeof ROUTINE_ITEM> & { readonly id: string };

/** One time of a routine item: the day it is on in the item's own zone, and when it is here. */
export interface RoutineTime {
  readonly item: RoutineItem;
  /** The item's own day: what an exception names. */
  readonly on: string;
  /** Ms since 1970. */
  readonly at: number;
  /** HH:MM on the wall clock here. */
  readonly time: string;
}

/** Whether an item takes place on a day of its own zone. A rule this version cannot read takes place on none. */
function takesPlace(item: RoutineItem, on: string, fallsOn: FallsOn): boolean {
  const start = item.starts.slice(0, 10);
  if (item.except.includes(on)) return false;
  if (item.rule === '') return on === start;
  const rule = readRule(item.rule);
  return rule !== undefined && fallsOn(rule, start, on);
}

/**
 * What takes place on a local calendar day, soonest first.
 * @param on the day here, YYYY-MM-DD
 * @param zone the IANA zone here
 * @param fallsOn see `FallsOn`; asked only of items with a rule
 */
export function occurrencesOn(
  on: string,
  items: readonly RoutineItem[],
  zone: string,
  fallsOn: FallsOn,
): RoutineTime[] {
  // No two zones are more than a day apart, so an item's own day is this one or a neighbour.
  const near = [addDays(on, -1), on, addDays(on, 1)];
  return items
    .flatMap((item) =>
      near
        .filter((own) => takesPlace(item, own, fallsOn))
        .map((own) => {
          const at = instantOf(`${own}T${item.starts.slice(11, 16)}`, item.zone);
          const here = wallClock(at, zone);
          return { item, on: own, at, time: here.slice(11, 16), day: here.slice(0, 10) };
        }),
    )
    .filter(({ day: here }) => here === on)
    .map(({ item, on: own, at, time }) => ({ item, on: own, at, time }))
    .toSorted((a, b) => a.at - b.at || (a.item.id < b.item.id ? -1 : 1));
}

/** When evening begins, HH:MM. */
const EVENING = '17:00';

/** Whether nothing is set for the evening of a day, given the times of what is. */
export const isFreeEvening = (times: readonly string[]): boolean => !times.some((time) => time >= EVENING);

/** An idea of a list for a day: the same all day, another the next. */
export const ideaFor = <T>(ideas: readonly T[], on: string): T =>
  ideas[(Date.parse(`${on}T00:00:00Z`) / 86_400_000) % ideas.length]!;
