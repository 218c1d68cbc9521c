import { expect, test } from 'vitest';
import { notesOf } from './notes.ts';

test('notes of urges and slips stand together, newest first', () => {
  const common = { before: [], words: '', day: '2026-11-21', until: null };
  const urge = (id: string, at: number) => ({ ...common, id, at, strength: null });
  const slip = { ...common, id: 'c', at: 2, plan: [], change: '' };
  expect(
    notesOf([urge('a', 1), urge('b', 3), urge('d', 3)], [slip]).map(({ type, id }) => `${type} ${id}`),
  ).toEqual(['urge d', 'urge b', 'slip c', 'urge a']);
});
