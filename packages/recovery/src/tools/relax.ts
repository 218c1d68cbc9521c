/** Where the muscles are, from the feet up. */
export const MUSCLES = ['feet', 'calves', 'thighs', 'belly', 'hands', 'arms', 'shoulders', 'face'] as const;
export type Muscle = (typeof MUSCLES)[number];

/** Seconds to tighten, then to let go. */
export const TIGHT = 6;
export const LOOSE = 24;

export interface RelaxMoment {
  readonly muscle: Muscle;
  readonly part: 'tight' | 'loose';
  /** Whole seconds left in this part, from its length down to 1. */
  readonly left: number;
  /** Ms until any of this changes. */
  readonly next: number;
}

/**
 * Where the body is after `elapsed` ms, leaving out what was skipped; undefined once it is through. A clock that was
 * set back counts as the beginning.
 */
export function relaxAt(elapsed: number, muscles: readonly Muscle[] = MUSCLES): RelaxMoment | undefined {
  const gone = Math.max(0, elapsed);
  const round = (TIGHT + LOOSE) * 1000;
  const muscle = muscles[Math.floor(gone / round)];
  if (muscle === undefined) return undefined;
  const inside = gone % round;
  const next = 1000 - (inside % 1000);
  const second = Math.floor(inside / 1000);
  return second < TIGHT
    ? { muscle, part: 'tight', left: TIGHT - second, next }
    : { muscle, part: 'loose', left: TIGHT + LOOSE - second, next };
}
