import type { Dosage, MedicationStatement, Reference, Timing } from 'fhir/r4.js';
import type { Dose } from '../../medicine/dose.ts';
import { standingDoses } from '../../medicine/dose.ts';
import type { Medicine } from '../../medicine/medicine.ts';
import { isCurrent } from '../../medicine/medicine.ts';
import { medicineCode } from './codes.ts';
import type { Entry, FhirContext } from './context.ts';
import { instant, some } from './context.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The label as it was copied, and when it is taken. No amount is read out of either. */
function dosageOf({ label, times, weekdays }: Medicine): Dosage | undefined {
  const repeat: Timing['repeat'] = {
    ...(times.length ? { timeOfDay: times.map((time) => `${time}:00`) } : {}),
    ...(weekdays.length ? { dayOfWeek: weekdays.map((day) => DAYS[day - 1]!) } : {}),
  };
  const timing = Object.keys(repeat).length ? { timing: { repeat } } : {};
  const text = some(label);
  if (text === undefined && !('timing' in timing)) return undefined;
  return { ...(text === undefined ? {} : { text }), ...timing };
}

/** A medicine as the person wrote it down: MedicationStatement (http://hl7.org/fhir/R4/medicationstatement.html). */
function medicineOf(context: FhirContext, medicine: Medicine): MedicationStatement {
  const { kind, name, started, stopped } = medicine;
  const dosage = dosageOf(medicine);
  return {
    resourceType: 'MedicationStatement',
    status: isCurrent(medicine, context.today) ? 'active' : 'stopped',
    medicationCodeableConcept: medicineCode(kind, name || context.words.kinds[kind]),
    subject: context.patient,
    informationSource: context.patient,
    dateAsserted: instant(context.now),
    ...(started === null && stopped === null
      ? {}
      : {
          effectivePeriod: { ...(started ? { start: started } : {}), ...(stopped ? { end: stopped } : {}) },
        }),
    ...(dosage ? { dosage: [dosage] } : {}),
  };
}

/** One dose the person marked. A day, not a moment: doses belong to a day also when they were taken after midnight. */
const doseOf = (
  context: FhirContext,
  medicine: Medicine,
  dose: Dose,
  partOf: Reference | undefined,
): MedicationStatement => ({
  resourceType: 'MedicationStatement',
  status: dose.mark === 'not' ? 'not-taken' : 'completed',
  ...(partOf ? { partOf: [partOf] } : {}),
  medicationCodeableConcept: medicineCode(medicine.kind, medicine.name || context.words.kinds[medicine.kind]),
  subject: context.patient,
  informationSource: context.patient,
  effectiveDateTime: dose.day,
  dateAsserted: instant(dose.at),
  ...(dose.time === null ? {} : { dosage: [{ timing: { repeat: { timeOfDay: [`${dose.time}:00`] } } }] }),
});

/** Medicines, and the doses that were marked since the chosen day, oldest first. */
export function medicineEntries(context: FhirContext): Entry[] {
  const { records, sections, since } = context;
  const medicines = records.medicine ?? [];
  const entries = new Map(
    sections.has('medicines')
      ? medicines.map((one) => [one.id, context.entry(medicineOf(context, one))] as const)
      : [],
  );
  const doses = sections.has('doses') ? (records.dose ?? []) : [];
  const marked = medicines
    .flatMap((medicine) => standingDoses(medicine, doses).map((dose) => ({ medicine, dose })))
    .filter(({ dose }) => dose.day >= since)
    .toSorted((a, b) => (`${a.dose.day} ${a.dose.time}` < `${b.dose.day} ${b.dose.time}` ? -1 : 1))
    .map(({ medicine, dose }) => {
      const whole = entries.get(medicine.id);
      return context.entry(doseOf(context, medicine, dose, whole && { reference: whole.fullUrl }));
    });
  return [...entries.values(), ...marked];
}
