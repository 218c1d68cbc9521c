import { lintCatalogue } from '@holdfast/safety';
import { describe, expect, test } from 'vitest';
import { sayFailure } from '#lib/account/failures.ts';
import type { AnyFailure } from '#lib/account/failures.ts';
import { appWords as en } from './en/app.ts';
import { appWords as es } from './es/app.ts';
import { LARGE, spoken } from './spoken.ts';

describe.each([
  ['en', en],
  ['es', es],
] as const)('the words of a person’s own page in %s', (locale, words) => {
  test('[WORD-1] [WORD-2] [WORD-3] [WORD-4] [WORD-8] [WORD-10] are plain, kind and short', () => {
    const findings = lintCatalogue(locale, spoken(words), 'general').filter(
      ({ word }) => word !== String(LARGE),
    );
    expect(findings.map(({ path, word, reason }) => `${path}: ${word} (${reason})`)).toEqual([]);
  });

  test('every failure has words of its own, and each says something to do or what still stands', () => {
    const said = Object.values(words.failures);
    expect(said.every((text) => text.length > 20)).toBe(true);
    expect(new Set(said).size).toBe(said.length);
  });

  test('failures with a time, a field or a letter name it', () => {
    const say = (failure: AnyFailure) => sayFailure(failure, words);
    expect(say({ code: 'wait', wait: 30 })).toContain('30');
    expect(say({ code: 'wrong-pin', wait: 300 })).toContain('5 min');
    expect(say({ code: 'wrong-pin', wait: 0 })).toBe(words.failures['wrong-pin']);
    expect(say({ code: 'invalid', field: 'number' })).toBe(words.invalid.number);
    expect(say({ code: 'invalid', field: 'mood' })).toBe(words.invalid.other);
    expect(say({ code: 'code', defect: { code: 'letter', letter: 'U' } })).toContain('U');
    expect(say({ code: 'code', defect: { code: 'length', have: 27 } })).toContain('27');
    expect(say({ code: 'code', defect: { code: 'check' } })).toBe(words.codeCheck);
    expect(say({ code: 'expired' })).toBe(words.failures.expired);
  });
});
