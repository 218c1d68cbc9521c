import type { Medicine, Reminder, ReminderAbout, ReminderSettings } from '@holdfast/recovery';
import { formOf, isQuiet, outOfQuiet } from '@holdfast/recovery';

/** A reminder as it stands in the form: what is typed, as text. */
export interface ReminderForm {
  about: ReminderAbout;
  /** A medicine or a plan; empty for none. */
  of: string;
  words: string;
  /** One for each line of the form; empty lines are not times. */
  times: string[];
  weekdays: number[];
  often: 'again' | 'once';
  day: string;
  named: 'neutral' | 'words';
}

/** The form to begin with: as the reminder stands, or empty for what the page was opened about. */
export function formFrom(
  reminder: Reminder | undefined,
  first: { readonly about?: string | null; readonly of?: string | null },
): ReminderForm {
  const asked = first.about;
  const about: ReminderAbout =
    reminder?.about ?? (asked === 'dose' || asked === 'check-in' || asked === 'plan' ? asked : 'own');
  return {
    about,
    of: reminder?.of ?? first.of ?? '',
    words: reminder?.words ?? '',
    times: reminder?.times.length ? [...reminder.times] : [''],
    weekdays: [...(reminder?.weekdays ?? [])],
    often: reminder?.on ? 'once' : 'again',
    day: reminder?.on ?? '',
    named: reminder?.named ? 'words' : 'neutral',
  };
}

/** Whether a medicine brings its own times, so that none are asked for. */
export const hasTimes = (medicine: Medicine | undefined): boolean =>
  medicine !== undefined && formOf(medicine.kind) === 'days' && medicine.times.length > 0;

export type ReminderMissing = 'medicine' | 'words' | 'time' | 'day';

/** The times that were chosen; a browser may give seconds with them. */
export const chosenTimes = ({ times }: Pick<ReminderForm, 'times'>): string[] => [
  ...new Set(times.filter((time) => time !== '').map((time) => time.slice(0, 5))),
];

/** What is needed before it can be saved; undefined when nothing is. */
export function missingIn(
  form: ReminderForm,
  medicine: Medicine | undefined,
  today: string,
): ReminderMissing | undefined {
  if (form.about === 'dose' && !medicine) return 'medicine';
  if (form.about === 'own' && form.words.trim() === '') return 'words';
  if (chosenTimes(form).length === 0 && !(form.about === 'dose' && hasTimes(medicine))) return 'time';
  return form.about !== 'dose' && form.often === 'once' && form.day < today ? 'day' : undefined;
}

/** The fields to save. A reminder that was changed is not due for times before the change. */
export function fieldsFrom(form: ReminderForm, medicine: Medicine | undefined, now: number, paused: boolean) {
  const dose = form.about === 'dose';
  const once = !dose && form.often === 'once';
  return {
    about: form.about,
    of: dose || form.about === 'plan' ? form.of : '',
    words: form.words.trim(),
    times: dose && hasTimes(medicine) ? [] : chosenTimes(form),
    weekdays: once || dose ? [] : form.weekdays.toSorted((a, b) => a - b),
    on: once ? form.day : null,
    paused,
    named: form.named === 'words',
    at: Math.round(now),
  };
}

/** Times that fall into quiet hours, with the time at which they come instead. */
export const movedTimes = (
  times: readonly string[],
  settings: ReminderSettings,
): { readonly from: string; readonly to: string }[] =>
  times
    .filter((time) => isQuiet(time, settings))
    .map((from) => {
      // A day without a change of the clock stands for all: this is the usual case, said in words.
      const at = outOfQuiet(Date.parse(`2026-01-15T${from}:00Z`), 'UTC', settings);
      return { from, to: new Date(at).toISOString().slice(11, 16) };
    });
