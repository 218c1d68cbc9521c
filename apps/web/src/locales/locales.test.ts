import { lintCatalogue } from '@holdfast/safety';
import { expect, test } from 'vitest';
import { publicWords as en } from './en/public.ts';
import { publicWords as es } from './es/public.ts';
import { barePath, localePath } from './locale.ts';
import { shape } from './spoken.ts';

/** Calls every function of a catalogue with stand-in values, so that its words can be checked too. */
function spoken(catalogue: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, value]) => [
      key,
      typeof value === 'function'
        ? (value as (...args: unknown[]) => string)(2, 3, 4)
        : typeof value === 'object' && value !== null && !Array.isArray(value)
          ? spoken(value)
          : value,
    ]),
  );
}

test('Spanish says everything English says', () => {
  expect(shape(es)).toEqual(shape(en));
  for (const value of Object.values(spoken(es))) expect(value).not.toBe('');
});

test.each([
  ['en', en],
  ['es', es],
] as const)('the public catalogue in %s keeps to the word list', (locale, catalogue) => {
  expect(lintCatalogue(locale, spoken(catalogue), 'general', 'public')).toEqual([]);
});

test('paths change language and back', () => {
  for (const path of ['/', '/now', '/now/overdose', '/print'] as const) {
    expect(barePath(localePath('es', path))).toBe(path);
    expect(localePath('en', path)).toBe(path);
  }
  expect(localePath('es', '/')).toBe('/es');
  expect(barePath('/essence')).toBe('/essence');
});
