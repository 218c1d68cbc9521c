import { concat, seededRandom } from '@holdfast/base';
import { decodeCbor, encodeCbor } from '@holdfast/protocol';
import { describe, expect, it } from 'vitest';
import { openBox, sealBox } from './keys.ts';
import type { DeviceKey } from './local-lock.ts';
import { createLock, lockProtection, openLocal, openLock, pinWait, sealLocal } from './local-lock.ts';
import { flipped } from './primitives-contract.ts';
import type { Primitives } from './primitives.ts';
import { sodiumPrimitives } from './sodium.ts';

const p = await sodiumPrimitives(seededRandom(101));
const none = new Uint8Array(0);

function deviceKey(): DeviceKey & { lose(): void } {
  let key: Uint8Array | undefined = p.random(32);
  return {
    wrap: async (bytes) => sealBox(p, key!, none, bytes),
    unwrap: async (bytes) => key && openBox(p, key, none, bytes),
    lose: () => (key = undefined),
  };
}
interface Lock {
  protection: string;
  salt: Uint8Array;
  slots: [Uint8Array, Uint8Array];
}
const change = async (device: DeviceKey, stored: Uint8Array, edit: (lock: Lock) => unknown) => {
  const value = decodeCbor((await device.unwrap(stored))!);
  if (!value.ok) throw new Error('own lock');
  return device.wrap(encodeCbor(edit(value.value as Lock) as never));
};

describe('local lock', () => {
  it('[LOC-1] [LOC-2] opens with the PIN it was set with and no other', async () => {
    const device = deviceKey();
    const localKey = p.random(32);
    const stored = await createLock(p, device, localKey, '482910');
    expect(await lockProtection(device, stored)).toEqual({ ok: true, value: 'pin' });
    expect(await openLock(p, device, stored, '482910')).toEqual({ ok: true, value: localKey });
    for (const pin of ['482911', '48291', '4829100', '', undefined])
      expect(await openLock(p, device, stored, pin)).toEqual({ ok: false, error: 'wrong-pin' });
  });

  it('[LOC-1] [LOC-2] without a PIN it is as safe as the phone: the device key alone opens it', async () => {
    const device = deviceKey();
    const localKey = p.random(32);
    const stored = await createLock(p, device, localKey, undefined);
    expect(await lockProtection(device, stored)).toEqual({ ok: true, value: 'phone' });
    expect(await openLock(p, device, stored, undefined)).toEqual({ ok: true, value: localKey });
    device.lose();
    expect(await openLock(p, device, stored, undefined)).toEqual({ ok: false, error: 'lost' });
    expect(await lockProtection(device, stored)).toEqual({ ok: false, error: 'lost' });
  });

  it('[LOC-1] ATK-32 both slots and both kinds of lock are the same size', async () => {
    const device = deviceKey();
    const sizes = new Set<number>();
    for (const pin of ['482910', '1234', undefined]) {
      const stored = await createLock(p, device, p.random(32), pin);
      await change(device, stored, (lock) => {
        for (const slot of lock.slots) sizes.add(slot.length);
        return lock;
      });
    }
    expect([...sizes]).toEqual([72]);
  });

  it('[LOC-1] ATK-32 neither slot shows by its bytes whether it is used', async () => {
    const device = deviceKey();
    const counts = [new Uint32Array(256), new Uint32Array(256)];
    // A PIN would cost a password hash each time; what fills the two slots is drawn the same way without one.
    for (let n = 0; n < 1_000; n++)
      await change(device, await createLock(p, device, p.random(32), undefined), (lock) => {
        for (const [i, slot] of lock.slots.entries()) for (const byte of slot) counts[i]![byte]! += 1;
        return lock;
      });
    const expected = (1_000 * 72) / 256;
    for (const count of counts) {
      const chi2 = count.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
      // 255 degrees of freedom: 99.99 of 100 even draws lie between these.
      expect(chi2).toBeGreaterThan(175);
      expect(chi2).toBeLessThan(350);
    }
  });

  it('[LOC-2] ATK-32 a wrong PIN takes the same work as a right one', async () => {
    const device = deviceKey();
    const work = { hash: 0, open: 0 };
    const counting: Primitives = {
      ...p,
      passwordHash: (...args) => (work.hash++, p.passwordHash(...args)),
      aeadOpen: (...args) => (work.open++, p.aeadOpen(...args)),
    };
    const stored = await createLock(p, device, p.random(32), '482910');
    for (const pin of ['482910', '000000', undefined]) {
      Object.assign(work, { hash: 0, open: 0 });
      await openLock(counting, device, stored, pin);
      expect(work).toEqual({ hash: 1, open: 2 });
    }
    // Where there is no PIN, nothing is to be slowed down, least of all an old phone.
    const bare = await createLock(p, device, p.random(32), undefined);
    Object.assign(work, { hash: 0, open: 0 });
    expect((await openLock(counting, device, bare, undefined)).ok).toBe(true);
    expect(work).toEqual({ hash: 0, open: 2 });
  });

  it('[LOC-2] a damaged lock, a foreign one or changed slots never give a key', async () => {
    const device = deviceKey();
    const stored = await createLock(p, device, p.random(32), '482910');
    expect(await openLock(p, deviceKey(), stored, '482910')).toEqual({ ok: false, error: 'lost' });
    expect(await openLock(p, device, flipped(stored, 60, 0), '482910')).toEqual({ ok: false, error: 'lost' });
    const edits: [(lock: Lock) => unknown, string][] = [
      [(lock) => ({ ...lock, slots: [flipped(lock.slots[0], 30, 0), lock.slots[1]] }), 'wrong-pin'],
      [(lock) => ({ ...lock, slots: [lock.slots[1], lock.slots[1]] }), 'wrong-pin'],
      [(lock) => ({ ...lock, salt: p.random(16) }), 'wrong-pin'],
      [(lock) => ({ ...lock, protection: 'phone' }), 'wrong-pin'],
      [(lock) => ({ ...lock, slots: [lock.slots[0]] }), 'lost'],
      [(lock) => ({ ...lock, slots: [lock.slots[0], lock.slots[1].subarray(1)] }), 'lost'],
      [(lock) => ({ ...lock, protection: 'none' }), 'lost'],
      [(lock) => ({ ...lock, cost: 'A' }), 'lost'],
    ];
    for (const [edit, error] of edits)
      expect(await openLock(p, device, await change(device, stored, edit), '482910')).toEqual({
        ok: false,
        error,
      });
    const swapped = await change(device, stored, (lock) => ({
      ...lock,
      slots: [lock.slots[1], lock.slots[0]],
    }));
    expect((await openLock(p, device, swapped, '482910')).ok).toBe(true);
  });

  it('[LOC-3] an entry opens under its own name and the local key only', () => {
    const key = p.random(32);
    const box = sealLocal(p, key, 'outbox/1', new Uint8Array([1, 2, 3]));
    expect(openLocal(p, key, 'outbox/1', box)).toEqual(new Uint8Array([1, 2, 3]));
    expect(openLocal(p, key, 'outbox/2', box)).toBeUndefined();
    expect(openLocal(p, p.random(32), 'outbox/1', box)).toBeUndefined();
    expect(openLocal(p, key, 'outbox/1', concat(box, new Uint8Array(1)))).toBeUndefined();
  });

  it('[LOC-4] waits grow from the fourth wrong PIN and never beyond 15 minutes', () => {
    const waits = Array.from({ length: 9 }, (_, wrong) => pinWait(wrong));
    expect(waits).toEqual([0, 0, 0, 30, 60, 300, 900, 900, 900]);
    expect(pinWait(1_000_000)).toBe(900);
  });
});
