import { addDays } from './calendar.ts';
import type { Dose } from './dose.ts';
import type { Medicine, MedicineKind } from './medicine.ts';
import { formOf } from './medicine.ts';

/** Days of an injection, counted from the day it was given. */
interface InjectionRule {
  /** Days to the next one. */
  readonly every: number;
  /** How many days before and after that day the label lets a clinic give it. */
  readonly early: number;
  readonly late: number;
}

/**
 * Sources, read 25 November 2026 as published copies:
 * Brixadi, United States label 12/2023, section 2.1: weekly up to 2 days before or after, monthly up to 1 week before
 * or after; a missed one "as soon as practically possible". Sublocade, United States label: at least 26 days between
 * two. So monthly opens 2 days early, which both allow, and not 7.
 * Vivitrol, United States label 12/2025, sections 2 and 5.1: every 4 weeks or once a month; it blocks opioids for about
 * 28 days, and the end of that time is a time of risk. No days of grace are given, so there are none here.
 */
const RULES: Partial<Record<MedicineKind, InjectionRule>> = {
  'buprenorphine-weekly': { every: 7, early: 2, late: 2 },
  'buprenorphine-monthly': { every: 28, early: 2, late: 7 },
  'naltrexone-injection': { every: 28, early: 0, late: 0 },
};

/** Days the opioid block of a naltrexone injection is known to hold, whatever interval was agreed. */
const NALTREXONE_HOLDS_DAYS = 28;

/** Usual days between injections of a kind; undefined for what is not an injection. */
export const usualEvery = (kind: MedicineKind): number | undefined => RULES[kind]?.every;

export interface InjectionTime {
  readonly given: string;
  /** The day the next one is due. */
  readonly due: string;
  /** First and last day on which labels let a clinic give it. */
  readonly from: string;
  readonly until: string;
  /** From this day it may be wearing off. */
  readonly wearingFrom: string;
}

/** The day of the latest injection that the person has told of. */
export function lastGiven(medicine: Medicine, doses: readonly Dose[]): string | undefined {
  const days = doses
    .filter((dose) => dose.medicine === medicine.id && dose.mark !== 'not')
    .map((dose) => dose.day);
  if (medicine.given !== null) days.push(medicine.given);
  return days.toSorted().at(-1);
}

/** When the next injection is due. Undefined for other medicines, and while no injection is known. */
export function injectionTime(medicine: Medicine, doses: readonly Dose[]): InjectionTime | undefined {
  const rule = RULES[medicine.kind];
  const given = formOf(medicine.kind) === 'injection' ? lastGiven(medicine, doses) : undefined;
  if (!rule || given === undefined) return undefined;
  const every = medicine.every ?? rule.every;
  const due = addDays(given, every);
  const holds = medicine.kind === 'naltrexone-injection' ? Math.min(every, NALTREXONE_HOLDS_DAYS) : every;
  return {
    given,
    due,
    from: addDays(due, -Math.min(rule.early, every - 1)),
    until: addDays(due, rule.late),
    wearingFrom: addDays(given, holds),
  };
}

/** ahead: not yet · open: a clinic may give it now · wearing: it may be wearing off · over: later than labels allow */
export type InjectionState = 'ahead' | 'open' | 'wearing' | 'over';

export function injectionState(time: InjectionTime, today: string): InjectionState {
  if (today > time.until) return 'over';
  if (today >= time.wearingFrom) return 'wearing';
  return today >= time.from ? 'open' : 'ahead';
}
