import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareBytes,
  concat,
  equalBytes,
  fromBase64Url,
  fromHex,
  toBase64Url,
  toHex,
  u32,
  utf8,
} from './bytes.ts';

describe('bytes', () => {
  it('writes base64url as Node does and reads it back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
    );
  });

  it('refuses base64url with padding, foreign letters or stray bits', () => {
    for (const bad of ['AA==', 'A', 'A+', 'AB', 'AAB']) expect(fromBase64Url(bad)).toBeUndefined();
  });

  it('round-trips hexadecimal text', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromHex(toHex(bytes))).toEqual(bytes);
      }),
    );
    expect(() => fromHex('zz')).toThrow('hexadecimal');
  });

  it('orders and compares as byte strings', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        expect(Math.sign(compareBytes(a, b))).toBe(Math.sign(Buffer.compare(a, b)));
        expect(equalBytes(a, b)).toBe(Buffer.compare(a, b) === 0);
      }),
    );
  });

  it('writes text as an encoder does, whatever its length and its letters', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ maxLength: 80 }));
    fc.assert(
      fc.property(text, (value) => {
        expect(utf8(value)).toEqual(new TextEncoder().encode(value));
      }),
    );
    expect(utf8('\ud800')).toEqual(new TextEncoder().encode('\ud800'));
  });

  it('joins parts in order', () => {
    expect(concat(u32(1), new Uint8Array([9]))).toEqual(new Uint8Array([0, 0, 0, 1, 9]));
  });
});
