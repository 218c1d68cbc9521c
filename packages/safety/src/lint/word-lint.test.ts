import { describe, expect, test } from 'vitest';
import { SAFETY_LOCALES } from '../local-text.ts';
import { IDIOMS_EN, IDIOMS_ES } from './idioms.ts';
import { IMAGERY, IMAGERY_IN_PICTURES } from './imagery.ts';
import { INNOCENT, PLANTED, PLANTED_IDIOMS, PLANTED_IMAGERY, PLANTED_PICTURES } from './planted.ts';
import { lintAltText, lintCatalogue, lintText } from './word-lint.ts';
import type { LintFinding, LintLevel } from './word-lint.ts';
import { WORDS_EN } from './words-en.ts';
import { WORDS_ES } from './words-es.ts';

const lint = (locale: 'en' | 'es', text: string, level: LintLevel = 'general'): LintFinding[] =>
  lintText({ locale, text, level, path: 'p' });
const repeat = (word: string, times: number): string =>
  `${Array.from({ length: times }, () => word).join(' ')}.`;

describe.each(SAFETY_LOCALES)('[WORD-1] words we do not use, %s', (locale) => {
  test.each(PLANTED[locale])('%s', (text, word) => {
    const findings = lint(locale, text, 'crisis');
    expect(findings.map((finding) => finding.word)).toContain(word);
    expect(findings.every(({ use, reason, path }) => use !== '' && reason !== '' && path === 'p')).toBe(true);
  });

  test.each(INNOCENT[locale].map((text) => [text]))('passes: %s', (text) => {
    expect(lint(locale, text, 'crisis')).toEqual([]);
  });

  test('every rule is fired by a planted text', () => {
    const rules = locale === 'en' ? WORDS_EN : WORDS_ES;
    const silent = rules.filter(({ pattern }) => !PLANTED[locale].some(([text]) => text.match(pattern)));
    expect(silent.map(({ pattern }) => pattern.source)).toEqual([]);
  });
});

describe.each(SAFETY_LOCALES)('[WORD-7] idioms, %s', (locale) => {
  test.each(PLANTED_IDIOMS[locale])('%s', (text, word) => {
    expect(lint(locale, text, 'crisis')).toMatchObject([{ rule: 'WORD-7', word }]);
    expect(lint(locale, text, 'general')).toEqual([]);
  });

  test('every rule is fired by a planted text', () => {
    const rules = locale === 'en' ? IDIOMS_EN : IDIOMS_ES;
    const silent = rules.filter(
      ({ pattern }) => !PLANTED_IDIOMS[locale].some(([text]) => text.match(pattern)),
    );
    expect(silent.map(({ pattern }) => pattern.source)).toEqual([]);
  });
});

describe.each(SAFETY_LOCALES)('[WORD-8] pictures of using, %s', (locale) => {
  test.each(PLANTED_IMAGERY[locale])('%s', (text, word) => {
    expect(lint(locale, text)).toMatchObject([{ rule: 'WORD-8', word }]);
    const input = { locale, text, level: 'general', path: 'p', mayName: [word.toLowerCase()] } as const;
    expect(lintText(input)).toEqual([]);
    expect(lintAltText(input)).toMatchObject([{ rule: 'WORD-8', word }]);
  });

  test.each(PLANTED_PICTURES[locale])('in an alternative text: %s', (text, word) => {
    expect(lint(locale, text)).toEqual([]);
    expect(lintAltText({ locale, text, level: 'general', path: 'p' })).toMatchObject([
      { rule: 'WORD-8', word },
    ]);
  });

  test('every rule is fired by a planted text', () => {
    const texts = [...PLANTED_IMAGERY[locale], ...PLANTED_PICTURES[locale]];
    const rules = [...IMAGERY[locale], ...IMAGERY_IN_PICTURES[locale]];
    const silent = rules.filter(({ pattern }) => !texts.some(([text]) => text.match(pattern)));
    expect(silent.map(({ pattern }) => pattern.source)).toEqual([]);
  });
});

test('[WORD-1] a proper name does not hide a bad word beside it', () => {
  expect(lint('en', 'Narcotics Anonymous helps addicts.').map(({ word }) => word)).toEqual(['addicts']);
  expect(lint('en', 'Our anonymous group.').map(({ word }) => word)).toEqual(['anonymous']);
});

test('[WORD-1] a curly apostrophe changes nothing', () => {
  expect(lint('en', 'He’s an addict.').map(({ word }) => word)).toEqual(['addict']);
});

test('[WORD-1] number words are only for texts outside a crisis', () => {
  expect(lint('en', 'Choose two people.')).toEqual([]);
  expect(lint('en', 'Choose two people.', 'crisis')).toMatchObject([{ word: 'two', use: 'digits' }]);
});

test('[WORD-2] exclamation marks, opening and closing', () => {
  expect(lint('en', 'Call now!').map(({ rule }) => rule)).toEqual(['WORD-2']);
  expect(lint('es', '¡Llama ya!').map(({ rule }) => rule)).toEqual(['WORD-2']);
});

describe('[WORD-3] sentence length', () => {
  test.each<[LintLevel, number]>([
    ['crisis', 14],
    ['general', 20],
  ])('%s: at most %i words', (level, max) => {
    expect(lint('en', repeat('go', max), level)).toEqual([]);
    expect(lint('en', repeat('go', max + 1), level)).toMatchObject([
      { rule: 'WORD-3', use: `${max} words or fewer`, reason: `${max + 1} words in one sentence` },
    ]);
  });

  test('each sentence counts by itself; a decimal or a phone number does not end one', () => {
    expect(lint('en', `${repeat('go', 14)} ${repeat('go', 14)}`, 'crisis')).toEqual([]);
    expect(lint('en', `${'go '.repeat(10)}1-800-662-4357 costs 0.20 € a call now`, 'crisis')).toHaveLength(1);
  });
});

describe('[WORD-4] reading grade', () => {
  const plainEn = 'Call a friend. Sit with them. Drink some water. Put the phone on loud. '.repeat(3);
  const hardEn =
    'Pharmacological interventions substantially ameliorate physiological dependency. Individual circumstances necessitate multidisciplinary consideration. '.repeat(
      3,
    );
  const plainEs = 'Llama a un amigo. Bebe agua. Pon el teléfono cerca. Quédate con él. '.repeat(3);
  const hardEs =
    'Las intervenciones farmacológicas multidisciplinarias disminuyen considerablemente la dependencia fisiológica. '.repeat(
      4,
    );

  test('passes plain text and points at hard text, in both languages', () => {
    expect(lint('en', plainEn, 'crisis')).toEqual([]);
    expect(lint('es', plainEs, 'crisis')).toEqual([]);
    expect(lint('en', hardEn)).toMatchObject([{ rule: 'WORD-4', use: 'grade 8 or lower' }]);
    expect(lint('es', hardEs)).toMatchObject([{ rule: 'WORD-4', use: 'INFLESZ 55 or higher' }]);
  });

  test('a crisis text is held to a lower grade than the rest', () => {
    const middle =
      'A counsellor may answer your question later today. People often find it useful to write the answer down. '.repeat(
        3,
      );
    expect(lint('en', middle)).toEqual([]);
    expect(lint('en', middle, 'crisis').map(({ rule }) => rule)).toContain('WORD-4');
  });

  test('a short label is not graded', () => {
    expect(lint('en', 'Confidentiality information')).toEqual([]);
  });
});

describe('[WORD-5] catalogues', () => {
  test('every nested string is checked and named by its path; functions and numbers are skipped', () => {
    const catalogue = {
      rightNow: { title: 'Call now!', rows: [{ label: 'I used' }, { label: 'I am addicted' }] },
      count: (n: number) => `${n} addicts`,
      size: 3,
      none: null,
    };
    expect(lintCatalogue('en', catalogue, 'general')).toMatchObject([
      { path: 'rightNow.title', rule: 'WORD-2' },
      { path: 'rightNow.rows.1.label', word: 'addicted' },
    ]);
    expect(lintCatalogue('en', catalogue, 'general', 'app')).toMatchObject([
      { path: 'app.rightNow.title' },
      { path: 'app.rightNow.rows.1.label' },
    ]);
  });

  test('many short hard strings are graded together', () => {
    const labels = Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [`k${i}`, 'Multidisciplinary pharmacological consideration']),
    );
    expect(lintCatalogue('en', { labels }, 'general')).toMatchObject([{ path: 'labels', rule: 'WORD-4' }]);
  });

  test('a single string is a catalogue too', () => {
    expect(lintCatalogue('en', 'Just call.', 'crisis', 'x')).toMatchObject([{ path: 'x', word: 'Just' }]);
  });
});
