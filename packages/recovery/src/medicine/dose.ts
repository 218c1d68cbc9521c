import * as v from 'valibot';
import type { FieldsOf, RecordType } from '../record-type.ts';
import { addDays, clock, day, moment, weekdayOf } from './calendar.ts';
import type { Medicine } from './medicine.ts';
import { formOf, isCurrent } from './medicine.ts';

/** taken · late: taken, later than its time · not: the person said that they did not take it */
export const DOSE_MARKS = ['taken', 'late', 'not'] as const;
export type DoseMark = (typeof DOSE_MARKS)[number];

/** What a person said of one dose. A dose without such a record is not marked, which says nothing about it. */
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

/** One dose of one day, and what was said of it. */
export interface Slot {
  readonly day: string;
  /** HH:MM, or null without a set time. */
  readonly time: string | null;
  readonly dose: Dose | undefined;
}

const slotKey = (date: string, time: string | null): string => `${date} ${time ?? ''}`;

/**
 * Doses of one medicine by their day and time. Two phones may have marked the same one: the later mark stands.
 * Make it once for a list of slots.
 */
export function doseIndex(medicine: Pick<Medicine, 'id'>, doses: readonly Dose[]): ReadonlyMap<string, Dose> {
  const index = new Map<string, Dose>();
  for (const dose of doses) {
    if (dose.medicine !== medicine.id) continue;
    const key = slotKey(dose.day, dose.time);
    const held = index.get(key);
    if (!held || dose.at > held.at || (dose.at === held.at && dose.id > held.id)) index.set(key, dose);
  }
  return index;
}

/** The doses of a day, in order of time; none on a day it is not taken on. Injections have no daily doses. */
export function slotsOn(medicine: Medicine, index: ReadonlyMap<string, Dose>, date: string): Slot[] {
  const { kind, times, weekdays, started } = medicine;
  const taken =
    formOf(kind) === 'days' &&
    isCurrent(medicine, date) &&
    (started === null || started <= date) &&
    (weekdays.length === 0 || weekdays.includes(weekdayOf(date)));
  if (!taken) return [];
  const at: (string | null)[] = times.length ? [...new Set(times)].toSorted() : [null];
  return at.map((time) => ({ day: date, time, dose: index.get(slotKey(date, time)) }));
}

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
