import { expect, test } from 'vitest';
import { readRing, telHref } from './ring.ts';

test('reads people with a name and a number', () => {
  expect(readRing('[{"name":"Maria","number":"+353 87 123 4567"}]')).toEqual([
    { name: 'Maria', number: '+353 87 123 4567' },
  ]);
});

test('broken storage reads as nobody', () => {
  for (const stored of [
    null,
    '',
    '{',
    '{"name":"x"}',
    '[1,null,{"name":1,"number":"12"}]',
    '[{"name":"A","number":"-"}]',
  ])
    expect(readRing(stored)).toEqual([]);
});

test('a number becomes a link a phone can dial', () => {
  expect(telHref('+353 (0)87 123')).toBe('tel:+353087123');
  expect(telHref('*123#')).toBe('tel:*123%23');
  expect(telHref('call me')).toBeUndefined();
});
