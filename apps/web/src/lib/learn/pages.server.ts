import type { Article, Block, Topic } from '@holdfast/safety/learn';
import { ARTICLES, articleWords, saidIn, SOURCES, TOPICS } from '@holdfast/safety/learn';
import type { Locale } from '#locales/locale.ts';
import type { ArticleEntry, SearchText, ShownArticle, ShownBlock } from './shown.ts';

/*
 * What the pages of Learn are rendered from, in one language. Used while building only: the texts reach a phone as
 * pages, and not in a script that every page would load.
 */

/** Words a minute of somebody who reads slowly and is tired. */
const PACE = 130;

const entryOf = (article: Article, locale: Locale): ArticleEntry => ({
  id: article.id,
  topic: article.topic,
  title: article.title[locale],
  lead: article.lead[locale],
  minutes: Math.max(1, Math.round(articleWords(article, locale) / PACE)),
});

/** Every article, in order. */
export const articleList = (locale: Locale): ArticleEntry[] =>
  ARTICLES.map((article) => entryOf(article, locale));

/** Whom an index of everything is opened for, and what each of them reads first. */
const BEGIN = {
  me: ['tolerance', 'overdose-and-naloxone', 'medicines', 'first-90-days'],
  family: ['families-what-helps', 'talking', 'for-friends'],
  work: ['for-clinicians', 'for-organisations'],
} as const;

/** The first pages for each kind of reader. */
export const beginWith = (entries: readonly ArticleEntry[]) =>
  (Object.keys(BEGIN) as (keyof typeof BEGIN)[]).map((reader) => ({
    reader,
    entries: BEGIN[reader].flatMap((id) => entries.filter((entry) => entry.id === id)),
  }));

/** The articles of each topic, in order; topics without one are left out. */
export const byTopic = (entries: readonly ArticleEntry[]): { topic: Topic; entries: ArticleEntry[] }[] =>
  TOPICS.map((topic) => ({ topic, entries: entries.filter((entry) => entry.topic === topic) })).filter(
    (group) => group.entries.length > 0,
  );

const blockIn = (block: Block, locale: Locale): ShownBlock => {
  switch (block.kind) {
    case 'go':
      return { kind: 'go', to: block.to, label: block.label[locale] };
    case 'list':
    case 'steps':
      return { kind: block.kind, items: block.items.map((item) => item[locale]) };
    case 'text':
    case 'note':
      return { kind: block.kind, text: block.said[locale] };
  }
};

/** One article, or undefined for an id that is none. */
export function articlePage(id: string, locale: Locale): ShownArticle | undefined {
  const article = ARTICLES.find((one) => one.id === id);
  if (!article) return undefined;
  const { sections, checks, related, writtenOn, reviewBy, checkedBy } = article;
  const named = new Set(
    sections.flatMap(({ blocks }) => blocks.flatMap(saidIn).flatMap((said) => said.sources ?? [])),
  );
  return {
    ...entryOf(article, locale),
    sections: sections.map((section) => ({
      id: section.id,
      title: section.title[locale],
      blocks: section.blocks.map((block) => blockIn(block, locale)),
    })),
    checks: checks.map(({ question, options, right, because }) => ({
      question: question[locale],
      options: options.map((option) => option[locale]),
      right,
      because: because[locale],
    })),
    sources: SOURCES.filter((source) => named.has(source.id)),
    related: related.flatMap((other) => {
      const found = ARTICLES.find((one) => one.id === other);
      return found ? [entryOf(found, locale)] : [];
    }),
    writtenOn,
    reviewBy,
    checkedBy,
  };
}

/** What the search of one language looks through. */
export const searchTexts = (locale: Locale): SearchText[] =>
  ARTICLES.map(({ id, title, lead, sections }) => ({
    id,
    title: title[locale],
    lead: lead[locale],
    text: sections
      .flatMap((section) => [section.title, ...section.blocks.flatMap(saidIn)])
      .map((said) => said[locale])
      .join(' '),
  }));
