import * as v from 'valibot';
import type { RecordType } from '../record-type.ts';
import { KEEP_DAYS } from '../journal/keep.ts';

const DAY = 86_400_000;

/** What a person may keep for a time only: entries that say when they were written. */
export const KEPT_KINDS = ['check-ins', 'journal', 'measures', 'medicine', 'tools'] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

/** The kinds of record behind each choice. Each of them has a field `at`, ms since 1970. */
export const KEPT_TYPES: Readonly<Record<string, KeptKind>> = {
  'check-in': 'check-ins',
  'day-note': 'check-ins',
  'journal-entry': 'journal',
  'measure-result': 'measures',
  'item-nine': 'measures',
  dose: 'medicine',
  'symptom-log': 'medicine',
  'tool-use': 'tools',
  worksheet: 'tools',
};

/** How long one kind of entry is kept. Id: the kind. Nothing kept means always. */
export const KEEPING = {
  type: 'keeping',
  home: 'private',
  schema: v.object({ days: v.picklist(KEEP_DAYS) }),
} as const satisfies RecordType<v.GenericSchema>;

/** Days each kind is kept; 0, or not named, for always. */
export type Keeping = Readonly<Partial<Record<KeptKind, number>>>;

/** The choices as they were kept, by kind. Of ids that are no kind nothing is made. */
export function keepingOf(records: readonly { readonly id: string; readonly days: number }[]): Keeping {
  const known = records.filter(({ id }) => (KEPT_KINDS as readonly string[]).includes(id));
  return Object.fromEntries(known.map(({ id, days }) => [id, days]));
}

/**
 * When a record's time is over, ms since 1970: at the end it carries itself, or when it is older than its kind is
 * kept, whichever comes first. Infinity for one that stays. The same on every phone, in whatever order things arrived.
 */
export function endOf(type: RecordType<v.GenericSchema>, fields: object, keeping: Keeping): number {
  const own = type.expires?.(fields) ?? Infinity;
  const kind = KEPT_TYPES[type.type];
  const days = kind === undefined ? 0 : (keeping[kind] ?? 0);
  const at = (fields as { readonly at?: unknown }).at;
  return days > 0 && typeof at === 'number' ? Math.min(own, at + days * DAY) : own;
}

/** Whether records of this type can have an end at all, by themselves or by choice. */
export const canEnd = (type: RecordType<v.GenericSchema>, keeping: Keeping): boolean => {
  const kind = KEPT_TYPES[type.type];
  return type.expires !== undefined || (kind !== undefined && (keeping[kind] ?? 0) > 0);
};
