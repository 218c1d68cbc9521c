import { addDays } from './calendar.ts';
import type { Dose } from './dose.ts';
import { doseIndex, slotsOn } from './dose.ts';
import type { Medicine } from './medicine.ts';
import { formOf } from './medicine.ts';
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
/** And days for which a gap does. The dose that ended it may be removed 30 days after it, and would be missing. */
const GAP_DAYS = 30;

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

/** Whether the prescriber is to be rung before the next dose. */
export const ringFirst = (advice: MissedAdvice): boolean => advice === 'card' || advice === 'restart';

/**
 * What follows from doses that the person said they did not take. Only their own "did not take it" begins it, or that
 * they stopped the medicine and take it again: a dose that is not marked never does. Once they have said it of a day, the days before that are not marked, back to the
 * last one marked as taken, count as days without, because the body may have gone without and asking is safe. Where
 * nothing was marked as taken, only the days of the last week that were told of count. Days on which none is due
 * never count, but all days for which the medicine was stopped do, and stay in view until a dose is marked as taken,
 * for 30 days at most.
 * @param now ms since 1970
 * @param zone the phone's zone, which settles what day it is
 */
export function missedSince(medicine: Medicine, doses: readonly Dose[], now: number, zone: string): Missed {
  const today = dayIn(now, zone);
  const week = addDays(today, -IN_VIEW_DAYS);
  const gap = gapInView(medicine, today);
  const stopped = (date: string): boolean => gap !== undefined && gap.from <= date && date < gap.until;
  const inView = (date: string): boolean => date >= week || stopped(date);
  const index = doseIndex(medicine, doses);
  const without: { day: string; said: boolean }[] = [];
  let lastTaken: string | undefined;
  for (let back = 0; back < LOOK_BACK_DAYS && lastTaken === undefined; back++) {
    const date = addDays(today, -back);
    const slots = slotsOn(medicine, index, date);
    const marks = slots.flatMap(({ dose }) => dose?.mark ?? []);
    const taken = marks.some((mark) => mark !== 'not');
    if (taken) lastTaken = date;
    // The day it was stopped counts even if a dose was taken on it: a day too many is safe, one too few is not.
    if (taken ? date === gap?.from : stopped(date) || slots.length)
      without.push({ day: date, said: stopped(date) || marks.length > 0 });
  }
  const from = without.findIndex((one) => one.said && inView(one.day));
  const said = without[from]?.day;
  if (said === undefined) return { ...NOTHING, lastTaken };
  const upTo = without.slice(from);
  const told = upTo.filter((one) => one.said);
  const counted = lastTaken === undefined ? told.filter((one) => inView(one.day)) : upTo;
  const days = counted.length;
  return { told: told.length, days, said, since: counted.at(-1)?.day, lastTaken, advice: adviceFor(days) };
}

/**
 * The fields to save when the person takes a stopped medicine again. Days without one that is taken daily are kept, so
 * that its old dose is not started alone: from an earlier stop, where no dose was marked as taken since.
 */
export function takenAgain(
  medicine: Medicine,
  doses: readonly Dose[],
  today: string,
): Pick<Medicine, 'stopped' | 'gap'> {
  const { id, kind, stopped } = medicine;
  const gap = gapInView(medicine, today);
  const open =
    gap && !doses.some((dose) => dose.medicine === id && dose.mark !== 'not' && dose.day > gap.from);
  const from = open ? gap.from : stopped;
  return formOf(kind) === 'days' && from !== null && from < today
    ? { stopped: null, gap: { from, until: today } }
    : { stopped: null };
}

const gapInView = ({ gap }: Medicine, today: string): Medicine['gap'] =>
  gap && today < addDays(gap.until, GAP_DAYS) ? gap : undefined;

function adviceFor(days: number): MissedAdvice {
  if (days < CARD_AFTER_DAYS) return 'one';
  return days < RESTART_AFTER_DAYS ? 'card' : 'restart';
}
