import * as v from 'valibot';
import { moment } from '../fields.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';
import { line, maybe } from './line.ts';

export const TRIGGER_KINDS = ['feeling', 'place', 'people', 'time', 'body'] as const;
export const TRIGGER_WAYS = ['avoid', 'cope'] as const;

/** Something that can bring an urge, and what the person does about it. A place is words, never a position. */
export const TRIGGER = {
  type: 'trigger',
  home: 'triggers',
  schema: v.object({
    kind: v.picklist(TRIGGER_KINDS),
    words: line,
    /** Kept away from, or met with what helps. The first triggers were one line: it may hold both. */
    way: v.optional(v.picklist(TRIGGER_WAYS), 'cope'),
    helps: v.optional(maybe, ''),
    at: moment,
  }),
} as const satisfies RecordType<v.GenericSchema>;
export type Trigger = FieldsOf<typeof TRIGGER> & { readonly id: string };

/** What a line was about while early signs were kept as single lines; it still says how those are read. */
export const SIGN_LINES = ['mine', 'others', 'helps'] as const;

/** An early sign in the person's own words, what others might notice, and what they do when they see it. */
export const EARLY_SIGN = {
  type: 'early-sign',
  home: 'triggers',
  schema: v.object({
    words: line,
    others: v.optional(maybe, ''),
    action: v.optional(maybe, ''),
    /** Its place among the others: smaller stands higher. */
    rank: v.optional(v.pipe(v.number(), v.finite()), 0),
    /** Only of a sign that was once a single line. */
    kind: v.optional(v.picklist(SIGN_LINES)),
    at: moment,
  }),
} as const satisfies RecordType<v.GenericSchema>;
export type EarlySign = FieldsOf<typeof EARLY_SIGN> & { readonly id: string };

/** Signs in the person's own order. Two with one rank, written on two phones, keep the order they were written in. */
export const ranked = (signs: readonly EarlySign[]): EarlySign[] =>
  signs.toSorted((a, b) => a.rank - b.rank || a.at - b.at || (a.id < b.id ? -1 : 1));

/** The rank of one more sign, at the end. */
export const nextRank = (signs: readonly EarlySign[]): number =>
  signs.reduce((most, { rank }) => Math.max(most, rank), 0) + 1;

/** The ranks to save so that a sign stands one place higher; none where it is the first or not there. */
export function raised(signs: readonly EarlySign[], id: string): { id: string; rank: number }[] {
  const list = ranked(signs);
  const at = list.findIndex((one) => one.id === id);
  if (at < 1) return [];
  const order = [...list.slice(0, at - 1), list[at]!, list[at - 1]!, ...list.slice(at + 1)];
  return order
    .map((one, nth) => ({ id: one.id, rank: nth + 1, was: one.rank }))
    .filter(({ rank, was }) => rank !== was)
    .map(({ id: which, rank }) => ({ id: which, rank }));
}
