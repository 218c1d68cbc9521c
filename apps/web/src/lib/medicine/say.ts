import type { Dose, Medicine, Missed, Slot } from '@holdfast/recovery';
import { formOf, injectionState, injectionTime, isExpired, supplyOf } from '@holdfast/recovery';
import type { MedicinePart } from '@holdfast/safety';
import { clockTime, dayInWords } from '#lib/account/dates.ts';
import type { MedicineWords } from '#locales/en/medicine.ts';

/** What the person calls a medicine, else its kind. */
export const nameOf = ({ name, kind }: Pick<Medicine, 'name' | 'kind'>, w: MedicineWords): string =>
  name || w.kinds[kind];

/** When a daily medicine is taken: "08:00, 20:00 · Mon, Wed". */
export function timesOf({ times, weekdays }: Medicine, w: MedicineWords): string {
  const days = weekdays.length ? weekdays.map((day) => w.weekdays[day - 1]).join(', ') : w.one.everyDay;
  return w.one.times(times.join(', '), days);
}

/** What was said of a dose, and when. */
export function markOf({ dose, day }: Slot, w: MedicineWords, locale: string, today: string): string {
  if (!dose) return w.dose.notMarked;
  if (dose.mark === 'not' || day !== today) return w.marks[dose.mark];
  return w.dose.marked(w.marks[dose.mark], clockTime(dose.at, locale));
}

/** The line under a medicine in the list: what comes next for it. */
export function noteOf(
  medicine: Medicine,
  doses: readonly Dose[],
  today: string,
  w: MedicineWords,
  locale: string,
): string {
  const say = (day: string): string => dayInWords(day, locale);
  if (medicine.stopped !== null && medicine.stopped <= today) return w.one.stopped(say(medicine.stopped));
  switch (formOf(medicine.kind)) {
    case 'kit': {
      if (medicine.expires === null) return medicine.place && w.one.kept(medicine.place);
      const date = dayInWords(medicine.expires, locale, 'year');
      return isExpired(medicine, today) ? w.one.expired(date) : w.one.expires(date);
    }
    case 'injection': {
      const time = injectionTime(medicine, doses);
      if (!time) return w.one.notGiven;
      const state = injectionState(time, today);
      return state === 'ahead' ? w.one.due(say(time.due)) : w.one.states[state];
    }
    case 'days': {
      const supply = supplyOf(medicine, today);
      return supply?.soon ? w.one.supply(supply.left, say(supply.out)) : timesOf(medicine, w);
    }
  }
}

/** Which part of a medicine's safety text fits now. */
export function partFor(
  medicine: Medicine,
  doses: readonly Dose[],
  missed: Missed,
  today: string,
): Exclude<MedicinePart, 'about' | 'stopping'> {
  switch (formOf(medicine.kind)) {
    case 'kit':
      return isExpired(medicine, today) ? 'card' : 'one';
    case 'injection': {
      const time = injectionTime(medicine, doses);
      const state = time && injectionState(time, today);
      return state === 'over' ? 'restart' : state === 'wearing' ? 'card' : 'one';
    }
    case 'days':
      return missed.advice === 'none' ? 'one' : missed.advice;
  }
}
