import { expect, test } from 'vitest';
import { appWords as words } from '#locales/en/app.ts';
import { phonesOf } from './phones.ts';

const device = (id: string, over: object = {}) => ({ id, own: false, revoked: false, name: '', ...over });

test('this phone stands first, those shut out last, and a phone without a name is told by its number', () => {
  const shown = phonesOf(
    [
      device('a', { revoked: true }),
      device('b'),
      device('c', { own: true }),
      device('d', { name: 'At home' }),
    ],
    words.phones,
  );
  expect(shown.map(({ device: { id } }) => id)).toEqual(['c', 'b', 'd', 'a']);
  expect(shown.map((one) => one.shown)).toEqual([
    'This phone',
    'Another phone (1)',
    'At home',
    'Another phone (3)',
  ]);
});

test('a name for this phone does not hide which one it is', () => {
  const [own] = phonesOf([device('c', { own: true, name: 'The cheap one' })], words.phones);
  expect(own!.shown).toBe('The cheap one · This phone');
});
