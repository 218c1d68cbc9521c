import { lintCatalogue } from '@holdfast/safety';
import { expect, test } from 'vitest';
import en from '#locales/en/tools.ts';
import es from '#locales/es/tools.ts';
import { spoken } from '#locales/spoken.ts';
import { beforeOptions, sayBefore, sayPlan } from './before.ts';

test('what was picked is said in the order of the lists, and what is not known is left out', () => {
  const picked = ['place.home', 'feeling.sad', 'feeling.gone', 'weather.rain'];
  expect(sayBefore(picked, en)).toEqual(['Sad', 'At home']);
  expect(sayBefore(picked, es)).toEqual(['Tristeza', 'En casa']);
  expect(sayPlan(['ring', 'water', 'fly'], en)).toEqual([
    'Drink water, eat something',
    'Ring someone tomorrow',
  ]);
});

test('every choice has an id of its own that a record can hold', () => {
  const ids = (['feeling', 'body', 'people', 'place', 'time'] as const).flatMap((kind) =>
    beforeOptions(kind, en).map(({ value }) => value),
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => id.length <= 40)).toBe(true);
});

test.each([
  ['en', en],
  ['es', es],
] as const)(
  '[WORD-3] [WORD-4] the words for an urge and after using are those of a crisis, in %s',
  (locale, words) => {
    const hard = { slip: words.slip, urge: words.urge, halt: words.halt, rate: words.rate };
    const findings = lintCatalogue(locale, spoken(hard), 'crisis');
    expect(findings.map(({ path, word, reason }) => `${path}: ${word} (${reason})`)).toEqual([]);
  },
);
