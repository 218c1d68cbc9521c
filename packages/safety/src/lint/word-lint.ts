import type { CalendarDate } from '../calendar-date.ts';
import type { SafetyLocale } from '../local-text.ts';
import { IDIOMS_EN, IDIOMS_ES } from './idioms.ts';
import { IMAGERY, IMAGERY_IN_PICTURES } from './imagery.ts';
import { undatedNumbers } from './numbers.ts';
import { maskProperNames } from './proper-names.ts';
import { readability, sentences, tokens } from './readability.ts';
import type { WordRule } from './word-rule.ts';
import { WORDS_EN } from './words-en.ts';
import { WORDS_ES } from './words-es.ts';

/** `crisis` for anything read in a hard hour: shorter, plainer. `general` for the rest. */
export type LintLevel = 'crisis' | 'general';

export type LintInput = {
  readonly locale: SafetyLocale;
  readonly text: string;
  readonly level: LintLevel;
  /** Where the text stands, for the report: `rightNow.callLog`. */
  readonly path: string;
  /** Words of [WORD-8] that this safety text has to name, in lower case: `['needle', 'needles']`. */
  readonly mayName?: readonly string[] | undefined;
  /** The day the numbers in this text were checked, when they stand in no pack ([WORD-10]). */
  readonly verifiedOn?: CalendarDate | undefined;
};

/** What a whole catalogue may be excused from: see `LintInput`. */
export type LintExcuses = Pick<LintInput, 'mayName' | 'verifiedOn'>;

/** The rules a text can break: SPEC.md. */
export type WordRuleId =
  'WORD-1' | 'WORD-2' | 'WORD-3' | 'WORD-4' | 'WORD-7' | 'WORD-8' | 'WORD-9' | 'WORD-10';

/** One thing to rewrite: where, which words, what to write instead, and the reason. */
export type LintFinding = {
  readonly rule: WordRuleId;
  readonly path: string;
  readonly word: string;
  readonly use: string;
  readonly reason: string;
};

/** Longest sentence, in words. */
export const MAX_SENTENCE_WORDS: Readonly<Record<LintLevel, number>> = { crisis: 14, general: 20 };

const WORDS = { en: WORDS_EN, es: WORDS_ES };
const IDIOMS = { en: IDIOMS_EN, es: IDIOMS_ES };

/**
 * Checks one text of ours against SPEC.md [WORD-1] to [WORD-4], [WORD-7], [WORD-8] and [WORD-10]. Never run it
 * on people's own words: they choose how they speak of themselves.
 */
export function lintText({ locale, text, level, path, mayName = [], verifiedOn }: LintInput): LintFinding[] {
  const masked = maskProperNames(text.replaceAll('’', "'"));
  return [
    ...wordFindings('WORD-1', WORDS[locale], masked, level, path),
    ...wordFindings('WORD-7', IDIOMS[locale], masked, level, path),
    ...wordFindings('WORD-8', IMAGERY[locale], masked, level, path).filter(
      ({ word }) => !mayName.includes(word.toLowerCase()),
    ),
    ...undatedNumbers(text, verifiedOn).map((word) => ({
      rule: 'WORD-10' as const,
      path,
      word,
      use: 'a number from a country pack, or the day this one was checked',
      reason: 'a number without a date may be out of use',
    })),
    ...(/[!¡]/u.test(masked)
      ? [{ rule: 'WORD-2' as const, path, word: '!', use: '.', reason: 'an exclamation mark shouts' }]
      : []),
    ...longSentences(masked, level, path),
    ...hardText(locale, masked, level, path),
  ];
}

/** Checks the alternative text of a picture: everything above, and what no picture of ours shows ([WORD-8]). */
export function lintAltText(input: LintInput): LintFinding[] {
  const masked = maskProperNames(input.text);
  return [
    ...lintText({ ...input, mayName: [] }),
    ...wordFindings('WORD-8', IMAGERY_IN_PICTURES[input.locale], masked, input.level, input.path),
  ];
}

/**
 * Checks every string of a nested catalogue. Functions and other values are skipped. Short strings are
 * too short for a reading grade, so each top-level section is also graded as one text.
 */
export function lintCatalogue(
  locale: SafetyLocale,
  catalogue: unknown,
  level: LintLevel,
  path = '',
  excuses: LintExcuses = {},
): LintFinding[] {
  const leaves = [...strings(catalogue, path)];
  const sections = isObject(catalogue) ? Object.entries(catalogue) : [];
  return [
    ...leaves.flatMap((leaf) => lintText({ locale, level, ...excuses, ...leaf })),
    ...sections.flatMap(([key, value]) => {
      const section = [...strings(value, join(path, key))];
      if (section.length < 2) return [];
      const text = section.map((leaf) => maskProperNames(leaf.text)).join('\n');
      return hardText(locale, text, level, join(path, key));
    }),
  ];
}

function wordFindings(
  rule: WordRuleId,
  list: readonly WordRule[],
  text: string,
  level: LintLevel,
  path: string,
): LintFinding[] {
  return list
    .filter(({ crisisOnly }) => level === 'crisis' || crisisOnly !== true)
    .flatMap(({ pattern, use, reason }) =>
      [...text.matchAll(pattern)].map(([word]) => ({ rule, path, word, use, reason })),
    );
}

function longSentences(text: string, level: LintLevel, path: string): LintFinding[] {
  const max = MAX_SENTENCE_WORDS[level];
  return sentences(text)
    .filter((sentence) => tokens(sentence).length > max)
    .map((word) => ({
      rule: 'WORD-3',
      path,
      word,
      use: `${max} words or fewer`,
      reason: `${tokens(word).length} words in one sentence`,
    }));
}

function hardText(locale: SafetyLocale, text: string, level: LintLevel, path: string): LintFinding[] {
  const measured = readability(locale, text, level);
  if (!measured || measured.ok) return [];
  const { value, limit } = measured;
  const use = locale === 'en' ? `grade ${limit} or lower` : `INFLESZ ${limit} or higher`;
  return [
    { rule: 'WORD-4', path, word: text.slice(0, 60), use, reason: `hard to read: ${value.toFixed(1)}` },
  ];
}

function* strings(value: unknown, path: string): Generator<{ text: string; path: string }> {
  if (typeof value === 'string') yield { text: value, path };
  else if (isObject(value)) {
    for (const [key, child] of Object.entries(value)) yield* strings(child, join(path, key));
  }
}

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
