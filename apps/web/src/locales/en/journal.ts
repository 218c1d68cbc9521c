import type { Widen } from '../locale.ts';

/** Words of the journal. */
const words = {
  title: 'Journal',
} as const;

export type JournalWords = Widen<typeof words>;
export default words as JournalWords;
