import * as v from 'valibot';
import { NAME_LENGTH } from '../circle/person.ts';
import { words } from '../medicine/calendar.ts';
import { optionalNumber, PLACE_LENGTH } from '../medicine/medicine.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';

export const CARE_ROLES = [
  'prescriber',
  'doctor',
  'nurse',
  'pharmacy',
  'counsellor',
  'therapist',
  'social-worker',
  'midwife',
  'peer',
  'other',
] as const;
export type CareRole = (typeof CARE_ROLES)[number];

/** Someone who looks after the person: a role, a name, a number, and when they can be reached, in words. */
export const CARE_PERSON = {
  type: 'care-person',
  home: 'medicine',
  schema: v.object({
    role: v.picklist(CARE_ROLES),
    name: v.pipe(words(NAME_LENGTH), v.minLength(1)),
    number: optionalNumber,
    hours: words(PLACE_LENGTH),
  }),
} as const satisfies RecordType<v.GenericSchema>;

export type CarePerson = FieldsOf<typeof CARE_PERSON> & { readonly id: string };

/** The care team in the order of its roles, then of names. */
export const teamOf = (people: readonly CarePerson[]): CarePerson[] =>
  people.toSorted(
    (a, b) =>
      CARE_ROLES.indexOf(a.role) - CARE_ROLES.indexOf(b.role) ||
      a.name.localeCompare(b.name) ||
      (a.id < b.id ? -1 : 1),
  );

/** Roles that can put a missing dose right, the nearest first. */
const DOSE_HELP: readonly CareRole[] = ['prescriber', 'doctor', 'nurse', 'pharmacy'];

/** A number to ring about a dose. `name` may be empty: the clinic's name was not written down. */
export interface DoseNumber {
  readonly name: string;
  readonly number: string;
}

/** Numbers to ring about a dose: the medicine's own clinic first, then prescriber, doctor, nurse and pharmacy. Each once. */
export function doseNumbers(
  medicine: { readonly place: string; readonly number: string } | undefined,
  people: readonly CarePerson[],
): DoseNumber[] {
  const own = medicine && medicine.number !== '' ? [{ name: medicine.place, number: medicine.number }] : [];
  const team = teamOf(people)
    .filter(({ role, number }) => number !== '' && DOSE_HELP.includes(role))
    .map(({ name, number }) => ({ name, number }));
  const seen = new Set<string>();
  return [...own, ...team].filter(({ number }) => !seen.has(number) && Boolean(seen.add(number)));
}
