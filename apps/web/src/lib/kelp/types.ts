/** Things a person may choose to add. Only counts: their place in the picture comes from a seed, not a date. */
export const markKinds = ['milestone', 'meeting', 'walk', 'call'] as const;
export type MarkKind = (typeof markKinds)[number];

/**
 * All the kelp is drawn from. There is no field for a slip, a missed day or a check-in, so none can be drawn.
 */
export interface KelpData {
  /** Stays the same for one person; it decides every shape. */
  readonly seed: string;
  /** Whole days since the page was begun. Never reset, paused or lowered. */
  readonly days: number;
  /** How many people are in the circle. */
  readonly people: number;
  readonly marks?: Partial<Record<MarkKind, number>>;
}

/** `auto` follows the page's CSS variables; the others carry their own colours, for pictures that travel. */
export type KelpTheme = 'auto' | 'light' | 'dark';

export interface KelpOptions {
  /** CSS pixels. Below 72 the emblem is drawn instead. */
  readonly width: number;
  readonly height: number;
  readonly theme?: KelpTheme;
  /** Stands the plant in water. From 300 px. */
  readonly water?: boolean;
  /** Begins the names that parts of the drawing have inside it; made from the data unless told. */
  readonly id?: string;
  /** Text equivalent. Empty hides the picture from screen readers, for when the text stands beside it. */
  readonly label: string;
}

/** Numbers made whole, positive and bounded. */
export interface Plant {
  readonly seed: string;
  readonly days: number;
  readonly people: number;
  readonly marks: Record<MarkKind, number>;
}

/** Fronds of one stem: one a week. */
export const STEM_WEEKS = 26;
/** A new stem every half-year. */
export const STEM_DAYS = STEM_WEEKS * 7;

const whole = (value: number | undefined, most: number): number =>
  Number.isFinite(value) ? Math.min(most, Math.max(0, Math.floor(value ?? 0))) : 0;

export function plantOf(data: KelpData): Plant {
  const marks = Object.fromEntries(markKinds.map((kind) => [kind, whole(data.marks?.[kind], 9999)]));
  return {
    seed: data.seed,
    days: whole(data.days, 36_500),
    people: whole(data.people, 999),
    marks: marks as Record<MarkKind, number>,
  };
}
