import { describe, expect, it } from 'vitest';
import { UNKIND } from './word-swaps.ts';
import { WORD_LISTS } from './words.ts';

describe.each(['en', 'es'] as const)('the six words (%s)', (language) => {
  it('[INV-6] come from 2,048 distinct words, so that each carries 11 bits', () => {
    expect(WORD_LISTS[language]).toHaveLength(2048);
    expect(new Set(WORD_LISTS[language]).size).toBe(2048);
    expect(WORD_LISTS[language].filter((word) => !/^\p{L}{2,}$/u.test(word))).toEqual([]);
  });

  it('hold none that would hurt to read aloud', () => {
    const list = new Set(WORD_LISTS[language]);
    expect(UNKIND[language].filter((word) => list.has(word))).toEqual([]);
    for (const word of ['aborto', 'droga', 'addict', 'abuse', 'gun', 'muerte'])
      expect(list.has(word)).toBe(false);
  });
});
