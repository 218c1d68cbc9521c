import * as v from 'valibot';
import { day, moment, words } from '../medicine/calendar.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';
import { NOTES_LENGTH } from './appointment.ts';

/** How the body may feel when an opioid or a medicine wears off. A list of our own: no questionnaire, and no score. */
export const SYMPTOMS = [
  'sweats',
  'aches',
  'cramps',
  'nausea',
  'vomiting',
  'loose',
  'restless',
  'sleepless',
  'runny',
  'shaky',
  'worried',
  'drowsy',
] as const;
export type Symptom = (typeof SYMPTOMS)[number];

/** What the person wrote of how their body feels. It can be given to nobody. */
export const SYMPTOM_LOG = {
  type: 'symptom-log',
  home: 'private',
  schema: v.object({
    day,
    at: moment,
    /** 0 none to 3 a lot, for those that were answered. Never added up. */
    levels: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3))),
    words: words(NOTES_LENGTH),
  }),
} as const satisfies RecordType<v.GenericSchema>;

export type SymptomLog = FieldsOf<typeof SYMPTOM_LOG> & { readonly id: string };

/**
 * Which advice stands first after an answer: `fluids` where vomiting or loose stools are strong, because people die of
 * thirst in withdrawal (Darke 2016), `breathing` where someone is very drowsy. Not a judgement of how ill somebody is.
 */
export function bodyAdvice(levels: Readonly<Record<string, number>>): 'breathing' | 'fluids' | undefined {
  if ((levels['drowsy'] ?? 0) >= 3) return 'breathing';
  return (levels['vomiting'] ?? 0) >= 3 || (levels['loose'] ?? 0) >= 3 ? 'fluids' : undefined;
}

/** The symptoms that were felt, strongest first, in the order of the list among equals. */
export const feltOf = (levels: Readonly<Record<string, number>>): { symptom: Symptom; level: number }[] =>
  SYMPTOMS.flatMap((symptom) => {
    const level = levels[symptom] ?? 0;
    return level > 0 ? [{ symptom, level }] : [];
  }).toSorted((a, b) => b.level - a.level);
