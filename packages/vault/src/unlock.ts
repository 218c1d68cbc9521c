import type { Result } from '@holdfast/base';
import { concat, equalBytes, err, idBytes, ok, toId, u32, utf8 } from '@holdfast/base';
import type { AccountId, Locator } from '@holdfast/protocol';
import { accountIdOf, byteString, bytesSchema, decodeCbor, encodeCbor, idSchema } from '@holdfast/protocol';
import * as v from 'valibot';
import type { AccountView, DeviceId } from './chain.ts';
import { deviceIdOf } from './chain.ts';
import { deriveKey, openBox, openSealed, sealBox, sealTo } from './keys.ts';
import { KDF, SIGNED } from './labels.ts';
import type { Primitives, SignKeys } from './primitives.ts';

/**
 * An unlock method is a secret that opens the account from nothing: the printed recovery code, one of the person's
 * own devices, what trusted people hold together with the server, or, for the hour in which a phone is added, what one
 * phone sends another. Its public part is one signed record that the server keeps and can neither swap nor forge.
 * No secret a person chose is ever one: a PIN unlocks only the phone it was set on.
 */
const METHOD_TYPES = ['code', 'device', 'link', 'trusted'] as const;
export type MethodType = (typeof METHOD_TYPES)[number];

/** The public part of a method, kept inside the vault: rotations seal to these keys and to no others. */
export const methodSchema = v.strictObject({
  methodId: bytesSchema(16),
  type: v.picklist(METHOD_TYPES),
  unlockKey: bytesSchema(1216),
  anchor: byteString,
  loginKey: bytesSchema(32),
  locator: v.optional(idSchema<'locator'>()),
  /** The device it belongs to, and that device's word for it: whoever held the vault once cannot plant another. */
  device: v.optional(v.strictObject({ id: v.string(), signature: bytesSchema(64) })),
  /** Day it was made, days since 1970. */
  createdDay: v.pipe(v.number(), v.safeInteger()),
});
export type Method = v.InferOutput<typeof methodSchema>;

const recordSchema = v.strictObject({
  methodId: bytesSchema(16),
  type: v.picklist(METHOD_TYPES),
  unlockKey: bytesSchema(1216),
  anchor: byteString,
  masterVersion: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  masterSeal: byteString,
  /** The journal's key, which the method of trusted people does not give ([UNL-6]). */
  journalSeal: v.optional(byteString),
});
const signedSchema = v.strictTuple([byteString, bytesSchema(64)]);
const anchorSchema = v.strictObject({ accountId: idSchema<'account'>(), rootKey: bytesSchema(32) });

/** [UNL-1] Where a typed code finds its account, and the key it logs in with. Needs the secret and nothing else. */
export function loginOf(p: Primitives, secret: Uint8Array): { locator: Locator; login: SignKeys } {
  return {
    locator: toId(deriveKey(p, secret, KDF.locate, undefined, 16)),
    login: p.signKeys(deriveKey(p, secret, KDF.login)),
  };
}

const methodContext = (accountId: AccountId, methodId: Uint8Array): Uint8Array =>
  concat(idBytes(accountId), methodId);
const unlockSeed = (
  p: Primitives,
  secret: Uint8Array,
  accountId: AccountId,
  methodId: Uint8Array,
): Uint8Array => deriveKey(p, secret, KDF.unlock, methodContext(accountId, methodId));
const anchorKey = (
  p: Primitives,
  secret: Uint8Array,
  accountId: AccountId,
  methodId: Uint8Array,
): Uint8Array => deriveKey(p, secret, KDF.anchor, methodContext(accountId, methodId));
const masterInfo = (accountId: AccountId, methodId: Uint8Array, version: number): Uint8Array =>
  concat(utf8('hf1/amk'), methodContext(accountId, methodId), u32(version));
const journalInfo = (accountId: AccountId, methodId: Uint8Array, version: number): Uint8Array =>
  concat(utf8('hf1/jk'), methodContext(accountId, methodId), u32(version));

/** [UNL-2] Makes a method from its secret. The anchor is written once: only a holder of the secret can have made it. */
export function createMethod(
  p: Primitives,
  account: { accountId: AccountId; rootKey: Uint8Array },
  secret: Uint8Array,
  type: MethodType,
  createdDay: number,
): Method {
  const methodId = p.random(16);
  const { accountId, rootKey } = account;
  const { locator, login } = loginOf(p, secret);
  return {
    methodId,
    type,
    unlockKey: p.kemPublicKey(unlockSeed(p, secret, accountId, methodId)),
    anchor: sealBox(
      p,
      anchorKey(p, secret, accountId, methodId),
      utf8(type),
      encodeCbor({ accountId, rootKey }),
    ),
    loginKey: login.publicKey,
    ...(type === 'device' ? {} : { locator }),
    createdDay,
  };
}

const deviceMethodBytes = (accountId: AccountId, method: Method): Uint8Array =>
  concat(
    utf8(SIGNED.deviceMethod),
    methodContext(accountId, method.methodId),
    method.loginKey,
    method.unlockKey,
  );

/** [UNL-5] A device's own method, vouched for with the key that never leaves it. */
export function createDeviceMethod(
  p: Primitives,
  account: { accountId: AccountId; rootKey: Uint8Array },
  secret: Uint8Array,
  device: SignKeys,
  createdDay: number,
): Method {
  const method = createMethod(p, account, secret, 'device', createdDay);
  const signature = p.sign(device, deviceMethodBytes(account.accountId, method));
  return { ...method, device: { id: deviceIdOf(p, device.publicKey), signature } };
}

/**
 * [UNL-5] The device a method belongs to: one in the chain that was not shut out and signed for it. Undefined for
 * anything else, such as a method that a thief filed under somebody else's device.
 */
export function deviceOfMethod(p: Primitives, account: AccountView, method: Method): DeviceId | undefined {
  if (method.type !== 'device' || !method.device) return undefined;
  const { id, signature } = method.device;
  const device = account.devices.get(id);
  if (!device || device.revokedAt !== undefined) return undefined;
  const signed = deviceMethodBytes(account.accountId, method);
  return p.verify(device.publicKey, signed, signature) ? id : undefined;
}

/**
 * [UNL-3] The record the server keeps: the master key sealed to the method, all of it signed by the root key.
 * [UNL-6] The journal's key is sealed beside it, but never to the method of trusted people.
 */
export function methodRecord(
  p: Primitives,
  root: SignKeys,
  accountId: AccountId,
  method: Method,
  master: { version: number; key: Uint8Array },
  journalKey?: Uint8Array,
): Uint8Array {
  const { methodId, type, unlockKey, anchor } = method;
  const { version } = master;
  const masterSeal = sealTo(p, unlockKey, masterInfo(accountId, methodId, version), master.key);
  const journalSeal =
    journalKey && type !== 'trusted'
      ? sealTo(p, unlockKey, journalInfo(accountId, methodId, version), journalKey)
      : undefined;
  if (!masterSeal) throw new Error('Own unlock key refused');
  const record = { methodId, type, unlockKey, anchor, masterVersion: version, masterSeal };
  const body = encodeCbor(journalSeal ? { ...record, journalSeal } : record);
  return encodeCbor([body, p.sign(root, concat(utf8(SIGNED.unlockMethod), idBytes(accountId), body))]);
}

export interface Unlocked {
  readonly accountId: AccountId;
  readonly rootKey: Uint8Array;
  readonly master: { readonly version: number; readonly key: Uint8Array };
  /** The journal's key; undefined for a method that does not give it. */
  readonly journalKey?: Uint8Array;
}

/**
 * [UNL-4] Opens the account with a method's secret: anchor, then account id, then signature, then master key.
 * One answer for every defect: a server that altered anything learns nothing of where it failed.
 */
export function openMethod(
  p: Primitives,
  accountId: AccountId,
  secret: Uint8Array,
  record: Uint8Array,
): Result<Unlocked, 'refused'> {
  const outer = decodeCbor(record);
  const signed = outer.ok ? v.safeParse(signedSchema, outer.value) : undefined;
  if (!signed?.success) return err('refused');
  const [bytes, signature] = signed.output;
  const inner = decodeCbor(bytes);
  const parsed = inner.ok ? v.safeParse(recordSchema, inner.value) : undefined;
  if (!parsed?.success) return err('refused');
  const { methodId, type, unlockKey, anchor, masterVersion, masterSeal, journalSeal } = parsed.output;
  const anchored = openBox(p, anchorKey(p, secret, accountId, methodId), utf8(type), anchor);
  const anchorValue = anchored && decodeCbor(anchored);
  const proof = anchorValue?.ok ? v.safeParse(anchorSchema, anchorValue.value) : undefined;
  if (!proof?.success) return err('refused');
  const { rootKey } = proof.output;
  if (proof.output.accountId !== accountId || accountIdOf(p.sha256, rootKey) !== accountId)
    return err('refused');
  if (!p.verify(rootKey, concat(utf8(SIGNED.unlockMethod), idBytes(accountId), bytes), signature))
    return err('refused');
  const seed = unlockSeed(p, secret, accountId, methodId);
  if (!equalBytes(p.kemPublicKey(seed), unlockKey)) return err('refused');
  const key = openSealed(p, seed, masterInfo(accountId, methodId, masterVersion), masterSeal);
  if (key?.length !== 32) return err('refused');
  const opened = { accountId, rootKey, master: { version: masterVersion, key } };
  if (!journalSeal) return ok(opened);
  const journalKey = openSealed(p, seed, journalInfo(accountId, methodId, masterVersion), journalSeal);
  return journalKey?.length === 32 ? ok({ ...opened, journalKey }) : err('refused');
}
