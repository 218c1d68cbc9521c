import type { Result } from '@holdfast/base';
import { EMPTY, err, ok } from '@holdfast/base';
import { bytesSchema, byteString, decodeCbor, encodeCbor } from '@holdfast/protocol';
import type { Storage, StorageFailure, Write } from '@holdfast/sync';
import type { AccountVault, Primitives } from '@holdfast/vault';
import { decodeVault, encodeVault, openLocal, sealLocal } from '@holdfast/vault';
import * as v from 'valibot';

/** What this device keeps of itself, sealed under the local key. */
export const deviceSchema = v.strictObject({
  /** Seed of the device key, which signs everything written here. */
  seed: bytesSchema(32),
  /** This device's own unlock secret. */
  unlockSecret: bytesSchema(32),
  /** Account version at the server that this device last saw; 0 before the account was registered. */
  version: v.number(),
  /** Hash of the sealed vault that the server had at that version; empty where it is not known. */
  copy: v.optional(byteString, EMPTY),
  /** Server generation last seen; empty before. */
  generation: v.string(),
  /** Device ids the person has said are theirs, or that were there when this one joined. */
  acknowledged: v.array(v.string()),
  /** Something contradicted what was known of an account or a space. Sharing stays stopped, across restarts. */
  alarm: v.boolean(),
  /** The account is being removed from the server: nothing is sent any more but that. */
  leaving: v.optional(v.boolean(), false),
  /** The server went back under this generation without saying so: how often, and when that was last noticed. */
  setBack: v.optional(v.strictObject({ generation: v.string(), times: v.number(), at: v.number() }), {
    generation: '',
    times: 0,
    at: 0,
  }),
  /** Trusted people let this device in, and the circle was not told yet. */
  cameBack: v.optional(v.boolean(), false),
});
export type DeviceFile = v.InferOutput<typeof deviceSchema>;

export const LOCK_KEY = 'lock';
const DEVICE_KEY = 'a/device';
const VAULT_KEY = 'a/vault';

/** Storage entries that keep device and vault. */
export function accountWrites(
  p: Primitives,
  localKey: Uint8Array,
  device: DeviceFile,
  vault: AccountVault,
): Write[] {
  return [
    { key: DEVICE_KEY, value: sealLocal(p, localKey, DEVICE_KEY, encodeCbor(device)) },
    { key: VAULT_KEY, value: sealLocal(p, localKey, VAULT_KEY, encodeVault(vault)) },
  ];
}

/** Reads them back; 'gone' when the storage no longer holds both. */
export async function readAccount(
  p: Primitives,
  localKey: Uint8Array,
  storage: Storage,
): Promise<Result<{ device: DeviceFile; vault: AccountVault }, StorageFailure>> {
  const deviceBox = await storage.get(DEVICE_KEY);
  if (!deviceBox.ok) return deviceBox;
  const vaultBox = await storage.get(VAULT_KEY);
  if (!vaultBox.ok) return vaultBox;
  const deviceBytes = deviceBox.value && openLocal(p, localKey, DEVICE_KEY, deviceBox.value);
  const vaultBytes = vaultBox.value && openLocal(p, localKey, VAULT_KEY, vaultBox.value);
  const deviceValue = deviceBytes && decodeCbor(deviceBytes);
  const device = deviceValue?.ok ? v.safeParse(deviceSchema, deviceValue.value) : undefined;
  const vault = vaultBytes && decodeVault(vaultBytes);
  return device?.success && vault ? ok({ device: device.output, vault }) : err('gone');
}
