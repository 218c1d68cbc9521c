export { kelp } from './draw.ts';
export { kelpText } from './text.ts';
export type { KelpData, KelpOptions, KelpTheme, MarkKind } from './types.ts';
