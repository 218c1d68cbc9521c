import * as v from 'valibot';
import { moment, words } from '../medicine/calendar.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';

/** Longest question, UTF-16 code units. */
export const QUESTION_LENGTH = 1000;

/** A question for a clinician. The list runs on from one appointment to the next. */
export const QUESTION = {
  type: 'question',
  home: 'medicine',
  schema: v.object({
    words: v.pipe(words(QUESTION_LENGTH), v.minLength(1)),
    /** When it was written, ms since 1970. */
    at: moment,
    /** When it was asked; null while it waits. */
    asked: v.nullable(moment),
    /** What was answered. */
    answer: words(QUESTION_LENGTH),
  }),
} as const satisfies RecordType<v.GenericSchema>;

export type Question = FieldsOf<typeof QUESTION> & { readonly id: string };

const wasAsked = (one: Question): one is Question & { readonly asked: number } => one.asked !== null;

/** Questions that wait, the oldest first, and those that were asked, the latest first. */
export function byAsked(list: readonly Question[]): {
  readonly open: readonly Question[];
  readonly asked: readonly Question[];
} {
  const order = (a: Question, b: Question): number => a.at - b.at || (a.id < b.id ? -1 : 1);
  return {
    open: list.filter(({ asked }) => asked === null).toSorted(order),
    asked: list.filter(wasAsked).toSorted((a, b) => b.asked - a.asked || order(a, b)),
  };
}
