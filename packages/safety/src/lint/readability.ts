import type { SafetyLocale } from '../local-text.ts';

/**
 * How hard a text is to read, by the usual formula of its language. Rough for short texts, so callers
 * ask only from `READABILITY_MIN_WORDS` on.
 */
export const READABILITY_MIN_WORDS = 30;

/** Sentences of a text. A middle dot and a line break end one too: labels are joined with them. */
export const sentences = (text: string): string[] =>
  text
    .split(/(?<=[.!?…]["'”»)\]]*)\s+|\n+|\s·\s/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => tokens(sentence).length > 0);

/** Words and numbers of a text. A phone number or a placeholder is one word. */
export const tokens = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,:/@-]*/gu) ?? [];

/**
 * Flesch–Kincaid grade (Kincaid et al. 1975): 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
 * The names of the subject (naloxone, opioid, medicines) count as 2 syllables: there is no plainer word.
 */
export function gradeEn(text: string): number {
  const list = tokens(text);
  const count = list.reduce((sum, word) => sum + syllablesEn(word), 0);
  return 0.39 * (list.length / sentences(text).length) + 11.8 * (count / list.length) - 15.59;
}

/**
 * Szigriszt-Pazos ease (1993): 206.835 − 62.3 × syllables per word − words per sentence; 0 to 100, higher is easier.
 * Bands of the INFLESZ scale (Barrio-Cantalejo et al. 2008): 55 normal, 65 fairly easy, 80 very easy.
 */
export function easeEs(text: string): number {
  const list = tokens(text);
  const count = list.reduce((sum, word) => sum + syllablesEs(word), 0);
  return 206.835 - 62.3 * (count / list.length) - list.length / sentences(text).length;
}

/** Limits: English grade 6 in a crisis and 8 elsewhere; Spanish ease 65 ("fairly easy") and 55 ("normal"). */
export const READABILITY_LIMIT = {
  en: { crisis: 6, general: 8 },
  es: { crisis: 65, general: 55 },
} as const;

/** The measured value and whether it is within the limit. Undefined for a text too short to judge. */
export function readability(
  locale: SafetyLocale,
  text: string,
  level: 'crisis' | 'general',
): { value: number; ok: boolean; limit: number } | undefined {
  if (tokens(text).length < READABILITY_MIN_WORDS) return undefined;
  const limit = READABILITY_LIMIT[locale][level];
  const value = locale === 'en' ? gradeEn(text) : easeEs(text);
  return { value, limit, ok: locale === 'en' ? value <= limit : value >= limit };
}

const FIELD_TERMS =
  /^(?:naloxone|opioids?|fentanyl|methadone|buprenorphine|naltrexone|nitazenes?|xylazine|medetomidine)$/;

/** Syllables of an English word: vowel groups, without a silent final e. Numbers count as one. */
export function syllablesEn(word: string): number {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (FIELD_TERMS.test(letters)) return 2;
  const trimmed = letters
    .replace(/(?<=[^aeiouylsxzcgh]|th)es$|(?<=[^aeioudty])ed$/, '')
    .replace(/(?<=[^aeiouy][^l])e$|(?<=[aeiouy]l)e$|(?<=[aeiouy][^aeiouy])e$/, '');
  return Math.max(1, (trimmed.match(/[aeiouy]+/g) ?? []).length);
}

/** Syllables of a Spanish word: strong vowels part, a weak one joins unless it carries the accent. */
export function syllablesEs(word: string): number {
  const letters = word
    .toLowerCase()
    .replaceAll(/qu(?=[eéií])/g, 'q')
    .replaceAll(/gu(?=[eéií])/g, 'g')
    .replaceAll(/y(?![aeiouáéíóú])/g, 'i');
  const nuclei = letters.match(/[iuü]?[aeoáéó](?:[iuü](?![aeoáéóíú]))?|[íú]|[iuü]{1,2}/g);
  return Math.max(1, nuclei?.length ?? 0);
}
