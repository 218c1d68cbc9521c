import * as v from 'valibot';
import { NAME_LENGTH } from '../circle/person.ts';
import { PLACE_LENGTH } from '../medicine/medicine.ts';
import { words } from '../medicine/calendar.ts';
import { instantOf } from '../medicine/wall-clock.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';

/** Longest notes, UTF-16 code units. */
export const NOTES_LENGTH = 5000;

/** Minutes before an appointment at which the person would like a reminder. */
export const REMIND_MINUTES = [60, 180, 1440] as const;

/** An appointment, past or to come. Past ones stay. */
export const APPOINTMENT = {
  type: 'appointment',
  home: 'routine',
  schema: v.object({
    with: v.pipe(words(NAME_LENGTH), v.minLength(1)),
    /** In words; places are never stored as coordinates. */
    where: words(PLACE_LENGTH),
    /** Date and time by the clock on the wall there, YYYY-MM-DDTHH:MM. */
    starts: v.pipe(v.string(), v.isoDateTime()),
    /** IANA zone of that clock. */
    zone: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
    /** What to bring or ask, for this one; the running list of questions is apart. */
    bring: words(NOTES_LENGTH),
    /** What was said, written afterwards. */
    notes: words(NOTES_LENGTH),
    /** Minutes before; null for no reminder. */
    remind: v.nullable(v.picklist(REMIND_MINUTES)),
  }),
} as const satisfies RecordType<v.GenericSchema>;

export type Appointment = FieldsOf<typeof APPOINTMENT> & { readonly id: string };

/** How long after its start an appointment still stands among those to come, ms. */
const STILL_ON_MS = 3_600_000;

/** Appointments to come, the next one first, and past ones, the latest first. */
export function byDate(
  list: readonly Appointment[],
  now: number,
): { readonly ahead: readonly Appointment[]; readonly past: readonly Appointment[] } {
  const timed = list
    .map((one) => ({ one, at: instantOf(one.starts, one.zone) }))
    .toSorted((a, b) => a.at - b.at || (a.one.id < b.one.id ? -1 : 1));
  const begun = (at: number): boolean => at + STILL_ON_MS <= now;
  return {
    ahead: timed.filter(({ at }) => !begun(at)).map(({ one }) => one),
    past: timed
      .filter(({ at }) => begun(at))
      .map(({ one }) => one)
      .toReversed(),
  };
}
