import type { ContactView } from '@holdfast/client';
import { expect, test } from 'vitest';
import { peopleLines } from './my-people.ts';

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
