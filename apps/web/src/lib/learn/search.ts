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

/** Names that people type for what the pages call otherwise: brands, short forms, words of the street. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  naloxone: ['narcan', 'nyxoid', 'prenoxad'],
  naloxona: ['narcan', 'nyxoid', 'prenoxad'],
  buprenorphine: ['suboxone', 'subutex', 'buvidal', 'sublocade', 'bupe'],
  buprenorfina: ['suboxone', 'subutex', 'buvidal', 'sublocade'],
  naltrexone: ['vivitrol'],
  naltrexona: ['vivitrol'],
  overdose: ['od', 'ods'],
  withdrawal: ['sick', 'dopesick'],
  families: 'son daughter brother sister husband wife partner mum mom dad parent'.split(' '),
  familia: 'hijo hija hermano hermana esposo esposa pareja mama papa madre padre'.split(' '),
  work: ['job', 'boss', 'employer'],
  trabajo: ['empleo', 'jefe', 'jefa'],
  urge: ['craving', 'cravings'],
};
const same = new Map<string, string[]>();
for (const [word, others] of Object.entries(SAME))
  for (const other of others) same.set(other, [...(same.get(other) ?? []), word]);

/**
 * A search over the texts of one language: ids, the best first, at most 12. Pages with every word of the query come
 * alone; where none has them all, pages with some of them.
 */
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
    },
  });
  index.addAll(texts);
  const search = (query: string, combineWith: 'AND' | 'OR') => index.search(query, { combineWith });
  return (query) => {
    const plain = query.replaceAll(/[\p{L}\p{N}]+/gu, (word) => same.get(fold(word))?.join(' ') ?? word);
    const [all, other] = [search(query, 'AND'), plain === query ? [] : search(plain, 'OR')];
    const found = all.length > 0 && other.length === 0 ? all : [...other, ...all, ...search(query, 'OR')];
    return [...new Set(found.map(({ id }) => String(id)))].slice(0, 12);
  };
}
