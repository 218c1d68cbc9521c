import type { Widen } from '../locale.ts';

/** Words of Progress: measures, trends, early signs, milestones. */
const words = {
  title: 'Progress',
} as const;

export type ProgressWords = Widen<typeof words>;
export default words as ProgressWords;
