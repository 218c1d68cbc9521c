import { expect, test } from 'vitest';
import { noRating, ratingAt, ratingFields } from './rating.ts';

const HOUR = 3_600_000;

test('what was left out is null, never 0', () => {
  expect(ratingFields(noRating())).toEqual({ before: null, after: null });
  expect(ratingFields({ ...noRating(), before: 0 })).toEqual({ before: 0, after: null });
});

test('it goes along to another tool of the same hour, and not into another hour', () => {
  const rating = { ...ratingAt(noRating(), 10 * HOUR), before: 7, noted: 'month' as const };
  const later = ratingAt(rating, 11 * HOUR);
  expect(later).toEqual({ before: 7, after: undefined, noted: 'month', since: 11 * HOUR });
  expect(ratingAt(later, 14 * HOUR)).toEqual(noRating(14 * HOUR));
  // A clock that was set back far is another hour too.
  expect(ratingAt(later, 2 * HOUR).before).toBeUndefined();
});
