import type { RecordTypeName } from '../record-types.ts';
import { RECORD_TYPES } from '../record-types.ts';
import type { Home } from '../record-type.ts';

/** What can be taken along by itself. Records that others could be given go by their category; the others by hand. */
export const EXPORT_PARTS = [
  'check-ins',
  'plan',
  'goals',
  'routine',
  'medicine',
  'measures',
  'triggers',
  'safety-plan',
  'milestones',
  'help',
  'tools',
  'urges',
  'journal',
  'people',
  'page',
  'item-nine',
  'pregnancy',
] as const;
export type ExportPart = (typeof EXPORT_PARTS)[number];

/** Parts that "everything" leaves out: each is taken only when it is chosen by itself. */
export const APART: readonly ExportPart[] = ['item-nine', 'pregnancy'];

/** Private records by what they belong to. One that is not named here goes with the page itself. */
const PRIVATE: Partial<Readonly<Record<RecordTypeName, ExportPart>>> = {
  person: 'people',
  'promised-call': 'people',
  urge: 'urges',
  slip: 'urges',
  'tool-use': 'tools',
  worksheet: 'tools',
  activity: 'tools',
  letter: 'tools',
  'milestone-words': 'milestones',
  counter: 'milestones',
  'counted-day': 'milestones',
  'hard-time': 'triggers',
  transition: 'medicine',
  'symptom-log': 'medicine',
  'if-then-shown': 'plan',
  'plan-version': 'plan',
  'item-nine': 'item-nine',
  pregnancy: 'pregnancy',
};

/** The part that a kind of record belongs to. Every kind has exactly one. */
export function partOf(type: RecordTypeName): ExportPart {
  const home: Home = RECORD_TYPES[type].home;
  if (home === 'private') return PRIVATE[type] ?? 'page';
  return home === 'today' ? 'check-ins' : home;
}

/** Every kind of record. */
export const RECORD_KINDS = Object.keys(RECORD_TYPES) as RecordTypeName[];
