import { noRating } from './rating.ts';
import type { Rating } from './rating.ts';

/** The rating of this tab. It outlives a lock. */
export const rated: { now: Rating } = $state({ now: noRating() });
