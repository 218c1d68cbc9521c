import type { RecordsByType, ExportPart } from '@holdfast/recovery/export';
import { EXPORT_PARTS, partOf, RECORD_KINDS } from '@holdfast/recovery/export';
import type { FhirSection, FhirWords } from '@holdfast/recovery/fhir';
import { FHIR_SECTIONS } from '@holdfast/recovery/fhir';
import type { AppWords } from '#locales/en/app.ts';
import type { ExportWords } from '#locales/en/export.ts';
import type { MedicineWords } from '#locales/en/medicine.ts';
import type { PlanPartsWords } from '#locales/en/plan-parts.ts';
import type { PlanWords } from '#locales/en/plan.ts';
import type { ProgressWords } from '#locales/en/progress.ts';
import type { SummarySection } from './summary.ts';
import { SUMMARY_SECTIONS } from './summary.ts';

/** What a file can be: a paper for a clinician, a file for a health system, a copy for the person. */
export const FORMS = ['summary', 'health', 'copy'] as const;
export type Form = (typeof FORMS)[number];

/** Names say nothing of what is in a file: lists of downloads are read by others. */
export const fileName = (form: Form, today: string): string =>
  `${form}-${today}.${form === 'summary' ? 'pdf' : 'json'}`;

const any = (records: RecordsByType, kind: keyof RecordsByType): boolean => Boolean(records[kind]?.length);

/** Whether a section of a form has anything in it. */
function hasSection(form: Form, records: RecordsByType, section: SummarySection | FhirSection): boolean {
  const worded = (records.reason ?? []).filter(({ words }) => words !== '');
  switch (section) {
    case 'medicines':
      return any(records, 'medicine');
    case 'doses':
      return any(records, 'dose');
    case 'appointments':
      return any(records, 'appointment');
    case 'questions':
      return any(records, 'question');
    case 'measures':
    case 'sums':
    case 'answers':
      return any(records, 'measure-result');
    case 'check-ins':
      return any(records, 'check-in');
    case 'reasons':
      return worded.length > 0;
    case 'goals': {
      // A file for a health system has no reasons, but what they lead to, as goals.
      const aims = form === 'health' && worded.some(({ kind }) => kind !== 'reason');
      return aims || any(records, 'goal');
    }
    case 'plan':
      return any(records, 'if-then');
    case 'triggers':
      return any(records, 'trigger');
    case 'signs':
      return any(records, 'early-sign');
    case 'safety-plan':
      return any(records, 'safety-line');
    case 'routine':
      return any(records, 'routine-item');
    case 'path':
      return any(records, 'path-mark');
  }
}

/** What can be chosen for a form: only what has something in it. */
export function choicesOf(
  form: Form,
  records: RecordsByType,
): readonly (ExportPart | SummarySection | FhirSection)[] {
  if (form === 'copy')
    return EXPORT_PARTS.filter((part) =>
      RECORD_KINDS.some((kind) => partOf(kind) === part && any(records, kind)),
    );
  const all = form === 'summary' ? SUMMARY_SECTIONS : FHIR_SECTIONS;
  return all.filter((section) => hasSection(form, records, section));
}

/** The words that a FHIR file carries beside its codes. */
export function fhirWords(words: {
  readonly app: AppWords;
  readonly export: ExportWords;
  readonly medicine: MedicineWords;
  readonly progress: ProgressWords;
  readonly plan: PlanWords;
  readonly planParts: PlanPartsWords;
}): FhirWords {
  return {
    kinds: words.medicine.kinds,
    totals: words.progress.result.parts,
    sections: words.export.sections,
    triggers: words.planParts.triggers.kinds,
    safetySteps: words.plan.safety.kinds,
    checkIn: words.export.checkIn,
    moods: words.app.checkIn.moods,
    sleeps: words.app.checkIn.sleeps,
    ifThen: words.export.paper.ifThen,
  };
}
