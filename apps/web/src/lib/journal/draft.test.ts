import type { JournalEntry } from '@holdfast/recovery';
import { expect, test } from 'vitest';
import { entryDraft, entryText, entryUntil } from './draft.ts';

const DAY = 86_400_000;
const entry = (over: Partial<JournalEntry> = {}): JournalEntry => ({
  id: 'a',
  words: 'A quiet hour.',
  at: 0,
  day: '2026-11-21',
  until: null,
  prompt: '',
  gratitude: false,
  media: [],
  ...over,
});

test('good things are the lines of an entry, and empty ones are left out', () => {
  const draft = entryDraft();
  draft.good = ['Sun', '  ', ' Tea '];
  draft.words = ' Slept. ';
  expect(entryText(draft, true)).toBe('Sun\nTea');
  expect(entryText(draft, false)).toBe('Slept.');
});

test('a new entry takes the usual length, or the one that is chosen', () => {
  const draft = entryDraft();
  expect(entryUntil(draft, 10, 30)).toBe(10 + 30 * DAY);
  expect(entryUntil(draft, 10, 0)).toBeNull();
  draft.keep = '90';
  expect(entryUntil(draft, 10, 30)).toBe(10 + 90 * DAY);
  draft.keep = '0';
  expect(entryUntil(draft, 10, 30)).toBeNull();
});

test('a changed entry keeps its end until another length is chosen, which counts from then', () => {
  const saved = entry({ until: 30 * DAY });
  const draft = entryDraft(saved);
  expect(draft.keep).toBe('30');
  expect(entryUntil(draft, 20 * DAY, 0, saved)).toBe(30 * DAY);
  draft.keep = '90';
  expect(entryUntil(draft, 20 * DAY, 0, saved)).toBe(110 * DAY);
});

test('a draft begins with what was saved, good things line by line', () => {
  expect(entryDraft(entry())).toMatchObject({ words: 'A quiet hour.', good: ['', '', ''], keep: '0' });
  expect(entryDraft(entry({ gratitude: true, words: 'Sun' })).good).toEqual(['Sun', '', '']);
  const many = entry({ gratitude: true, words: 'a\nb\nc\nd' });
  expect(entryDraft(many).good).toEqual(['a', 'b', 'c', 'd']);
});
