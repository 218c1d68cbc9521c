import type { Result } from '@holdfast/base';
import { err, ok, toBase64Url } from '@holdfast/base';
import type { BlobRef, RecordTypeName, StoredRecord } from '@holdfast/recovery';
import { checkFields, RECORD_TYPES, recordType } from '@holdfast/recovery';
import type { RecordView, SpaceReplica } from '@holdfast/sync';
import type { Account } from './account.ts';
import type { Change, SaveFailure } from './api.ts';
import { put } from './records.ts';

/** What a view came to: views that did not change stay the same object, so each is checked once. */
const checked = new WeakMap<RecordView, StoredRecord<RecordTypeName> | null>();

function readView(type: RecordTypeName, view: RecordView): StoredRecord<RecordTypeName> | undefined {
  let record = checked.get(view);
  if (record === undefined) {
    const fields = checkFields(recordType(type), view.fields);
    record = fields.ok
      ? ({ ...(fields.value as object), id: view.id } as StoredRecord<RecordTypeName>)
      : null;
    checked.set(view, record);
  }
  return record ?? undefined;
}

const blobsOf = (type: RecordTypeName, record: object | undefined): readonly BlobRef[] =>
  (record && recordType(type).blobs?.(record)) ?? [];

const isOver = (type: RecordTypeName, record: object, now: number): boolean =>
  (recordType(type).expires?.(record) ?? Infinity) <= now;

/** The spaces that hold a kind of record: more than one where two phones each began one while apart. */
const replicasOf = (account: Account, type: RecordTypeName): readonly SpaceReplica[] => {
  const { home } = recordType(type);
  return home === 'private' ? [account.home] : account.ownSpaces(home);
};

/** Every record of a kind that this version can read, in order of id, without those whose time is over. */
export function listOwn<N extends RecordTypeName>(account: Account, type: N): readonly StoredRecord<N>[] {
  const now = account.now();
  return replicasOf(account, type).flatMap(({ store }) =>
    store.list(type).flatMap((view) => {
      const record = readView(type, view) as StoredRecord<N> | undefined;
      return record && !isOver(type, record, now) ? [record] : [];
    }),
  );
}

/**
 * Makes changes in one commit: all of them or none. A change of a record that exists may name some of its fields;
 * the others stay. Photos and voice notes that a record names no more go with it. Answers with the id of each record,
 * in order.
 */
export async function saveOwn(
  account: Account,
  changes: readonly Change[],
): Promise<Result<{ ids: readonly string[] }, SaveFailure>> {
  const writes = new Map<SpaceReplica, object[]>();
  const ids: string[] = [];
  const before = new Map<string, BlobRef>();
  const after = new Set<string>();
  for (const change of changes) {
    const { type } = change;
    const id = change.id ?? toBase64Url(account.env.primitives.random(12));
    ids.push(id);
    const holders = replicasOf(account, type).filter(({ store }) => store.get(type, id));
    const write = (replica: SpaceReplica, op: object): unknown =>
      writes.set(replica, [...(writes.get(replica) ?? []), op]);
    for (const { store } of holders)
      for (const ref of blobsOf(type, readView(type, store.get(type, id)!))) before.set(ref.id, ref);
    if ('remove' in change) {
      for (const holder of holders) write(holder, { op: 'delete', type, id });
      continue;
    }
    const held = holders[0]?.store.get(type, id)?.fields ?? {};
    const fields = checkFields(recordType(type), { ...held, ...change.fields });
    if (!fields.ok) return fields;
    for (const ref of blobsOf(type, fields.value as object)) after.add(ref.id);
    const replica = holders[0] ?? (await homeOf(account, type));
    if ('ok' in replica) return replica;
    const named = Object.entries(fields.value as object).filter(
      ([field]) => !holders[0] || Object.hasOwn(change.fields as object, field),
    );
    write(replica, put(type, id, Object.fromEntries(named)));
  }
  const gone = [...before.values()].filter(({ id }) => !after.has(id));
  const removal = await account.blobs.removal(gone);
  if (!removal.ok) return err({ code: removal.error });
  const all = [...writes].map(([replica, ops]) => ({ replica, ops }));
  const written = await account.write(all, removal.value.writes);
  if (!written.ok) return written;
  removal.value.done();
  return ok({ ids });
}

async function homeOf(
  account: Account,
  type: RecordTypeName,
): Promise<SpaceReplica | Extract<Result<never, SaveFailure>, { ok: false }>> {
  const { home } = recordType(type);
  if (home === 'private') return account.home;
  const space = await account.categorySpace(home);
  return space.ok ? space.value : err(space.error);
}

/** Removes the records whose time is over. They are not shown before that either. */
export async function removeExpired(account: Account): Promise<Result<void, SaveFailure>> {
  const now = account.now();
  const types = (Object.keys(RECORD_TYPES) as RecordTypeName[]).filter((type) => recordType(type).expires);
  const over = types.flatMap((type) =>
    replicasOf(account, type).flatMap(({ store }) =>
      store.list(type).flatMap((view) => {
        const record = readView(type, view);
        return record && isOver(type, record, now) ? [{ type, id: view.id, remove: true as const }] : [];
      }),
    ),
  );
  if (over.length === 0) return ok(undefined);
  const removed = await saveOwn(account, over);
  return removed.ok ? ok(undefined) : removed;
}
