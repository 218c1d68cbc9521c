import { lintCatalogue } from '@holdfast/safety';
import { describe, expect, test } from 'vitest';
import { FEATURES, loadFeature } from './features.ts';
import { LARGE, shape, spoken } from './spoken.ts';

describe.each(FEATURES)('the words of %s', (feature) => {
  test.each(['en', 'es'] as const)(
    '[WORD-1] [WORD-2] [WORD-3] [WORD-4] in %s are plain, kind and short',
    async (locale) => {
      const findings = lintCatalogue(locale, spoken(await loadFeature(feature, locale)), 'general').filter(
        ({ word }) => word !== String(LARGE),
      );
      expect(findings.map(({ path, word, reason }) => `${path}: ${word} (${reason})`)).toEqual([]);
    },
  );

  test('Spanish says everything English says', async () => {
    expect(shape(await loadFeature(feature, 'es'))).toEqual(shape(await loadFeature(feature, 'en')));
  });
});
