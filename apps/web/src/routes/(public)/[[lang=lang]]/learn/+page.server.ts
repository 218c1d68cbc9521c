import { articleList, byTopic } from '#lib/learn/pages.server.ts';
import { localeOf } from '#locales/locale.ts';

const FIRST = ['tolerance', 'overdose-and-naloxone', 'medicines', 'families-what-helps'];

export const load = ({ params }: { params: { lang?: string } }) => {
  const entries = articleList(localeOf(params.lang));
  return {
    first: FIRST.flatMap((id) => entries.filter((entry) => entry.id === id)),
    groups: byTopic(entries),
  };
};
