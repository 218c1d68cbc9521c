import { systemRandom } from '@holdfast/base';
import { expect, it } from 'vitest';
import { primitivesContract } from './primitives-contract.ts';
import { sodiumPrimitives } from './sodium.ts';

primitivesContract('libsodium', () => sodiumPrimitives(systemRandom));

it('[PRI-3] a ciphertext for which there is no memory gets no verdict', async () => {
  const p = await sodiumPrimitives(systemRandom);
  const [key, nonce, ad] = [new Uint8Array(32), new Uint8Array(24), new Uint8Array(0)];
  // More than its WebAssembly can ever hold; none of it is touched here.
  const large = new Uint8Array(2 ** 31);
  expect(() => p.aeadOpen(key, nonce, ad, large)).toThrow('memory');
  expect(p.aeadOpen(key, nonce, ad, new Uint8Array(100))).toBeUndefined();
});
