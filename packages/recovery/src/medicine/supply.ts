import { addDays, daysFrom } from './calendar.ts';
import type { Medicine } from './medicine.ts';
import { isCurrent, MEDICINE_KINDS } from './medicine.ts';

/** Days before the supply runs out from which it is spoken of. */
const SOON_DAYS = 4;

export interface Supply {
  /** The first day without. */
  readonly out: string;
  /** Whole days left, never below 0. */
  readonly left: number;
  readonly soon: boolean;
}

/** When a supply that the person counted runs out, at one day's supply a day. Undefined when none was counted. */
export function supplyOf({ supply }: Pick<Medicine, 'supply'>, today: string): Supply | undefined {
  if (supply === null) return undefined;
  const out = addDays(supply.on, supply.days);
  const left = Math.max(0, daysFrom(today, out));
  return { out, left, soon: left <= SOON_DAYS };
}

/** Whether the date on a naloxone kit has passed. The last day itself is still good. */
export const isExpired = ({ expires }: Pick<Medicine, 'expires'>, today: string): boolean =>
  expires !== null && today > expires;

/** Medicines taken now, in the order of their kinds, then of names; those that ended come apart. */
export function byUse(
  medicines: readonly Medicine[],
  today: string,
): { readonly now: readonly Medicine[]; readonly before: readonly Medicine[] } {
  const place = (one: Medicine): string =>
    `${MEDICINE_KINDS.indexOf(one.kind)} ${one.name.toLowerCase()} ${one.id}`;
  const sorted = medicines.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
  return {
    now: sorted.filter((one) => isCurrent(one, today)),
    before: sorted.filter((one) => !isCurrent(one, today)),
  };
}
