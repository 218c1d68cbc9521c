import { expect, it } from 'vitest';
import words from '#locales/en/plan-parts.ts';
import { countWords, timesIn } from './say-goal.ts';

it('a number of times is 1 to 31', () => {
  expect(['1', ' 31 ', '0', '32', '', '2.5', 'two'].map(timesIn)).toEqual([
    1,
    31,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it('a new week begins with what was done in all, and no nought', () => {
  const step = { per: 'week', times: 3 } as const;
  const say = (now: number, all: number) => countWords(step, { now, all, last: undefined }, words.goals);
  expect(say(0, 0)).toBe('3 a week');
  expect(say(0, 14)).toBe('3 a week · 14 in all');
  expect(say(2, 14)).toBe('3 a week · 2 this week · 14 in all');
  expect(say(2, 2)).toBe('3 a week · 2 this week');
  expect(countWords({ per: 'once', times: 1 }, { now: 0, all: 0, last: undefined }, words.goals)).toBe('');
});
