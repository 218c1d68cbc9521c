import { BEFORE_KINDS } from '@holdfast/recovery';
import type { ToolsWords } from '#locales/en/tools.ts';

export type BeforeKind = (typeof BEFORE_KINDS)[number];

/** What may have come before, of one kind: its id as it is kept, `feeling.angry`, and its word. */
export const beforeOptions = (kind: BeforeKind, words: ToolsWords): { value: string; label: string }[] =>
  Object.entries(words.before[kind]).map(([id, label]) => ({ value: `${kind}.${id}`, label }));

/** The words of what was picked, in the order of the lists. What this version does not know is left out. */
export const sayBefore = (picked: readonly string[], words: ToolsWords): string[] =>
  BEFORE_KINDS.flatMap((kind) =>
    beforeOptions(kind, words).flatMap(({ value, label }) => (picked.includes(value) ? [label] : [])),
  );

/** The words of a plan for the day after, in the order of the list. */
export const sayPlan = (picked: readonly string[], words: ToolsWords): string[] =>
  Object.entries(words.slip.plan).flatMap(([id, label]) => (picked.includes(id) ? [label] : []));
