import { localeOf } from '#locales/locale.ts';
import { loadPublicWords } from '#locales/public.ts';
import type { LayoutLoad } from './$types.js';

export const load: LayoutLoad = async ({ params }) => {
  const locale = localeOf(params.lang);
  return { locale, words: await loadPublicWords(locale) };
};
