import { ARTICLES } from '@holdfast/safety/learn';
import { describe, expect, it } from 'vitest';
import { locales } from '#locales/locale.ts';
import { articleList, articlePage, beginWith, byTopic } from './pages.server.ts';
import { spokenParts } from './shown.ts';

describe.each(locales)('the pages of Learn, %s', (locale) => {
  const entries = articleList(locale);

  it('lists every article once by topic', () => {
    const listed = byTopic(entries).flatMap((group) => group.entries.map(({ id }) => id));
    expect(listed.toSorted()).toEqual(ARTICLES.map(({ id }) => id).toSorted());
  });

  it('has first pages for each kind of reader, and they exist', () => {
    expect(beginWith(entries).map(({ reader, entries: first }) => [reader, first.length])).toEqual([
      ['me', 4],
      ['family', 3],
      ['work', 2],
    ]);
  });

  it('shows each article with its sources, and reads it aloud in parts that every phone takes', () => {
    for (const { id } of entries) {
      const page = articlePage(id, locale)!;
      expect(page.sources.length, id).toBeGreaterThan(0);
      expect(page.related.length, id).toBeGreaterThan(0);
      expect(Math.max(...spokenParts(page).map(({ length }) => length)), id).toBeLessThan(400);
    }
    expect(articlePage('no-such-article', locale)).toBeUndefined();
  });
});
