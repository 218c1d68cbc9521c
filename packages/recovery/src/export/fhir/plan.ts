import type { CarePlan, CarePlanActivity, Goal } from 'fhir/r4.js';
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

/** A goal as the person put it (http://hl7.org/fhir/R4/goal.html). */
const goalOf = (context: FhirContext, text: string, at: number): Goal => ({
  resourceType: 'Goal',
  lifecycleStatus: 'active',
  description: { text },
  subject: context.patient,
  startDate: instant(at).slice(0, 10),
  expressedBy: context.patient,
});

/** What the person wants to stand by and the life they want are goals; the rest of the plan are care plans. */
export function planEntries(context: FhirContext): Entry[] {
  const { records, sections, words } = context;
  const goals = sections.has('goals')
    ? (records.reason ?? [])
        .filter(({ kind }) => kind !== 'reason')
        .toSorted((a, b) => a.at - b.at)
        .map((one) => context.entry(goalOf(context, one.words, one.at)))
    : [];
  const lines = (list: readonly { kind: string; words: string; at: number }[] = []) =>
    list
      .toSorted((a, b) => a.at - b.at)
      .map((one) => ({ text: one.words, heading: words.lines[one.kind] ?? one.kind }));
  const plans = (records['if-then'] ?? [])
    .toSorted((a, b) => a.at - b.at)
    .map(({ cue, action }) => ({ text: words.ifThen(cue, action) }));
  return [
    ...goals,
    ...carePlan(context, 'plan', plans, goals),
    ...carePlan(context, 'triggers', lines(records.trigger), []),
    ...carePlan(context, 'signs', lines(records['early-sign']), []),
    ...carePlan(context, 'safety-plan', lines(records['safety-line']), []),
  ];
}
