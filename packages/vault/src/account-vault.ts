import type { Result } from '@holdfast/base';
import { concat, equalBytes, err, idBytes, ok, u32, utf8 } from '@holdfast/base';
import type { AccountId, AccountKey } from '@holdfast/protocol';
import { accountIdOf, byteString, bytesSchema, decodeCbor, encodeCbor, idSchema } from '@holdfast/protocol';
import * as v from 'valibot';
import { deriveKey, openBox, sealBox } from './keys.ts';
import { KDF } from './labels.ts';
import type { Primitives } from './primitives.ts';
import type { Unlocked } from './unlock.ts';
import { methodRecord, methodSchema } from './unlock.ts';

const version = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/**
 * [VAU-1] What opens everything else: the root seed, the encryption seeds, the private space's keys and the public
 * part of every unlock method. It exists in the clear only in memory; the server and the phone keep it sealed.
 */
const accountVaultSchema = v.strictObject({
  rootSeed: bytesSchema(32),
  master: v.strictObject({ version, key: bytesSchema(32) }),
  encryptionSeeds: v.array(v.strictObject({ version, seed: bytesSchema(32) })),
  privateSpace: v.strictObject({
    spaceId: idSchema<'space'>(),
    genesis: byteString,
    epochs: v.array(
      v.strictObject({
        epoch: version,
        key: bytesSchema(32),
        adminSeed: bytesSchema(32),
        /** [SPA-5] The private space begins anew at this epoch. The day that was decided, since 1970. */
        begins: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
      }),
    ),
  }),
  chain: v.array(byteString),
  methods: v.array(methodSchema),
});
export type AccountVault = v.InferOutput<typeof accountVaultSchema>;

const vaultAd = (accountId: AccountId, masterVersion: number): Uint8Array =>
  concat(utf8('hf1/vault'), idBytes(accountId), u32(masterVersion));

export const encodeVault = (vault: AccountVault): Uint8Array => encodeCbor(vault as never);

export function decodeVault(bytes: Uint8Array): AccountVault | undefined {
  const value = decodeCbor(bytes);
  const parsed = value.ok ? v.safeParse(accountVaultSchema, value.value) : undefined;
  return parsed?.success ? parsed.output : undefined;
}

/** The vault as the server keeps it, under the master key. */
export function sealVault(p: Primitives, accountId: AccountId, vault: AccountVault): Uint8Array {
  const key = deriveKey(p, vault.master.key, KDF.vault, u32(vault.master.version));
  return sealBox(p, key, vaultAd(accountId, vault.master.version), encodeVault(vault));
}

/** [VAU-2] Opens the vault and checks that the root seed in it makes the root key that the anchor proved. */
export function openVault(
  p: Primitives,
  unlocked: Unlocked,
  sealed: Uint8Array,
): Result<AccountVault, 'refused'> {
  const { accountId, rootKey, master } = unlocked;
  const key = deriveKey(p, master.key, KDF.vault, u32(master.version));
  const bytes = openBox(p, key, vaultAd(accountId, master.version), sealed);
  const vault = bytes && decodeVault(bytes);
  if (!vault || !equalBytes(vault.master.key, master.key) || vault.master.version !== master.version)
    return err('refused');
  const root = p.signKeys(vault.rootSeed).publicKey;
  if (!equalBytes(root, rootKey) || accountIdOf(p.sha256, root) !== accountId) return err('refused');
  return ok(vault);
}

/** [VAU-3] The keys the server is to list: one for each method in the vault, never for one the server named. */
export function accountKeys(p: Primitives, accountId: AccountId, vault: AccountVault): AccountKey[] {
  const root = p.signKeys(vault.rootSeed);
  return vault.methods.map((method) => ({
    publicKey: method.loginKey,
    kind: method.type === 'device' ? ('device' as const) : ('method' as const),
    ...(method.locator ? { locator: method.locator } : {}),
    record: methodRecord(p, root, accountId, method, vault.master),
  }));
}
