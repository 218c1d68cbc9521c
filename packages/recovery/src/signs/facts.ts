import { bodyAdvice } from '../care/symptom-log.ts';
import type { SymptomLog } from '../care/symptom-log.ts';
import { nightsOf } from '../check-in/day-notes.ts';
import type { DayNote } from '../check-in/day-note.ts';
import type { CheckIn } from '../check-in/history.ts';
import type { Slip } from '../hard-hour/slip.ts';
import type { Urge } from '../hard-hour/urge.ts';
import { daysSince } from '../kelp/kelp-data.ts';
import type { Answers } from '../measures/instrument.ts';
import type { ItemNine } from '../measures/item-nine.ts';
import { careNow } from '../measures/item-nine.ts';
import type { MeasureResult } from '../measures/results.ts';
import { scoreGad2, scorePhq2 } from '../measures/scoring.ts';
import type { Dose } from '../medicine/dose.ts';
import { injectionTime } from '../medicine/injection.ts';
import type { Medicine } from '../medicine/medicine.ts';
import { formOf, isCurrent } from '../medicine/medicine.ts';
import { missedSince } from '../medicine/missed.ts';
import type { Transition } from '../medicine/transition.ts';
import { LEAVING } from '../medicine/transition.ts';
import { dayIn } from '../medicine/wall-clock.ts';
import type { BamView, MedicineView, SignInputs } from './inputs.ts';
import { signDays } from './inputs.ts';
import type { HardTime } from './settings.ts';

/** Every record that early signs read. What is in none of them is no sign. */
export interface SignFacts {
  readonly checkIns: readonly CheckIn[];
  readonly notes: readonly DayNote[];
  readonly urges: readonly Urge[];
  readonly slips: readonly Slip[];
  readonly results: readonly MeasureResult[];
  readonly nines: readonly ItemNine[];
  readonly hardTimes: readonly HardTime[];
  readonly transitions: readonly Transition[];
  readonly medicines: readonly Medicine[];
  readonly doses: readonly Dose[];
  readonly symptoms: readonly SymptomLog[];
}

/**
 * What the rules look at, as the stored records say it.
 * @param now ms since 1970
 * @param zone the phone's zone, which settles what day it is
 */
export function signInputs(facts: SignFacts, now: number, zone: string): SignInputs {
  const today = dayIn(now, zone);
  const { results } = facts;
  const recent = newest(results.filter(({ day }) => ago(day, today) <= 14));
  /** The longer forms begin with the two questions of the short one, word for word and over the same two weeks. */
  const latest = (forms: readonly string[], score: (answers: Answers) => number | null): number | null =>
    recent
      .filter(({ instrument }) => forms.includes(instrument))
      .map(({ answers }) => score(answers))
      .find((value) => value !== null) ?? null;
  const [bam, before] = newest(results.filter(({ instrument, day }) => instrument === 'bam' && day <= today));
  const fresh = bam !== undefined && ago(bam.day, today) <= 35;
  return {
    days: signDays([...facts.checkIns, ...nightsOf(facts.notes), ...notedUrges(facts.urges)], today),
    phq2: latest(['phq-2', 'phq-8', 'phq-9'], scorePhq2),
    gad2: latest(['gad-2', 'gad-7'], scoreGad2),
    bam: fresh ? bamView(bam) : null,
    bamBefore: fresh && before ? bamView(before) : null,
    hardTimes: [...facts.hardTimes, ...toldChanges(facts.transitions)]
      .filter(({ day }) => day <= today)
      .map(({ kind, day }) => ({ kind, ago: daysSince(day, today) })),
    medicine: medicineView(facts, now, zone),
    body: bodyOf(facts.symptoms, today),
    used: facts.slips.some(({ day }) => ago(day, today) <= 1),
    nine: careNow(facts.nines, now) !== undefined,
  };
}

/** Days before today; Infinity for a day still to come, as a clock that was wrong leaves it. */
const ago = (day: string, today: string): number => (day > today ? Infinity : daysSince(day, today));

const newest = (results: readonly MeasureResult[]): MeasureResult[] =>
  results.toSorted((a, b) => b.at - a.at);

const bamView = ({ totals }: MeasureResult): BamView => ({
  risk: totals['risk'] ?? null,
  protective: totals['protective'] ?? null,
});

/** Urges that were noted by themselves, in the form of check-ins. A note without a strength says no number. */
const notedUrges = (urges: readonly Urge[]): CheckIn[] =>
  urges.map(({ id, strength, at, day }) => ({
    id,
    urge: strength,
    mood: null,
    sleep: null,
    contact: null,
    words: '',
    at,
    day,
  }));

/** Changes told of under Medicine that are hard times too. The others lead to facts about tolerance by themselves. */
const toldChanges = (transitions: readonly Transition[]): Pick<HardTime, 'kind' | 'day'>[] =>
  transitions.flatMap(({ what, day }) => {
    const kind = LEAVING[what];
    return kind ? [{ kind, day }] : [];
  });

/** Days for which a medicine that stopped is a sign: the first four weeks carry the most risk. */
const STOPPED_DAYS = 28;
/** Days for which an injection counts as late. After that, that none was marked tells nothing. */
const LATE_DAYS = 28;

function medicineView(facts: SignFacts, now: number, zone: string): MedicineView {
  const today = dayIn(now, zone);
  const { doses } = facts;
  const medicines = facts.medicines.filter(({ kind }) => kind !== 'naloxone' && kind !== 'other');
  const current = medicines.filter((one) => isCurrent(one, today));
  const recent = (day: string | null): boolean => day !== null && ago(day, today) < STOPPED_DAYS;
  /** Whether one is known to be taken on a day or after it. */
  const goesOn = ({ id, started, given }: Medicine, day: string): boolean =>
    (started ?? '') >= day ||
    (given ?? '') >= day ||
    doses.some((dose) => dose.medicine === id && dose.mark !== 'not' && dose.day >= day);
  const told = facts.transitions.filter((one) => one.what === 'stopped' && one.medicine === null);
  return {
    missedDays: Math.max(
      0,
      ...current
        .filter(({ kind }) => formOf(kind) === 'days')
        .map((one) => missedSince(one, doses, now, zone).days),
    ),
    late: current.some((one) => {
      const due = injectionTime(one, doses)?.due;
      return due !== undefined && due < today && ago(due, today) <= LATE_DAYS;
    }),
    // One medicine in place of another is no stop.
    stopped:
      (current.length === 0 && medicines.some(({ stopped }) => recent(stopped))) ||
      told.some(({ day }) => recent(day) && !current.some((one) => goesOn(one, day))),
  };
}

/** Levels of the body's signs, the latest answer to each. */
const levelsOf = (logs: readonly SymptomLog[]): Readonly<Record<string, number>> =>
  Object.assign({}, ...logs.toSorted((a, b) => a.at - b.at).map(({ levels }) => levels)) as Record<
    string,
    number
  >;

/** What the body's signs of today and yesterday come to, beside those of the two weeks before. */
function bodyOf(logs: readonly SymptomLog[], today: string): SignInputs['body'] {
  const now = levelsOf(logs.filter(({ day }) => ago(day, today) <= 1));
  if (bodyAdvice(now)) return 'red-flag';
  const before = levelsOf(logs.filter(({ day }) => ago(day, today) > 1 && ago(day, today) <= 14));
  const worse = Object.entries(now).some(([symptom, level]) => level >= 2 && level > (before[symptom] ?? 0));
  return worse ? 'worse' : null;
}
