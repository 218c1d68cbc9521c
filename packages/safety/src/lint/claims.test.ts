import { describe, expect, test } from 'vitest';
import { SAFETY_LOCALES } from '../local-text.ts';
import { claimFindings, findClaims } from './claims.ts';
import { lintArticle } from './lint-article.ts';
import { NO_CLAIMS, PLANTED_CLAIMS } from './planted.ts';

describe.each(SAFETY_LOCALES)('[WORD-9] claims, %s', (locale) => {
  test.each(PLANTED_CLAIMS[locale])('%s (%s)', (text, kind, word) => {
    expect(findClaims(locale, text)).toContainEqual({ kind, word });
  });

  test.each(NO_CLAIMS[locale].map((text) => [text]))('claims nothing: %s', (text) => {
    expect(findClaims(locale, text)).toEqual([]);
  });
});

const block = { en: 'Studies show it helps.', es: 'Ayuda.' };

test('[WORD-9] a claim in one language is enough to ask for a source, and a source answers it', () => {
  expect(claimFindings(block, 'learn.0')).toMatchObject([
    { rule: 'WORD-9', path: 'learn.0', word: 'Studies' },
  ]);
  expect(claimFindings({ ...block, sources: [] })).toHaveLength(1);
  expect(claimFindings({ ...block, sources: ['santo-2021'] })).toEqual([]);
  expect(claimFindings({ en: 'Ayuda.', es: 'Reduce el riesgo.' })).toHaveLength(1);
});

test('[WORD-9] a source that nobody listed is found', () => {
  const known = new Set(['santo-2021']);
  expect(claimFindings({ ...block, sources: ['santo-2021'] }, 'p', known)).toEqual([]);
  expect(claimFindings({ ...block, sources: ['santo-2012'] }, 'p', known)).toMatchObject([
    { word: 'santo-2012', reason: 'no source has this id' },
  ]);
});

describe('an article', () => {
  const options = { level: 'general', path: 'learn.a' } as const;

  test('[WORD-1] [WORD-9] [WORD-10] is checked block by block, in both languages', () => {
    const found = lintArticle(
      [
        { en: 'For addicts.', es: 'Un texto.' },
        { en: 'Call 117.', es: 'Reduce el riesgo.' },
      ],
      options,
    );
    expect(found.map(({ rule, path }) => [rule, path])).toEqual([
      ['WORD-1', 'learn.a.0.en'],
      ['WORD-10', 'learn.a.1.en'],
      ['WORD-9', 'learn.a.1'],
    ]);
  });

  test('[WORD-8] [WORD-10] is excused from what it has to name and has dated', () => {
    const blocks = [{ en: 'Return needles. Call 117.', es: 'Devuelve las agujas. Llama al 117.' }];
    expect(lintArticle(blocks, options)).toHaveLength(4);
    const excuses = { mayName: ['needles', 'agujas'], verifiedOn: '2026-11-21' };
    expect(lintArticle(blocks, { ...options, ...excuses })).toEqual([]);
  });

  test('[WORD-4] is graded as a whole, once', () => {
    const hard = 'Multidisciplinary pharmacological consideration.';
    const blocks = Array.from({ length: 12 }, () => ({ en: hard, es: 'La casa es grande.' }));
    expect(lintArticle(blocks, options)).toMatchObject([{ rule: 'WORD-4', path: 'learn.a.en' }]);
  });
});
