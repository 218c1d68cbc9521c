import { expect, test } from 'vitest';
import { packs } from '@holdfast/safety';
import { chooseCountry } from './choose.ts';

const two = [
  { country: 'IE', timeZones: ['Europe/Dublin', 'Shared/Zone'] },
  { country: 'GB', timeZones: ['Europe/London', 'Shared/Zone'] },
];

test('the person’s own choice wins over the time zone', () => {
  expect(chooseCountry(two, 'GB', 'Europe/Dublin')).toEqual({ country: 'GB', source: 'saved' });
});

test('a zone that one country owns decides', () => {
  expect(chooseCountry(two, null, 'Europe/Dublin')).toEqual({ country: 'IE', source: 'zone' });
});

test('a shared, unknown or missing zone is a question, never a guess', () => {
  expect(chooseCountry(two, null, 'Shared/Zone')).toBeUndefined();
  expect(chooseCountry(two, null, 'Asia/Tokyo')).toBeUndefined();
  expect(chooseCountry(two, null, undefined)).toBeUndefined();
});

test('a saved country that no longer has a pack is ignored', () => {
  expect(chooseCountry(two, 'XX', 'Europe/London')).toEqual({ country: 'GB', source: 'zone' });
  expect(chooseCountry(two, '', undefined)).toBeUndefined();
});

test('no zone of the bundled packs belongs to two countries', () => {
  const zones = packs.flatMap((pack) => pack.timeZones);
  expect(zones.length).toBeGreaterThan(0);
  expect(new Set(zones).size).toBe(zones.length);
});
