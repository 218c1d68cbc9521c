import { getContext, setContext } from 'svelte';
import type { AppWords } from '#locales/en/app.ts';

const KEY = Symbol('app words');

/** The words of a person's own page. Read `.now` where they are used, so that a change of language reaches it. */
export interface AppWordsSource {
  readonly now: AppWords;
}

export function setAppWords(source: () => AppWords): void {
  setContext(KEY, {
    get now() {
      return source();
    },
  });
}

export const getAppWords = (): AppWordsSource => getContext<AppWordsSource>(KEY);
