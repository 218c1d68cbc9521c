import { describe, expect, it, test } from 'vitest';
import type { Article } from './article.ts';
import { ARTICLES } from './articles/index.ts';
import { GLOSSARY } from './glossary.ts';
import { SOURCES } from './sources/index.ts';
import { lintText } from '../lint/word-lint.ts';
import { SAFETY_LOCALES } from '../local-text.ts';
import { articleFindings, articleWords, saidIn } from './validate.ts';

const ids = new Set(ARTICLES.map(({ id }) => id));
const sources = new Map(SOURCES.map((source) => [source.id, source]));
const findings = (article: Article): string[] =>
  articleFindings(article, ids, sources).map(({ rule, path, problem }) => `[${rule}] ${path}: ${problem}`);

test.each(ARTICLES.map((article) => [article.id, article] as const))(
  '[LEARN-1] [LEARN-2] [LEARN-3] [LEARN-4] [LEARN-5] %s keeps every rule',
  (_, article) => {
    expect(findings(article)).toEqual([]);
  },
);

describe('all articles together', () => {
  it('[LEARN-1] have ids of their own, and each says that nobody has checked it clinically until somebody has', () => {
    expect(ids.size).toBe(ARTICLES.length);
    expect(ARTICLES.length).toBeGreaterThanOrEqual(24);
    expect(ARTICLES.filter(({ checkedBy }) => checkedBy === '')).toEqual([]);
  });

  it('[LEARN-2] have sources with ids of their own, and none that nobody uses', () => {
    expect(sources.size).toBe(SOURCES.length);
    const used = new Set(
      ARTICLES.flatMap(({ sections }) =>
        sections.flatMap(({ blocks }) => blocks.flatMap(saidIn).flatMap((said) => said.sources ?? [])),
      ),
    );
    expect(SOURCES.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
    expect(SOURCES.filter(({ url }) => url !== undefined && !url.startsWith('https://'))).toEqual([]);
  });

  it('[LEARN-4] say in Spanish about as much as in English', () => {
    for (const article of ARTICLES) {
      const ratio = articleWords(article, 'es') / articleWords(article, 'en');
      expect([article.id, ratio > 0.75 && ratio < 1.4]).toEqual([article.id, true]);
    }
  });

  it('[LEARN-1] [LEARN-2] [LEARN-3] [LEARN-4] [LEARN-5] notices each kind of fault', () => {
    const [good] = ARTICLES;
    const [section] = good!.sections;
    const spoiled: Partial<Article>[] = [
      { sections: good!.sections.slice(0, 1) },
      { reviewBy: '2030-01-01' },
      { checks: [] },
      { sections: [section!, ...good!.sections] },
      { checks: [{ ...good!.checks[0]!, right: 7 }] },
      { related: ['no-such-article'] },
      { lead: { en: 'Addicts must get clean.', es: good!.lead.es } },
      { lead: { en: good!.lead.en, es: '' } },
      {
        sections: [
          ...good!.sections.slice(1),
          {
            id: 'bare',
            title: good!.title,
            blocks: [
              {
                kind: 'text',
                said: {
                  en: 'Studies show that 80% of people stop.',
                  es: 'Los estudios muestran que el 80% lo deja.',
                },
              },
            ],
          },
        ],
      },
      {
        title: {
          en: `${'Nevertheless multidisciplinary rehabilitation necessitates individualised considerations. '.repeat(20)}`,
          es: 'x',
        },
      },
    ];
    for (const change of spoiled) expect(findings({ ...good!, ...change })).not.toEqual([]);
    const unsourced = good!.sections.map((one) => ({
      ...one,
      blocks: one.blocks.map((block) =>
        block.kind === 'text' ? { ...block, said: { ...block.said, sources: ['nobody'] } } : block,
      ),
    }));
    expect(findings({ ...good!, sections: unsourced }).join()).toContain('no source nobody');
  });
});

describe('the glossary', () => {
  it('[LEARN-6] explains each word in one plain sentence, in both languages, and in order', () => {
    expect(GLOSSARY.length).toBeGreaterThanOrEqual(30);
    for (const locale of SAFETY_LOCALES) {
      expect(new Set(GLOSSARY.map(({ word }) => word[locale])).size).toBe(GLOSSARY.length);
      const found = GLOSSARY.flatMap(({ word, means }) =>
        lintText({ locale, level: 'general', path: word.en, text: means[locale] }),
      );
      expect(found).toEqual([]);
    }
    expect(GLOSSARY.filter(({ see }) => see !== undefined && !ids.has(see))).toEqual([]);
  });
});
