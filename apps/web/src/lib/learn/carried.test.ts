import { expect, test } from 'vitest';
import { carriedHere, carriedIn, carry } from './carried.ts';

const data = { title: 'If </script><b>, then “no” & yes', items: ['ñ', '{}'] };

test('what a page carries comes back whole from its HTML, and closes no script of its own', () => {
  const block = carry('/learn/sleep', data);
  expect(block.match(/</g)).toHaveLength(2);
  expect(carriedIn(`<html><head>${block}</head><body>text</body></html>`, '/learn/sleep')).toEqual(data);
});

test('a page that carries nothing, or carries another page, gives nothing', () => {
  const block = carry('/learn/sleep', data);
  expect(carriedIn('<html></html>', '/learn/sleep')).toBeUndefined();
  expect(carriedIn(block, '/es/learn/sleep')).toBeUndefined();
  const text = block.slice(block.indexOf('>') + 1, block.lastIndexOf('<'));
  const getElementById = () => ({ textContent: text }) as unknown as HTMLElement;
  expect(carriedHere({ getElementById }, '/learn/sleep')).toEqual(data);
  expect(carriedHere({ getElementById }, '/learn/stress')).toBeUndefined();
  expect(carriedHere({ getElementById: () => null }, '/learn/sleep')).toBeUndefined();
});
