import { describe, expect, test } from 'vitest';
import { easeEs, gradeEn, readability, sentences, syllablesEn, syllablesEs, tokens } from './readability.ts';

describe('[WORD-4] syllables', () => {
  test.each(
    Object.entries({
      breathe: 1,
      breathing: 2,
      the: 1,
      people: 2,
      table: 2,
      used: 1,
      wanted: 2,
      doses: 2,
      dose: 1,
    }).concat(
      Object.entries({
        someone: 2,
        recovery: 4,
        make: 1,
        nostril: 2,
        ambulance: 3,
        breathes: 1,
        whole: 1,
        agree: 2,
      }),
      Object.entries({ naloxone: 2, buprenorphine: 2, opioids: 2, '1-800-662-4357': 1 }),
    ),
  )('English %s has %i', (word, count) => {
    expect(syllablesEn(word)).toBe(count);
  });

  test.each(
    Object.entries({
      persona: 3,
      respiración: 4,
      día: 2,
      país: 2,
      aire: 2,
      quien: 1,
      guerra: 2,
      pingüino: 3,
      leer: 2,
    }).concat(
      Object.entries({
        ciudad: 2,
        muy: 1,
        hay: 1,
        yo: 1,
        oír: 2,
        aéreo: 4,
        cuidado: 3,
        que: 1,
        caída: 3,
        leído: 3,
        playa: 2,
      }),
    ),
  )('Spanish %s has %i', (word, count) => {
    expect(syllablesEs(word)).toBe(count);
  });
});

test('[WORD-4] the formulas give their published values on a text counted by hand', () => {
  // 2 sentences, 10 words, 11 syllables.
  expect(gradeEn('The cat sat on the mat. It was so happy.')).toBeCloseTo(0.39 * 5 + 11.8 * 1.1 - 15.59, 5);
  // 2 sentences, 6 words, 10 syllables.
  expect(easeEs('La casa es grande. Vivo aquí.')).toBeCloseTo(206.835 - 62.3 * (10 / 6) - 3, 5);
});

test('[WORD-3] sentences end at stops, line breaks and middle dots', () => {
  expect(sentences('One. Two? "Three." Four\nFive · Six … ')).toEqual([
    'One.',
    'Two?',
    '"Three."',
    'Four',
    'Five',
    'Six …',
  ]);
  expect(sentences('¿Respira? Sigue.')).toEqual(['¿Respira?', 'Sigue.']);
  expect(tokens("Call {number}: don't wait, 1-800-662-4357.")).toHaveLength(5);
});

test('[WORD-4] fewer than 30 words are not judged', () => {
  expect(readability('en', 'word '.repeat(29), 'crisis')).toBeUndefined();
  expect(readability('en', 'word '.repeat(30), 'crisis')).toMatchObject({ limit: 6 });
  expect(readability('es', 'La casa. '.repeat(15), 'general')).toMatchObject({ limit: 55, ok: true });
});
