import type { Result } from '@holdfast/base';
import { err, ok, toBase64Url } from '@holdfast/base';
import { encodeCbor } from '@holdfast/protocol';
import type { BlobRef, Home, Keeping, RecordTypeName, StoredRecord } from '@holdfast/recovery';
import {
  canEnd,
  checkFields,
  endOf,
  goesWith,
  isCategory,
  keepingOf,
  RECORD_TYPES,
  recordType,
} from '@holdfast/recovery';
import type { RecordView, SpaceReplica } from '@holdfast/sync';
import type { Account } from './account.ts';
import type { Change, SaveFailure } from './api.ts';
import { blobsIn, blobsNamedIn, recordKey } from './blobs.ts';
import { put } from './records.ts';
import { stopSharing } from './sharing.ts';

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

/** How long each kind of entry is kept, as this person chose. */
const keepingFor = (account: Account): Keeping =>
  keepingOf(
    account.home.store.list('keeping').flatMap((view) => {
      const record = readView('keeping', view) as StoredRecord<'keeping'> | undefined;
      return record ? [record] : [];
    }),
  );

/** The spaces that hold a kind of record: more than one where two phones each began one while apart. */
const replicasOf = (account: Account, type: RecordTypeName): readonly SpaceReplica[] => {
  const { home } = recordType(type);
  return home === 'private' ? [account.home] : account.ownSpaces(home);
};

/** Every record of a kind that this version can read, in order of id, without those whose time is over. */
export function listOwn<N extends RecordTypeName>(account: Account, type: N): readonly StoredRecord<N>[] {
  const now = account.now();
  const keeping = keepingFor(account);
  return replicasOf(account, type).flatMap(({ store }) =>
    store.list(type).flatMap((view) => {
      const record = readView(type, view) as StoredRecord<N> | undefined;
      return record && endOf(recordType(type), record, keeping) > now ? [record] : [];
    }),
  );
}

/**
 * Makes changes in one commit: all of them or none. A change of a record that exists may name some of its fields;
 * the others stay. Photos and voice notes that no record names any more go with it. Answers with the id of each record,
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
  const touched: string[] = [];
  for (const change of changes) {
    const { type } = change;
    const id = change.id ?? toBase64Url(account.env.primitives.random(12));
    ids.push(id);
    touched.push(recordKey({ type, id }));
    const holders = replicasOf(account, type).filter(({ store }) => store.get(type, id));
    const write = (replica: SpaceReplica, op: object): unknown => {
      const ops = writes.get(replica);
      return ops ? ops.push(op) : writes.set(replica, [op]);
    };
    for (const { store } of holders)
      for (const ref of blobsIn(store.get(type, id)!.fields)) before.set(ref.id, ref);
    if ('remove' in change) {
      for (const holder of holders) write(holder, { op: 'delete', type, id });
      continue;
    }
    const held = holders[0]?.store.get(type, id)?.fields ?? {};
    const fields = checkFields(recordType(type), { ...held, ...change.fields });
    if (!fields.ok) return fields;
    for (const ref of blobsIn(fields.value as object)) after.add(ref.id);
    const replica = holders[0] ?? (await homeOf(account, type));
    if ('ok' in replica) return replica;
    const named = Object.entries(fields.value as object).filter(
      ([field]) => !holders[0] || Object.hasOwn(change.fields as object, field),
    );
    // Under an id that was removed, such as a choice that is made again, nothing would be shown otherwise.
    const back = replica.store.isDeleted(type, id) ? { $deleted: false } : {};
    write(replica, put(type, id, { ...Object.fromEntries(named), ...back }));
  }
  const dropped = [...before.values()].filter(({ id }) => !after.has(id));
  const blobs = await account.blobs.changes(namedByNone(account, dropped, new Set(touched)), after);
  if (!blobs.ok) return err({ code: blobs.error });
  const all = [...writes].flatMap(([replica, ops]) => inBatches(replica, ops));
  const written = await account.write(all, blobs.value.writes);
  if (!written.ok) return written;
  blobs.value.done();
  return ok({ ids });
}

/** Those of some blobs that no record names, beside records that do not count. */
function namedByNone(
  account: Account,
  blobs: readonly BlobRef[],
  but?: ReadonlySet<string>,
): readonly BlobRef[] {
  if (blobs.length === 0) return blobs;
  const named = blobsNamedIn(account.replicas(), but);
  return blobs.filter(({ id }) => !named.has(id));
}

/** What one write of many carries at most: ops, and bytes of CBOR. */
const BATCH_OPS = 40;
const BATCH_BYTES = 48 * 1024;

/** Many ops as writes that each fit; they still become durable together. */
export function inBatches(
  replica: SpaceReplica,
  ops: readonly object[],
): { replica: SpaceReplica; ops: object[] }[] {
  const batches: { replica: SpaceReplica; ops: object[] }[] = [];
  let bytes = Infinity;
  for (const op of ops) {
    const size = ops.length === 1 ? 0 : encodeCbor(op as never).length;
    const last = batches.at(-1);
    if (!last || last.ops.length === BATCH_OPS || bytes + size > BATCH_BYTES) {
      batches.push({ replica, ops: [op] });
      bytes = size;
    } else {
      last.ops.push(op);
      bytes += size;
    }
  }
  return batches;
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

/**
 * Removes the records whose time is over, with their pictures. They are not shown before that either. What is over by the
 * server's clock alone is hidden, and stays: a clock that is years ahead must not take words that are not old.
 */
export async function removeExpired(account: Account): Promise<Result<void, SaveFailure>> {
  const now = account.earliestNow();
  const keeping = keepingFor(account);
  const types = (Object.keys(RECORD_TYPES) as RecordTypeName[]).filter((type) =>
    canEnd(recordType(type), keeping),
  );
  const over = types.flatMap((type) =>
    replicasOf(account, type).flatMap(({ store }) =>
      store.list(type).flatMap((view) => {
        const record = readView(type, view);
        return record && endOf(recordType(type), record, keeping) <= now
          ? [{ type, id: view.id, remove: true as const }]
          : [];
      }),
    ),
  );
  if (over.length === 0) return ok(undefined);
  const removed = await saveOwn(account, over);
  return removed.ok ? ok(undefined) : removed;
}

/** Removes what records named that are gone. */
async function removeBlobs(
  account: Account,
  records: readonly { readonly fields: object }[],
): Promise<Result<void, SaveFailure>> {
  const were = records.flatMap(({ fields }) => blobsIn(fields));
  for (const ref of namedByNone(account, were)) {
    const gone = await account.blobs.remove(ref);
    if (!gone.ok) return gone;
  }
  return ok(undefined);
}

/**
 * Removes all that a person wrote under one heading, whatever version of the app wrote it, with what is kept privately
 * of it; ends what of it is shared, and has the server drop it in the next round. What is written after that begins
 * anew, for nobody else.
 */
export async function removeHome(account: Account, home: Home): Promise<Result<void, SaveFailure>> {
  if (isCategory(home)) {
    const stopped = await stopSharing(account, (grant) => grant.category === home);
    if (!stopped.ok) return stopped;
  }
  const categories = home === 'private' ? [] : account.ownSpaces(home);
  for (const replica of [...categories, account.home]) {
    const records = replica.store
      .types()
      .flatMap((type) => replica.store.list(type))
      .filter(({ type, fields }) => replica !== account.home || goesWith(home, type, fields));
    if (records.length === 0 && replica === account.home) continue;
    const ops = records.map(({ type, id }) => ({ op: 'delete', type, id }));
    const removed = await account.write(inBatches(replica, ops));
    if (!removed.ok) return removed;
    const pictures = await removeBlobs(account, records);
    if (!pictures.ok) return pictures;
    account.renewNow.add(replica.spaceId);
  }
  const begun = await account.drafts.forgetTypes((type) => goesWith(home, type));
  return begun.ok ? begun : err({ code: begun.error });
}
