import * as v from 'valibot';
import { clock, day, scale, words } from '../fields.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';

export const ACTIVITY_LENGTH = 200;

/** One small thing with its day and place, and how it was if the person did it and said so. */
export const ACTIVITY = {
  type: 'activity',
  home: 'private',
  schema: v.object({
    what: v.pipe(words(ACTIVITY_LENGTH), v.trim(), v.minLength(1)),
    where: words(ACTIVITY_LENGTH),
    day,
    time: v.nullable(clock),
    done: v.boolean(),
    /** How good it felt, 0–10. */
    joy: scale,
    /** How much it felt like getting something done, 0–10. */
    mastery: scale,
  }),
} as const satisfies RecordType<v.GenericSchema>;

export type Activity = FieldsOf<typeof ACTIVITY> & { readonly id: string };

const order = (a: Activity, b: Activity): number => {
  const [x, y] = [a, b].map(({ day: date, time, id }) => `${date} ${time ?? '99'} ${id}`);
  return x! < y! ? -1 : 1;
};

/**
 * What is planned from today on, soonest first, and what lies behind, newest first. One that was not done lies behind
 * like the others: it is not marked, and it can be moved.
 */
export function activitiesBy(
  today: string,
  all: readonly Activity[],
): { readonly ahead: Activity[]; readonly behind: Activity[] } {
  const sorted = all.toSorted(order);
  const isAhead = (one: Activity): boolean => !one.done && one.day >= today;
  return {
    ahead: sorted.filter(isAhead),
    behind: sorted.filter((one) => !isAhead(one)).toReversed(),
  };
}

/** The calendar day after a day, both YYYY-MM-DD. */
export const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
