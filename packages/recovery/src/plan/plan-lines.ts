import * as v from 'valibot';
import { blobsOfMedia, mediaField } from '../blob/media.ts';
import type { RecordType } from '../record-type.ts';

/** Longest line of a plan, UTF-16 code units. */
export const PLAN_LINE_LENGTH = 500;

const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(PLAN_LINE_LENGTH));
/** Ms since 1970, when it was first written: lists keep that order. */
const at = v.pipe(v.number(), v.safeInteger());

/** What a person holds on to: a reason, a commitment they made, a life they want. */
export const REASON_KINDS = ['reason', 'commitment', 'vision'] as const;
export const REASON = {
  type: 'reason',
  home: 'plan',
  schema: v.object({
    kind: v.picklist(REASON_KINDS),
    /** Empty where a photo or a voice says it. */
    words: v.pipe(v.string(), v.trim(), v.maxLength(PLAN_LINE_LENGTH)),
    at,
    media: mediaField,
  }),
  blobs: blobsOfMedia,
} as const satisfies RecordType<v.GenericSchema>;

/** The steps of a safety plan, in the order they are read, and what the person lives for. */
export const SAFETY_STEPS = ['sign', 'alone', 'distract', 'tell', 'professional', 'safer', 'reason'] as const;
export const SAFETY_LINE = {
  type: 'safety-line',
  home: 'safety-plan',
  schema: v.object({ kind: v.picklist(SAFETY_STEPS), words: line, at }),
} as const satisfies RecordType<v.GenericSchema>;

/** What can set off an urge, with what to do about it in the same line. Places are words: no position is kept. */
export const TRIGGER_KINDS = ['feeling', 'place', 'people', 'time', 'body'] as const;
export const TRIGGER = {
  type: 'trigger',
  home: 'triggers',
  schema: v.object({ kind: v.picklist(TRIGGER_KINDS), words: line, at }),
} as const satisfies RecordType<v.GenericSchema>;

/** Early signs as a person knows them: what changes, what others may notice, what helps then. */
export const SIGN_KINDS = ['mine', 'others', 'helps'] as const;
export const EARLY_SIGN = {
  type: 'early-sign',
  home: 'triggers',
  schema: v.object({ kind: v.picklist(SIGN_KINDS), words: line, at }),
} as const satisfies RecordType<v.GenericSchema>;

/** The lines of each kind in the order of `kinds`, within one as they were first written. Kinds without any stay. */
export function linesByKind<K extends string, L extends { readonly kind: K; readonly at: number }>(
  kinds: readonly K[],
  lines: readonly L[],
): { readonly kind: K; readonly lines: readonly L[] }[] {
  const sorted = lines.toSorted((a, b) => a.at - b.at);
  return kinds.map((kind) => ({ kind, lines: sorted.filter((one) => one.kind === kind) }));
}
