import type { Result } from '@holdfast/base';
import { concat, equalBytes, err, ok, toHex, utf8 } from '@holdfast/base';
import type { AccountId } from '@holdfast/protocol';
import { accountIdOf, byteString, bytesSchema, decodeCbor, encodeCbor } from '@holdfast/protocol';
import * as v from 'valibot';
import { HASHED, SIGNED } from './labels.ts';
import type { Primitives, SignKeys } from './primitives.ts';
import { KEM_PUBLIC_KEY_LENGTH } from './primitives.ts';

/**
 * The shared account chain: what contacts know of an account. Append-only statements, each signed by the root key
 * and linked to the one before by hash. It names devices by key only; names, unlock methods and settings stay in
 * the private space.
 */
export type DeviceId = string;

const key = bytesSchema(32);
const statementSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('genesis'),
    prev: bytesSchema(32),
    rootKey: key,
    encryptionKey: bytesSchema(KEM_PUBLIC_KEY_LENGTH),
  }),
  v.strictObject({ type: v.literal('addDevice'), prev: bytesSchema(32), deviceKey: key }),
  v.strictObject({ type: v.literal('revokeDevice'), prev: bytesSchema(32), deviceKey: key }),
  v.strictObject({
    type: v.literal('rotateEncryptionKey'),
    prev: bytesSchema(32),
    version: v.pipe(v.number(), v.safeInteger(), v.minValue(2)),
    encryptionKey: bytesSchema(KEM_PUBLIC_KEY_LENGTH),
  }),
  v.strictObject({ type: v.literal('recovered'), prev: bytesSchema(32) }),
  v.strictObject({ type: v.literal('closed'), prev: bytesSchema(32) }),
]);
export type Statement = v.InferOutput<typeof statementSchema>;
/** A statement without its link, as callers ask for it. */
export type StatementBody = Statement extends infer S
  ? S extends Statement
    ? Omit<S, 'prev'>
    : never
  : never;

const signedSchema = v.strictTuple([byteString, bytesSchema(64)]);

export interface ChainDevice {
  readonly publicKey: Uint8Array;
  readonly addedAt: number;
  readonly revokedAt?: number;
}

/** An account as its chain describes it. */
export interface AccountView {
  readonly accountId: AccountId;
  readonly rootKey: Uint8Array;
  readonly encryptionVersion: number;
  readonly encryptionKey: Uint8Array;
  /** Every device ever added, by id, with the chain positions that added it and shut it out. */
  readonly devices: ReadonlyMap<DeviceId, ChainDevice>;
  readonly closed: boolean;
  /** The signed statements exactly as received. */
  readonly statements: readonly Uint8Array[];
  /** Hash of each statement, in order; the last is the head. */
  readonly heads: readonly Uint8Array[];
}

export type ChainDefect = 'malformed' | 'signature' | 'link' | 'order' | 'fork' | 'other-account';

export const ZERO_HEAD = new Uint8Array(32);

/** [CHA-1] 8 bytes of hash, as hexadecimal text. */
export const deviceIdOf = (p: Primitives, deviceKey: Uint8Array): DeviceId =>
  toHex(p.sha256(concat(utf8(HASHED.device), deviceKey)).subarray(0, 8));

/** Hash of the last statement; zeros before the first. */
export const chainHead = (account: AccountView): Uint8Array => account.heads.at(-1) ?? ZERO_HEAD;

/** Signs the next statement of a chain (`account` undefined for the genesis). */
export function signStatement(
  p: Primitives,
  root: SignKeys,
  account: AccountView | undefined,
  body: StatementBody,
): Uint8Array {
  const bytes = encodeCbor({ ...body, prev: account ? chainHead(account) : ZERO_HEAD });
  return encodeCbor([bytes, p.sign(root, concat(utf8(SIGNED.chain), bytes))]);
}

/** [CHA-2] Reads a whole chain from its genesis. */
export function readChain(
  p: Primitives,
  statements: readonly Uint8Array[],
): Result<AccountView, ChainDefect> {
  let view: AccountView | undefined;
  for (const statement of statements) {
    const next = append(p, view, statement);
    if (!next.ok) return next;
    view = next.value;
  }
  return view ? ok(view) : err('order');
}

/**
 * [CHA-3] Takes a chain from someone who is already known. It must repeat what is known, statement for statement,
 * and may then go on. A shorter copy is old news and changes nothing; a differing one is a fork.
 */
export function extendChain(
  p: Primitives,
  known: AccountView,
  statements: readonly Uint8Array[],
): Result<AccountView, ChainDefect> {
  let view = known;
  for (const [position, statement] of statements.entries()) {
    const have = known.statements[position];
    if (have) {
      if (!equalBytes(have, statement)) return err(position === 0 ? 'other-account' : 'fork');
      continue;
    }
    const next = append(p, view, statement);
    if (!next.ok) return next;
    view = next.value;
  }
  return ok(view);
}

function append(
  p: Primitives,
  view: AccountView | undefined,
  signed: Uint8Array,
): Result<AccountView, ChainDefect> {
  const outer = decodeCbor(signed);
  const pair = outer.ok ? v.safeParse(signedSchema, outer.value) : undefined;
  if (!pair?.success) return err('malformed');
  const [bytes, signature] = pair.output;
  const inner = decodeCbor(bytes);
  const parsed = inner.ok ? v.safeParse(statementSchema, inner.value) : undefined;
  if (!parsed?.success) return err('malformed');
  const statement = parsed.output;
  if (view && statement.type === 'genesis') return err('order');
  const base = statement.type === 'genesis' ? unbegun(p, statement) : view;
  if (!base || base.closed) return err('order');
  if (!p.verify(base.rootKey, concat(utf8(SIGNED.chain), bytes), signature)) return err('signature');
  if (!equalBytes(statement.prev, chainHead(base))) return err('link');
  const applied = applyStatement(p, base, statement);
  if (!applied.ok) return applied;
  return ok({
    ...applied.value,
    statements: [...base.statements, signed],
    heads: [...base.heads, p.sha256(concat(utf8(HASHED.chain), signed))],
  });
}

/** An account of which nothing is known but the keys in its genesis, before that is checked. */
const unbegun = (
  p: Primitives,
  { rootKey, encryptionKey }: Extract<Statement, { type: 'genesis' }>,
): AccountView => ({
  accountId: accountIdOf(p.sha256, rootKey),
  rootKey,
  encryptionVersion: 1,
  encryptionKey,
  devices: new Map(),
  closed: false,
  statements: [],
  heads: [],
});

function applyStatement(
  p: Primitives,
  view: AccountView,
  statement: Statement,
): Result<AccountView, ChainDefect> {
  switch (statement.type) {
    case 'genesis':
    case 'recovered':
      return ok(view);
    case 'closed':
      return ok({ ...view, closed: true });
    case 'addDevice': {
      const id = deviceIdOf(p, statement.deviceKey);
      if (view.devices.has(id)) return err('order');
      const added = { publicKey: statement.deviceKey, addedAt: view.heads.length };
      return ok({ ...view, devices: new Map(view.devices).set(id, added) });
    }
    case 'revokeDevice': {
      const id = deviceIdOf(p, statement.deviceKey);
      const device = view.devices.get(id);
      if (!device || device.revokedAt !== undefined) return err('order');
      const revoked = { ...device, revokedAt: view.heads.length };
      return ok({ ...view, devices: new Map(view.devices).set(id, revoked) });
    }
    case 'rotateEncryptionKey':
      if (statement.version !== view.encryptionVersion + 1) return err('order');
      return ok({ ...view, encryptionVersion: statement.version, encryptionKey: statement.encryptionKey });
  }
}

/** Whether a device is in the chain and was not shut out. */
export const deviceIsActive = (account: AccountView, deviceId: DeviceId): boolean => {
  const device = account.devices.get(deviceId);
  return device !== undefined && device.revokedAt === undefined;
};
