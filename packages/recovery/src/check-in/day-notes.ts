import type { DayNote, DayNotePart } from './day-note.ts';
import type { CheckIn } from './history.ts';

/** One of each a day: written again, it is changed. */
export const dayNoteId = (on: string, part: DayNotePart): string => `${on}-${part}`;

/**
 * Which questions Today offers: in the morning until noon, in the evening until midnight, while they were not
 * answered on that day. Undefined for none.
 * @param hour 0–23 on the person's own wall
 */
export function dayNoteNow(notes: readonly DayNote[], today: string, hour: number): DayNotePart | undefined {
  const part = hour >= 5 && hour < 12 ? 'morning' : hour >= 18 ? 'evening' : undefined;
  return part && !notes.some(({ id }) => id === dayNoteId(today, part)) ? part : undefined;
}

/** The nights that mornings told of, in the form in which trends and early signs read them. */
export const nightsOf = (notes: readonly DayNote[]): CheckIn[] =>
  notes.flatMap(({ id, sleep, slept, at, day: on }) =>
    sleep === null && slept == null
      ? []
      : [{ id, sleep, slept, urge: null, mood: null, contact: null, words: '', at, day: on }],
  );
