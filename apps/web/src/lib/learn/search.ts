import MiniSearch from 'minisearch';
import type { SearchText } from './shown.ts';

/** Letters without their marks: `recaída` is found by `recaida`, and the other way round. */
export const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Words that are in every page and say nothing about it. */
const COMMON = new Set(
  'a an and are as at be but by can de del do el en es for from how i if in is it la las lo los me mi my no o of on or por que se si sin so su te that the they this to tu un una was what when who with y you your'.split(
    ' ',
  ),
);

/** A search over the texts of one language: ids, the best first, at most 12. */
export function textSearch(texts: readonly SearchText[]): (query: string) => string[] {
  const index = new MiniSearch<SearchText>({
    fields: ['title', 'lead', 'text'],
    processTerm: (term) => {
      const folded = fold(term);
      return COMMON.has(folded) ? null : folded;
    },
    searchOptions: {
      boost: { title: 4, lead: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
    },
  });
  index.addAll(texts);
  return (query) =>
    index
      .search(query)
      .slice(0, 12)
      .map(({ id }) => String(id));
}
