import type { Bundle, FhirResource, Patient } from 'fhir/r4.js';
import { appointmentEntries } from './appointment.ts';
import type { Entry, FhirContext, FhirInput } from './context.ts';
import { instant } from './context.ts';
import { checkInEntries, measureEntries } from './measures.ts';
import { medicineEntries } from './medicine.ts';
import { planEntries } from './plan.ts';

/**
 * What was chosen as a FHIR R4 (4.0.1) collection. Entries name each other by random UUIDs; the person is a Patient
 * without identifiers, with a name only if they typed one.
 */
export function fhirBundle(input: FhirInput): Bundle {
  const entry = <R extends FhirResource>(resource: R): Entry<R> => ({
    fullUrl: `urn:uuid:${input.uuid()}`,
    resource,
  });
  const name = input.name.trim();
  const person = entry<Patient>({
    resourceType: 'Patient',
    active: true,
    ...(name === '' ? {} : { name: [{ text: name }] }),
  });
  const context: FhirContext = { ...input, entry, patient: { reference: person.fullUrl } };
  const entries = [
    ...medicineEntries(context),
    ...appointmentEntries(context),
    ...measureEntries(context),
    ...checkInEntries(context),
    ...planEntries(context),
  ];
  return {
    resourceType: 'Bundle',
    type: 'collection',
    language: input.language,
    timestamp: instant(input.now),
    entry: [person, ...entries],
  };
}
