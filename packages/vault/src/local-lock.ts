import type { Result } from '@holdfast/base';
import { concat, err, ok, utf8 } from '@holdfast/base';
import { bytesSchema, decodeCbor, encodeCbor } from '@holdfast/protocol';
import * as v from 'valibot';
import { deriveKey, openBox, sealBox } from './keys.ts';
import { KDF } from './labels.ts';
import type { Primitives } from './primitives.ts';

/**
 * The lock on this phone. A random local key seals what the phone keeps in its own words: keys, outbox, snapshots.
 * The local key lies in one of two slots of equal size (an unused slot is random bytes), opened by the PIN or, when
 * there is none, by nothing more than the phone. Both lie inside a key that the browser will not export.
 * What this is worth: a PIN keeps a curious person out. It does not stop someone who copies the storage and guesses.
 */
export interface DeviceKey {
  /** Seals with a key that cannot leave this browser. */
  wrap(bytes: Uint8Array): Promise<Uint8Array>;
  /** Undefined when the key is gone or the bytes are not its own. */
  unwrap(bytes: Uint8Array): Promise<Uint8Array | undefined>;
}

const SLOT = 24 + 32 + 16;
const lockSchema = v.strictObject({
  protection: v.picklist(['phone', 'pin']),
  salt: bytesSchema(16),
  slots: v.strictTuple([bytesSchema(SLOT), bytesSchema(SLOT)]),
});
type Lock = v.InferOutput<typeof lockSchema>;
export type Protection = Lock['protection'];

const slotAd = utf8('hf1/slot');

function slotKey(
  p: Primitives,
  protection: Protection,
  pin: string | undefined,
  salt: Uint8Array,
): Uint8Array {
  const secret = protection === 'pin' ? p.passwordHash(utf8(pin ?? ''), salt, 'local') : salt;
  return deriveKey(p, secret, KDF.slot, utf8(protection));
}

/** [LOC-1] The stored lock for a local key; `pin` undefined leaves it to the phone's own lock. */
export async function createLock(
  p: Primitives,
  device: DeviceKey,
  localKey: Uint8Array,
  pin: string | undefined,
): Promise<Uint8Array> {
  const protection: Protection = pin === undefined ? 'phone' : 'pin';
  const salt = p.random(16);
  const own = sealBox(p, slotKey(p, protection, pin, salt), slotAd, localKey);
  const lock: Lock = { protection, salt, slots: [own, p.random(SLOT)] };
  return device.wrap(encodeCbor(lock));
}

async function readLock(device: DeviceKey, stored: Uint8Array): Promise<Lock | undefined> {
  const bytes = await device.unwrap(stored);
  const value = bytes && decodeCbor(bytes);
  const parsed = value?.ok ? v.safeParse(lockSchema, value.value) : undefined;
  return parsed?.success ? parsed.output : undefined;
}

/** What protects this phone, or 'lost' when the browser no longer has the key that holds the lock. */
export async function lockProtection(
  device: DeviceKey,
  stored: Uint8Array,
): Promise<Result<Protection, 'lost'>> {
  const lock = await readLock(device, stored);
  return lock ? ok(lock.protection) : err('lost');
}

/** [LOC-2] The local key. Every slot is tried every time, so that the time taken does not tell which one fits. */
export async function openLock(
  p: Primitives,
  device: DeviceKey,
  stored: Uint8Array,
  pin: string | undefined,
): Promise<Result<Uint8Array, 'wrong-pin' | 'lost'>> {
  const lock = await readLock(device, stored);
  if (!lock) return err('lost');
  const key = slotKey(p, lock.protection, pin, lock.salt);
  const opened = lock.slots.map((slot) => openBox(p, key, slotAd, slot));
  const found = opened.find((bytes) => bytes?.length === 32);
  return found ? ok(found) : err('wrong-pin');
}

/** [LOC-3] Seals a local entry; its name is bound to it, so that entries cannot be exchanged. */
export const sealLocal = (p: Primitives, localKey: Uint8Array, name: string, bytes: Uint8Array): Uint8Array =>
  sealBox(p, localKey, concat(utf8('hf1/local\0'), utf8(name)), bytes);
export const openLocal = (
  p: Primitives,
  localKey: Uint8Array,
  name: string,
  box: Uint8Array,
): Uint8Array | undefined => openBox(p, localKey, concat(utf8('hf1/local\0'), utf8(name)), box);

/**
 * [LOC-4] Seconds to wait before another try after a number of wrong PINs in a row: nothing for the first three,
 * then 30 s, 1 min, 5 min and at most 15 min. Nothing is ever wiped.
 */
export function pinWait(wrong: number): number {
  if (wrong < 3) return 0;
  return [30, 60, 300, 900][Math.min(wrong - 3, 3)]!;
}
