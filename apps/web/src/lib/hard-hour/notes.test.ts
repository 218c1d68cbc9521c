import { expect, test } from 'vitest';
import en from '#locales/en/tools.ts';
import { countedBefore, notesOf } from './notes.ts';

test('notes of urges and slips stand together, newest first', () => {
  const common = { before: [], words: '', day: '2026-11-21', until: null };
  const urge = (id: string, at: number) => ({ ...common, id, at, strength: null });
  const slip = { ...common, id: 'c', at: 2, plan: [], change: '' };
  expect(
    notesOf([urge('a', 1), urge('b', 3), urge('d', 3)], [slip]).map(({ type, id }) => `${type} ${id}`),
  ).toEqual(['urge d', 'urge b', 'slip c', 'urge a']);
});

test('what came most often before urges is said in words, three lines at most', () => {
  const often = ['people.argument', 'feeling.angry', 'weather.rain', 'time.evening', 'place.home'];
  const urges = [often, often, often, ['people.argument'], ['feeling.sad'], []].map((before) => ({ before }));
  expect(countedBefore(urges, en)).toEqual([
    { what: 'An argument', said: '4 of 5 urges' },
    { what: 'Angry', said: '3 of 5 urges' },
    { what: 'At home', said: '3 of 5 urges' },
  ]);
  expect(countedBefore(urges.slice(2), en)).toEqual([]);
});
