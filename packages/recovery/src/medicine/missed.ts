import { addDays } from './calendar.ts';
import type { Dose } from './dose.ts';
import { doseIndex, slotsOn } from './dose.ts';
import type { Medicine } from './medicine.ts';
import { dayIn } from './wall-clock.ts';

/**
 * Days without a daily medicine after which tolerance may be lower, and after which it is not started again without
 * the prescriber. 3 is the figure of the Australian methadone guidance (section 3.5) and of the UK guidelines of 2017;
 * the card and the call come a day before it. Not reviewed by a clinician yet.
 */
export const CARD_AFTER_DAYS = 2;
export const RESTART_AFTER_DAYS = 3;

/** How far back the last dose is looked for. */
const LOOK_BACK_DAYS = 60;
/** Days for which what was told of stays in view while nothing else is marked. */
const IN_VIEW_DAYS = 7;

/**
 * none: nothing was said · one: a dose was not taken · card: ring today, and tolerance may be lower ·
 * restart: not again without the prescriber
 */
export type MissedAdvice = 'none' | 'one' | 'card' | 'restart';

export interface Missed {
  /** Days of which the person said that a dose was not taken, since the last one that was. */
  readonly told: number;
  /** Days the body may have gone without, up to the last one told of: those told of, and unmarked ones between. */
  readonly days: number;
  /** The last day told of. */
  readonly said: string | undefined;
  /** The first of `days`. */
  readonly since: string | undefined;
  /** The last day on which a dose was marked as taken, in the last 60 days. */
  readonly lastTaken: string | undefined;
  readonly advice: MissedAdvice;
}

const NOTHING = { told: 0, days: 0, said: undefined, since: undefined, advice: 'none' } as const;

/**
 * What follows from doses that the person said they did not take. Only their own "did not take it" begins it: a dose
 * that is not marked never does. Once they have said it of a day, the days before that are not marked, back to the
 * last one marked as taken, count as days without, because the body may have gone without and asking is safe. Where
 * nothing was marked as taken, only the days of the last week that were told of count. Days on which none is due
 * never count.
 * @param now ms since 1970
 * @param zone the phone's zone, which settles what day it is
 */
export function missedSince(medicine: Medicine, doses: readonly Dose[], now: number, zone: string): Missed {
  const today = dayIn(now, zone);
  const index = doseIndex(medicine, doses);
  const without: { day: string; said: boolean }[] = [];
  let lastTaken: string | undefined;
  for (let back = 0; back < LOOK_BACK_DAYS && lastTaken === undefined; back++) {
    const date = addDays(today, -back);
    const slots = slotsOn(medicine, index, date);
    const marks = slots.flatMap(({ dose }) => dose?.mark ?? []);
    if (marks.some((mark) => mark !== 'not')) lastTaken = date;
    else if (slots.length) without.push({ day: date, said: marks.length > 0 });
  }
  const week = addDays(today, -IN_VIEW_DAYS);
  const from = without.findIndex((one) => one.said);
  const said = without[from]?.day;
  if (said === undefined || said < week) return { ...NOTHING, lastTaken };
  const upTo = without.slice(from);
  const told = upTo.filter((one) => one.said);
  const counted = lastTaken === undefined ? told.filter((one) => one.day >= week) : upTo;
  const days = counted.length;
  return { told: told.length, days, said, since: counted.at(-1)?.day, lastTaken, advice: adviceFor(days) };
}

function adviceFor(days: number): MissedAdvice {
  if (days < CARD_AFTER_DAYS) return 'one';
  return days < RESTART_AFTER_DAYS ? 'card' : 'restart';
}
