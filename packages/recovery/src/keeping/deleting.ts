import { PLAN_PARTS } from '../plan/version.ts';
import type { PlanPart } from '../plan/version.ts';
import type { Home } from '../record-type.ts';
import type { RecordTypeName } from '../record-types.ts';
import { RECORD_TYPES } from '../record-types.ts';

/** Private records that are no notes: who one is, whom one rings, and what was chosen. They go with the page. */
const STAYS: ReadonlySet<string> = new Set<RecordTypeName>([
  'profile',
  'person',
  'keeping',
  'sign-settings',
  'reminder',
  'reminder-answer',
  'reminder-settings',
  'promised-call',
]);

/** Private records about something that has a heading of its own: whoever deletes that means these too. */
const ABOUT: Partial<Readonly<Record<string, Home>>> = {
  'item-nine': 'measures',
  transition: 'medicine',
  'symptom-log': 'medicine',
  pregnancy: 'medicine',
  'hard-time': 'triggers',
  'milestone-words': 'milestones',
  'if-then-shown': 'plan',
} satisfies Partial<Record<RecordTypeName, Home>>;

const isType = (type: string): type is RecordTypeName => Object.hasOwn(RECORD_TYPES, type);

/** The home of what a version of the plan keeps a copy of. */
const copied = ({ part }: { readonly part?: unknown }): Home | undefined => {
  const [first] = PLAN_PARTS[part as PlanPart] ?? [];
  return first && RECORD_TYPES[first].home;
};

/**
 * Whether a record goes when a person deletes all under one heading: what lives there, and what is kept privately of
 * it. "private" means every note that is for oneself alone.
 * @param fields of the record; those of a draft may be none
 */
export function goesWith(heading: Home, type: string, fields: object = {}): boolean {
  if (!isType(type) || STAYS.has(type)) return false;
  const { home } = RECORD_TYPES[type];
  const about = type === 'plan-version' ? copied(fields) : ABOUT[type];
  return home === heading || about === heading;
}
