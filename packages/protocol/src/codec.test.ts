import { describe, expect, it } from 'vitest';
import { encodeCbor } from './codec.ts';

describe('encodeCbor', () => {
  it.each([0, 1, 50, 120, 200, 300, 5_000])(
    'gives plain bytes in a buffer of their own, for texts of %i letters',
    (length) => {
      const bytes = encodeCbor('x'.repeat(length));
      expect(Object.getPrototypeOf(bytes)).toBe(Uint8Array.prototype);
      expect(bytes.buffer.byteLength).toBe(bytes.length);
    },
  );
});
