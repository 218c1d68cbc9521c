import type { Result } from '@holdfast/base';
import { err, ok, toBase64Url } from '@holdfast/base';
import type { AccountId, SpaceId, WriterId } from '@holdfast/protocol';
import { bytesSchema, writerIdOf } from '@holdfast/protocol';
import type { SpaceReplica } from '@holdfast/sync';
import type { RoomMember } from '@holdfast/vault';
import { createGenesis, ROOM_MEMBERS } from '@holdfast/vault';
import * as v from 'valibot';
import type { Account, BookedSpace } from './account.ts';
import type { Failure, RoomView, SaveFailure } from './api.ts';
import { contactOf, isHeld, pairsWith } from './contacts.ts';
import type { StepError } from './env.ts';
import { isRefusal, serverError, storageError, written } from './env.ts';
import type { Member } from './epochs.ts';
import { currentKeyRecord, isInRoom, openEpoch, roomRecord, sameRoster, staleWriters } from './epochs.ts';
import type { Exchange } from './exchange.ts';
import { put, readRecords } from './records.ts';

/**
 * [Note: Who is in a room is what its last epoch says]
 * There is no list beside the log. What an admin decides is written in their private space as a change, and each round
 * compares the roster of the current epoch with it: where they differ, the next epoch is opened. The server takes one
 * epoch after another. Whoever comes second reads what the first decided and puts their own changes on top, so that
 * two admins, or two phones of one, never undo each other and never need to ask.
 */
export const ROOM_TEXT = 2_000;
/** Writers that a member may have listed in one room: phones, and phones that were set back. */
const WRITERS_EACH = 16;

const roleOf = ({ replica }: BookedSpace, id: AccountId): RoomMember['role'] | undefined =>
  replica.log.roster.find((member) => member.account === id)?.role;

export const roomOf = (account: Account, id: string): BookedSpace | undefined => {
  const space = account.spaces.get(id as SpaceId);
  return space?.record.role === 'room' ? space : undefined;
};

/**
 * [ROM-5] Who may say where an epoch of a space begins: its other side, or an admin of the room. A phone that came
 * after the key it could read with was replaced knows its admins from the last epoch that another phone wrote down.
 */
export function mayGive(account: Account, { replica, record }: BookedSpace, from: AccountId): boolean {
  if (record.role !== 'room') return record.role !== 'owner' && record.contact === from;
  const { log, spaceId } = replica;
  const kept = account.keyRecords(spaceId).findLast(({ roster }) => roster)?.roster;
  const roster: readonly Member[] = log.epoch > 0 ? log.roster : (kept ?? []);
  const isAdmin = roster.some((member) => member.account === from && member.role === 'admin');
  return isAdmin || (log.epoch === 0 && record.contact === from);
}

/** Makes a room with this account in it, without any network. */
export async function makeRoom(
  account: Account,
  name: string,
): Promise<Result<{ id: SpaceId }, SaveFailure>> {
  const { spaceId, genesis } = createGenesis(account.env.primitives, 'room', account.accountId, 'room');
  const made = await account.writeHome(
    put('space', spaceId, { role: 'room', category: 'room', genesis, joined: true }),
  );
  if (!made.ok) return made;
  const opened = await account.openSpaces();
  if (!opened.ok) return err({ code: opened.error });
  const { replica } = account.spaces.get(spaceId)!;
  const named = await account.write([{ replica, ops: [put('room', `${account.accountId}.room`, { name })] }]);
  return named.ok ? ok({ id: spaceId }) : named;
}

/** Decides that somebody is in as admin or member, or is not. The room follows in the next rounds. */
export async function setInRoom(
  account: Account,
  id: string,
  who: AccountId,
  want: 'admin' | 'member' | 'out',
): Promise<Result<void, Failure | { code: 'held' }>> {
  const room = roomOf(account, id);
  if (!room || who === account.accountId) return err({ code: 'unknown' });
  const first = room.replica.log.epoch === 0 && room.replica.log.genesis.owner === account.accountId;
  if (!first && roleOf(room, account.accountId) !== 'admin') return err({ code: 'refused' });
  const there = roleOf(room, who) !== undefined;
  if (want !== 'out' && !there) {
    const contact = contactOf(account, who);
    if (!contact || contact.replacedBy) return err({ code: 'unknown' });
    if (isHeld(account, who)) return err({ code: 'held' });
    if (wantedRoster(account, room).length >= ROOM_MEMBERS) return err({ code: 'refused' });
  }
  const saved = await account.writeHome(
    put('room-change', `${id}.${who}`, { space: id, account: who, want }),
  );
  return saved.ok ? ok(undefined) : err(saved.error as Failure);
}

/** Says that this person is in, or is not any more. An admin who wants them out of the roster says so there. */
export async function joinRoom(
  account: Account,
  id: string,
  joined: boolean,
): Promise<Result<void, SaveFailure>> {
  return roomOf(account, id) ? account.writeHome(put('space', id, { joined })) : err({ code: 'unknown' });
}

/** Writes a text under this account's name. */
export async function sayInRoom(
  account: Account,
  id: string,
  text: string,
): Promise<Result<{ id: string }, SaveFailure>> {
  const room = roomOf(account, id);
  if (!room) return err({ code: 'unknown' });
  if (text.length > ROOM_TEXT) return err({ code: 'too-large' });
  // A room that is not there yet takes its maker's words. Whoever was asked into it says yes first, or they would wait.
  const { joined } = roomRecord(account, room.replica.spaceId);
  const mayWrite = room.replica.log.epoch > 0 ? isInRoom(account, room) : joined;
  if (!mayWrite) return err({ code: 'refused' });
  const entry = `${account.accountId}.${toBase64Url(account.env.primitives.random(12))}`;
  const saved = await account.write([{ replica: room.replica, ops: [put('said', entry, { text })] }]);
  return saved.ok ? ok({ id: entry }) : saved;
}

export const saidIn = (account: Account, id: string): { id: string; by: string; text: string }[] =>
  (roomOf(account, id)?.replica.store.list('said') ?? []).flatMap(({ id: entry, fields }) =>
    typeof fields['text'] === 'string' ? [{ id: entry, by: entry.split('.')[0]!, text: fields['text'] }] : [],
  );

export const roomsOf = (account: Account): RoomView[] =>
  [...account.spaces].flatMap(([id, space]) => {
    const { replica, record } = space;
    if (record.role !== 'room') return [];
    const admins = replica.log.roster.filter(({ role }) => role === 'admin');
    const names = [account.accountId, ...admins.map((admin) => admin.account)]
      .map((author) => replica.store.get('room', `${author}.room`)?.fields['name'])
      .filter((name) => typeof name === 'string');
    const own = roleOf(space, account.accountId);
    const { joined, frozen } = roomRecord(account, id);
    return [
      {
        id,
        name: names[0] ?? '',
        state: frozen
          ? 'frozen'
          : replica.log.epoch === 0
            ? 'waiting'
            : own === undefined
              ? 'out'
              : joined
                ? 'in'
                : 'asked',
        members: replica.log.roster.map((member) => ({ id: member.account, role: member.role })),
        ...(own ? { role: own } : {}),
      } satisfies RoomView,
    ];
  });

/** Writes down in which rooms two histories were seen. */
export async function keepFrozen(account: Account): Promise<Result<void, StepError>> {
  for (const id of account.freezing) {
    const kept = written(await account.writeHome(put('space', id, { frozen: true })));
    if (!kept.ok) return kept;
  }
  return ok(undefined);
}

const changesOf = (account: Account, id: SpaceId) =>
  readRecords('room-change', account.home.store.list('room-change')).filter(
    ({ space, want }) => space === id && want !== null,
  );

/** The roster as it should be: as it is, with this account's own changes on top and what is newly known of each. */
function wantedRoster(account: Account, space: BookedSpace): Member[] {
  const { log } = space.replica;
  const roles = new Map(log.roster.map((member) => [member.account, member.role]));
  if (log.epoch === 0) roles.set(account.accountId, 'admin');
  for (const { account: who, want } of changesOf(account, space.replica.spaceId)) {
    if (want === 'out') roles.delete(who);
    else if (want && !isHeld(account, who)) roles.set(who, want);
  }
  return [...roles]
    .flatMap(([who, role]) => {
      const view = account.accountOf(who);
      const before = log.roster.find((member) => member.account === who);
      if (view?.closed || (!view && !before)) return [];
      // Another admin may know a member's newer chain.
      const version = Math.max(view?.encryptionVersion ?? 1, before?.version ?? 1);
      const position = Math.max((view?.heads.length ?? 1) - 1, before?.position ?? 0);
      return [{ account: who, version, position, role }];
    })
    .toSorted((a, b) => (a.account < b.account ? -1 : 1));
}

/** Writers of accounts that are let go, or of devices that were shut out. */
function removedBy(account: Account, { replica }: BookedSpace, roster: readonly Member[]): WriterId[] {
  const staying = new Set(roster.map((member) => member.account));
  const gone = [...replica.log.writers()].filter(
    ([, { removed, account: who }]) => !removed && !staying.has(who),
  );
  return [...new Set([...staleWriters(account, replica), ...gone.map(([id]) => id)])];
}

/**
 * Brings a room in line with what its admins decided, and sends what waits. Where the server takes none of the keys
 * held here, others have let this person go, and nothing says so: there is nothing to do until they are let in again.
 */
export async function settleRoom(
  account: Account,
  space: BookedSpace,
  exchange: Exchange,
): Promise<Result<void, StepError>> {
  const { spaceId, log } = space.replica;
  const epoch = `${spaceId}.${log.epoch}`;
  if (account.outOf.has(epoch)) return ok(undefined);
  const done = await settleInside(account, space, exchange);
  const isOut = !done.ok && done.error.from === 'server' && done.error.error.error === 'forbidden';
  if (isOut) account.outOf.add(epoch);
  return isOut ? ok(undefined) : done;
}

async function settleInside(
  account: Account,
  space: BookedSpace,
  exchange: Exchange,
): Promise<Result<void, StepError>> {
  const { replica } = space;
  if (replica.log.epoch === 0 && !mayBegin(account, replica)) return ok(undefined);
  if (replica.log.writer(replica.writer.writerId)?.removed && isInRoom(account, space)) {
    // Let in again: who comes back is a new writer.
    const renewed = await replica.reincarnate();
    if (!renewed.ok) return err(storageError(renewed.error));
  }
  const settled = await settleRoster(account, space, exchange);
  if (!settled.ok || !isInRoom(account, space)) return settled;
  const ready = await replica.readyToSeal();
  if (!ready.ok) return err(storageError(ready.error));
  if (!holdsAdminKey(account, space)) {
    const listed = await isListed(account, replica);
    if (!listed.ok) return listed;
    if (!listed.value) return askToBeListed(account, space);
  }
  const ensured = await exchange.ensure(replica);
  if (!ensured.ok) return ensured;
  const listed = holdsAdminKey(account, space) ? await listWriters(account, space) : ok(undefined);
  return listed.ok ? exchange.push(replica) : listed;
}

/**
 * Its owner's phone begins a room, once. A phone that came later may hold keys of a room that it cannot read, because
 * others let this person go: there is nothing to begin, and it waits until somebody lets them in again.
 */
const mayBegin = (account: Account, { log, spaceId }: SpaceReplica): boolean =>
  log.genesis.owner === account.accountId && account.keyRecords(spaceId).every(({ control }) => !control);

/** An admin who was given the current epoch's admin key. */
const holdsAdminKey = (account: Account, space: BookedSpace): boolean =>
  roleOf(space, account.accountId) === 'admin' &&
  currentKeyRecord(account, space.replica)?.adminSeed !== undefined;

async function settleRoster(
  account: Account,
  space: BookedSpace,
  exchange: Exchange,
): Promise<Result<void, StepError>> {
  const { replica } = space;
  const noted = await noteRoster(account, space);
  if (!noted.ok) return noted;
  for (let attempt = 0; attempt < 4 && !exchange.isOutdated; attempt++) {
    if (roomRecord(account, replica.spaceId).frozen) return ok(undefined);
    if (replica.log.epoch > 0 && !holdsAdminKey(account, space)) return ok(undefined);
    const roster = wantedRoster(account, space);
    const removed = removedBy(account, space, roster);
    if (replica.log.epoch > 0 && sameRoster(roster, replica.log.roster) && removed.length === 0)
      return dropChanges(account, space);
    const push = (one: SpaceReplica) => exchange.push(one);
    const outcome =
      replica.heldCount > 0
        ? ok('behind' as const)
        : await openEpoch(account, space, roster, removed, push, exchange);
    if (!outcome.ok) return outcome;
    if (outcome.value !== 'behind') continue;
    const pulled = await exchange.pull([replica]);
    if (!pulled.ok) return pulled;
  }
  return ok(undefined);
}

/** Notes of an epoch that another admin opened who is in it, so that this one can give its key on. */
async function noteRoster(account: Account, { replica }: BookedSpace): Promise<Result<void, StepError>> {
  const record = currentKeyRecord(account, replica);
  if (!record || record.roster || replica.log.roster.length === 0) return ok(undefined);
  const roster = replica.log.roster.map((member) => ({ ...member }));
  return written(await account.writeHome(put('space-key', record.id, { roster })));
}

/** What the room shows by now needs no more deciding. */
async function dropChanges(account: Account, space: BookedSpace): Promise<Result<void, StepError>> {
  const over = changesOf(account, space.replica.spaceId).filter(
    ({ account: who, want }) => (roleOf(space, who) ?? 'out') === want,
  );
  if (over.length === 0) return ok(undefined);
  return written(await account.writeHome(...over.map(({ id }) => put('room-change', id, { want: null }))));
}

/** Whether the server takes what this phone writes in a room whose admin key it does not hold. */
async function isListed(account: Account, replica: SpaceReplica): Promise<Result<boolean, StepError>> {
  const { keys, writerId } = replica.writer;
  if (account.listed.has(writerId)) return ok(true);
  const found = await account.session.call(
    'space.writer',
    { spaceId: replica.spaceId, writerKey: keys.publicKey },
    [keys],
  );
  if (!found.ok) return err(serverError(found.error));
  if (found.value.listed) account.listed.add(writerId);
  return ok(found.value.listed);
}

const askSchema = v.object({ space: v.string(), key: bytesSchema(32) });

/** Asks the admins whom this account knows to list its writing key: each phone has one of its own. */
async function askToBeListed(account: Account, { replica }: BookedSpace): Promise<Result<void, StepError>> {
  const { keys, writerId } = replica.writer;
  const admins = replica.log.roster.filter(({ role }) => role === 'admin').map((admin) => admin.account);
  const pairs = admins.flatMap((admin) => pairsWith(account, admin));
  const asking = pairs.filter(
    ({ replica: { log, store } }) => log.epoch > 0 && !store.get('room-writer', writerId),
  );
  if (asking.length === 0) return ok(undefined);
  const asked = put('room-writer', writerId, { space: replica.spaceId, key: keys.publicKey });
  return written(await account.write(asking.map((pair) => ({ replica: pair.replica, ops: [asked] }))));
}

/** Lists the writing keys that members asked for. The log itself decides whose writing counts. */
async function listWriters(account: Account, space: BookedSpace): Promise<Result<void, StepError>> {
  const { spaceId, log } = space.replica;
  for (const member of log.roster) {
    const asked = pairsWith(account, member.account).flatMap(({ replica }) =>
      replica.store.list('room-writer'),
    );
    for (const { fields } of asked.slice(0, WRITERS_EACH)) {
      const ask = v.safeParse(askSchema, fields);
      if (!ask.success || ask.output.space !== spaceId) continue;
      const writerKey = ask.output.key;
      const writerId = writerIdOf(account.env.primitives.sha256, writerKey);
      if (account.listed.has(writerId) || log.writer(writerId)?.removed) continue;
      const added = await account.session.call(
        'space.addWriter',
        { spaceId, writerKey },
        account.adminKeys(spaceId),
      );
      if (!added.ok && !isRefusal(serverError(added.error))) return err(serverError(added.error));
      if (added.ok) account.listed.add(writerId);
    }
  }
  return ok(undefined);
}
