import type { CodeableConcept, Coding } from 'fhir/r4.js';
import type { InstrumentId } from '../../measures/instrument.ts';
import type { MedicineKind } from '../../medicine/medicine.ts';

/*
 * Codes of others stand here only where two independent public sources gave the same one; they were compared on
 * 25 November 2026. Whatever was not found twice has a code of our own system, and its words.
 */

/** Our own codes: for what no public code was confirmed. Documented in docs/exports.md. */
export const OWN = 'urn:holdfast:code';
const LOINC = 'http://loinc.org';
const ATC = 'http://www.whocc.no/atc';

/**
 * Sums. 55758-7 (PHQ-2): Synthea's invented records, and a university research group's PHQ-9 form. 70274-6 (GAD-7):
 * the HL7 personal-health-record-format IG (value set of scored assessments), and the German MII module PRO (score
 * blueprint). No code was confirmed twice for the sums of the PHQ-8, GAD-2, BAM and BARC-10. The sum of the PHQ-9
 * (44261-6) is never given: docs/decisions/0026.
 */
const TOTALS: Readonly<Record<string, Coding>> = {
  phq2: {
    system: LOINC,
    code: '55758-7',
    display: 'Patient Health Questionnaire 2 item (PHQ-2) total score [Reported]',
  },
  gad7: {
    system: LOINC,
    code: '70274-6',
    display: 'Generalized anxiety disorder 7 item (GAD-7) total score [Reported.PHQ]',
  },
};

/** Totals that are shown and given as a mean, to one decimal. Their code says so. */
export const MEANS: readonly string[] = ['craving3'];

/** The code of a total: a public one where confirmed, and always ours. */
export const totalCode = (total: string, text: string): CodeableConcept => ({
  coding: [
    ...(TOTALS[total] ? [TOTALS[total]] : []),
    { system: OWN, code: `${MEANS.includes(total) ? 'mean' : 'total'}-${total}` },
  ],
  text,
});

/**
 * Items of the PHQ and the GAD, in order. Sources: the HL7 PACIO IG's example responses with the SDC form builder's
 * test forms (PHQ), and the HL7 personal-health-record-format IG with a clinical research group's GAD-7 (GAD).
 */
const PHQ = ['44250-9', '44255-8', '44259-0', '44254-1', '44251-7', '44258-2', '44252-5', '44253-3'] as const;
const GAD = ['69725-0', '68509-9', '69733-4', '69734-2', '69735-9', '69689-8', '69736-7'] as const;

/** The code of an item, where it has a public one. */
export function itemCode(instrument: InstrumentId, item: string): Coding | undefined {
  const list = instrument.startsWith('phq') ? PHQ : instrument.startsWith('gad') ? GAD : undefined;
  const code = list?.[Number(item) - 1];
  return code === undefined ? undefined : { system: LOINC, code };
}

/** "Not at all" to "Nearly every day": LOINC answer list LL358-3, in the same IGs. */
const FREQUENCY = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9'] as const;

/** An answer as a code: LOINC's for the PHQ and the GAD, else our own, named by its number. */
export function answerCode(instrument: InstrumentId, scale: string, value: number, display: string): Coding {
  const known = /^(phq|gad)/.test(instrument) ? FREQUENCY[value] : undefined;
  return known === undefined
    ? { system: `${OWN}:${instrument}:${scale}`, code: String(value), display }
    : { system: LOINC, code: known, display };
}

/**
 * Substances by the WHO's ATC classification, 5th level. Sources: public drug lists of Belgium and Mexico, a
 * table of drug identifiers, and a hospital group's substance-use registry. An injection and a tablet of one substance share its code.
 */
const SUBSTANCES: Readonly<Record<MedicineKind, Coding | undefined>> = {
  methadone: { system: ATC, code: 'N07BC02', display: 'methadone' },
  buprenorphine: { system: ATC, code: 'N07BC01', display: 'buprenorphine' },
  'buprenorphine-weekly': { system: ATC, code: 'N07BC01', display: 'buprenorphine' },
  'buprenorphine-monthly': { system: ATC, code: 'N07BC01', display: 'buprenorphine' },
  naltrexone: { system: ATC, code: 'N07BB04', display: 'naltrexone' },
  'naltrexone-injection': { system: ATC, code: 'N07BB04', display: 'naltrexone' },
  naloxone: { system: ATC, code: 'V03AB15', display: 'naloxone' },
  other: undefined,
};

/** A medicine as the person calls it, with the code of its substance where its kind is known. */
export function medicineCode(kind: MedicineKind, text: string): CodeableConcept {
  const coding = SUBSTANCES[kind];
  return coding ? { coding: [coding], text } : { text };
}

/** `Observation.category` for what somebody answered (HL7 terminology). */
export const SURVEY: CodeableConcept = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }],
};
