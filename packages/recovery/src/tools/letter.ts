import * as v from 'valibot';
import { mediaField } from '../blob/media.ts';
import { day, moment, words } from '../fields.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';

export const LETTER_LENGTH = 10_000;

/** A letter to oneself, for a day or for a low hour. */
export const LETTER = {
  type: 'letter',
  home: 'private',
  schema: v.object({
    /** Empty where a photo or a voice says it. */
    words: words(LETTER_LENGTH),
    /** The day it is shown from; null for one that waits for a low hour and can be opened at any time. */
    opens: v.nullable(day),
    at: moment,
    day,
    media: mediaField,
  }),
} as const satisfies RecordType<v.GenericSchema>;

export type Letter = FieldsOf<typeof LETTER> & { readonly id: string };

/** Letters by what they wait for: those whose day has come, newest day first; for a low hour; for a day to come. */
export function lettersBy(
  today: string,
  all: readonly Letter[],
): { readonly come: Letter[]; readonly low: Letter[]; readonly waiting: Letter[] } {
  const dated = all
    .filter(({ opens }) => opens !== null)
    .toSorted((a, b) => (`${a.opens} ${a.id}` < `${b.opens} ${b.id}` ? -1 : 1));
  return {
    come: dated.filter(({ opens }) => opens! <= today).toReversed(),
    low: all.filter(({ opens }) => opens === null).toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)),
    waiting: dated.filter(({ opens }) => opens! > today),
  };
}
