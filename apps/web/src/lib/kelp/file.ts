import { kelp } from './draw.ts';
import type { KelpData, KelpTheme } from './types.ts';

/** CSS pixels of a kelp that is saved: upright, as phones show pictures. */
export const KELP_FILE = { width: 1080, height: 1350 } as const;

/**
 * The kelp as a drawing that travels: its own colours, in water, and no name, date, number or id in it.
 * @param label what a screen reader says of the file; the same for everyone
 */
export const kelpFile = (data: KelpData, theme: Exclude<KelpTheme, 'auto'>, label: string): string =>
  kelp(data, { ...KELP_FILE, theme, water: true, label, id: 'k' });
