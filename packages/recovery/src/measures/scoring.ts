import type { Answers, InstrumentId } from './instrument.ts';

/** Number of these rules. It is stored with each result, so that an old total is known by the rules that made it. */
export const SCORING = 1;

export type Totals = Readonly<Record<string, number | null>>;

const from = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
const whole = (low: number, high: number) => (n: number) => Number.isInteger(n) && n >= low && n <= high;

/** Sum of the items named. Null when one of them was left out or is no answer of the scale: skipped is never 0. */
function sum(answers: Answers, items: readonly string[], fits: (n: number) => boolean): number | null {
  let total = 0;
  for (const item of items) {
    const value = answers[item];
    if (value == null || !fits(value)) return null;
    total += value;
  }
  return total;
}

const frequency = whole(0, 3);

/** PHQ-2, 0–6: items 1 and 2 (Kroenke, Spitzer & Williams 2003). */
export const scorePhq2 = (answers: Answers): number | null => sum(answers, from(1, 2), frequency);

/** PHQ-8, 0–24: the PHQ-9 without its ninth item (Kroenke et al. 2009). */
export const scorePhq8 = (answers: Answers): number | null => sum(answers, from(1, 8), frequency);

/**
 * PHQ-9, 0–27 (Kroenke, Spitzer & Williams 2001). The ninth answer comes apart from the others, as it is kept. For
 * the person's own page alone: this total is never stored.
 */
export function scorePhq9(answers: Answers, nine: number | null | undefined): number | null {
  const eight = scorePhq8(answers);
  return eight === null || nine == null || !frequency(nine) ? null : eight + nine;
}

/** GAD-2, 0–6: items 1 and 2 (Kroenke et al. 2007). */
export const scoreGad2 = (answers: Answers): number | null => sum(answers, from(1, 2), frequency);

/** GAD-7, 0–21 (Spitzer et al. 2006). */
export const scoreGad7 = (answers: Answers): number | null => sum(answers, from(1, 7), frequency);

/** BARC-10, 10–60: ten statements from 1 to 6, none reversed, one dimension (Vilsaint et al. 2017). */
export const scoreBarc10 = (answers: Answers): number | null => sum(answers, from(1, 10), whole(1, 6));

/** The subscales of the BAM. Item 7 (A to G) and item 17 are in none; there is no total over all. */
const BAM = {
  use: ['4', '5', '6'],
  risk: ['1', '2', '3', '8', '11', '15'],
  protective: ['9', '10', '12', '13', '14', '16'],
} as const;
const BAM_HEALTH_AND_AMOUNT = ['1', '8', '9', '12', '15'];

/** BAM by categories, each item 0–4 and item 14 either 0 or 4: Use 0–12, Risk and Protective 0–24 (Cacciola et al. 2013). */
export function scoreBam(answers: Answers): { [K in keyof typeof BAM]: number | null } {
  const score = (items: readonly string[]) => sum(answers, items, whole(0, 4));
  const income = answers['14'];
  const yesNo = income === 0 || income === 4;
  return {
    use: score(BAM.use),
    risk: score(BAM.risk),
    protective: yesNo ? score(BAM.protective) : null,
  };
}

/** What a label stands for beside days, in the continuous form of the BAM: 0, 8, 15, 22, 30. */
const AS_DAYS = [0, 8, 15, 22, 30];

/**
 * BAM-R: the same items with days as days (0–30) and labels (0–4) turned into days; yes is 30. Use 0–90, Risk and
 * Protective 0–180. The turning was seen in one description only, so the instrument is not offered.
 */
export function scoreBamR(answers: Answers): { [K in keyof typeof BAM]: number | null } {
  const days: Record<string, number | null> = {};
  for (const item of Object.values(BAM).flat()) {
    const value = answers[item] ?? null;
    if (value === null) days[item] = null;
    else if (item === '14') days[item] = value === 4 ? 30 : value === 0 ? 0 : null;
    else days[item] = BAM_HEALTH_AND_AMOUNT.includes(item) ? (AS_DAYS[value] ?? null) : value;
  }
  const score = (items: readonly string[]) => sum(days, items, whole(0, 30));
  return { use: score(BAM.use), risk: score(BAM.risk), protective: score(BAM.protective) };
}

/**
 * The sum of our own three-part craving check, 0–30, with the confidence turned round. It is what is stored; the mean,
 * a third of it, is what people see.
 */
export function scoreCraving3(answers: Answers): number | null {
  const scale = whole(0, 10);
  const urges = sum(answers, ['now', 'cue'], scale);
  const sure = sum(answers, ['sure'], scale);
  return urges === null || sure === null ? null : urges + (10 - sure);
}

/** The totals to store for a result. Nothing that the ninth item of the PHQ-9 went into is among them. */
export function totalsOf(instrument: InstrumentId, answers: Answers): Totals {
  switch (instrument) {
    case 'phq-2':
      return { phq2: scorePhq2(answers) };
    case 'phq-8':
    case 'phq-9':
      return { phq8: scorePhq8(answers) };
    case 'gad-2':
      return { gad2: scoreGad2(answers) };
    case 'gad-7':
      return { gad7: scoreGad7(answers) };
    case 'bam':
      return scoreBam(answers);
    case 'bam-r':
      return scoreBamR(answers);
    case 'barc-10':
      return { barc10: scoreBarc10(answers) };
    case 'craving-3':
      return { craving3: scoreCraving3(answers) };
    case 'confidence':
      return { confidence: sum(answers, ['sure'], whole(0, 10)) };
  }
}

/** Highest value of each total as it is shown, for a scale to draw it on. */
export const HIGHEST: Readonly<Record<string, number>> = {
  phq2: 6,
  phq8: 24,
  phq9: 27,
  gad2: 6,
  gad7: 21,
  use: 12,
  risk: 24,
  protective: 24,
  barc10: 60,
  craving3: 10,
  confidence: 10,
};

/**
 * Whether a total is one at which the instrument's authors say that talking with a clinician is worth it, or a longer
 * questionnaire. Undefined where no such point was published for people like ours.
 */
export function worthTalking(total: string, value: number): boolean | undefined {
  if (total === 'phq2' || total === 'gad2') return value >= 3;
  if (total === 'phq8' || total === 'phq9' || total === 'gad7') return value >= 10;
  return undefined;
}
