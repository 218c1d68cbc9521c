import { loadAppWords } from '#locales/app.ts';
import { loadPublicWords } from '#locales/public.ts';
import { LANGUAGE_KEY, chooseLanguage } from '#lib/account/preferences.ts';
import { readLocal } from '#lib/platform/local.ts';
import type { LayoutLoad } from './$types.js';

/** Private pages are a shell: what they show exists only on this device, so nothing can be rendered ahead. */
export const ssr = false;
export const prerender = true;

export const load: LayoutLoad = async ({ depends }) => {
  depends('holdfast:language');
  const locale = chooseLanguage(readLocal(LANGUAGE_KEY), document.documentElement.lang, navigator.languages);
  const [words, app] = await Promise.all([loadPublicWords(locale), loadAppWords(locale)]);
  return { locale, words, app };
};
