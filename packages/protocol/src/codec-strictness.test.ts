import { fromHex } from '@holdfast/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CborValue } from './codec.ts';
import { decodeCbor, encodeCbor } from './codec.ts';

const read = (hex: string) => decodeCbor(fromHex(hex.replaceAll(' ', '')));
const malformed = { ok: false, error: 'malformed' };

const { value } = fc.letrec<{ value: CborValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(null, true, false),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    fc.string({ unit: 'grapheme' }),
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(
      fc.string({ maxLength: 8 }).filter((key) => key !== '__proto__'),
      tie('value'),
      {
        maxKeys: 5,
        noNullPrototype: true,
      },
    ),
  ),
}));

describe('codec', () => {
  it('[COD-1] gives back what was encoded, and encodes it one way', () => {
    fc.assert(
      fc.property(value, (original) => {
        const bytes = encodeCbor(original);
        const decoded = decodeCbor(bytes);
        expect(decoded).toEqual({ ok: true, value: original });
        if (decoded.ok) expect(encodeCbor(decoded.value as CborValue)).toEqual(bytes);
      }),
    );
  });

  it('[COD-1] the order in which fields were set does not show', () => {
    expect(encodeCbor({ b: 1, a: 2, ccc: 3 })).toEqual(encodeCbor({ ccc: 3, a: 2, b: 1 }));
  });

  it.each([
    ['nothing at all', ''],
    ['a second value after the first', '01 01'],
    ['a cut text', '63 61 62'],
    ['a cut list', '82 01'],
    ['a cut map', 'a1 61 61'],
    ['a repeated key', 'a2 61 61 01 61 61 02'],
    ['a key that is not text', 'a1 01 02'],
    ['an indefinite text', '7f 61 61 ff'],
    ['indefinite bytes', '5f 41 00 ff'],
    ['an indefinite list', '9f 01 ff'],
    ['an indefinite map', 'bf 61 61 01 ff'],
    ['a stray end mark', 'ff'],
    ['a tag', 'c0 61 61'],
    ['a tagged large number', 'c2 41 01'],
    ['undefined', 'f7'],
    ['a simple value without meaning', 'e0'],
    ['NaN', 'f9 7e 00'],
    ['infinity', 'f9 7c 00'],
    ['minus infinity in eight bytes', 'fb ff f0 00 00 00 00 00 00'],
    ['a number longer than it needs to be', '18 01'],
    ['a number of four bytes for one', '1a 00 00 00 01'],
    ['a length longer than it needs to be', '58 01 00'],
    ['a number beyond 2^53', '1b 00 20 00 00 00 00 00 00'],
    ['a number beyond -2^53', '3b 00 20 00 00 00 00 00 00'],
    ['a list that claims 2^32 entries', '9a ff ff ff ff 01'],
    ['bytes that claim 2^40', '5b 00 00 01 00 00 00 00 00'],
    ['reserved length bits', '1c'],
  ])('[COD-1] refuses %s', (_, hex) => {
    expect(read(hex)).toEqual(malformed);
  });

  it('[COD-1] refuses nesting that no stack holds', () => {
    expect(decodeCbor(new Uint8Array(200_000).fill(0x81))).toEqual(malformed);
  });

  it('[COD-1] a field called __proto__ is a field and nothing more', () => {
    const decoded = read('a1 69 5f5f70726f746f5f5f a1 62 6f70 61 78');
    if (!decoded.ok) throw new Error(decoded.error);
    expect(Object.keys(decoded.value as object)).toEqual(['__proto__']);
    expect((decoded.value as { op?: string }).op).toBeUndefined();
    expect(({} as { op?: string }).op).toBeUndefined();
  });

  it('[COD-1] any bytes give a value or a refusal, never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        expect(typeof decodeCbor(noise).ok).toBe('boolean');
      }),
      { numRuns: 2000 },
    );
  });

  it('[COD-1] a decoded byte string does not share memory with what it was read from', () => {
    const source = encodeCbor([new Uint8Array([1, 2, 3])]);
    const decoded = decodeCbor(source);
    source.fill(0);
    expect(decoded).toEqual({ ok: true, value: [new Uint8Array([1, 2, 3])] });
  });
});
