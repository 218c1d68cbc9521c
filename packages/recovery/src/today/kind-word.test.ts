import { expect, it } from 'vitest';
import { ofTheDay, wordPart } from './kind-word.ts';

it('a word stays all day and is another one on the next', () => {
  const list = ['a', 'b', 'c'];
  const days = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'].map((day) => ofTheDay(list, day));
  expect(new Set(days.slice(0, 3)).size).toBe(3);
  expect(days[3]).toBe(days[0]);
});

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
