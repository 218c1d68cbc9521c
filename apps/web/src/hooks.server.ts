import type { Handle } from '@sveltejs/kit/hooks';
import { carry } from '#lib/learn/carried.ts';
import { articlePage } from '#lib/learn/pages.server.ts';
import { localeOf } from '#locales/locale.ts';

/**
 * Runs while pages are prerendered: names the page's language where a reader without JavaScript needs it, and gives an
 * article the data it carries.
 */
export const handle: Handle = ({ event, resolve }) => {
  const { lang, id } = event.params as { lang?: string; id?: string };
  const article =
    event.route.id?.endsWith('/learn/[id]') && id !== undefined ? articlePage(id, localeOf(lang)) : undefined;
  const data = article ? carry(event.url.pathname, article) : '';
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%holdfast.lang%', lang ?? 'en').replace('</head>', () => `${data}</head>`),
  });
};
