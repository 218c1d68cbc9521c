import * as v from 'valibot';
import type { FieldsOf, RecordType } from '../record-type.ts';

/** What a person said when they were asked whether they are safe. */
export const SAFE_ANSWERS = ['not-safe', 'talk', 'ok'] as const;

/**
 * The answer to the suicide item, under the id of the result it belongs to. Private: it has no category, so no grant
 * can ever reach it. It is written the moment an answer is chosen, before anything is submitted.
 */
export const ITEM_NINE_ANSWER = {
  type: 'item-nine',
  home: 'private',
  schema: v.object({
    /** 0 to 3. */
    value: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)),
    said: v.nullable(v.picklist(SAFE_ANSWERS)),
    /** Whether the person wished to be asked again on the next day, on their own screen. */
    askAgain: v.boolean(),
    /** Ms since 1970. */
    at: v.pipe(v.number(), v.safeInteger()),
  }),
} as const satisfies RecordType<v.GenericSchema>;

export type ItemNine = FieldsOf<typeof ITEM_NINE_ANSWER> & { readonly id: string };

const HOUR = 3_600_000;
/** How long help stays pinned after an answer above 0. */
export const PINNED_HOURS = 72;
/** When the person is asked how things are since, if they wished to be. */
export const ASK_AGAIN_HOURS = 24;

/** What is pinned on a person's own page. */
export interface Care {
  readonly id: string;
  /** When the answer was given, ms since 1970. */
  readonly since: number;
  /** Whether to ask how things are since. */
  readonly ask: boolean;
}

/**
 * What to pin now: the latest answer above 0 of the last 72 hours. Any answer above 0 pins, whatever the total; a 0
 * pins nothing, and is no sign of safety. A time in the future, from a phone whose clock was wrong, pins no longer.
 */
export function careNow(answers: readonly ItemNine[], now: number): Care | undefined {
  let latest: ItemNine | undefined;
  for (const answer of answers)
    if (answer.value > 0 && Math.abs(now - answer.at) < PINNED_HOURS * HOUR)
      if (!latest || answer.at > latest.at) latest = answer;
  return (
    latest && {
      id: latest.id,
      since: latest.at,
      ask: latest.askAgain && now - latest.at >= ASK_AGAIN_HOURS * HOUR,
    }
  );
}
