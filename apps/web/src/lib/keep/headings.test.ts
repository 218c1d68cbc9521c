import { CATEGORIES, goesWith, PLAN_PART_NAMES, RECORD_TYPES } from '@holdfast/recovery';
import type { RecordTypeName } from '@holdfast/recovery';
import { expect, it } from 'vitest';
import { HEADINGS } from './headings.ts';
import type { Heading } from './headings.ts';

/** Kinds that hang on another under the same heading, or say nothing by themselves. */
const HANG_ON: readonly RecordTypeName[] = ['goal-step', 'step-done', 'if-then-shown', 'journal-habit'];

it('each heading shows every kind that goes with it, and every category that holds anything has one', () => {
  for (const [heading, types] of Object.entries(HEADINGS)) {
    const go = (Object.keys(RECORD_TYPES) as RecordTypeName[]).filter((type) =>
      PLAN_PART_NAMES.some((part) => goesWith(heading as Heading, type, { part })),
    );
    // A version of the plan is named under the plan; there is none without lines that are or were there.
    const named = go.filter(
      (type) => !HANG_ON.includes(type) && (type !== 'plan-version' || types.includes(type)),
    );
    expect(types.toSorted(), heading).toEqual(named.toSorted());
  }
  const without = Object.keys(CATEGORIES).filter((category) => !(category in HEADINGS));
  // Nothing is written under this yet.
  expect(without).toEqual(['help']);
});
