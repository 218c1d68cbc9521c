import { expect, it } from 'vitest';
import { wordPart } from './kind-word.ts';

it('a part of the day has words of its own', () => {
  expect([0, 4, 5, 10, 11, 17, 18, 23].map(wordPart)).toEqual([
    'night',
    'night',
    'morning',
    'morning',
    'day',
    'day',
    'evening',
    'evening',
  ]);
});
