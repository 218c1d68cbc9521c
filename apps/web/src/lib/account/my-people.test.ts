import type { ContactView } from '@holdfast/client';
import { expect, test } from 'vitest';
import { knownBefore, peopleLines, ringOf } from './my-people.ts';

const contact = (name: string): ContactView => ({
  id: `c-${name}`,
  name,
  assurance: 'link',
  closed: false,
  shares: [],
});

test('someone to ring who also has the app is one line', () => {
  const lines = peopleLines(
    [
      { id: 'p1', name: 'Maria', number: '1' },
      { id: 'p2', name: 'Ana ', number: '2' },
    ],
    [contact('ana'), contact('Joe')],
  );
  expect(lines.map(({ name, ring, contact: view }) => [name, ring?.number, view?.id])).toEqual([
    ['Maria', '1', undefined],
    ['Ana ', '2', 'c-ana'],
    ['Joe', undefined, 'c-Joe'],
  ]);
});

test('two people of one name stay two lines', () => {
  const lines = peopleLines([{ id: 'p1', name: 'Ana', number: '1' }], [contact('Ana'), contact('Ana')]);
  expect(lines).toHaveLength(2);
});

test('whoever could have been the same person before: everybody else once, those of the same name first', () => {
  const joined = (name: string, id: string, state: 'joined' | 'waiting' = 'joined') => ({
    contactId: id,
    name,
    state,
  });
  const shared = [joined('Sam', 'old'), joined('Bea', 'c-Bea'), joined('Eve', 'w', 'waiting')];
  const found = knownBefore([contact('Bea'), contact('Joe'), contact('sam')], shared, 'c-sam');
  expect(found.map(({ id }) => id)).toEqual(['old', 'c-Bea', 'c-Joe']);
  expect(knownBefore([], [], 'nobody')).toEqual([]);
});

test('a number is found by name, whatever the capitals', () => {
  expect(ringOf([{ id: 'p', name: 'Maria ', number: '1' }], 'maria')?.number).toBe('1');
  expect(ringOf([], 'maria')).toBeUndefined();
});
