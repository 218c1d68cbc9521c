import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import { decodeCbor, encodeCbor } from '@holdfast/protocol';
import type { StorageFailure, Write } from '@holdfast/sync';
import type { Protection } from '@holdfast/vault';
import { createLock, lockProtection, openLock, pinWait } from '@holdfast/vault';
import * as v from 'valibot';
import type { UnlockFailure } from './api.ts';
import { LOCK_KEY } from './device-file.ts';
import type { ClientEnv } from './env.ts';

const TRIES_KEY = 'pin-tries';
const triesSchema = v.object({ wrong: v.number(), lastAt: v.number() });

/** The lock of this phone: the local key under the phone's own key and, where one is set, a PIN whose wrong tries count. */
export class PhoneLock {
  readonly #env: Pick<ClientEnv, 'storage' | 'primitives' | 'deviceKey' | 'clock'>;

  constructor(env: Pick<ClientEnv, 'storage' | 'primitives' | 'deviceKey' | 'clock'>) {
    this.#env = env;
  }

  /** How the account on this phone is protected; 'none' where there is no account, 'lost' where the phone's key is gone. */
  async state(): Promise<Result<Protection | 'none' | 'lost', StorageFailure>> {
    const { storage, deviceKey } = this.#env;
    const lock = await storage.get(LOCK_KEY);
    if (!lock.ok) return lock;
    if (!lock.value) return ok('none');
    const protection = await lockProtection(deviceKey, lock.value);
    return ok(protection.ok ? protection.value : 'lost');
  }

  /** The local key. A wrong PIN is counted; 'unknown' where there is no lock. */
  async open(pin: string | undefined): Promise<Result<Uint8Array, UnlockFailure>> {
    const { primitives, storage, deviceKey } = this.#env;
    const wait = await this.wait();
    if (wait > 0) return err({ code: 'wait', wait });
    const lock = await storage.get(LOCK_KEY);
    if (!lock.ok) return err({ code: lock.error });
    if (!lock.value) return err({ code: 'unknown' });
    const opened = await openLock(primitives, deviceKey, lock.value, pin);
    if (opened.ok) return opened;
    return opened.error === 'lost' ? err({ code: 'lost' }) : this.#wrong();
  }

  /** Another PIN, or none, before the same local key. */
  async set(localKey: Uint8Array, pin: string | undefined): Promise<Result<void, StorageFailure>> {
    const { primitives, storage, deviceKey } = this.#env;
    const lock = await createLock(primitives, deviceKey, localKey, pin);
    return storage.commit([{ key: LOCK_KEY, value: lock }]);
  }

  /** What a new lock without a PIN consists of. Wrong tries at one that it replaces are forgotten. */
  async writes(localKey: Uint8Array): Promise<Write[]> {
    const { primitives, deviceKey } = this.#env;
    const lock = await createLock(primitives, deviceKey, localKey, undefined);
    return [
      { key: LOCK_KEY, value: lock },
      { key: TRIES_KEY, value: undefined },
    ];
  }

  /** Seconds until another PIN may be tried; 0 for at once. */
  async wait(): Promise<number> {
    const { wrong, lastAt } = await this.#tries();
    const waited = (this.#env.clock.now() - lastAt) / 1000;
    // A clock set back must not lock anyone out for years.
    return waited < 0 ? 0 : Math.max(0, Math.ceil(pinWait(wrong) - waited));
  }

  /** Writes only where there were wrong ones: a durable write is the slowest step of opening. */
  async forgetTries(): Promise<Result<void, StorageFailure>> {
    const { wrong } = await this.#tries();
    return wrong === 0 ? ok(undefined) : this.#env.storage.commit([{ key: TRIES_KEY, value: undefined }]);
  }

  async #tries(): Promise<v.InferOutput<typeof triesSchema>> {
    const stored = await this.#env.storage.get(TRIES_KEY);
    const value = stored.ok && stored.value ? decodeCbor(stored.value) : undefined;
    const parsed = value?.ok ? v.safeParse(triesSchema, value.value) : undefined;
    return parsed?.success ? parsed.output : { wrong: 0, lastAt: 0 };
  }

  async #wrong(): Promise<Result<never, UnlockFailure>> {
    const { storage, clock } = this.#env;
    const wrong = (await this.#tries()).wrong + 1;
    const value = encodeCbor({ wrong, lastAt: clock.now() });
    const stored = await storage.commit([{ key: TRIES_KEY, value }]);
    return err(stored.ok ? { code: 'wrong-pin', wait: pinWait(wrong) } : { code: stored.error });
  }
}
