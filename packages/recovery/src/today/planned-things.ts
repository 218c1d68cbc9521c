import { addDays } from '../medicine/calendar.ts';
import type { Activity } from '../tools/activity.ts';
import type { Letter } from '../tools/letter.ts';
import { lettersBy } from '../tools/letter.ts';
import type { OtherThing } from './next-things.ts';

/** How long a letter whose day has come stands on Today, days. It stays among the letters. */
export const LETTER_DAYS = 3;

/**
 * What a person planned for themselves that has its day today: the small things of today that are not done, and the
 * letter whose day has come. A letter has no title: who shows it knows what to call it.
 * @param today YYYY-MM-DD on the phone's wall
 */
export function plannedThings(
  activities: readonly Activity[],
  letters: readonly Letter[],
  today: string,
): OtherThing[] {
  const plans = activities
    .filter(({ day, done }) => day === today && !done)
    .map(({ id, time, what, where }): OtherThing => {
      return { what: 'activity', id, day: today, time, title: what, note: where, href: '/tools/activity' };
    });
  const come = lettersBy(today, letters)
    .come.filter(({ opens }) => today < addDays(opens!, LETTER_DAYS))
    .slice(0, 1)
    .map(({ id }): OtherThing => {
      const href = `/tools/letter#id=${id}`;
      return { what: 'letter', id, day: today, time: null, title: '', note: '', href };
    });
  return [...plans, ...come];
}
