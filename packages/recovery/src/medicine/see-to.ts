import { addDays } from './calendar.ts';
import type { Dose } from './dose.ts';
import { injectionState, injectionTime } from './injection.ts';
import type { Medicine } from './medicine.ts';
import { formOf, isCurrent } from './medicine.ts';
import { isExpired, supplyOf } from './supply.ts';

/** How long something of a medicine that was not seen to is brought up, days. Its own page goes on saying it. */
const BROUGHT_UP_DAYS = 30;

/**
 * Whether something of a medicine is to be seen to now: an injection that may be given or may be wearing off, a supply
 * that runs out, a kit past its date. No longer than 30 days after its day, so that what was settled elsewhere and not
 * told here does not stand forever.
 * @param today YYYY-MM-DD on the phone's wall
 */
export function toSeeTo(medicine: Medicine, doses: readonly Dose[], today: string): boolean {
  const recent = (since: string): boolean => today <= addDays(since, BROUGHT_UP_DAYS);
  if (!isCurrent(medicine, today)) return false;
  switch (formOf(medicine.kind)) {
    case 'injection': {
      const time = injectionTime(medicine, doses);
      return time !== undefined && injectionState(time, today) !== 'ahead' && recent(time.until);
    }
    case 'kit':
      return medicine.expires !== null && isExpired(medicine, today) && recent(medicine.expires);
    case 'days': {
      const supply = supplyOf(medicine, today);
      return supply !== undefined && supply.soon && recent(supply.out);
    }
  }
}
