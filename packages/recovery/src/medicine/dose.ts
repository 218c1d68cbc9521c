import * as v from 'valibot';
import type { FieldsOf, RecordType } from '../record-type.ts';
import { addDays, clock, day, moment, weekdayOf } from './calendar.ts';
import type { Medicine } from './medicine.ts';
import { formOf, isCurrent } from './medicine.ts';

/** taken · late: taken, later than its time · not: the person said that they did not take it */
export const DOSE_MARKS = ['taken', 'late', 'not'] as const;
export type DoseMark = (typeof DOSE_MARKS)[number];

/**
 * What a person said of one dose. A dose without such a record is not marked, which says nothing about it. Id: medicine,
 * day and time, so that two phones mark it once; earlier ones have an id by chance.
 */
export const DOSE = {
  type: 'dose',
  home: 'medicine',
  schema: v.object({
    medicine: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
    /** The local day the dose belongs to, also when it was taken after midnight. */
    day,
    /** The time it was meant for; null for a medicine without set times, and for an injection. */
    time: v.nullable(clock),
    mark: v.picklist(DOSE_MARKS),
    /** When it was marked. */
    at: moment,
  }),
} as const satisfies RecordType<v.GenericSchema>;

export type Dose = FieldsOf<typeof DOSE> & { readonly id: string };

export const doseId = (medicine: string, date: string, time: string | null): string =>
  `${medicine}.${date}${time === null ? '' : `.${time}`}`;

/** One dose of one day, and what was said of it. */
export interface Slot {
  readonly day: string;
  /** HH:MM, or null without a set time. */
  readonly time: string | null;
  readonly dose: Dose | undefined;
}

/** Doses of one medicine that stand, by their day. */
export type DoseIndex = ReadonlyMap<string, readonly Dose[]>;

/** What stands of one medicine's doses: two phones may have marked the same one, and the later mark stands. */
export function standingDoses(medicine: Pick<Medicine, 'id'>, doses: readonly Dose[]): Dose[] {
  const standing = new Map<string, Dose>();
  for (const dose of doses) {
    if (dose.medicine !== medicine.id) continue;
    const key = `${dose.day} ${dose.time}`;
    const held = standing.get(key);
    if (!held || dose.at > held.at || (dose.at === held.at && dose.id > held.id)) standing.set(key, dose);
  }
  return [...standing.values()];
}

/** Make it once for a list of slots. */
export function doseIndex(medicine: Pick<Medicine, 'id'>, doses: readonly Dose[]): DoseIndex {
  const index = new Map<string, Dose[]>();
  for (const dose of standingDoses(medicine, doses))
    index.set(dose.day, [...(index.get(dose.day) ?? []), dose]);
  return index;
}

const minutes = (time: string | null): number => Date.parse(`1970-01-01T${time ?? '00:00'}Z`) / 60_000;

/**
 * The doses of a day, in order of time; none on a day it is not taken on. Injections have no daily doses. Times and
 * days may have been changed since something was marked. What was said of a dose still holds: such a mark keeps its
 * own time, and stands in place of the nearest dose that is not marked, so that none is asked for twice.
 */
export function slotsOn(medicine: Medicine, index: DoseIndex, date: string): Slot[] {
  const { kind, times, weekdays, started } = medicine;
  if (formOf(kind) !== 'days' || !isCurrent(medicine, date) || (started !== null && date < started))
    return [];
  const due = weekdays.length === 0 || weekdays.includes(weekdayOf(date));
  const open = new Set<string | null>(due ? (times.length ? times.toSorted() : [null]) : []);
  const marked = index.get(date) ?? [];
  const moved = marked.filter(({ time }) => !open.delete(time));
  for (const { time } of moved.toSorted(byTime)) {
    const apart = (other: string | null): number => Math.abs(minutes(other) - minutes(time));
    const [nearest] = [...open].toSorted((a, b) => apart(a) - apart(b));
    if (nearest !== undefined) open.delete(nearest);
  }
  return [
    ...marked.map((dose) => ({ day: date, time: dose.time, dose })),
    ...[...open].map((time) => ({ day: date, time, dose: undefined })),
  ].toSorted(byTime);
}

const byTime = (a: Pick<Slot, 'time'>, b: Pick<Slot, 'time'>): number => minutes(a.time) - minutes(b.time);

/** The doses of the last `count` days up to and with `today`, newest day first. */
export function recentSlots(
  medicine: Medicine,
  doses: readonly Dose[],
  today: string,
  count: number,
): { readonly day: string; readonly slots: readonly Slot[] }[] {
  const index = doseIndex(medicine, doses);
  return Array.from({ length: count }, (_, back) => addDays(today, -back))
    .map((date) => ({ day: date, slots: slotsOn(medicine, index, date) }))
    .filter(({ slots }) => slots.length > 0);
}
