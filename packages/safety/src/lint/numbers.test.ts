import { expect, test } from 'vitest';
import { lintText } from './word-lint.ts';
import { undatedNumbers } from './numbers.ts';
import { DATED_NUMBERS, PLANTED_NUMBERS } from './planted.ts';

test.each(PLANTED_NUMBERS)('[WORD-10] %s', (text, number) => {
  expect(undatedNumbers(text)).toEqual([number]);
  expect(lintText({ locale: 'en', level: 'general', path: 'p', text }).map(({ rule }) => rule)).toContain(
    'WORD-10',
  );
});

test.each(DATED_NUMBERS.map((text) => [text]))('[WORD-10] passes: %s', (text) => {
  expect(undatedNumbers(text)).toEqual([]);
});

test('[WORD-10] a day excuses a number, and nothing excuses a refused one', () => {
  expect(undatedNumbers('Call 117.', '2026-11-21')).toEqual([]);
  expect(undatedNumbers('Call 117.', '2026-02-30')).toEqual(['117']);
  expect(undatedNumbers('Call 1933.', '2026-11-21')).toEqual(['1933']);
});
