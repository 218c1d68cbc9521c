import type { FhirResource, Reference } from 'fhir/r4.js';
import type { MOODS, SLEEPS } from '../../check-in/check-in.ts';
import type { Instrument } from '../../measures/instrument.ts';
import type { MedicineKind } from '../../medicine/medicine.ts';
import type { SAFETY_STEPS } from '../../plan/plan-lines.ts';
import type { TRIGGER_KINDS } from '../../plan/trigger.ts';
import type { RecordsByType } from '../document.ts';

/** What can be chosen, one by one. */
export const FHIR_SECTIONS = [
  'medicines',
  'doses',
  'appointments',
  'sums',
  'answers',
  'check-ins',
  'goals',
  'plan',
  'triggers',
  'signs',
  'safety-plan',
] as const;
export type FhirSection = (typeof FHIR_SECTIONS)[number];

/** Words in the person's language. FHIR has a place for text beside every code. */
export interface FhirWords {
  readonly kinds: Readonly<Record<MedicineKind, string>>;
  /** Names of sums, by their name in a result. */
  readonly totals: Readonly<Record<string, string>>;
  readonly sections: Readonly<Record<'plan' | 'triggers' | 'signs' | 'safety-plan', string>>;
  /** Headings of lines, by their kind. */
  readonly triggers: Readonly<Record<(typeof TRIGGER_KINDS)[number], string>>;
  readonly safetySteps: Readonly<Record<(typeof SAFETY_STEPS)[number], { readonly title: string }>>;
  readonly checkIn: Readonly<Record<'title' | 'urge' | 'mood' | 'sleep' | 'slept' | 'confidence', string>>;
  readonly moods: Readonly<Record<(typeof MOODS)[number], string>>;
  readonly sleeps: Readonly<Record<(typeof SLEEPS)[number], string>>;
  readonly ifThen: (cue: string, action: string) => string;
}

export interface FhirInput {
  readonly records: RecordsByType;
  readonly sections: ReadonlySet<FhirSection>;
  /** The first day of what is dated, YYYY-MM-DD; empty for all of it. */
  readonly since: string;
  /** As the person typed it for this file; empty for none. Nothing else names them. */
  readonly name: string;
  readonly language: 'en' | 'es';
  readonly words: FhirWords;
  /** Questionnaires that results belong to, by id: those of `neededInstruments`. */
  readonly instruments: ReadonlyMap<string, Instrument>;
  /** The local day, and the time in ms since 1970. */
  readonly today: string;
  readonly now: number;
  /** Random UUIDs: a file has no number that another file or the server knows. */
  readonly uuid: () => string;
}

/** An entry of the bundle in the making. */
export interface Entry<R extends FhirResource = FhirResource> {
  readonly fullUrl: string;
  readonly resource: R;
}

/** What every mapping is given: the input, the person as a reference, and a way to make entries. */
export interface FhirContext extends FhirInput {
  readonly patient: Reference;
  entry<R extends FhirResource>(resource: R): Entry<R>;
}

/** FHIR has no empty strings, lists or nulls: what is not there is left out. */
export const some = <T>(text: T | null | undefined | ''): T | undefined =>
  text === '' || text == null ? undefined : text;

/** An instant as FHIR has it, in UTC. */
export const instant = (at: number): string => new Date(at).toISOString();
