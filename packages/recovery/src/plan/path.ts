import * as v from 'valibot';
import { day, moment } from '../fields.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';
import { maybe } from './line.ts';

/** Stretches of the first 90 days. They order the steps; no date hangs on them. */
export const PATH_STRETCHES = ['days', 'week', 'month', 'month-2', 'month-3'] as const;
export type PathStretch = (typeof PATH_STRETCHES)[number];

/** What was done with a step of the path: its id is the step's. A step of one's own has its words here. */
export const PATH_MARK = {
  type: 'path-mark',
  home: 'plan',
  schema: v.object({
    /** A step's own words; empty for one of our list. */
    words: maybe,
    stretch: v.picklist(PATH_STRETCHES),
    /** The day it was done; null before. */
    done: v.nullable(day),
    /** Put aside: not for this person. */
    aside: v.boolean(),
    at: moment,
  }),
} as const satisfies RecordType<v.GenericSchema>;
export type PathMark = FieldsOf<typeof PATH_MARK> & { readonly id: string };

/** A step as it stands: one of our list, or one's own. `mark` is what is kept of it. */
export interface PathStep {
  readonly id: string;
  readonly stretch: PathStretch;
  readonly mark: PathMark | undefined;
}

/**
 * The path: what is ahead by stretch (our steps first, then one's own as first written), what was done, the latest
 * first, and what was put aside. Stretches with nothing ahead are left out.
 */
export function pathOf(
  ours: readonly { readonly id: string; readonly stretch: PathStretch }[],
  marks: readonly PathMark[],
): {
  readonly ahead: readonly { readonly stretch: PathStretch; readonly steps: readonly PathStep[] }[];
  readonly done: readonly PathStep[];
  readonly aside: readonly PathStep[];
} {
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  const own = marks.filter(({ words }) => words !== '').toSorted((a, b) => a.at - b.at);
  const all: PathStep[] = [
    ...ours.map(({ id, stretch }) => ({ id, stretch, mark: byId.get(id) })),
    ...own.map((mark) => ({ id: mark.id, stretch: mark.stretch, mark })),
  ];
  const done = all.flatMap((step) => (step.mark?.done ? [{ step, on: step.mark.done }] : []));
  const open = all.filter(({ mark }) => !mark?.done && !mark?.aside);
  return {
    ahead: PATH_STRETCHES.map((stretch) => ({
      stretch,
      steps: open.filter((one) => one.stretch === stretch),
    })).filter(({ steps }) => steps.length > 0),
    done: done.toSorted((a, b) => (a.on < b.on ? 1 : -1)).map(({ step }) => step),
    aside: all.filter(({ mark }) => mark?.aside && !mark.done),
  };
}
