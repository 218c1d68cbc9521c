import type { Result } from '@holdfast/base';
import { compareBytes, concat, err, idBytes, ok, utf8 } from '@holdfast/base';
import type { AccountId, SpaceId } from '@holdfast/protocol';
import { byteString, bytesSchema, decodeCbor, encodeCbor, idSchema, spaceIdOf } from '@holdfast/protocol';
import * as v from 'valibot';
import { openSealed, sealTo } from './keys.ts';
import { HASHED } from './labels.ts';
import type { Primitives } from './primitives.ts';

/**
 * [SPA-1] A space's genesis: its mode, its owner, its category and 16 random bytes. The id is its hash, so it is
 * known before any network is.
 * - private: the owner's devices write and read
 * - broadcast: the owner writes, members read, and the roster is hidden from readers
 * - pair: two accounts write and read, and either may start an epoch
 * - room: everyone on its roster writes and reads, sees who is there, and its admins start epochs
 */
const genesisSchema = v.strictObject({
  mode: v.picklist(['private', 'broadcast', 'pair', 'room']),
  owner: idSchema<'account'>(),
  category: v.pipe(v.string(), v.maxLength(64)),
  salt: bytesSchema(16),
});
export type Genesis = v.InferOutput<typeof genesisSchema>;
export type SpaceMode = Genesis['mode'];

export function createGenesis(
  p: Primitives,
  mode: SpaceMode,
  owner: AccountId,
  category: string,
): { spaceId: SpaceId; genesis: Uint8Array } {
  const genesis = encodeCbor({ mode, owner, category, salt: p.random(16) });
  return { genesis, spaceId: spaceIdOf(p.sha256, genesis) };
}

/** The genesis behind an id, or a defect when bytes and id do not belong together. */
export function readGenesis(p: Primitives, spaceId: SpaceId, bytes: Uint8Array): Result<Genesis, 'genesis'> {
  if (spaceIdOf(p.sha256, bytes) !== spaceId) return err('genesis');
  const value = decodeCbor(bytes);
  const parsed = value.ok ? v.safeParse(genesisSchema, value.value) : undefined;
  return parsed?.success ? ok(parsed.output) : err('genesis');
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const ordinal = v.pipe(count, v.minValue(1));

/** [ROM-1] A member of a room, as its roster has them. */
const memberSchema = v.strictObject({
  account: idSchema<'account'>(),
  /** Version of the encryption key the epoch key is sealed to. */
  version: ordinal,
  /** Place in the member's chain up to which it was known: a device shut out by then writes no more. */
  position: count,
  role: v.picklist(['admin', 'member']),
});
export type RoomMember = v.InferOutput<typeof memberSchema>;

/** Members of a room at most: each epoch may carry all their chains. */
export const ROOM_MEMBERS = 40;

export const rosterSchema = v.pipe(v.array(memberSchema), v.minLength(1), v.maxLength(ROOM_MEMBERS));

/** [SPA-2] The op a control envelope carries: it starts the epoch named in its header. */
const epochStatementSchema = v.strictObject({
  op: v.literal('epoch'),
  epoch: ordinal,
  /** Envelope id of the control envelope before; zeros at epoch 1. */
  prevControl: bytesSchema(32),
  genesis: byteString,
  keyCommitment: bytesSchema(32),
  /** Hash of a salt and the sorted member ids: the owner can prove a roster later, readers learn nothing. */
  rosterCommitment: bytesSchema(32),
  /** Every writer's last envelope when the epoch opened: where a newcomer starts, and the end of older epochs. */
  heads: v.array(
    v.strictObject({
      writerId: idSchema<'writer'>(),
      wseq: ordinal,
      envelopeId: bytesSchema(32),
      lamport: ordinal,
      account: idSchema<'account'>(),
      device: v.string(),
      /** Shut out in an earlier epoch: a newcomer must know it too. */
      removed: v.boolean(),
    }),
  ),
  /** Writers shut out from this epoch on. */
  removed: v.array(idSchema<'writer'>()),
  signerChainHead: bytesSchema(32),
  /** [ROM-1] Who is in a room from this epoch on. Other spaces have none. */
  roster: v.exactOptional(rosterSchema),
  /** [SPA-5] The space begins anew here: what stands of all before is carried over, and its envelopes may be gone. */
  begins: v.optional(v.literal(true)),
});
export type EpochStatement = v.InferOutput<typeof epochStatementSchema>;

/** The statement in a control envelope: its last op, after an introduction or chain news where there is any. */
export function readEpochStatement(ops: Uint8Array): EpochStatement | undefined {
  const value = decodeCbor(ops);
  if (!value.ok || !Array.isArray(value.value)) return undefined;
  const parsed = v.safeParse(epochStatementSchema, value.value.at(-1));
  return parsed.success ? parsed.output : undefined;
}

const chainsSchema = v.strictObject({
  op: v.literal('chains'),
  chains: v.array(v.strictObject({ account: idSchema<'account'>(), chain: v.array(byteString) })),
});

/** [ROM-2] The chains of members that a room's control envelope brings along, so that a newcomer can verify them. */
export function readChains(
  ops: readonly unknown[],
): readonly { account: AccountId; chain: readonly Uint8Array[] }[] {
  return ops.flatMap((op) => {
    const parsed = v.safeParse(chainsSchema, op);
    return parsed.success ? parsed.output.chains : [];
  });
}

export const keyCommitment = (p: Primitives, epochKey: Uint8Array): Uint8Array =>
  p.sha256(concat(utf8(HASHED.epochKey), epochKey));

export function rosterCommitment(p: Primitives, salt: Uint8Array, members: readonly AccountId[]): Uint8Array {
  const ids = members.map(idBytes).toSorted(compareBytes);
  return p.sha256(concat(utf8(HASHED.roster), salt, ...ids));
}

/** One epoch a member gets: the key, bound to the control envelope that opened it. */
export interface EpochGift {
  readonly spaceId: SpaceId;
  readonly epoch: number;
  readonly control: Uint8Array;
  /** Position of that control envelope: a newcomer reads from here. */
  readonly seq: number;
  readonly key: Uint8Array;
  /** [ROM-5] The key is the admin key at the server, for an admin of a room. */
  readonly admin?: true;
}

const wrapListSchema = v.array(
  v.strictObject({
    spaceId: idSchema<'space'>(),
    epoch: count,
    control: bytesSchema(32),
    seq: count,
    admin: v.exactOptional(v.literal(true)),
  }),
);
const wrapSchema = v.strictObject({
  op: v.literal('wrap'),
  encryptionVersion: count,
  list: byteString,
  sealed: byteString,
});
export type WrapOp = v.InferOutput<typeof wrapSchema>;

const wrapInfo = (p: Primitives, member: AccountId, list: Uint8Array): Uint8Array =>
  concat(utf8('hf1/wrap'), idBytes(member), p.sha256(list));

/**
 * [SPA-3] Epoch keys for one member, sealed to their encryption key. The list says exactly which epochs: history
 * is given by listing it, never by a link from one key to another. Undefined when the key is refused.
 */
export function wrapFor(
  p: Primitives,
  member: { accountId: AccountId; encryptionKey: Uint8Array; encryptionVersion: number },
  gifts: readonly EpochGift[],
): WrapOp | undefined {
  const list = encodeCbor(
    gifts.map(({ spaceId, epoch, control, seq, admin }) => ({
      spaceId,
      epoch,
      control,
      seq,
      ...(admin ? { admin } : {}),
    })),
  );
  const keys = concat(...gifts.map((gift) => gift.key));
  const sealed = sealTo(p, member.encryptionKey, wrapInfo(p, member.accountId, list), keys);
  return sealed && { op: 'wrap', encryptionVersion: member.encryptionVersion, list, sealed };
}

/** Opens a wrap addressed to `member` with the seed of the encryption key version it names. */
export function openWrap(
  p: Primitives,
  member: AccountId,
  seedOf: (version: number) => Uint8Array | undefined,
  op: unknown,
): Result<readonly EpochGift[], 'malformed' | 'key' | 'sealed'> {
  const parsed = v.safeParse(wrapSchema, op);
  if (!parsed.success) return err('malformed');
  const listValue = decodeCbor(parsed.output.list);
  const list = listValue.ok ? v.safeParse(wrapListSchema, listValue.value) : undefined;
  if (!list?.success) return err('malformed');
  const seed = seedOf(parsed.output.encryptionVersion);
  if (!seed) return err('key');
  const keys = openSealed(p, seed, wrapInfo(p, member, parsed.output.list), parsed.output.sealed);
  if (keys?.length !== list.output.length * 32) return err('sealed');
  return ok(list.output.map((entry, i) => ({ ...entry, key: keys.slice(i * 32, i * 32 + 32) })));
}
