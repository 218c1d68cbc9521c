import type { Widen } from '../locale.ts';

/** Words of Tools for a hard moment, and what worked. */
const words = {
  title: 'Tools',
} as const;

export type ToolsWords = Widen<typeof words>;
export default words as ToolsWords;
