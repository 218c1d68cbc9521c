import type { MeasureResult, Medicine } from '@holdfast/recovery';
import {
  byAsked,
  byDate,
  byUse,
  dayIn,
  formOf,
  HIGHEST,
  lastGiven,
  linesByKind,
  pathOf,
  ranked,
  REASON_KINDS,
  resultsOf,
  SAFETY_STEPS,
  shownTotals,
  standingDoses,
  TRIGGER_KINDS,
} from '@holdfast/recovery';
import type { RecordsByType } from '@holdfast/recovery/export';
import { dayInWords } from '#lib/account/dates.ts';
import { nameOf, timesOf } from '#lib/medicine/say.ts';
import { PATH_STEPS, stepName } from '#lib/plan/path-steps.ts';
import { ruleWords } from '#lib/plan/say-routine.ts';
import { isInstrument } from '#lib/progress/measure-words.ts';
import type { ExportWords } from '#locales/en/export.ts';
import type { MedicineWords } from '#locales/en/medicine.ts';
import type { PathWords } from '#locales/en/path.ts';
import type { PlanPartsWords } from '#locales/en/plan-parts.ts';
import type { PlanWords } from '#locales/en/plan.ts';
import type { ProgressWords } from '#locales/en/progress.ts';

/** What may stand on paper, in the order it is read: care first, then each page of the plan. */
export const SUMMARY_SECTIONS = [
  'medicines',
  'doses',
  'appointments',
  'questions',
  'measures',
  'reasons',
  'goals',
  'plan',
  'triggers',
  'signs',
  'safety-plan',
  'routine',
  'path',
] as const;
export type SummarySection = (typeof SUMMARY_SECTIONS)[number];

/** A few lines that belong together, under a name where they have one. */
interface SummaryItem {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What stands on the paper, apart from how it is laid out. */
export interface SummaryContent {
  readonly title: string;
  /** As the person typed it for this paper; empty for none. */
  readonly name: string;
  readonly made: string;
  readonly about: string;
  /** From when, where something dated is on it and not all of it; else empty. */
  readonly since: string;
  readonly sections: readonly { readonly title: string; readonly items: readonly SummaryItem[] }[];
}

export interface SummaryInput {
  readonly records: RecordsByType;
  readonly sections: ReadonlySet<SummarySection>;
  /** The first day of what is dated, YYYY-MM-DD; empty for all of it. */
  readonly since: string;
  readonly name: string;
  /** The local day, and the time in ms since 1970. */
  readonly today: string;
  readonly now: number;
  /** IANA zone of this phone. */
  readonly zone: string;
  readonly locale: string;
  readonly words: {
    readonly export: ExportWords;
    readonly medicine: MedicineWords;
    readonly progress: ProgressWords;
    readonly plan: PlanWords;
    readonly planParts: PlanPartsWords;
    readonly path: PathWords;
  };
}

const DATED: readonly SummarySection[] = ['doses', 'appointments', 'measures'];

/** What was chosen, in the person's own words. A part without entries is not there. */
export function summaryOf(input: SummaryInput): SummaryContent {
  const { sections, since, name, today, locale, words } = input;
  const w = words.export;
  const date = (day: string): string => dayInWords(day, locale, 'year');
  const filled = SUMMARY_SECTIONS.filter((section) => sections.has(section))
    .map((section) => ({ section, title: w.sections[section], items: MAKERS[section](input, date) }))
    .filter(({ items }) => items.length > 0);
  const dated = since !== '' && filled.some(({ section }) => DATED.includes(section));
  return {
    title: w.paper.title,
    name: name.trim(),
    made: w.paper.made(date(today)),
    about: w.paper.about,
    since: dated ? w.paper.since(date(since)) : '',
    sections: filled.map(({ title, items }) => ({ title, items })),
  };
}

type Maker = (input: SummaryInput, date: (day: string) => string) => SummaryItem[];

const some = (...lines: readonly (string | false | null | undefined)[]): string[] =>
  lines.filter((line): line is string => typeof line === 'string' && line !== '');

const medicines: Maker = ({ records, today, words }, date) => {
  const { paper } = words.export;
  const { now, before } = byUse(records.medicine ?? [], today);
  return [...now, ...before].map((one) => {
    const given = formOf(one.kind) === 'injection' ? lastGiven(one, records.dose ?? []) : undefined;
    const where = some(one.place, one.number).join(' · ');
    return {
      title: nameOf(one, words.medicine),
      lines: some(
        one.name !== '' && words.medicine.kinds[one.kind],
        formOf(one.kind) === 'days' && paper.when(timesOf(one, words.medicine)),
        one.label !== '' && paper.label(one.label),
        one.started !== null && paper.since1(date(one.started)),
        one.stopped !== null && paper.stopped(date(one.stopped)),
        given !== undefined && paper.given(date(given)),
        one.expires !== null && paper.expires(date(one.expires)),
        formOf(one.kind) !== 'kit' && where !== '' && paper.from(where),
      ),
    };
  });
};

const doses: Maker = ({ records, since, words }, date) => {
  const names = new Map(
    (records.medicine ?? []).map((one: Medicine) => [one.id, nameOf(one, words.medicine)]),
  );
  const noted = (records.medicine ?? [])
    .flatMap((one) => standingDoses(one, records.dose ?? []))
    .filter(({ day }) => day >= since)
    .toSorted((a, b) => (`${a.day} ${a.time ?? ''}` < `${b.day} ${b.time ?? ''}` ? -1 : 1));
  const days = new Map<string, typeof noted>();
  for (const dose of noted) {
    const list = days.get(dose.day);
    if (list) list.push(dose);
    else days.set(dose.day, [dose]);
  }
  return [...days].toReversed().map(([day, list]) => ({
    title: date(day),
    lines: list.map(({ medicine, time, mark }) =>
      some(time, names.get(medicine), words.medicine.marks[mark]).join(' · '),
    ),
  }));
};

const appointments: Maker = ({ records, since, now, words }, date) => {
  const { paper } = words.export;
  const { ahead, past } = byDate(records.appointment ?? [], now);
  return [...ahead, ...past.filter(({ starts }) => starts.slice(0, 10) >= since)].map((one) => ({
    title: `${date(one.starts.slice(0, 10))}, ${one.starts.slice(11)} · ${one.with}`,
    lines: some(
      one.where,
      one.bring !== '' && paper.bring(one.bring),
      one.notes !== '' && paper.notes(one.notes),
    ),
  }));
};

const questions: Maker = ({ records, zone, words }, date) => {
  const { paper } = words.export;
  const { open, asked } = byAsked(records.question ?? []);
  return [...open, ...asked].map((one) => ({
    title: one.words,
    lines: some(
      one.asked !== null && paper.asked(date(dayIn(one.asked, zone))),
      one.answer !== '' && paper.answer(one.answer),
    ),
  }));
};

/** "10 of 24", or of a form with parts each of them; of a PHQ-9 the sum of the first eight, which is all that is given. */
function sumsOf(result: MeasureResult, { export: w, progress }: SummaryInput['words']): string {
  const said = Object.entries(shownTotals(result, [])).flatMap(([name, value]) => {
    if (value === null) return [];
    const say = (progress.result.totals as Readonly<Record<string, (n: number, of: number) => string>>)[name];
    const text = say ? say(value, HIGHEST[name] ?? value) : `${name}: ${value}`;
    return [result.instrument === 'phq-9' ? `${text} (${w.paper.eight})` : text];
  });
  if (said.length) return said.join(' · ');
  return w.paper.leftOut(Object.values(result.answers).filter((value) => value === null).length);
}

const measures: Maker = ({ records, since, words }, date) => {
  const results = (records['measure-result'] ?? []).filter(({ day }) => day >= since);
  return [...new Set(results.map(({ instrument }) => instrument))].toSorted().map((id) => {
    const name = isInstrument(id) ? words.progress.measures.names[id] : '';
    const short = /^(phq|gad|bam|barc)/.test(id) ? id.toUpperCase() : '';
    return {
      title: some(short, name).join(' · ') || id,
      lines: resultsOf(results, id).map((result) => `${date(result.day)}: ${sumsOf(result, words)}`),
    };
  });
};

const goals: Maker = ({ records, words }, date) => {
  const w = words.planParts.goals;
  const steps = (records['goal-step'] ?? []).toSorted((a, b) => a.at - b.at);
  return (records.goal ?? [])
    .toSorted((a, b) => a.at - b.at)
    .map((goal) => ({
      title: goal.words,
      lines: some(
        ...steps
          .filter((step) => step.goal === goal.id)
          .map((step) => some(step.words, w.wanted[step.per](step.times)).join(' · ')),
        goal.done !== null && w.doneOn(date(goal.done)),
        goal.state === 'resting' && w.resting,
      ),
    }));
};

const plan: Maker = ({ records, words }) =>
  (records['if-then'] ?? [])
    .toSorted((a, b) => a.at - b.at)
    .map(({ cue, action, obstacle }) => ({
      title: '',
      lines: some(
        words.export.paper.ifThen(cue, action),
        obstacle !== '' && `${words.plan.ifThen.unless}: ${obstacle}`,
      ),
    }));

/** Lines of the plan under their headings. */
function lines<K extends string, L extends { readonly kind: K; readonly words: string; readonly at: number }>(
  kinds: readonly K[],
  list: readonly L[] | undefined,
  nameOf: (kind: K) => string,
  say: (line: L) => string = (line) => line.words,
): SummaryItem[] {
  return linesByKind(kinds, list ?? [])
    .filter((group) => group.lines.length)
    .map((group) => ({ title: nameOf(group.kind), lines: group.lines.map(say) }));
}

const routine: Maker = ({ records, locale, words }) => {
  const w = words.planParts.routine;
  return (records['routine-item'] ?? [])
    .toSorted((a, b) => a.at - b.at)
    .map((item) => ({
      title: item.words,
      lines: some(
        `${item.starts.slice(11, 16)} · ${ruleWords(item, w, locale)}`,
        item.company !== '' && w.with(item.company),
      ),
    }));
};

/** What is ahead, and what was done, once the path was begun. What was put aside is not for this person. */
const path: Maker = ({ records, words }, date) => {
  const w = words.path;
  const marks = records['path-mark'] ?? [];
  if (marks.length === 0) return [];
  const { ahead, done } = pathOf(PATH_STEPS, marks);
  return [
    ...ahead.map(({ stretch, steps }) => ({
      title: w.stretches[stretch],
      lines: steps.map((step) => stepName(step, w)),
    })),
    ...done.map((step) => ({ title: stepName(step, w), lines: [w.doneOn(date(step.mark!.done!))] })),
  ];
};

/** "What it is: what I do then", as far as both were written. */
const both = (what: string, then: string): string => some(what, then).join(': ');

const MAKERS: Readonly<Record<SummarySection, Maker>> = {
  medicines,
  doses,
  appointments,
  questions,
  measures,
  reasons: ({ records, words }) =>
    // A reason may be a photo or a voice alone; paper has its words.
    lines(
      REASON_KINDS,
      records.reason?.filter((one) => one.words !== ''),
      (kind) => words.plan.reasons.kinds[kind].title,
    ),
  goals,
  plan,
  triggers: ({ records, words }) =>
    lines(
      TRIGGER_KINDS,
      records.trigger,
      (kind) => words.planParts.triggers.kinds[kind],
      (one) => both(one.words, both(words.planParts.triggers.ways[one.way], one.helps)),
    ),
  signs: ({ records }) =>
    ranked(records['early-sign'] ?? []).map((one) => ({
      title: '',
      lines: some(both(one.words, one.action), one.others),
    })),
  'safety-plan': ({ records, words }) =>
    lines(SAFETY_STEPS, records['safety-line'], (kind) => words.plan.safety.kinds[kind].title),
  routine,
  path,
};
