import type { InstrumentId } from '@holdfast/recovery';
import { HARD_TIME_KINDS, HIGHEST, INSTRUMENTS } from '@holdfast/recovery';
import { loadInstrument } from '@holdfast/recovery/instruments';
import { lintCatalogue } from '@holdfast/safety';
import { describe, expect, test } from 'vitest';
import en from '#locales/en/progress.ts';
import es from '#locales/es/progress.ts';
import { spoken } from '#locales/spoken.ts';
import { isInstrument, itemNote, readsOf, sayAnswer, stemOf } from './measure-words.ts';

describe.each([
  ['en', en],
  ['es', es],
] as const)('the words of progress in %s', (locale, words) => {
  test('[WORD-1] [WORD-3] [WORD-4] of the safety screen are fit for a hard hour', () => {
    const findings = lintCatalogue(locale, { care: spoken(words.care) }, 'crisis');
    expect(findings.map(({ path, word, reason }) => `${path}: ${word} (${reason})`)).toEqual([]);
  });

  test('[WORD-1] of our own scales keep to the word list', async () => {
    for (const id of ['craving-3', 'confidence'] as const) {
      const { texts } = await loadInstrument(id);
      expect(lintCatalogue(locale, texts[locale], 'general')).toEqual([]);
    }
  });

  test('name no diagnosis, level or chance', () => {
    const said = JSON.stringify(spoken(words));
    expect(said).not.toMatch(/%|disorder|trastorno|severe|grave|high risk|riesgo|relapse|predict|predic/i);
  });

  test('have a reading for every questionnaire and every kind of day', () => {
    for (const id of INSTRUMENTS) {
      expect(words.measures.about[id].length).toBeGreaterThan(20);
      expect(readsOf(id, words.result)).not.toBe('');
    }
    for (const kind of HARD_TIME_KINDS) expect(words.signs.kinds[kind]).not.toBe('');
    expect(Object.keys(words.result.totals).toSorted()).toEqual(Object.keys(HIGHEST).toSorted());
  });
});

test('answers are said in the words of the form, or as a number', () => {
  expect(sayAnswer({ values: [0, 4] }, ['No', 'Yes'], 4)).toBe('Yes');
  expect(sayAnswer({ values: [0, 4] }, ['No', 'Yes'], 2)).toBe('2');
  expect(sayAnswer({ min: 0, max: 10 }, ['none', 'most'], 7)).toBe('7');
});

test('notes of ours stand under the items that need them', async () => {
  const note = (id: InstrumentId, item: string) => itemNote(id, { id: item, scale: '' }, en);
  expect(note('bam', '6')).toContain('methadone');
  expect(note('bam', '1')).toBeUndefined();
  expect(note('barc-10', '3')).toBe(en.measures.itemNotes['barc-10.scale']);
  expect([isInstrument('bam'), isInstrument('cows'), isInstrument(null)]).toEqual([true, false, false]);
  const { texts } = await loadInstrument('phq-9');
  expect(stemOf(texts.en)).toContain('2 weeks');
  expect(stemOf((await loadInstrument('bam')).texts.en)).toBeUndefined();
});
