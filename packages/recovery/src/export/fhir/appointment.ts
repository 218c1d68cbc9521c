import type { Appointment as FhirAppointment } from 'fhir/r4.js';
import type { Appointment } from '../../care/appointment.ts';
import { instantOf } from '../../medicine/wall-clock.ts';
import type { Entry, FhirContext } from './context.ts';
import { instant, some } from './context.ts';

/**
 * An appointment (http://hl7.org/fhir/R4/appointment.html). FHIR asks for an end with every start (invariant app-4);
 * the person wrote none, so it ends when it starts, and no length is made up. Whether somebody went is not known.
 */
function appointmentOf(context: FhirContext, one: Appointment): FhirAppointment {
  const at = instant(instantOf(one.starts, one.zone));
  const where = some(one.where);
  return {
    resourceType: 'Appointment',
    status: 'booked',
    start: at,
    end: at,
    ...(some(one.notes) ? { comment: one.notes } : {}),
    ...(some(one.bring) ? { patientInstruction: one.bring } : {}),
    participant: [
      { actor: context.patient, status: 'accepted' },
      { actor: { display: one.with }, status: 'accepted' },
      ...(where === undefined ? [] : [{ actor: { display: where }, status: 'accepted' as const }]),
    ],
  };
}

/** Appointments since the chosen day and all to come, soonest first. */
export const appointmentEntries = (context: FhirContext): Entry[] =>
  context.sections.has('appointments')
    ? (context.records.appointment ?? [])
        .filter(({ starts }) => starts.slice(0, 10) >= context.since)
        .map((one) => ({ one, at: instantOf(one.starts, one.zone) }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ one }) => context.entry(appointmentOf(context, one)))
    : [];
