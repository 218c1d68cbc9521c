import { articleList } from '#lib/learn/pages.server.ts';

export const entries = () => articleList('en').flatMap(({ id }) => [{ id }, { lang: 'es' as const, id }]);
