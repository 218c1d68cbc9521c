import * as v from 'valibot';
import { mediaField } from '../blob/media.ts';
import { moment as at } from '../fields.ts';
import type { RecordType } from '../record-type.ts';
import { line, maybe } from './line.ts';

// `at` is when a line was first written: lists keep that order.

/** What a person holds on to: a reason, a commitment they made, a life they want. */
export const REASON_KINDS = ['reason', 'commitment', 'vision'] as const;
export const REASON = {
  type: 'reason',
  home: 'plan',
  schema: v.object({
    kind: v.picklist(REASON_KINDS),
    /** Empty where a photo or a voice says it. */
    words: maybe,
    at,
    media: mediaField,
  }),
} as const satisfies RecordType<v.GenericSchema>;

/** The steps of a safety plan, in the order they are read, and what the person lives for. */
export const SAFETY_STEPS = ['sign', 'alone', 'distract', 'tell', 'professional', 'safer', 'reason'] as const;
export const SAFETY_LINE = {
  type: 'safety-line',
  home: 'safety-plan',
  schema: v.object({ kind: v.picklist(SAFETY_STEPS), words: line, at }),
} as const satisfies RecordType<v.GenericSchema>;

/** The lines of each kind in the order of `kinds`, within one as they were first written. Kinds without any stay. */
export function linesByKind<K extends string, L extends { readonly kind: K; readonly at: number }>(
  kinds: readonly K[],
  lines: readonly L[],
): { readonly kind: K; readonly lines: readonly L[] }[] {
  const sorted = lines.toSorted((a, b) => a.at - b.at);
  return kinds.map((kind) => ({ kind, lines: sorted.filter((one) => one.kind === kind) }));
}
