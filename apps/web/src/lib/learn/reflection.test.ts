import { expect, test } from 'vitest';
import { readReflection, writeReflection } from './reflection.ts';

test('answers come back in their places, and an empty page leaves nothing', () => {
  const answers = ['Rest.', '', 'Sleep well.'];
  expect(readReflection(writeReflection(answers), 3)).toEqual(answers);
  expect(writeReflection(['', ' ', ''])).toBeNull();
  expect(readReflection(null, 2)).toEqual(['', '']);
});

test('what does not read, or is not text, is empty; what is too long is cut and not lost whole', () => {
  expect(readReflection('{', 2)).toEqual(['', '']);
  expect(readReflection('{"a":1}', 1)).toEqual(['']);
  expect(readReflection('[1,"two"]', 2)).toEqual(['', 'two']);
  expect(readReflection(JSON.stringify(['x'.repeat(5000)]), 1)[0]).toHaveLength(2000);
});
