import { articleList, beginWith, byTopic } from '#lib/learn/pages.server.ts';
import { localeOf } from '#locales/locale.ts';

export const load = ({ params }: { params: { lang?: string } }) => {
  const entries = articleList(localeOf(params.lang));
  return {
    begin: beginWith(entries),
    groups: byTopic(entries),
  };
};
