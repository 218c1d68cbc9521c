import type { AppWords } from './en/app.ts';
import type { Locale } from './locale.ts';

/** Loads the words of a person's own page in one locale, as a chunk of its own. */
export async function loadAppWords(locale: Locale): Promise<AppWords> {
  return locale === 'es' ? (await import('./es/app.ts')).appWords : (await import('./en/app.ts')).appWords;
}
