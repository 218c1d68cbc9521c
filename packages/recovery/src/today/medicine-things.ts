import type { Dose } from '../medicine/dose.ts';
import type { Medicine } from '../medicine/medicine.ts';
import { nextDoses } from '../medicine/next-doses.ts';
import { toSeeTo } from '../medicine/see-to.ts';
import { dayIn } from '../medicine/wall-clock.ts';
import type { MedicineThing } from './next-things.ts';

/** How long a dose that was marked still stands on Today, so that the mark can be taken back, ms. */
const JUST_MARKED = 10 * 60_000;

/**
 * The doses of today that are not marked or were marked a moment ago, and the medicines to be seen to. Apart from the
 * other things of Today, so that a page without a medicine does without these rules.
 * @param now ms since 1970
 * @param zone the phone's zone: doses are taken by the clock on the wall, wherever that is
 */
export function medicineThings(
  medicines: readonly Medicine[],
  doses: readonly Dose[],
  now: number,
  zone: string,
): MedicineThing[] {
  const today = dayIn(now, zone);
  const due = nextDoses(medicines, doses, now, zone)
    .filter(({ day, dose }) => day === today && (dose === undefined || now - dose.at < JUST_MARKED))
    .map((dose): MedicineThing => ({ what: 'dose', day: today, time: dose.time, dose }));
  const rest = medicines
    .filter((medicine) => toSeeTo(medicine, doses, today))
    .map((medicine): MedicineThing => ({ what: 'medicine', day: today, time: null, medicine }));
  return [...due, ...rest];
}
