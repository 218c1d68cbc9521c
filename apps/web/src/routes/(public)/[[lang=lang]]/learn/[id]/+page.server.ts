import { error } from '@sveltejs/kit';
import { articleList, articlePage } from '#lib/learn/pages.server.ts';
import { localeOf } from '#locales/locale.ts';

export const entries = () => articleList('en').flatMap(({ id }) => [{ id }, { lang: 'es' as const, id }]);

export const load = ({ params }: { params: { lang?: string; id: string } }) => {
  const article = articlePage(params.id, localeOf(params.lang));
  if (!article) error(404);
  return { article };
};
