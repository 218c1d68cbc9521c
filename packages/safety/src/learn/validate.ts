import { daysBetween } from '../calendar-date.ts';
import { claimFindings } from '../lint/claims.ts';
import { lintText } from '../lint/word-lint.ts';
import type { LintLevel } from '../lint/word-lint.ts';
import { READABILITY_MIN_WORDS, readability, tokens } from '../lint/readability.ts';
import type { LocalText, SafetyLocale } from '../local-text.ts';
import { SAFETY_LOCALES } from '../local-text.ts';
import type { Article, Block, Said, Source } from './article.ts';

/** Length of an article in English words. */
export const ARTICLE_WORDS = { atLeast: 250, atMost: 700 } as const;
/** Days an article may stand before somebody looks at it again. */
export const ARTICLE_DAYS = 365;
/** Public pages that an article may lead to, beside other articles. */
const PAGES = ['/now', '/now/overdose', '/now/lines', '/families', '/start-here', '/learn', '/learn/words'];

/** What is wrong with an article, and where. The rules are [LEARN-…] in SPEC.md. */
export interface ArticleFinding {
  readonly rule: `LEARN-${1 | 2 | 3 | 4 | 5}` | 'WORD';
  readonly path: string;
  readonly problem: string;
}

/** What a block says, without the labels of links. */
export const saidIn = (block: Block): readonly Said[] =>
  block.kind === 'go' ? [] : 'items' in block ? block.items : [block.said];

/** Every text of an article with its place, links and checks included. */
export function textsOf({ title, lead, sections, checks }: Article): { path: string; text: LocalText }[] {
  return [
    { path: 'title', text: title },
    { path: 'lead', text: lead },
    ...sections.flatMap((section) => [
      { path: section.id, text: section.title },
      ...section.blocks.flatMap((block, i) =>
        (block.kind === 'go' ? [block.label] : saidIn(block)).map((text) => ({
          path: `${section.id}.${i}`,
          text,
        })),
      ),
    ]),
    ...checks.flatMap(({ question, options, because }, i) =>
      [question, ...options, because].map((text) => ({ path: `check.${i}`, text })),
    ),
  ];
}

/** Words of an article in one language, without links and checks. */
export const articleWords = ({ lead, sections }: Article, locale: SafetyLocale): number =>
  [lead, ...sections.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(saidIn)])].reduce(
    (sum, text) => sum + tokens(text[locale]).length,
    0,
  );

/** What is wrong with one article among all of them. Empty when nothing is. */
export function articleFindings(
  article: Article,
  ids: ReadonlySet<string>,
  sources: ReadonlyMap<string, Source>,
): ArticleFinding[] {
  return [
    ...shapeFindings(article),
    ...sourceFindings(article, sources),
    ...linkFindings(article, ids),
    ...wordFindings(article),
  ];
}

function shapeFindings(article: Article): ArticleFinding[] {
  const { sections, checks, writtenOn, reviewBy } = article;
  const words = articleWords(article, 'en');
  const days = daysBetween(writtenOn, reviewBy);
  const notes = sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'note'));
  const problems: [boolean, string][] = [
    [words < ARTICLE_WORDS.atLeast || words > ARTICLE_WORDS.atMost, `${words} words`],
    [sections.length < 3 || sections.length > 6, `${sections.length} sections`],
    [checks.length < 1 || checks.length > 3, `${checks.length} checks`],
    [notes.length > 2, `${notes.length} notes`],
    [!(days > 0 && days <= ARTICLE_DAYS), `looked at again after ${days} days`],
    [new Set(sections.map(({ id }) => id)).size < sections.length, 'two sections of one id'],
    [checks.some(({ right, options }) => !options[right]), 'a check without a right answer'],
    [checks.some(({ options }) => options.length < 2), 'a check without a choice'],
  ];
  return problems.flatMap(([is, problem]) => (is ? [{ rule: 'LEARN-1', path: article.id, problem }] : []));
}

function sourceFindings(article: Article, sources: ReadonlyMap<string, Source>): ArticleFinding[] {
  const named = article.sections.flatMap(({ blocks }) =>
    blocks.flatMap(saidIn).flatMap((said) => said.sources ?? []),
  );
  const unknown = named.filter((id) => !sources.has(id));
  const bare = article.sections.flatMap(({ id, blocks }) =>
    blocks.flatMap(saidIn).flatMap((said) => claimFindings(said, `${article.id} ${id}`)),
  );
  return [
    ...bare.map(({ path, word }) => ({
      rule: 'LEARN-2' as const,
      path,
      problem: `a claim without a source: ${word}`,
    })),
    ...unknown.map((id) => ({ rule: 'LEARN-2' as const, path: article.id, problem: `no source ${id}` })),
    ...(named.length === 0
      ? [{ rule: 'LEARN-2' as const, path: article.id, problem: 'no source at all' }]
      : []),
  ];
}

function linkFindings(article: Article, ids: ReadonlySet<string>): ArticleFinding[] {
  const links = article.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'go' ? [block.to] : [])),
  );
  const dead = [...links, ...article.related.map((id) => `/learn/${id}`)].filter(
    (to) => !PAGES.includes(to) && !(to.startsWith('/learn/') && ids.has(to.slice('/learn/'.length))),
  );
  const last = article.sections.at(-1)?.blocks.at(-1);
  return [
    ...dead.map((to) => ({ rule: 'LEARN-3' as const, path: article.id, problem: `leads to ${to}` })),
    ...(last?.kind === 'go'
      ? []
      : [{ rule: 'LEARN-3' as const, path: article.id, problem: 'ends at nothing' }]),
  ];
}

function wordFindings(article: Article): ArticleFinding[] {
  const level: LintLevel = article.topic === 'safety' ? 'crisis' : 'general';
  const texts = textsOf(article);
  return SAFETY_LOCALES.flatMap((locale) => {
    const path = `${article.id} ${locale}`;
    const empty = texts.filter(({ text }) => text[locale].trim() === '');
    const whole = texts.map(({ text }) => text[locale]).join('\n');
    const hard = tokens(whole).length < READABILITY_MIN_WORDS ? undefined : readability(locale, whole, level);
    return [
      ...empty.map((at) => ({ rule: 'LEARN-4' as const, path: `${path} ${at.path}`, problem: 'no words' })),
      ...texts.flatMap(({ path: at, text }) =>
        lintText({ locale, level, path: at, text: text[locale] }).map(({ word, reason }) => ({
          rule: 'WORD' as const,
          path: `${path} ${at}`,
          problem: `${word}: ${reason}`,
        })),
      ),
      ...(hard?.ok === false
        ? [{ rule: 'LEARN-5' as const, path, problem: `hard to read: ${hard.value.toFixed(1)}` }]
        : []),
    ];
  });
}
