import type { SignDay, SignInputs } from './inputs.ts';

/** The rows of the table. Each may tell of several things; a person can ease or turn off each row. */
export const SIGN_RULES = [
  'urge',
  'sure',
  'sleep',
  'mood',
  'contact',
  'medicine',
  'body',
  'time',
  'date',
  'bam',
] as const;
export type SignRule = (typeof SIGN_RULES)[number];

/** What a row noticed, with the numbers that its words need. */
export interface Sign {
  readonly rule: SignRule;
  readonly level: 'care' | 'reach';
  /** Which of the row's conditions it was: a key of the words shown. */
  readonly what: string;
  readonly n: number;
}

/** 0 as it stands · 1 asks one step more before it says "take care" · 2 off. */
export type Ease = 0 | 1 | 2;

type Rule = (inputs: SignInputs, step: 0 | 1) => Sign[];
const care = (rule: SignRule, what: string, n = 0): Sign => ({ rule, level: 'care', what, n });
const reach = (rule: SignRule, what: string, n = 0): Sign => ({ rule, level: 'reach', what, n });

/** Values needed before "than your usual" is said. */
const ENOUGH = 5;

/** The latest answer, when it was given today or yesterday: an old number is no sign. */
function current(days: readonly SignDay[], pick: (day: SignDay) => number | null): number | null {
  for (const day of days) {
    const value = day.ago <= 1 ? pick(day) : null;
    if (value !== null) return value;
  }
  return null;
}

/** The median of the 14 days before the current answer; null with too few to speak of a usual. */
export function usual(days: readonly SignDay[], pick: (day: SignDay) => number | null): number | null {
  const answered = days.flatMap((day) => pick(day) ?? []);
  const values = answered.slice(1).toSorted((a, b) => a - b);
  if (values.length < ENOUGH) return null;
  // The one in the middle, or the two there.
  const middle = values.slice((values.length - 1) >> 1, (values.length >> 1) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

const urgeOf = (day: SignDay): number | null => day.urge;
const sureOf = (day: SignDay): number | null => day.sure;

/** Days in a row, ending today or yesterday, on each of which the answer was no. A day without an answer ends the row. */
function daysAlone(days: readonly SignDay[]): number {
  let n = 0;
  let expected = days.find(({ contact }) => contact !== null)?.ago ?? 2;
  if (expected > 1) return 0;
  for (const { ago, contact } of days) {
    if (ago < expected) continue;
    if (ago !== expected || contact !== false) break;
    n++;
    expected++;
  }
  return n;
}

const RULES: Readonly<Record<SignRule, Rule>> = {
  urge({ days }, step) {
    const now = current(days, urgeOf);
    if (now === null) return [];
    const strong = days.filter(({ ago, urgeHigh }) => ago <= 2 && (urgeHigh ?? 0) >= 7).length;
    if (now >= 8) return [reach('urge', 'high', now)];
    if (strong >= 2) return [reach('urge', 'days', strong)];
    const median = usual(days, urgeOf);
    if (now >= 5 + step) return [care('urge', 'high', now)];
    return median !== null && now >= median + 2 + step ? [care('urge', 'usual', now)] : [];
  },
  sure({ days }, step) {
    const now = current(days, sureOf);
    if (now === null) return [];
    if (now <= 3) return [reach('sure', 'low', now)];
    const median = usual(days, sureOf);
    if (now <= 6 - step) return [care('sure', 'low', now)];
    return median !== null && now <= median - 2 - step ? [care('sure', 'usual', now)] : [];
  },
  sleep({ days }, step) {
    const nights = days.filter(({ ago, badNight }) => ago < 7 && badNight === true).length;
    if (nights >= 3 + step) return [care('sleep', 'nights', nights)];
    // The same nights told in another way: one thing, not two.
    const short = days.filter(({ ago, slept }) => ago < 7 && slept !== null && slept < 5).length;
    return short >= 2 + step ? [care('sleep', 'short', short)] : [];
  },
  mood({ days, phq2, gad2 }, step) {
    const low = days.filter(({ ago, low: was }) => ago < 5 && was === true).length;
    return [
      ...(low >= 3 + step ? [care('mood', 'days', low)] : []),
      ...(phq2 !== null && phq2 >= 3 + step ? [care('mood', 'phq2', phq2)] : []),
      ...(gad2 !== null && gad2 >= 3 + step ? [care('mood', 'gad2', gad2)] : []),
    ];
  },
  contact({ days }, step) {
    const alone = daysAlone(days);
    return alone >= 3 + step ? [care('contact', 'days', alone)] : [];
  },
  medicine({ medicine }, step) {
    if (medicine.stopped) return [reach('medicine', 'stopped')];
    if (medicine.missedDays >= 2) return [reach('medicine', 'days', medicine.missedDays)];
    if (step) return [];
    if (medicine.missedDays === 1) return [care('medicine', 'day', 1)];
    return medicine.late ? [care('medicine', 'late')] : [];
  },
  body({ body }, step) {
    if (body === 'red-flag') return [reach('body', 'red-flag')];
    return body === 'worse' && !step ? [care('body', 'worse')] : [];
  },
  time({ hardTimes }) {
    const times = hardTimes.filter(({ kind, ago }) => kind !== 'own' && ago < 14);
    const nearest = times.toSorted((a, b) => a.ago - b.ago)[0];
    if (!nearest) return [];
    return [
      nearest.ago < 7 ? reach('time', nearest.kind, nearest.ago) : care('time', nearest.kind, nearest.ago),
    ];
  },
  date: ({ hardTimes }) =>
    hardTimes.some(({ kind, ago }) => kind === 'own' && ago === 0) ? [care('date', 'today')] : [],
  bam({ bam, bamBefore, days }, step) {
    if (!bam) return [];
    const { risk, protective } = bam;
    const high = risk !== null && risk >= 12 + 2 * step;
    const thin = protective !== null && protective <= 12 - 2 * step;
    const up = risk !== null && bamBefore?.risk != null && risk - bamBefore.risk >= 4 + step;
    const down =
      protective !== null && bamBefore?.protective != null && bamBefore.protective - protective >= 4 + step;
    const found = [
      ...(high ? [care('bam', 'harder', risk)] : up ? [care('bam', 'up')] : []),
      ...(thin ? [care('bam', 'fewer', protective)] : down ? [care('bam', 'down')] : []),
    ];
    const urge = current(days, urgeOf);
    return found.length && urge !== null && urge >= 7 ? [reach('bam', 'urge', urge)] : found;
  },
};

/** What one row notices, as far as the person left it on. */
export const signsOf = (rule: SignRule, inputs: SignInputs, ease: Ease): Sign[] =>
  ease === 2 ? [] : RULES[rule](inputs, ease);
