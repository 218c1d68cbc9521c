import type { Result } from '@holdfast/base';
import { concat, equalBytes, err, idBytes, ok, u32, utf8 } from '@holdfast/base';
import type { AccountId, AccountKey, SpaceId } from '@holdfast/protocol';
import { accountIdOf, byteString, bytesSchema, decodeCbor, encodeCbor, idSchema } from '@holdfast/protocol';
import * as v from 'valibot';
import { deriveKey, openBox, sealBox } from './keys.ts';
import { KDF } from './labels.ts';
import type { Primitives } from './primitives.ts';
import type { Unlocked } from './unlock.ts';
import { methodRecord, methodSchema } from './unlock.ts';

const version = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const parts = {
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
  /** [VAU-5] How many changes led to it. Zero where they were not counted yet. */
  edition: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0),
};

/**
 * [VAU-1] What opens everything else: the root seed, the encryption seeds, the private space's keys and the public
 * part of every unlock method. It exists in the clear only in memory; the server and the phone keep it sealed.
 */
const accountVaultSchema = v.strictObject({
  ...parts,
  /** [VAU-4] Keys that the keys of the journal's spaces are kept under: oldest first, the last in use. */
  journalKeys: v.array(bytesSchema(32)),
});
export type AccountVault = v.InferOutput<typeof accountVaultSchema>;
type JournalKeys = Pick<AccountVault, 'journalKeys'>;

/** As the server keeps it: the journal's keys in a box of their own, which the master key does not open. */
const sealedVaultSchema = v.strictObject({ ...parts, journal: byteString });
const journalKeysSchema = v.array(bytesSchema(32));

const journalAd = (accountId: AccountId, masterVersion: number): Uint8Array =>
  concat(utf8('hf1/journal'), idBytes(accountId), u32(masterVersion));
const journalBoxKey = (p: Primitives, journalKey: Uint8Array, masterVersion: number): Uint8Array =>
  deriveKey(p, journalKey, KDF.journal, u32(masterVersion));
const vaultAd = (accountId: AccountId, masterVersion: number): Uint8Array =>
  concat(utf8('hf1/vault'), idBytes(accountId), u32(masterVersion));

/** [VAU-5] The vault as one more change, after it and after another copy that it is put in place of. */
export const counted = (vault: AccountVault, other: AccountVault = vault): AccountVault => ({
  ...vault,
  edition: Math.min(Math.max(vault.edition, other.edition) + 1, Number.MAX_SAFE_INTEGER),
});

export const encodeVault = (vault: AccountVault): Uint8Array => encodeCbor(vault as never);

export function decodeVault(bytes: Uint8Array): AccountVault | undefined {
  return read(accountVaultSchema, bytes);
}

/** [VAU-4] The vault as the server keeps it: under the master key, and the journal's keys under the last of them. */
export function sealVault(p: Primitives, accountId: AccountId, vault: AccountVault): Uint8Array {
  const { journalKeys, ...rest } = vault;
  const { version: masterVersion } = vault.master;
  const box = journalBoxKey(p, currentJournalKey(vault), masterVersion);
  const journal = sealBox(p, box, journalAd(accountId, masterVersion), encodeCbor(journalKeys));
  return sealBox(
    p,
    vaultKey(p, vault.master),
    vaultAd(accountId, masterVersion),
    encodeCbor({ ...rest, journal } as never),
  );
}

const vaultKey = (p: Primitives, master: AccountVault['master']): Uint8Array =>
  deriveKey(p, master.key, KDF.vault, u32(master.version));

function currentJournalKey({ journalKeys }: JournalKeys): Uint8Array {
  const current = journalKeys.at(-1);
  if (!current) throw new Error('A vault has a journal key');
  return current;
}

/**
 * [VAU-2] Opens the vault and checks that the root seed in it makes the root key that the anchor proved. Without the
 * journal's key `journalKeys` is empty, and the caller adds a new one before it seals the vault again.
 */
export function openVault(
  p: Primitives,
  unlocked: Unlocked,
  sealed: Uint8Array,
): Result<AccountVault, 'refused'> {
  const { accountId, rootKey, master, journalKey } = unlocked;
  const bytes = openBox(p, vaultKey(p, master), vaultAd(accountId, master.version), sealed);
  const stored = read(sealedVaultSchema, bytes);
  if (!stored || !equalBytes(stored.master.key, master.key) || stored.master.version !== master.version)
    return err('refused');
  const root = p.signKeys(stored.rootSeed).publicKey;
  if (!equalBytes(root, rootKey) || accountIdOf(p.sha256, root) !== accountId) return err('refused');
  const { journal, ...rest } = stored;
  if (!journalKey) return ok({ ...rest, journalKeys: [] });
  const box = journalBoxKey(p, journalKey, master.version);
  const journalKeys = read(journalKeysSchema, openBox(p, box, journalAd(accountId, master.version), journal));
  const current = journalKeys?.at(-1);
  return current && equalBytes(current, journalKey)
    ? ok({ ...rest, journalKeys: journalKeys! })
    : err('refused');
}

function read<S extends v.GenericSchema>(
  schema: S,
  bytes: Uint8Array | undefined,
): v.InferOutput<S> | undefined {
  const value = bytes && decodeCbor(bytes);
  const parsed = value?.ok ? v.safeParse(schema, value.value) : undefined;
  return parsed?.success ? parsed.output : undefined;
}

const journalSpaceAd = (spaceId: SpaceId, epoch: number): Uint8Array =>
  concat(utf8('hf1/journal-key'), idBytes(spaceId), u32(epoch));

/** [VAU-4] An epoch key of a journal space, as the private space keeps it: under the journal's key, which it names. */
export function sealJournalKey(
  p: Primitives,
  vault: JournalKeys,
  place: { readonly spaceId: SpaceId; readonly epoch: number },
  key: Uint8Array,
): { readonly version: number; readonly box: Uint8Array } {
  const { spaceId, epoch } = place;
  const under = deriveKey(p, currentJournalKey(vault), KDF.journalSpace, idBytes(spaceId));
  return { version: vault.journalKeys.length, box: sealBox(p, under, journalSpaceAd(spaceId, epoch), key) };
}

/** The epoch key, or undefined where this device was not given the journal's key. */
export function openJournalKey(
  p: Primitives,
  vault: JournalKeys,
  place: { readonly spaceId: SpaceId; readonly epoch: number },
  sealed: { readonly version: number; readonly box: Uint8Array },
): Uint8Array | undefined {
  const { spaceId, epoch } = place;
  const journalKey = vault.journalKeys[sealed.version - 1];
  const under = journalKey && deriveKey(p, journalKey, KDF.journalSpace, idBytes(spaceId));
  return under && openBox(p, under, journalSpaceAd(spaceId, epoch), sealed.box);
}

/** [VAU-3] The keys the server is to list: one for each method in the vault, never for one the server named. */
export function accountKeys(p: Primitives, accountId: AccountId, vault: AccountVault): AccountKey[] {
  const root = p.signKeys(vault.rootSeed);
  return vault.methods.map((method) => ({
    publicKey: method.loginKey,
    kind: method.type === 'device' ? ('device' as const) : ('method' as const),
    ...(method.locator ? { locator: method.locator } : {}),
    record: methodRecord(p, root, accountId, method, vault.master, currentJournalKey(vault)),
  }));
}
