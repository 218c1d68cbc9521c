import { seededRandom, TestClock, unwrap } from '@holdfast/base';
import type { Transport } from '@holdfast/sync';
import { FakeServer } from '@holdfast/testing/fake-server';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import { phone } from '@holdfast/testing/household';
import { expect, it } from 'vitest';

it('a round that broke is not the last one: what was written goes out with the next', async () => {
  const primitives = fakePrimitives(seededRandom(3));
  const clock = new TestClock();
  const { sha256, verify } = primitives;
  const real = new FakeServer({ random: seededRandom(4), clock, sha256, verify }).transportFor();
  let broken = false;
  const transport: Transport = {
    origin: real.origin,
    call: async (...args) => {
      if (broken) throw new Error('No memory was left');
      return real.call(...args);
    },
    live: (...args) => real.live(...args),
  };
  const { api } = phone({ primitives, transport, clock });
  unwrap(await api.start('own', '2026-11-26'));
  unwrap(await api.sync());
  unwrap(await api.save('person', { name: 'Maria', number: '086 123' }));
  broken = true;
  const [one, other] = await Promise.allSettled([api.sync(), api.sync()]);
  expect([one.status, other.status]).toEqual(['rejected', 'rejected']);
  expect((await api.status()).onlyHere).toBe(1);
  broken = false;
  unwrap(await api.sync());
  expect((await api.status()).onlyHere).toBe(0);
});
