import type { CarePlan, CarePlanActivity, Goal } from 'fhir/r4.js';
import type { Goal as PlanGoal, GoalStep } from '../../plan/goal.ts';
import { ranked } from '../../plan/trigger.ts';
import type { Entry, FhirContext } from './context.ts';
import { instant } from './context.ts';

type PlanSection = keyof FhirContext['words']['sections'];

/** One part of the person's plan, each line an activity in their own words (http://hl7.org/fhir/R4/careplan.html). */
function carePlan(
  context: FhirContext,
  section: PlanSection,
  lines: readonly { readonly text: string; readonly heading?: string | undefined }[],
  goals: readonly Entry[],
): Entry[] {
  if (!context.sections.has(section) || lines.length === 0) return [];
  const activity = lines.map(({ text, heading }): CarePlanActivity => ({
    detail: {
      status: 'in-progress',
      ...(heading === undefined ? {} : { code: { text: heading } }),
      description: text,
    },
  }));
  const plan: CarePlan = {
    resourceType: 'CarePlan',
    status: 'active',
    intent: 'plan',
    title: context.words.sections[section],
    subject: context.patient,
    author: context.patient,
    created: instant(context.now),
    ...(goals.length ? { goal: goals.map(({ fullUrl }) => ({ reference: fullUrl })) } : {}),
    activity,
  };
  return [context.entry(plan)];
}

const LIFECYCLE = { open: 'active', resting: 'on-hold', done: 'completed' } as const;

/** A goal as the person put it, its steps as notes (http://hl7.org/fhir/R4/goal.html). */
const goalOf = (
  context: FhirContext,
  { words, at, state, done }: Pick<PlanGoal, 'words' | 'at' | 'state' | 'done'>,
  steps: readonly GoalStep[] = [],
): Goal => ({
  resourceType: 'Goal',
  lifecycleStatus: LIFECYCLE[state],
  description: { text: words },
  subject: context.patient,
  startDate: instant(at).slice(0, 10),
  ...(done === null ? {} : { statusDate: done }),
  expressedBy: context.patient,
  ...(steps.length ? { note: steps.map((step) => ({ text: step.words })) } : {}),
});

/** Goals with their steps, then what the person wants to stand by and the life they want. */
function goalEntries(context: FhirContext): Entry[] {
  const { records, sections } = context;
  if (!sections.has('goals')) return [];
  const byTime = (a: { readonly at: number }, b: { readonly at: number }): number => a.at - b.at;
  const steps = (records['goal-step'] ?? []).toSorted(byTime);
  return [
    ...(records.goal ?? []).toSorted(byTime).map((one) =>
      goalOf(
        context,
        one,
        steps.filter(({ goal }) => goal === one.id),
      ),
    ),
    // One that is a photo or a voice alone has no words, and FHIR has no empty ones.
    ...(records.reason ?? [])
      .filter(({ kind, words }) => kind !== 'reason' && words !== '')
      .toSorted(byTime)
      .map(({ words, at }) => goalOf(context, { words, at, state: 'open', done: null })),
  ].map((goal) => context.entry(goal));
}

/** Goals, and each part of the plan that was chosen. */
export function planEntries(context: FhirContext): Entry[] {
  const { records, words } = context;
  const goals = goalEntries(context);
  /** "What it is: what I do then", as far as both were written. */
  const both = (what: string, then: string): string => [what, then].filter((part) => part !== '').join(': ');
  const lines = <L extends { readonly words: string; readonly at: number }>(
    list: readonly L[] = [],
    heading: (one: L) => string,
  ) => list.toSorted((a, b) => a.at - b.at).map((one) => ({ text: one.words, heading: heading(one) }));
  const plans = (records['if-then'] ?? [])
    .toSorted((a, b) => a.at - b.at)
    .map(({ cue, action }) => ({ text: words.ifThen(cue, action) }));
  return [
    ...goals,
    ...carePlan(context, 'plan', plans, goals),
    ...carePlan(
      context,
      'triggers',
      lines(
        records.trigger?.map((one) => ({ ...one, words: both(one.words, one.helps) })),
        ({ kind }) => words.triggers[kind],
      ),
      [],
    ),
    ...carePlan(
      context,
      'signs',
      ranked(records['early-sign'] ?? []).map((one) => ({ text: both(one.words, one.action) })),
      [],
    ),
    ...carePlan(
      context,
      'safety-plan',
      lines(records['safety-line'], ({ kind }) => words.safetySteps[kind].title),
      [],
    ),
  ];
}
