import { articleList } from '#lib/learn/pages.server.ts';
import { localeOf } from '#locales/locale.ts';

const OWN = new Set(['own-wellbeing', 'grief']);

export const load = ({ params }: { params: { lang?: string } }) => {
  const entries = articleList(localeOf(params.lang)).filter(({ topic }) => topic === 'families');
  return {
    helps: entries.filter(({ id }) => !OWN.has(id)),
    own: entries.filter(({ id }) => OWN.has(id)),
  };
};
