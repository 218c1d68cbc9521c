import { error } from '@sveltejs/kit';
import { carriedHere, carriedIn } from '#lib/learn/carried.ts';
import type { ShownArticle } from '#lib/learn/shown.ts';
import { localeOf } from '#locales/locale.ts';
import type { PageLoad } from './$types.js';

/** The article: from the data while building, later from the page that carries it (see `carried.ts`). */
export const load: PageLoad = async ({ params, url, fetch }) => {
  const article = import.meta.env.SSR
    ? (await import('#lib/learn/pages.server.ts')).articlePage(params.id, localeOf(params.lang))
    : (carriedHere<ShownArticle>(document, url.pathname) ??
      carriedIn<ShownArticle>(await (await fetch(url.pathname)).text(), url.pathname));
  if (!article) error(404);
  return { article };
};
