import * as v from 'valibot';
import { dialable, NAME_LENGTH } from '../circle/person.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';
import { clock, day, words } from './calendar.ts';

/** Longest text copied from a label. */
export const LABEL_LENGTH = 500;
/** Longest short text: where something is, when someone is there. */
export const PLACE_LENGTH = 200;

export const MEDICINE_KINDS = [
  'methadone',
  'buprenorphine',
  'buprenorphine-weekly',
  'buprenorphine-monthly',
  'naltrexone',
  'naltrexone-injection',
  'naloxone',
  'other',
] as const;
export type MedicineKind = (typeof MEDICINE_KINDS)[number];

/** A number to ring, or nothing. */
export const optionalNumber = v.pipe(
  words(40),
  v.check((text) => text === '' || dialable(text) !== '', 'number'),
);

/**
 * A medicine, as the person describes it. The label is kept as text and never read by a rule: nothing here works out
 * a dose.
 */
export const MEDICINE = {
  type: 'medicine',
  home: 'medicine',
  schema: v.object({
    kind: v.picklist(MEDICINE_KINDS),
    /** What the person calls it; empty for the name of its kind. */
    name: words(NAME_LENGTH),
    label: words(LABEL_LENGTH),
    /** Times of day it is taken at; none for a medicine without set times. */
    times: v.pipe(v.array(clock), v.maxLength(6)),
    /** ISO weekdays it is taken on, 1 is Monday; none for every day. */
    weekdays: v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
    /** Where it comes from, or where a kit is kept. */
    place: words(PLACE_LENGTH),
    /** The clinic or pharmacy. */
    number: optionalNumber,
    started: v.nullable(day),
    /** The day the person stopped it, or it was stopped. */
    stopped: v.nullable(day),
    /** The days without it before the person took it again: from the day it was stopped, until the one it was not. */
    gap: v.optional(v.object({ from: day, until: day })),
    /** How many days' supply there was on a day, counted by the person. */
    supply: v.nullable(
      v.object({ days: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(400)), on: day }),
    ),
    /** The day of the latest injection known when this was written; later ones are doses. */
    given: v.nullable(day),
    /** Days between injections; null for what is usual for its kind. */
    every: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(400))),
    /** Last day of a naloxone kit. */
    expires: v.nullable(day),
  }),
} as const satisfies RecordType<v.GenericSchema>;

export type Medicine = FieldsOf<typeof MEDICINE> & { readonly id: string };

/** How a kind of medicine is taken: on days, by injection at a clinic, or kept for an emergency. */
export function formOf(kind: MedicineKind): 'days' | 'injection' | 'kit' {
  if (kind === 'naloxone') return 'kit';
  return kind === 'buprenorphine-weekly' ||
    kind === 'buprenorphine-monthly' ||
    kind === 'naltrexone-injection'
    ? 'injection'
    : 'days';
}

/** Whether a medicine is being taken on a day. */
export const isCurrent = ({ stopped }: Pick<Medicine, 'stopped'>, today: string): boolean =>
  stopped === null || today < stopped;
