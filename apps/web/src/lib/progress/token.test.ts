import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenShape } from './token.ts';

test('a token is the same for its seed, and another for another', () => {
  expect(tokenShape('a')).toEqual(tokenShape('a'));
  expect(tokenShape('a')).not.toEqual(tokenShape('b'));
});

test('every token has as many blades as any other, inside its stone, and is small', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const shape = tokenShape(seed);
      expect(shape.leaves).toHaveLength(5);
      expect(new Set(shape.leaves.map(({ place }) => place)).size).toBe(5);
      expect(shape.wide).toBeLessThan(100);
      expect(shape.leaves.every(({ tone }) => tone >= 2 && tone <= 6)).toBe(true);
      expect(JSON.stringify(shape).length).toBeLessThan(6000);
    }),
  );
});
