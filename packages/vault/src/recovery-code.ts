import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';

/**
 * [COD-1] The recovery code: 128 random bits as 26 letters of Crockford's base 32, then 2 check letters.
 * [COD-2] The call code: 50 random bits as 10 letters and 2 check letters, short enough to be read out on a call.
 * The check is the number modulo 1021, the largest prime below 32²: it finds every single wrong letter and every
 * swap of neighbours, and needs no cryptography, so that a slip of the pen is named while typing.
 */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PRIME = 1021n;
export const CODE_LENGTH = 28;

/** A kind of code: so many letters before the check, which hold a number of so many bits, kept in so many bytes. */
interface Kind {
  readonly letters: number;
  readonly bits: bigint;
  readonly bytes: number;
}
const RECOVERY: Kind = { letters: 26, bits: 128n, bytes: 16 };
const CALL: Kind = { letters: 10, bits: 50n, bytes: 7 };

export const writeRecoveryCode = (secret: Uint8Array): string => write(RECOVERY, secret);
/** [COD-2] From 7 bytes, of which the first 6 bits are zero. */
export const writeCallCode = (code: Uint8Array): string => write(CALL, code);

function write({ letters: length, bits, bytes }: Kind, secret: Uint8Array): string {
  let value = 0n;
  for (const byte of secret) value = (value << 8n) | BigInt(byte);
  if (secret.length !== bytes || value >> bits !== 0n)
    throw new Error(`The bytes of a code are ${bytes} bytes`);
  return letters(value, length) + letters(value % PRIME, 2);
}

/** Groups of four, as printed. */
export const groupCode = (code: string): string => code.replace(/.{4}(?=.)/g, '$& ');

export type CodeDefect =
  | { readonly code: 'letter'; readonly letter: string }
  | { readonly code: 'length'; readonly have: number }
  | { readonly code: 'check' };

/** Reads what a person typed: any case, spaces and dashes anywhere, O for 0, I and L for 1. */
export const readRecoveryCode = (typed: string): Result<Uint8Array, CodeDefect> => read(RECOVERY, typed);
export const readCallCode = (typed: string): Result<Uint8Array, CodeDefect> => read(CALL, typed);

function read({ letters: length, bits, bytes }: Kind, typed: string): Result<Uint8Array, CodeDefect> {
  const code = typed
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const foreign = [...code].find((letter) => !LETTERS.includes(letter));
  if (foreign !== undefined) return err({ code: 'letter', letter: foreign });
  if (code.length !== length + 2) return err({ code: 'length', have: code.length });
  const value = number(code.slice(0, length));
  if (value >> bits !== 0n || value % PRIME !== number(code.slice(length))) return err({ code: 'check' });
  return ok(
    Uint8Array.from({ length: bytes }, (_, i) => Number((value >> BigInt(8 * (bytes - 1 - i))) & 255n)),
  );
}

function letters(value: bigint, length: number): string {
  const at = (i: number) => LETTERS[Number((value >> BigInt(5 * (length - 1 - i))) & 31n)];
  return Array.from({ length }, (_, i) => at(i)).join('');
}

function number(text: string): bigint {
  let value = 0n;
  for (const letter of text) value = (value << 5n) | BigInt(LETTERS.indexOf(letter));
  return value;
}
