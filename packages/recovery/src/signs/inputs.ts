import type { CheckIn } from '../check-in/history.ts';
import { dayBefore, daysSince } from '../kelp/kelp-data.ts';
import type { HardTime } from './settings.ts';

/** One day of check-ins as the rules read it. Null is "not answered", and no rule reads anything into it. */
export interface SignDay {
  /** Days before today; 0 is today. */
  readonly ago: number;
  /** The last urge of the day, and the strongest. */
  readonly urge: number | null;
  readonly urgeHigh: number | null;
  readonly sure: number | null;
  readonly badNight: boolean | null;
  /** Hours slept in the night before, as last told. */
  readonly slept: number | null;
  readonly low: boolean | null;
  readonly contact: boolean | null;
}

/** Everything the rules may look at. All of it was said by the person; nothing is sensed, guessed or sent. */
export interface SignInputs {
  /** Newest first, at most 15 days, only those with a check-in. */
  readonly days: readonly SignDay[];
  /** The latest PHQ-2 and GAD-2 sums of the last 14 days, also out of a longer form. */
  readonly phq2: number | null;
  readonly gad2: number | null;
  /** The latest BAM of the last 35 days, and the one before it. */
  readonly bam: BamView | null;
  readonly bamBefore: BamView | null;
  readonly hardTimes: readonly { readonly kind: HardTime['kind']; readonly ago: number }[];
  readonly medicine: MedicineView;
  readonly body: 'worse' | 'red-flag' | null;
  /** A return to use was written down since yesterday: the way after it comes first. */
  readonly used: boolean;
  /** An answer above 0 to the suicide item is pinned: its screen comes first. */
  readonly nine: boolean;
}

/** What was said of medicine for opioid use. */
export interface MedicineView {
  /** Days without a daily one, as `missedSince` counts them. */
  readonly missedDays: number;
  /** The day of an injection has passed. */
  readonly late: boolean;
  readonly stopped: boolean;
}

export interface BamView {
  readonly risk: number | null;
  readonly protective: number | null;
}

/** How far back the rules look, days. */
const SPAN = 15;

/** Check-ins by day, newest first, for the last 15 days. One pass, so that years of them cost little. */
export function signDays(checkIns: readonly CheckIn[], today: string): SignDay[] {
  const days = new Map<number, CheckIn[]>();
  const first = dayBefore(today, SPAN - 1);
  for (const checkIn of checkIns) {
    if (checkIn.day > today || checkIn.day < first) continue;
    const ago = daysSince(checkIn.day, today);
    days.set(ago, [...(days.get(ago) ?? []), checkIn]);
  }
  return [...days]
    .toSorted(([a], [b]) => a - b)
    .map(([ago, list]) => {
      const latest = list.toSorted((a, b) => b.at - a.at);
      const last = <T>(pick: (one: CheckIn) => T | null | undefined): T | null => {
        for (const one of latest) {
          const value = pick(one);
          if (value != null) return value;
        }
        return null;
      };
      const urges = latest.flatMap(({ urge }) => (urge === null ? [] : [urge]));
      const sleep = last((one) => one.sleep);
      const mood = last((one) => one.mood);
      return {
        ago,
        urge: last((one) => one.urge),
        urgeHigh: urges.length ? Math.max(...urges) : null,
        sure: last((one) => one.confidence),
        badNight: sleep === null ? null : sleep === 'badly',
        slept: last((one) => one.slept),
        low: mood === null ? null : mood === 'very-low' || mood === 'low',
        contact: latest.some(({ contact }) => contact === true) ? true : last((one) => one.contact),
      };
    });
}
