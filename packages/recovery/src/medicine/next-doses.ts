import { addDays } from './calendar.ts';
import type { Dose, Slot } from './dose.ts';
import { doseIndex, slotsOn } from './dose.ts';
import type { Medicine } from './medicine.ts';
import type { MissedAdvice } from './missed.ts';
import { missedSince } from './missed.ts';
import { dayIn, instantOf } from './wall-clock.ts';

/** A dose that stands on Today: its medicine, its day, and what was said of it. */
export interface NextDose extends Slot {
  readonly medicine: Medicine;
  /** When its time comes, ms since 1970; null without a set time. */
  readonly at: number | null;
  /** What follows for it from the doses that were not taken before. */
  readonly advice: MissedAdvice;
}

/** How far ahead a dose is looked for when today has none. */
const AHEAD_DAYS = 7;

/**
 * The doses of today, marked or not, in order of time, those without a time first. A medicine with none today gives
 * the doses of its next day, so that a day of rest is not a blank.
 * @param now ms since 1970
 * @param zone the phone's zone: doses are taken by the clock on the wall, wherever that is
 */
export function nextDoses(
  medicines: readonly Medicine[],
  doses: readonly Dose[],
  now: number,
  zone: string,
): NextDose[] {
  const today = dayIn(now, zone);
  return medicines
    .flatMap((medicine) => {
      const index = doseIndex(medicine, doses);
      for (let ahead = 0; ahead <= AHEAD_DAYS; ahead++) {
        const slots = slotsOn(medicine, index, addDays(today, ahead));
        if (slots.length) {
          const { advice } = missedSince(medicine, doses, now, zone);
          return slots.map((slot) => ({ ...slot, medicine, advice }));
        }
      }
      return [];
    })
    .map((slot) => ({ ...slot, at: slot.time === null ? null : instantOf(`${slot.day}T${slot.time}`, zone) }))
    .toSorted((a, b) => compare(sortKey(a), sortKey(b)));
}

const sortKey = ({ day, time, medicine }: NextDose): string => `${day} ${time ?? ''} ${medicine.id}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
