import { getContext, setContext } from 'svelte';
import type { Locale } from '#locales/locale.ts';
import { localePath } from '#locales/locale.ts';
import type { PublicWords } from '#locales/en/public.ts';

/** The words of the page being read: its locale, the public catalogue, and paths in that locale. */
export interface Words {
  readonly locale: Locale;
  readonly public: PublicWords;
  /** A public path in the reader's language: `/now` becomes `/es/now`. */
  readonly path: (path: `/${string}`) => string;
  /** A calendar date (`2026-11-21`) as the reader writes it, the same on every machine. */
  readonly date: (date: string) => string;
}

const KEY = Symbol('words');

/**
 * Puts the words into context. Getters, so that a change of language reaches every component.
 * @param source read on every use
 */
export function setWords(source: () => { locale: Locale; public: PublicWords }): Words {
  const words: Words = {
    get locale() {
      return source().locale;
    },
    get public() {
      return source().public;
    },
    path: (path) => localePath(source().locale, path),
    date: (date) =>
      new Intl.DateTimeFormat(source().locale === 'en' ? 'en-GB' : 'es', {
        dateStyle: 'long',
        timeZone: 'UTC',
      }).format(new Date(date)),
  };
  return setContext(KEY, words);
}

/** The words put there by the nearest layout. */
export function getWords(): Words {
  return getContext(KEY);
}
