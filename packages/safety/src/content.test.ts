import { expect, test } from 'vitest';
import { lintCatalogue } from './lint/word-lint.ts';
import { SAFETY_LOCALES } from './local-text.ts';
import type { SafetyLocale } from './local-text.ts';
import { overdoseCard } from './overdose-card.ts';
import { packs } from './packs/index.ts';
import { RIGHT_NOW } from './right-now-text.ts';

/** Every `{ en, es }` below a value, resolved to one language. */
function inLocale(value: unknown, locale: SafetyLocale): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('en' in value && 'es' in value) return (value as Record<SafetyLocale, unknown>)[locale];
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, inLocale(child, locale)]));
}

test.each(SAFETY_LOCALES)('[WORD-6] the overdose card passes the crisis rules, %s', (locale) => {
  const { sources, ...card } = overdoseCard(locale);
  expect(sources.length).toBeGreaterThan(0);
  expect(lintCatalogue(locale, card, 'crisis')).toEqual([]);
});

test.each(SAFETY_LOCALES)('[WORD-6] the short texts of Right now pass the crisis rules, %s', (locale) => {
  const texts = inLocale(RIGHT_NOW, locale);
  expect(texts).toMatchObject({ callLog: expect.any(String) });
  expect(lintCatalogue(locale, texts, 'crisis')).toEqual([]);
});

test.each(SAFETY_LOCALES)('[WORD-6] every text of every pack passes the crisis rules, %s', (locale) => {
  const texts = Object.fromEntries(packs.map((pack) => [pack.country, inLocale(pack, locale)]));
  expect(texts).toMatchObject({ BA: { lines: { 0: { name: expect.any(String) } } } });
  expect(lintCatalogue(locale, texts, 'crisis').map(({ path, word }) => [path, word])).toEqual([]);
});
