import * as v from 'valibot';
import type { FieldsOf, RecordType } from '../record-type.ts';

/** What a person may add to their kelp, beside the milestones they keep. */
export const KELP_MARKS = ['meeting', 'walk', 'call'] as const;
export type KelpMarkKind = (typeof KELP_MARKS)[number];

/**
 * One thing a person added to their kelp. It has no day: nobody can read one from the picture, nor from what is kept.
 * Whoever is given the milestones sees the marks.
 */
export const KELP_MARK = {
  type: 'kelp-mark',
  home: 'milestones',
  schema: v.object({ kind: v.picklist(KELP_MARKS) }),
} as const satisfies RecordType<v.GenericSchema>;

export type KelpMark = FieldsOf<typeof KELP_MARK> & { readonly id: string };
