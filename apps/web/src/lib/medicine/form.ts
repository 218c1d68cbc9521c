import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import type { Medicine, MedicineKind } from '@holdfast/recovery';
import { formOf, supplyOf } from '@holdfast/recovery';

/** A medicine as it stands in the form: what is typed, as text. */
export interface MedicineForm {
  name: string;
  label: string;
  /** One for each line of the form; empty lines are not times. */
  times: string[];
  weekdays: number[];
  place: string;
  number: string;
  started: string;
  supply: string;
  /** What the supply began with: the form may be finished on a later day, when fewer days are left. */
  supplyWas: string;
  given: string;
  every: string;
  expires: string;
}

/** The form to begin with: empty, or as the medicine stands. */
export function formFrom(medicine: Medicine | undefined, today: string): MedicineForm {
  const supply = medicine ? String(supplyOf(medicine, today)?.left ?? '') : '';
  return {
    name: medicine?.name ?? '',
    label: medicine?.label ?? '',
    times: medicine?.times.length ? [...medicine.times] : [''],
    weekdays: [...(medicine?.weekdays ?? [])],
    place: medicine?.place ?? '',
    number: medicine?.number ?? '',
    started: medicine?.started ?? '',
    supply,
    supplyWas: supply,
    given: medicine?.given ?? '',
    every: medicine?.every ? String(medicine.every) : '',
    expires: medicine?.expires ?? '',
  };
}

/**
 * The fields to save. A supply that was not touched keeps the day it was counted on.
 * @param held the medicine before, when there is one
 */
export function fieldsFrom(
  form: MedicineForm,
  kind: MedicineKind,
  today: string,
  held: Medicine | undefined,
): Result<Omit<Medicine, 'id'>, { code: 'invalid'; field: 'supply' | 'every' }> {
  const days = formOf(kind);
  const supply = wholeNumber(form.supply, 0);
  const every = wholeNumber(form.every, 1);
  if (days === 'days' && supply === 'bad') return err({ code: 'invalid', field: 'supply' });
  if (days === 'injection' && every === 'bad') return err({ code: 'invalid', field: 'every' });
  const untouched = held && form.supply.trim() === form.supplyWas;
  return ok({
    kind,
    name: form.name,
    label: form.label,
    times: form.times.filter((time) => time !== ''),
    weekdays: [...form.weekdays].sort((a, b) => a - b),
    place: form.place,
    number: form.number,
    started: form.started || null,
    stopped: held?.stopped ?? null,
    supply: untouched ? held.supply : typeof supply === 'number' ? { days: supply, on: today } : null,
    given: form.given || null,
    every: typeof every === 'number' ? every : null,
    expires: form.expires || null,
  });
}

/** A number of days as typed, up to 400; undefined for none, 'bad' for what is not one. */
function wholeNumber(text: string, least: number): number | 'bad' | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  const n = Number(typed);
  return /^\d+$/.test(typed) && n >= least && n <= 400 ? n : 'bad';
}
