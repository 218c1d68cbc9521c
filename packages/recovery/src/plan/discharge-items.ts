import type { FieldsOf } from '../record-type.ts';
import type { RECORD_TYPES } from '../record-types.ts';
import type { Discharge } from './discharge.ts';

/** The step of the path that a read tolerance card stands for. */
export const CARD_STEP = 'card';

type Fields<N extends keyof typeof RECORD_TYPES> = FieldsOf<(typeof RECORD_TYPES)[N]>;
type Proposal<K extends string, N extends keyof typeof RECORD_TYPES> = {
  readonly kind: K;
  readonly change: { readonly type: N; readonly fields: Fields<N>; readonly id?: string };
};
/** One part of what a clinic handed over, as the record it would become if the person takes it. */
export type DischargeItem =
  | Proposal<'clinic', 'care-person'>
  | Proposal<'medicine', 'medicine'>
  | Proposal<'naloxone', 'medicine'>
  | Proposal<'visit', 'appointment'>
  | Proposal<'left', 'transition'>
  | Proposal<'card', 'path-mark'>;

const bare = {
  name: '',
  label: '',
  times: [],
  weekdays: [],
  place: '',
  number: '',
  started: null,
  stopped: null,
  supply: null,
  given: null,
  every: null,
  expires: null,
} as const satisfies Omit<Fields<'medicine'>, 'kind'>;
/** Records hold lists that may be changed; what is shared between them may not. */
const medicine = (
  fields: Partial<Fields<'medicine'>> & Pick<Fields<'medicine'>, 'kind'>,
): Fields<'medicine'> => ({
  ...bare,
  times: [],
  weekdays: [],
  ...fields,
});

/**
 * What a discharge proposes, part by part, in the order it matters on the first day.
 * @param at ms since 1970
 * @param today the local calendar day
 */
export function dischargeItems(from: Discharge, at: number, today: string): DischargeItem[] {
  const number = from.n ?? '';
  const takes = from.m !== undefined || from.d !== undefined;
  const items: DischargeItem[] = [];
  if (takes) {
    items.push({
      kind: 'medicine',
      change: {
        type: 'medicine',
        fields: medicine({ kind: from.m ?? 'other', times: from.d ?? [], place: from.c, number }),
      },
    });
  }
  items.push({
    kind: 'clinic',
    change: {
      type: 'care-person',
      // Who gives the medicine is rung about a dose; another clinic is not.
      fields: { role: takes ? 'prescriber' : 'other', name: from.c, number, hours: '' },
    },
  });
  for (const [name, where, starts] of from.a ?? []) {
    items.push({
      kind: 'visit',
      change: {
        type: 'appointment',
        fields: { with: name, where, starts, zone: from.z, bring: '', notes: '', remind: null },
      },
    });
  }
  if (from.x) {
    items.push({
      kind: 'naloxone',
      change: { type: 'medicine', fields: medicine({ kind: 'naloxone' }) },
    });
  }
  if (from.l !== undefined) {
    items.push({
      kind: 'left',
      change: {
        type: 'transition',
        // Not yet read here: the card comes up once on this phone, whatever was read at the clinic.
        fields: { what: 'detox', day: from.l, medicine: null, seen: null },
      },
    });
  }
  if (from.t) {
    items.push({
      kind: 'card',
      change: {
        type: 'path-mark',
        id: CARD_STEP,
        fields: { words: '', stretch: 'days', done: from.l ?? today, aside: false, at },
      },
    });
  }
  return items;
}
