import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';

/**
 * [COD-1] The recovery code: 128 random bits as 26 letters of Crockford's base 32, then 2 check letters.
 * The check is the number modulo 1021, the largest prime below 32²: it finds every single wrong letter and every
 * swap of neighbours, and needs no cryptography, so that a slip of the pen is named while typing.
 */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PRIME = 1021n;
export const CODE_LENGTH = 28;

export function writeRecoveryCode(secret: Uint8Array): string {
  if (secret.length !== 16) throw new Error('A recovery secret is 16 bytes');
  let value = 0n;
  for (const byte of secret) value = (value << 8n) | BigInt(byte);
  return letters(value, 26) + letters(value % PRIME, 2);
}

/** Seven groups of four, as printed. */
export const groupCode = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? '';

export type CodeDefect =
  | { readonly code: 'letter'; readonly letter: string }
  | { readonly code: 'length'; readonly have: number }
  | { readonly code: 'check' };

/** Reads what a person typed: any case, spaces and dashes anywhere, O for 0, I and L for 1. */
export function readRecoveryCode(typed: string): Result<Uint8Array, CodeDefect> {
  const code = typed
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const foreign = [...code].find((letter) => !LETTERS.includes(letter));
  if (foreign !== undefined) return err({ code: 'letter', letter: foreign });
  if (code.length !== CODE_LENGTH) return err({ code: 'length', have: code.length });
  const value = number(code.slice(0, 26));
  if (value >> 128n !== 0n || value % PRIME !== number(code.slice(26))) return err({ code: 'check' });
  const out = new Uint8Array(16);
  for (let i = 0; i < 16; i++) out[15 - i] = Number((value >> BigInt(8 * i)) & 255n);
  return ok(out);
}

function letters(value: bigint, length: number): string {
  let text = '';
  for (let i = length - 1; i >= 0; i--) text += LETTERS[Number((value >> BigInt(5 * i)) & 31n)]!;
  return text;
}

function number(text: string): bigint {
  let value = 0n;
  for (const letter of text) value = (value << 5n) | BigInt(LETTERS.indexOf(letter));
  return value;
}
