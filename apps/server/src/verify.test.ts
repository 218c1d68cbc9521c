import { fromHex, utf8 } from '@holdfast/base';
import { keyOf } from '@holdfast/testing/server-contract-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Verify } from './verify.ts';
import { loadVerify } from './verify.ts';

/** Points of small order on edwards25519, in all their encodings (RFC 7748 and "Taming the many EdDSAs", table 5). */
const SMALL_ORDER = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
];
/** The order of the base point, little-endian: adding it to S gives a second writing of a signature. */
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

describe('verify', () => {
  let verify: Verify;
  const key = keyOf(new Uint8Array(32).fill(9));
  const message = utf8('a message');
  beforeAll(async () => {
    verify = await loadVerify();
  });

  it('[AUT-2] accepts what another library signed, and nothing bent', () => {
    const signature = key.sign(message);
    expect(verify(key.publicKey, message, signature)).toBe(true);
    for (let bit = 0; bit < 512; bit++) {
      const bent = signature.slice();
      bent[bit >> 3]! ^= 1 << (bit & 7);
      expect(verify(key.publicKey, message, bent)).toBe(false);
    }
    expect(verify(key.publicKey, utf8('another'), signature)).toBe(false);
    expect(verify(key.publicKey, message, signature.subarray(1))).toBe(false);
    expect(verify(key.publicKey.subarray(1), message, signature)).toBe(false);
  });

  it('[AUT-2] ATK-17 refuses keys of small order, for which anyone can forge', () => {
    for (const publicKey of SMALL_ORDER.map(fromHex)) {
      for (const r of SMALL_ORDER.map(fromHex)) {
        // S = 0 with a small-order R and key: holds for one message in eight, and under the identity for all.
        const forged = new Uint8Array(64);
        forged.set(r);
        expect(verify(publicKey, message, forged)).toBe(false);
      }
    }
  });

  it('[AUT-2] ATK-17 refuses the second writing of a signature', () => {
    const signature = key.sign(message);
    let s = 0n;
    for (let i = 63; i >= 32; i--) s = (s << 8n) | BigInt(signature[i]!);
    let more = s + L;
    const twin = signature.slice();
    for (let i = 32; i < 64; i++, more >>= 8n) twin[i] = Number(more & 255n);
    expect(verify(key.publicKey, message, twin)).toBe(false);
  });
});
