import { BREATH_INTERVAL_SECONDS } from '@holdfast/safety';

/** Milliseconds from one breath to the next. */
export const BREATH = BREATH_INTERVAL_SECONDS * 1000;

/**
 * The count of the breath beat, 1 to 5: breathe on 1, wait until 5.
 * @param elapsed milliseconds since the beat began
 */
export function breathCount(elapsed: number): 1 | 2 | 3 | 4 | 5 {
  const inside = ((elapsed % BREATH) + BREATH) % BREATH;
  return (Math.floor(inside / 1000) + 1) as 1 | 2 | 3 | 4 | 5;
}

/** Milliseconds until the count changes. */
export const untilNextCount = (elapsed: number): number => 1000 - (((elapsed % 1000) + 1000) % 1000);
