import type { Primitives } from '@holdfast/vault';
import { seededRandom } from '@holdfast/base';
import { primitivesContract } from '@holdfast/vault/primitives-contract';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { describe, expect, it } from 'vitest';
import { fakePrimitives } from './fake-primitives.ts';

primitivesContract('fake', async () => fakePrimitives(seededRandom(1)));

describe('fake primitives', () => {
  it('repeat themselves for the same seed', () => {
    const run = () => {
      const p = fakePrimitives(seededRandom(3));
      return [p.random(8), p.kemEncapsulate(p.kemPublicKey(new Uint8Array(32)))!.ciphertext];
    };
    expect(run()).toEqual(run());
  });

  it('are at least 20 times faster than libsodium at signing, verifying, sealing and opening 256 bytes', async () => {
    const fake = perRound(fakePrimitives(seededRandom(2)), 4000);
    const real = perRound(await sodiumPrimitives(seededRandom(2)), 200);
    expect(real / fake).toBeGreaterThan(20);
  });
});

/** Milliseconds a round, the best of five series: the machine may be busy with other things. */
function perRound(p: Primitives, rounds: number): number {
  const keys = p.signKeys(p.random(32));
  const [key, nonce, ad, text] = [p.random(32), p.random(24), p.random(132), p.random(256)];
  let best = Infinity;
  for (let series = 0; series < 5; series++) {
    const from = performance.now();
    for (let i = 0; i < rounds; i++) {
      const signature = p.sign(keys, text);
      if (!p.verify(keys.publicKey, text, signature)) throw new Error('refused');
      if (!p.aeadOpen(key, nonce, ad, p.aeadSeal(key, nonce, ad, text))) throw new Error('refused');
    }
    best = Math.min(best, (performance.now() - from) / rounds);
  }
  return best;
}
