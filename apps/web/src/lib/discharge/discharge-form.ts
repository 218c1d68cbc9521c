import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import type { Discharge, MedicineKind } from '@holdfast/recovery';
import { DISCHARGE_DOSES, writeDischarge } from '@holdfast/recovery';

export interface VisitForm {
  with: string;
  where: string;
  /** YYYY-MM-DDTHH:MM, or empty. */
  when: string;
}
/** What a clinic fills in, as text. */
export interface DischargeForm {
  clinic: string;
  number: string;
  medicine: MedicineKind | 'none';
  times: string;
  left: string;
  visits: VisitForm[];
  card: boolean;
  naloxone: boolean;
}

export const emptyVisit = (): VisitForm => ({ with: '', where: '', when: '' });
export const emptyDischarge = (left: string): DischargeForm => ({
  clinic: '',
  number: '',
  medicine: 'none',
  times: '',
  left,
  visits: [emptyVisit()],
  card: false,
  naloxone: false,
});

/** Times as typed, "8:00, 20:00", with two digits for the hour. What is no time stays, to be named. */
export const timesOf = (typed: string): string[] =>
  typed
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d:\d\d$/.test(part) ? `0${part}` : part));

export type DischargeTrouble = 'clinic' | 'number' | 'times' | 'visits' | 'long';
/** Names of the fields of the format, for those of the form. */
const NAMES: Readonly<Record<string, DischargeTrouble>> = {
  c: 'clinic',
  n: 'number',
  d: 'times',
  a: 'visits',
};

/**
 * What the form holds, and what stands after the `#` of its link; or the first field to mend. Visits with nothing in
 * them are left out.
 * @param zone the clinic's IANA zone
 */
export function ticketOf(
  form: DischargeForm,
  zone: string,
): Result<{ discharge: Discharge; ticket: string }, DischargeTrouble> {
  const visits = form.visits.filter((one) =>
    [one.with, one.where, one.when].some((text) => text.trim() !== ''),
  );
  const times = timesOf(form.times);
  if (times.length > DISCHARGE_DOSES) return err('times');
  if (visits.some((one) => one.with.trim() === '' || one.when === '')) return err('visits');
  const discharge: Discharge = {
    c: form.clinic,
    z: zone,
    ...(form.number.trim() && { n: form.number }),
    ...(form.medicine !== 'none' && { m: form.medicine }),
    ...(times.length && { d: times }),
    ...(form.left && { l: form.left }),
    ...(visits.length && {
      a: visits.map((one): [string, string, string] => [one.with, one.where, one.when]),
    }),
    ...(form.card && { t: 1 as const }),
    ...(form.naloxone && { x: 1 as const }),
  };
  const ticket = writeDischarge(discharge);
  if (ticket.ok) return ok({ discharge, ticket: ticket.value });
  return err(ticket.error.code === 'long' ? 'long' : (NAMES[ticket.error.field] ?? 'clinic'));
}

/** The link for a code or a message. */
export const dischargeLink = (origin: string, ticket: string): string => `${origin}/plan/path#${ticket}`;
