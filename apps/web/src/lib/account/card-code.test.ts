import { readRecoveryCode, writeRecoveryCode } from '@holdfast/vault/recovery-code';
import { expect, test } from 'vitest';
import { codePart, groupToCheck, spaced } from './card-code.ts';

const code = writeRecoveryCode(Uint8Array.from({ length: 16 }, (_, i) => i * 7));

test('[COD-1] the letters are found in typed text and in a scanned card', () => {
  expect(codePart(` ${code}.AAAAAAAAAAAAAAAAAAAAAA\n`)).toBe(code);
  expect(readRecoveryCode(codePart(spaced(code).toLowerCase())).ok).toBe(true);
});

test('[COD-1] groups are of four letters, seven of them', () => {
  expect(
    spaced(code)
      .split(' ')
      .map((group) => group.length),
  ).toEqual([4, 4, 4, 4, 4, 4, 4]);
});

test('every group but the first may be asked for, and none beyond the last', () => {
  const asked = new Set(Array.from({ length: 100 }, (_, i) => groupToCheck(i / 100)));
  expect([...asked].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(groupToCheck(0.999_999)).toBe(6);
});
