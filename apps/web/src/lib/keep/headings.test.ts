import { CATEGORIES, recordType } from '@holdfast/recovery';
import { expect, it } from 'vitest';
import { HEADINGS } from './headings.ts';

it('each heading holds kinds of its own home, and every category that holds anything has one', () => {
  for (const [home, types] of Object.entries(HEADINGS))
    for (const type of types) expect(recordType(type).home, type).toBe(home);
  const without = Object.keys(CATEGORIES).filter((category) => !(category in HEADINGS));
  // Nothing is written under this yet.
  expect(without).toEqual(['help']);
});
