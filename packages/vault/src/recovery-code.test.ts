import { seededRandom } from '@holdfast/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CODE_LENGTH,
  groupCode,
  readCallCode,
  readRecoveryCode,
  writeCallCode,
  writeRecoveryCode,
} from './recovery-code.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secret = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe('recovery code', () => {
  it('[COD-1] is 28 letters that read back as the same 16 bytes', () => {
    fc.assert(
      fc.property(secret, (bytes) => {
        const code = writeRecoveryCode(bytes);
        expect(code.length).toBe(CODE_LENGTH);
        expect([...code].every((letter) => LETTERS.includes(letter))).toBe(true);
        expect(readRecoveryCode(code)).toEqual({ ok: true, value: bytes });
      }),
    );
    for (const bytes of [new Uint8Array(16), new Uint8Array(16).fill(255)])
      expect(readRecoveryCode(writeRecoveryCode(bytes))).toEqual({ ok: true, value: bytes });
  });

  it('[COD-1] finds every single wrong letter', () => {
    fc.assert(
      fc.property(secret, (bytes) => {
        const code = writeRecoveryCode(bytes);
        for (let at = 0; at < CODE_LENGTH; at++)
          for (const letter of LETTERS)
            if (letter !== code[at])
              expect(readRecoveryCode(code.slice(0, at) + letter + code.slice(at + 1)).ok).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  it('[COD-1] finds every swap of two neighbours', () => {
    fc.assert(
      fc.property(secret, (bytes) => {
        const code = writeRecoveryCode(bytes);
        for (let at = 0; at + 1 < CODE_LENGTH; at++) {
          const swapped = code.slice(0, at) + code[at + 1]! + code[at]! + code.slice(at + 2);
          if (swapped !== code)
            expect(readRecoveryCode(swapped)).toEqual({ ok: false, error: { code: 'check' } });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('[COD-1] is read however it was typed: case, groups, dashes, O for 0, I and L for 1', () => {
    const zeros = new Uint8Array(16);
    zeros[15] = 33;
    const code = writeRecoveryCode(zeros);
    expect(code).toContain('0');
    expect(code).toContain('1');
    const writings = [
      groupCode(code),
      groupCode(code).replaceAll(' ', ' – '),
      code.toLowerCase(),
      code.replaceAll('0', 'o'),
      code.replaceAll('1', 'l'),
      code.replaceAll('1', 'I').replaceAll('0', 'O'),
      `\n\t${code}.`,
      [...code].join('\u00a0'),
    ];
    for (const typed of writings) expect(readRecoveryCode(typed)).toEqual({ ok: true, value: zeros });
    expect(groupCode(code)).toMatch(/^(\w{4} ){6}\w{4}$/);
    expect(groupCode('ABCDEF')).toBe('ABCD EF');
    expect(groupCode('')).toBe('');
  });

  it('[COD-1] names what is wrong: the letter, or how many letters there are', () => {
    const code = writeRecoveryCode(seededRandom(1).bytes(16));
    expect(readRecoveryCode(`U${code.slice(1)}`)).toEqual({
      ok: false,
      error: { code: 'letter', letter: 'U' },
    });
    expect(readRecoveryCode(`ñ${code.slice(1)}`)).toEqual({
      ok: false,
      error: { code: 'letter', letter: 'Ñ' },
    });
    expect(readRecoveryCode(`😀${code}`)).toEqual({ ok: false, error: { code: 'letter', letter: '😀' } });
    expect(readRecoveryCode(code.slice(1))).toEqual({ ok: false, error: { code: 'length', have: 27 } });
    expect(readRecoveryCode(`${code}0`)).toEqual({ ok: false, error: { code: 'length', have: 29 } });
    expect(readRecoveryCode('')).toEqual({ ok: false, error: { code: 'length', have: 0 } });
  });

  it('[COD-1] has one writing: numbers beyond 128 bits are refused even with a fitting check', () => {
    const code = writeRecoveryCode(new Uint8Array(16).fill(255));
    for (const first of ['8', 'G', 'Z'])
      for (const a of LETTERS)
        for (const b of LETTERS) expect(readRecoveryCode(first + code.slice(1, 26) + a + b).ok).toBe(false);
  });

  it('[COD-1] a secret of another length is a bug', () => {
    expect(() => writeRecoveryCode(new Uint8Array(15))).toThrow('16 bytes');
  });

  it('[COD-2] a call code is 12 letters, finds a wrong letter and a swap, and is never a recovery code', () => {
    const call = fc
      .uint8Array({ minLength: 7, maxLength: 7 })
      .map((bytes) => bytes.fill(bytes[0]! & 3, 0, 1));
    fc.assert(
      fc.property(call, (bytes) => {
        const code = writeCallCode(bytes);
        expect(groupCode(code)).toMatch(/^\w{4} \w{4} \w{4}$/);
        expect(readCallCode(groupCode(code).toLowerCase())).toEqual({ ok: true, value: bytes });
        expect(readRecoveryCode(code).ok).toBe(false);
        for (let at = 0; at < 12; at++) {
          const other = LETTERS[(LETTERS.indexOf(code[at]!) + 1 + (at % 31)) % 32]!;
          expect(readCallCode(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false);
          const swapped = code.slice(0, at) + (code[at + 1] ?? '') + code[at]! + code.slice(at + 2);
          if (swapped !== code) expect(readCallCode(swapped).ok).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
    expect(() => writeCallCode(new Uint8Array(7).fill(255))).toThrow();
    expect(() => writeCallCode(new Uint8Array(6))).toThrow();
  });
});
