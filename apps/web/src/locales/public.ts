import type { PublicWords } from './en/public.ts';
import type { Locale } from './locale.ts';

/** Loads the public catalogue of one locale, as a chunk of its own. */
export async function loadPublicWords(locale: Locale): Promise<PublicWords> {
  return locale === 'es'
    ? (await import('./es/public.ts')).publicWords
    : (await import('./en/public.ts')).publicWords;
}
