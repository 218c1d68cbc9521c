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
    const [fake, real] = [fakePrimitives(seededRandom(2)), await sodiumPrimitives(seededRandom(2))];
    const best = { fake: Infinity, real: Infinity };
    // The machine may be busy with other things, so the best of several turns counts; one good pair is enough.
    for (let turn = 0; turn < 20 && !(turn > 2 && best.real / best.fake > 20); turn++) {
      best.fake = Math.min(best.fake, perRound(fake, 2000));
      best.real = Math.min(best.real, perRound(real, 100));
    }
    expect(best.real / best.fake).toBeGreaterThan(20);
  });
});

/** Milliseconds a round. */
function perRound(p: Primitives, rounds: number): number {
  const keys = p.signKeys(p.random(32));
  const [key, nonce, ad, text] = [p.random(32), p.random(24), p.random(132), p.random(256)];
  const from = performance.now();
  for (let i = 0; i < rounds; i++) {
    const signature = p.sign(keys, text);
    if (!p.verify(keys.publicKey, text, signature)) throw new Error('refused');
    if (!p.aeadOpen(key, nonce, ad, p.aeadSeal(key, nonce, ad, text))) throw new Error('refused');
  }
  return (performance.now() - from) / rounds;
}
