import type { Result } from '@holdfast/base';
import { equalBytes, err, idBytes, ok } from '@holdfast/base';
import type { AccountId, SpaceId, WriterId } from '@holdfast/protocol';
import { envelopeIdOf, parseEnvelope } from '@holdfast/protocol';
import { CATEGORIES, isCategory, readersOf, RECORD_TYPES } from '@holdfast/recovery';
import type { SpaceReplica } from '@holdfast/sync';
import type { EpochGift, RoomMember } from '@holdfast/vault';
import { chainHead, epochKeys, keyCommitment, rosterCommitment, wrapFor } from '@holdfast/vault';
import type { Account, BookedSpace, KeyRecord } from './account.ts';
import { isHeld, mayReceive, pairsWith } from './contacts.ts';
import type { StepError } from './env.ts';
import { isRefusal, serverError, storageError, written } from './env.ts';
import { grantsOf } from './grants.ts';
import type { Put } from './records.ts';
import { put, readRecord } from './records.ts';
import { carryOver, isRenewalDue } from './renewal.ts';

/**
 * [Note: Sharing is reconciled, not performed]
 * Who may read what is written in the private space (grants) long before any server hears of it. Before anything of
 * a space is sent, the space's current epoch is compared with what the grants say now; where they differ, a new epoch
 * is opened first. Starting, stopping, expiry, a revoked device and a crash half-way are therefore one path, and
 * nothing is ever written under an epoch whose roster holds someone it should not.
 */
export interface Member {
  readonly account: AccountId;
  /** Version of the encryption key the epoch key is sealed to. */
  readonly version: number;
  /** In a room. */
  readonly role?: RoomMember['role'] | undefined;
  readonly position?: number | undefined;
}

export const sameRoster = (a: readonly Member[], b: readonly Member[]): boolean =>
  a.length === b.length &&
  a.every((m, i) => {
    const n = b[i]!;
    return (
      m.account === n.account && m.version === n.version && m.role === n.role && m.position === n.position
    );
  });

/** Who should be able to read a space now, in order of id. */
export function desiredRoster(account: Account, { replica, record }: BookedSpace): Member[] {
  const ids =
    record.role === 'peer'
      ? [account.accountId, record.contact!].toSorted()
      : record.role === 'owner' && isCategory(record.category) && !account.alarm && isInUse(account, replica)
        ? readersOf(
            grantsOf(account).filter(({ contact, category }) => mayReceive(account, contact, category)),
            record.category,
            account.now(),
          )
        : [];
  return ids.flatMap((id) => {
    const view = account.accountOf(id as AccountId);
    return view && !view.closed ? [{ account: view.accountId, version: view.encryptionVersion }] : [];
  });
}

/** Two devices that each began a category's space while apart go on by one of them; nobody is let into the other. */
const isInUse = (account: Account, replica: SpaceReplica): boolean => {
  const category = account.spaces.get(replica.spaceId)?.record.category ?? '';
  return account.ownSpaces(category)[0] === replica;
};

/** Writers whose device was shut out of its account but who are not yet shut out of the space. */
export function staleWriters(account: Account, replica: SpaceReplica): WriterId[] {
  return [...replica.log.writers()]
    .filter(([, state]) => {
      const device = account.accountOf(state.account)?.devices.get(state.device);
      return !state.removed && device?.revokedAt !== undefined;
    })
    .map(([id]) => id);
}

/** The record of the key that the current epoch goes by. */
export function currentKeyRecord(account: Account, replica: SpaceReplica): KeyRecord | undefined {
  const key = replica.currentKeys()?.key;
  return key && account.keyRecords(replica.spaceId).find((record) => equalBytes(record.key, key));
}

function isInLine(
  account: Account,
  { record }: BookedSpace,
  current: KeyRecord,
  roster: readonly Member[],
  removed: readonly WriterId[],
): boolean {
  // Whoever held the own devices' keys before a shut-out may have read here without ever writing.
  const outlived = record.role === 'owner' && (current.own ?? 1) < account.own.encryptionVersion;
  return sameRoster(current.roster ?? [], roster) && removed.length === 0 && !outlived;
}

/** Whether a space's current epoch is the one that grants and chains ask for now. */
export function isCurrent(account: Account, space: BookedSpace): boolean {
  const current = currentKeyRecord(account, space.replica);
  return (
    current !== undefined &&
    isInLine(account, space, current, desiredRoster(account, space), staleWriters(account, space.replica))
  );
}

/** Whether this account is in a room, said so, and saw one history of it. */
export function isInRoom(account: Account, { replica }: BookedSpace): boolean {
  const { joined, frozen } = roomRecord(account, replica.spaceId);
  return joined && !frozen && replica.log.roster.some((member) => member.account === account.accountId);
}

/** After shutting a device out, words wait for an epoch whose key was sealed to the new key. */
const isRenewed = (account: Account, { replica }: BookedSpace): boolean =>
  replica.log.roster.some(
    (member) => member.account === account.accountId && member.version === account.own.encryptionVersion,
  );

/** What this person said of a room, and what was seen of it. */
export function roomRecord(account: Account, spaceId: SpaceId): { joined: boolean; frozen: boolean } {
  const record = readRecord('space', account.home.store.get('space', spaceId));
  return {
    joined: record?.joined === true,
    frozen: record?.frozen === true || account.freezing.has(spaceId),
  };
}

/**
 * Whether something may be written in a space at this moment. Asked before each envelope: a person may stop a share
 * or shut a device out, and write on, while a round is under way. A pair space is asked when words go into it.
 */
export function mayWriteNow(account: Account, replica: SpaceReplica): boolean {
  if (account.startOver.has(replica.spaceId)) return false;
  if (replica === account.home)
    return account.vault.privateSpace.epochs.every(({ epoch }) => epoch <= replica.log.epoch);
  const space = account.spaces.get(replica.spaceId);
  if (space?.record.role === 'room') return isInRoom(account, space) && isRenewed(account, space);
  return space?.record.role !== 'owner' || isCurrent(account, space);
}

export type EpochOutcome = 'unchanged' | 'opened' | 'behind';

/** Brings the epoch of one of the account's spaces in line with the grants. 'behind': pull and try again. */
export async function reconcileEpoch(
  account: Account,
  space: BookedSpace,
  push: (replica: SpaceReplica) => Promise<Result<void, StepError>>,
  exchange: { ensure(replica: SpaceReplica): Promise<Result<void, StepError>> },
): Promise<Result<EpochOutcome, StepError>> {
  const { replica, record } = space;
  if (record.role === 'reader') return ok('unchanged');
  const roster = desiredRoster(account, space);
  const removed = staleWriters(account, replica);
  const current = currentKeyRecord(account, replica);
  if (replica.log.epoch === 0) {
    const wanted =
      record.role === 'peer'
        ? isInviter(account, space)
        : replica.waiting > 0 || roster.length > 0 || (await account.blobs.hasToSend(replica.spaceId));
    if (!wanted) return ok('unchanged');
  } else if (!current) return ok('behind');
  else if (isInLine(account, space, current, roster, removed) && !isRenewalDue(account, replica))
    return ok('unchanged');
  // Its statement lists every writer: one whose envelopes still wait here would be left out, and its readers stuck.
  if (replica.heldCount > 0) return ok('behind');
  return openEpoch(account, space, roster, removed, push, exchange);
}

/** Only the inviter opens a pair space's first epoch; later ones either side may. */
const isInviter = (account: Account, { replica }: BookedSpace): boolean =>
  replica.log.genesis.owner === account.accountId;

/**
 * Where devices each began a space while apart, what stands may be in one that nobody is let into any more. It goes
 * over to the space in use, or a reader who comes back on a new phone finds nothing there.
 */
export async function settleCurrent(account: Account): Promise<Result<void, StepError>> {
  const current = Object.keys(CATEGORIES).filter(keepsCurrent);
  const changes = current.flatMap((category) => {
    const [inUse, ...others] = account.ownSpaces(category);
    if (!inUse || others.length === 0) return [];
    const missing = currentOf(account, category).filter(({ type, id }) => !inUse.store.get(type, id));
    return missing.length ? [{ replica: inUse, ops: missing }] : [];
  });
  return changes.length ? written(await account.write(changes)) : ok(undefined);
}

const keepsCurrent = (category: string): boolean =>
  isCategory(category) && CATEGORIES[category].keeps === 'current';
const typesOf = (category: string): string[] =>
  Object.values(RECORD_TYPES).flatMap(({ type, home }) => (home === category ? [type] : []));

/** What this person sees as current, which may stand in the space of a device that began its own. */
function currentOf(account: Account, category: string): Put[] {
  const sources = account.ownSpaces(category);
  return typesOf(category).flatMap((type) => {
    const source = sources.find(({ store }) => store.list(type).length > 0);
    return (source?.store.list(type) ?? []).map(({ id, fields }) => put(type, id, fields));
  });
}

/**
 * A new reader of a "current" category is given the record that stands now, as the preview showed it: it is written
 * again where it is older than the epoch they came in with. Told by its place in the log and by no note, so that it is
 * done whichever phone opened the epoch and whatever became of that phone.
 */
export async function showCurrent(
  account: Account,
  { replica, record }: BookedSpace,
): Promise<Result<void, StepError>> {
  if (record.role !== 'owner' || !keepsCurrent(record.category)) return ok(undefined);
  const since = latestNewcomer(account, replica);
  const ops = typesOf(record.category)
    .flatMap((type) => replica.store.list(type))
    .filter((view) => replica.epochOf(view) < since)
    .map(({ type, id, fields }) => put(type, id, fields));
  return ops.length > 0 ? written(await account.write([{ replica, ops }])) : ok(undefined);
}

/** The latest epoch of a space that gave somebody a key who had none of the epoch before; 0 for none. */
function latestNewcomer(account: Account, replica: SpaceReplica): number {
  let since = 0;
  let before: readonly Member[] = [];
  for (const { epoch, control, roster = [] } of account.keyRecords(replica.spaceId)) {
    // One that was opened and lost with the server is not part of the log: nobody was let in by it.
    const known = replica.log.controlOf(epoch);
    const isLost = epoch > replica.log.epoch || (known && control && !equalBytes(known, control));
    if (!control || isLost) continue;
    if (roster.some((member) => !before.some((have) => have.account === member.account))) since = epoch;
    before = roster;
  }
  return since;
}

/** Writes down where an epoch began: only then are its keys given. */
async function noteOpened(
  account: Account,
  { id, control, seq }: { id: string; control: Uint8Array; seq: number },
): Promise<Result<void, StepError>> {
  return written(await account.writeHome(put('space-key', id, { control, seq })));
}

/** Opens the next epoch: the key is recorded and acknowledged in the private space before the server hears of it. */
export async function openEpoch(
  account: Account,
  space: BookedSpace,
  roster: readonly Member[],
  removed: readonly WriterId[],
  push: (replica: SpaceReplica) => Promise<Result<void, StepError>>,
  exchange: { ensure(replica: SpaceReplica): Promise<Result<void, StepError>> },
): Promise<Result<EpochOutcome, StepError>> {
  const p = account.env.primitives;
  const { replica, record } = space;
  const epoch = replica.log.epoch + 1;
  const begins = isRenewalDue(account, replica) ? account.today() : undefined;
  // One that was recorded and came too late to be opened is as good as a new one.
  const spare = account
    .keyRecords(replica.spaceId)
    .find(
      (k) =>
        k.epoch === epoch &&
        !k.control &&
        k.adminSeed &&
        k.roster &&
        sameRoster(k.roster, roster) &&
        (k.begins === undefined) === (begins === undefined),
    );
  const reuse = spare?.own === account.own.encryptionVersion ? spare : undefined;
  const key = reuse?.key ?? p.random(32);
  // A pair space keeps its admin key: both sides hold it, and neither could give the other a new one in time.
  const adminSeed =
    (record.role === 'peer' && account.adminSeedOf(replica.spaceId)) || reuse?.adminSeed || p.random(32);
  const id = account.keyRecordId(replica.spaceId, epoch, key);
  const fields = {
    space: replica.spaceId,
    epoch,
    ...account.keptKey(replica.spaceId, epoch, key),
    adminSeed,
    own: account.own.encryptionVersion,
    begins,
    roster: roster.map((m) => ({ ...m })),
  };
  const recorded = reuse ? ok(undefined) : written(await account.writeHome(put('space-key', id, fields)));
  if (!recorded.ok) return recorded;
  const kept = await push(account.home);
  if (!kept.ok) return kept;
  // A device whose record did not get there, because it is shut out or late, would lock the others out of the space.
  if (account.home.waiting > 0) return ok('behind');
  const free = await replica.leaveUsed();
  if (!free.ok) return err(storageError(free.error));
  const ensured = await exchange.ensure(replica);
  if (!ensured.ok) return ensured;
  if (record.role === 'peer' && epoch > 1) {
    if (!account.sentAhead.has(id)) {
      const sent = await sendPairKey(account, replica, record.contact!, { epoch, key });
      if (!sent.ok) return sent;
      account.sentAhead.add(id);
    }
    // Sealed under the epoch it opens, the key would never be read: it must be there before.
    const pushed = await push(replica);
    if (!pushed.ok) return pushed;
    if (replica.waiting > 0) return ok('behind');
  }
  const next = { epoch, key, adminSeed, ...(begins === undefined ? {} : { begins }) };
  const outcome = await postEpoch(account, replica, next, roster, removed);
  if (!outcome.ok || outcome.value.outcome !== 'opened')
    return outcome.ok ? ok(outcome.value.outcome) : outcome;
  const { control, seq } = outcome.value;
  const noted = await noteOpened(account, { id, control, seq });
  return noted.ok ? ok('opened') : noted;
}

/** In a pair space the next key travels under the epoch that is ending, sealed to the other side's current key. */
async function sendPairKey(
  account: Account,
  replica: SpaceReplica,
  contact: AccountId,
  next: { epoch: number; key: Uint8Array },
): Promise<Result<void, StepError>> {
  const member = account.accountOf(contact);
  const gift: EpochGift = { spaceId: replica.spaceId, ...next, control: new Uint8Array(32), seq: 0 };
  const wrap = member && wrapFor(account.env.primitives, member, [gift]);
  if (!wrap) return ok(undefined);
  const chain = { op: 'chain', chain: [...account.vault.chain] };
  return written(await account.write([{ replica, ops: [chain, wrap] }]));
}

/** [ROM-2] What members of a room need to verify each other. */
const chainsOf = (account: Account, roster: readonly Member[]) => ({
  op: 'chains',
  chains: roster.flatMap((member) => {
    const view = account.accountOf(member.account);
    return view ? [{ account: member.account, chain: [...view.statements] }] : [];
  }),
});

/** Seals the epoch statement and puts it to the server. */
export async function postEpoch(
  account: Account,
  replica: SpaceReplica,
  next: { epoch: number; key: Uint8Array; adminSeed: Uint8Array; begins?: number | undefined },
  roster: readonly Member[],
  removed: readonly WriterId[],
): Promise<
  Result<{ outcome: 'behind' } | { outcome: 'opened'; control: Uint8Array; seq: number }, StepError>
> {
  const p = account.env.primitives;
  const { spaceId } = replica;
  const keys = epochKeys(p, idBytes(spaceId), next.epoch, next.key);
  const genesis =
    spaceId === account.home.spaceId
      ? account.vault.privateSpace.genesis
      : account.spaces.get(spaceId)!.record.genesis;
  const statement = {
    op: 'epoch',
    epoch: next.epoch,
    prevControl: replica.log.controlHead,
    genesis,
    keyCommitment: keyCommitment(p, next.key),
    rosterCommitment: rosterCommitment(
      p,
      p.random(16),
      roster.map((m) => m.account),
    ),
    heads: replica.log.heads().map((head) => ({ ...head })),
    removed: [...removed],
    signerChainHead: chainHead(account.own),
    ...(replica.log.genesis.mode === 'room' ? { roster: roster.map((m) => ({ ...m })) } : {}),
    ...(next.begins === undefined ? {} : { begins: true as const }),
  };
  const news = { op: 'chain', chain: [...account.vault.chain] };
  const ops = [
    ...(next.epoch > 1 && spaceId !== account.home.spaceId ? [news] : []),
    ...(replica.log.genesis.mode === 'room' ? [chainsOf(account, roster)] : []),
    statement,
  ] as Parameters<SpaceReplica['seal']>[1];
  const envelope = replica.seal('control', ops, { keys });
  if (!envelope) return ok({ outcome: 'behind' });
  const noted = await replica.sending(envelope);
  if (!noted.ok) return err(storageError(noted.error));
  const admin = p.signKeys(next.adminSeed);
  const posted = await account.session.call(
    'space.epoch',
    {
      spaceId,
      afterSeq: replica.cursor,
      adminKey: admin.publicKey,
      readKey: account.readKeyOf(spaceId, next.key).publicKey,
      removeWriters: [...removed],
      envelope,
    },
    [...account.adminKeys(spaceId), replica.writer.keys],
  );
  if (!posted.ok) {
    const failed = serverError(posted.error);
    const free = isRefusal(failed) ? await replica.refusedLast() : ok(undefined);
    if (!free.ok) return err(storageError(free.error));
    return posted.error.error === 'conflict' ? ok({ outcome: 'behind' }) : err(failed);
  }
  const kept = await replica.acknowledged(envelope, posted.value.seq);
  if (!kept.ok) return err(storageError(kept.error));
  if (next.begins !== undefined) {
    const carried = await carryOver(account, replica, 'opened');
    if (!carried.ok) return carried;
    account.startOver.delete(spaceId);
    account.renewNow.delete(spaceId);
  }
  const parsed = parseEnvelope(envelope);
  if (!parsed.ok) throw new Error('Own control envelope does not parse');
  return ok({ outcome: 'opened', control: envelopeIdOf(p.sha256, parsed.value), seq: posted.value.seq });
}

/**
 * Sends each reader the keys of epochs they belong to and were not sent yet, through their pair space. That it was done
 * is noted there, in the same envelope. A note in the private space could arrive where the keys did not, because the
 * phone was lost or set back in between, and no other phone would give them again.
 */
export async function giveKeys(account: Account): Promise<Result<boolean, StepError>> {
  const noted = await noteControls(account);
  if (!noted.ok) return noted;
  let gave = false;
  for (const [spaceId, space] of account.spaces) {
    const { log } = space.replica;
    const there = log.roster.map((member) => member.account);
    const inRoom = log.roster.find((member) => member.account === account.accountId)?.role === 'admin';
    if (space.record.role !== 'owner' && !inRoom) continue;
    for (const record of account.keyRecords(spaceId)) {
      if (!record.control || record.seq === undefined) continue;
      const known = log.controlOf(record.epoch);
      if (!known || !equalBytes(known, record.control)) continue;
      for (const member of record.roster ?? []) {
        // Whoever was let go meanwhile gets nothing more of a room, and nobody gives themselves anything.
        if (inRoom && (member.account === account.accountId || !there.includes(member.account))) continue;
        const given = await give(account, spaceId, space, record, member);
        if (!given.ok) return given;
        gave ||= given.value;
      }
    }
  }
  return ok(gave);
}

/**
 * Writes down where the epochs in the log began, for those whose opening was answered in vain or cut off: without it
 * nobody would be given their keys.
 */
async function noteControls(account: Account): Promise<Result<void, StepError>> {
  for (const space of account.spaces.values()) {
    const { replica } = space;
    if (space.record.role === 'reader') continue;
    for (const record of account.keyRecords(replica.spaceId)) {
      const control = replica.log.controlOf(record.epoch);
      const used = replica.keysOf(record.epoch)?.key;
      if (record.control || !control || !used || !equalBytes(used, record.key)) continue;
      const seq = replica.placeOf(record.epoch) ?? 1;
      const noted = await noteOpened(account, { id: record.id, control, seq });
      if (!noted.ok) return noted;
    }
  }
  return ok(undefined);
}

async function give(
  account: Account,
  spaceId: SpaceId,
  space: BookedSpace,
  record: KeyRecord,
  { account: reader, role }: Member,
): Promise<Result<boolean, StepError>> {
  const shared = { type: 'shared-space', id: spaceId };
  // In a room either side may give the other the same key, and one of them its admin key too.
  const element = `${reader}.${record.id}`;
  // Two invites to one person make two pair spaces, and one may lead to a phone that was lost before it had answered.
  const pairs = pairsWith(account, reader).filter(
    ({ replica: { log, store } }) =>
      log.epoch > 0 && !Object.hasOwn(store.get(shared.type, spaceId)?.sets['given'] ?? {}, element),
  );
  const member = pairs.length > 0 ? account.accountOf(reader) : undefined;
  if (!member || isHeld(account, reader)) return ok(false);
  const gift: EpochGift = {
    spaceId,
    epoch: record.epoch,
    control: record.control!,
    seq: record.seq!,
    key: record.key,
  };
  const forAdmin = role === 'admin' && record.adminSeed;
  const gifts = forAdmin ? [gift, { ...gift, key: forAdmin, admin: true as const }] : [gift];
  const wrap = wrapFor(account.env.primitives, member, gifts);
  if (!wrap) return ok(false);
  const { category, genesis } = space.record;
  const note = { op: 'add', ...shared, field: 'given', element, value: true };
  const ops = [put(shared.type, shared.id, { category, genesis }), wrap, note];
  const sent = written(await account.write(pairs.map(({ replica }) => ({ replica, ops }))));
  return sent.ok ? ok(true) : sent;
}
