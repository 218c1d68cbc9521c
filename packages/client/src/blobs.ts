import type { Result } from '@holdfast/base';
import { err, ok, toId } from '@holdfast/base';
import type { BlobId, SpaceId } from '@holdfast/protocol';
import { decodeCbor, encodeCbor, idSchema, LIMITS } from '@holdfast/protocol';
import type { BlobRef } from '@holdfast/recovery';
import { blobRefSchema } from '@holdfast/recovery';
import type { SpaceReplica, StorageFailure, Write } from '@holdfast/sync';
import { openBlob, openLocal, sealBlob, sealLocal } from '@holdfast/vault';
import * as v from 'valibot';
import type { Account } from './account.ts';
import type { BlobFailure, SaveFailure } from './api.ts';
import type { StepError } from './env.ts';
import { isRefusal, serverError, storageError, toFailure } from './env.ts';
import type { Exchange } from './exchange.ts';

export type BlobHome = Parameters<Account['categorySpace']>[0] | 'private';

/**
 * What this phone knows of a blob beside its chunks. begun: made here, and no record names it yet · send: made here and
 * not all at the server · sent: all of it is · held: somebody else's, or another phone's · remove: gone here, and to be
 * removed at the server
 */
const entrySchema = v.object({
  space: idSchema<'space'>(),
  total: v.number(),
  state: v.picklist(['begun', 'send', 'sent', 'held', 'remove']),
});
type Entry = v.InferOutput<typeof entrySchema>;

/** Chunks that one round sends before the others get their turn again: 1 MiB. */
const TURN = 16;

const entryKey = (id: BlobId): string => `b/${id}`;
const chunksKey = (id: BlobId): string => `bc/${id}/`;
const chunkKey = (id: BlobId, index: number): string => `${chunksKey(id)}${String(index).padStart(3, '0')}`;

const emptied = (id: BlobId, chunks: number): Write[] =>
  Array.from({ length: chunks }, (_, index) => ({ key: chunkKey(id, index), value: undefined }));

/** Objects inside fields that have the form of a reference to a blob. */
function* refsIn(value: unknown): Generator<{ readonly id: string }> {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  const { id, key } = value as { readonly id?: unknown; readonly key?: unknown };
  if (typeof id === 'string' && key instanceof Uint8Array) yield { ...value, id };
  else for (const part of Object.values(value)) yield* refsIn(part);
}

/** Photos and voice notes that fields refer to, at any depth. */
export const blobsIn = (fields: object): BlobRef[] =>
  [...refsIn(fields)].flatMap((value) => {
    const ref = v.safeParse(blobRefSchema, value);
    return ref.success ? [ref.output] : [];
  });

/** How a record is told apart from all others. */
export const recordKey = ({ type, id }: { readonly type: string; readonly id: string }): string =>
  `${type} ${id}`;

/**
 * Every blob that a record of these spaces names, in any field: also records that this version cannot read.
 * @param but keys of records that do not count
 */
export function blobsNamedIn(
  replicas: readonly SpaceReplica[],
  but: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { store } of replicas)
    for (const type of store.types())
      for (const view of store.list(type)) {
        if (but.has(recordKey(view))) continue;
        for (const { id } of refsIn(view.fields)) named.add(id);
      }
  return named;
}

/**
 * Photos and voice notes: sealed when they are saved, kept on this phone as they were sealed, and sent chunk by chunk
 * when there is signal. The server says how many chunks it has, so an upload that was cut off goes on from there.
 */
export class Blobs {
  readonly #account: Account;
  #entries: Map<BlobId, Entry> | undefined;
  /** Saved since the account was opened. */
  readonly #fresh = new Set<BlobId>();
  #swept = false;

  constructor(account: Account) {
    this.#account = account;
  }

  /**
   * Seals a blob into the space of a record's home; durable when it answers. The ref goes into the record. One that is
   * begun is not sent before a record names it.
   */
  async save(
    home: BlobHome,
    bytes: Uint8Array,
    { begun, ...about }: { readonly type: string; readonly preview?: Uint8Array; readonly begun?: boolean },
  ): Promise<Result<{ ref: BlobRef }, SaveFailure | { readonly code: 'blob-too-large' }>> {
    if (bytes.length > LIMITS.blobBytes) return err({ code: 'blob-too-large' });
    const { env } = this.#account;
    const space = home === 'private' ? ok(this.#account.home) : await this.#account.categorySpace(home);
    if (!space.ok) return space;
    const { spaceId } = space.value;
    const blobId = toId<'blob'>(env.primitives.random(16));
    const key = env.primitives.random(32);
    const parsed = v.safeParse(blobRefSchema, {
      id: blobId,
      space: spaceId,
      key,
      size: bytes.length,
      ...about,
    });
    if (!parsed.success) {
      const field = parsed.issues[0].path?.[0]?.key;
      return err({ code: 'invalid', field: typeof field === 'string' ? field : '' });
    }
    const chunks = sealBlob(env.primitives, { spaceId, blobId }, key, bytes);
    const entry: Entry = { space: spaceId, total: chunks.length, state: begun ? 'begun' : 'send' };
    const stored = await this.#put(
      blobId,
      entry,
      chunks.map((value, index) => ({ key: chunkKey(blobId, index), value })),
    );
    if (!stored.ok) return err({ code: stored.error });
    this.#fresh.add(blobId);
    return ok({ ref: parsed.output });
  }

  /** The bytes of a blob: from this phone, else from the server, and then kept here as they came. */
  async read(ref: BlobRef): Promise<Result<Uint8Array, BlobFailure>> {
    const blobId = ref.id as BlobId;
    const loaded = await this.#load();
    if (!loaded.ok) return err({ code: loaded.error });
    const known = loaded.value.get(blobId);
    if (known?.state === 'remove') return err({ code: 'unknown' });
    const here = await this.#chunks(blobId);
    if (!here.ok) return err({ code: here.error });
    if (known !== undefined && here.value.length === known.total) {
      const opened = this.#open(ref, here.value);
      if (opened) return ok(opened);
    }
    return this.#fetch(ref, known === undefined ? here.value : []);
  }

  /** Removes a blob here at once, and at the server when there is signal. Harmless when it is not there. */
  async remove(ref: BlobRef): Promise<Result<void, SaveFailure>> {
    const changed = await this.changes([ref]);
    if (!changed.ok) return err({ code: changed.error });
    const stored = await this.#account.env.storage.commit(changed.value.writes);
    if (!stored.ok) return err({ code: stored.error });
    changed.value.done();
    this.#account.env.onChange?.();
    return ok(undefined);
  }

  /**
   * The writes that remove blobs which no record names any more, and let go out what a record names now, for the commit
   * of the records. Call `done` after it.
   */
  async changes(
    gone: readonly BlobRef[],
    named: ReadonlySet<string> = new Set(),
  ): Promise<Result<{ readonly writes: readonly Write[]; done(): void }, StorageFailure>> {
    const loaded = await this.#load();
    if (!loaded.ok) return loaded;
    const writes: Write[] = [];
    const entries: [BlobId, Entry | undefined][] = [];
    for (const ref of gone) {
      const id = ref.id as BlobId;
      const here = await this.#chunks(id);
      if (!here.ok) return here;
      const isBegun = loaded.value.get(id)?.state === 'begun';
      const left: Entry = { space: ref.space as SpaceId, total: 0, state: 'remove' };
      writes.push(...emptied(id, here.value.length));
      entries.push([id, isBegun ? undefined : left]);
    }
    for (const [id, entry] of loaded.value)
      if (entry.state === 'begun' && named.has(id)) entries.push([id, { ...entry, state: 'send' }]);
    writes.push(...entries.map(([id, entry]) => this.#entryWrite(id, entry)));
    return ok({
      writes,
      done: () => {
        for (const [id, entry] of entries)
          if (entry) loaded.value.set(id, entry);
          else loaded.value.delete(id);
      },
    });
  }

  /**
   * Removes the blobs that no record and no draft names: of records that another phone removed, and of those that were
   * never saved. Once each time the account is opened, when all that the server has was read. What was saved since then stays: its
   * record may be on its way.
   */
  async sweep(): Promise<Result<void, StorageFailure>> {
    if (this.#swept) return ok(undefined);
    const loaded = await this.#load();
    if (!loaded.ok) return loaded;
    this.#swept = true;
    const kept = [...loaded.value].filter(([id, { state }]) => state !== 'remove' && !this.#fresh.has(id));
    if (kept.length === 0) return ok(undefined);
    const named = blobsNamedIn(this.#account.replicas());
    const drafts = await this.#account.drafts.texts();
    if (!drafts.ok) return drafts;
    for (const [id, entry] of kept) {
      if (named.has(id) || !this.#replica(entry.space)) continue;
      if (entry.state === 'begun' && drafts.value.some((text) => text.includes(id))) continue;
      const here = await this.#chunks(id);
      if (!here.ok) return here;
      const own = entry.state === 'send' || entry.state === 'sent';
      const left: Entry | undefined = own ? { ...entry, total: 0, state: 'remove' } : undefined;
      const stored = await this.#put(id, left, emptied(id, here.value.length));
      if (!stored.ok) return stored;
    }
    return ok(undefined);
  }

  /** Blobs that are on this phone only, and removals that the server does not know of. */
  async waiting(): Promise<number> {
    const loaded = await this.#load();
    if (!loaded.ok) return 0;
    return [...loaded.value.values()].filter(({ state }) => state === 'send' || state === 'remove').length;
  }

  /** Whether a blob of a space is to be sent: its space must be there for it, also where its record is in another one. */
  async hasToSend(spaceId: SpaceId): Promise<boolean> {
    const loaded = await this.#load();
    return (
      loaded.ok &&
      [...loaded.value.values()].some(({ space, state }) => space === spaceId && state === 'send')
    );
  }

  /** The server was restored: what it had may be gone. It is asked, and what is missing goes out again. */
  async sendAgain(): Promise<Result<void, StorageFailure>> {
    const loaded = await this.#load();
    if (!loaded.ok) return loaded;
    for (const [id, entry] of loaded.value) {
      if (entry.state !== 'sent') continue;
      const kept = await this.#put(id, { ...entry, state: 'send' });
      if (!kept.ok) return kept;
    }
    return ok(undefined);
  }

  /** One turn of sending and removing. True when there is more to send. What the server refuses waits for another turn. */
  async send(exchange: Exchange): Promise<Result<boolean, StepError>> {
    const loaded = await this.#load();
    if (!loaded.ok) return err(storageError(loaded.error));
    let left = TURN;
    for (const [id, entry] of loaded.value) {
      if (entry.state !== 'send' && entry.state !== 'remove') continue;
      if (left <= 0) return ok(true);
      const replica = this.#replica(entry.space);
      if (!replica) continue;
      if (entry.state === 'remove' && replica.log.epoch === 0) {
        // The server never heard of this space, nor of anything in it.
        const forgotten = await this.#forget(id, 0);
        if (!forgotten.ok) return forgotten;
        continue;
      }
      const ensured = await exchange.ensure(replica);
      const done = !ensured.ok
        ? ensured
        : entry.state === 'send'
          ? await this.#upload(id, entry, replica, left)
          : await this.#removeThere(id, replica);
      if (!done.ok) {
        if (!isRefusal(done.error)) return done;
        continue;
      }
      left -= done.value;
    }
    return ok(left <= 0 && (await this.waiting()) > 0);
  }

  // ---- inside

  /** Sends at most `room` chunks. Answers how many it sent. */
  async #upload(
    blobId: BlobId,
    entry: Entry,
    replica: SpaceReplica,
    room: number,
  ): Promise<Result<number, StepError>> {
    const { session, env } = this.#account;
    const { spaceId, writer } = replica;
    const writerKey = writer.keys.publicKey;
    const { total } = entry;
    const asked = await session.call('space.chunks', { spaceId, key: writerKey, blobId, from: total }, [
      writer.keys,
    ]);
    if (!asked.ok) return err(serverError(asked.error));
    let { stored } = asked.value;
    for (let sent = 0; stored < total; sent++) {
      if (sent === room) return ok(sent);
      const chunk = await env.storage.get(chunkKey(blobId, stored));
      if (!chunk.ok) return err(storageError(chunk.error));
      // Removed on this phone meanwhile.
      if (!chunk.value) return ok(sent);
      const put = await session.call(
        'space.putChunk',
        { spaceId, writerKey, blobId, index: stored, total, chunk: chunk.value },
        [writer.keys],
      );
      if (!put.ok && put.error.error === 'cancelled') {
        // Another phone removed it, or so the server says: while a record names it here it is not given up.
        if (!blobsNamedIn(this.#account.replicas()).has(blobId)) return this.#forget(blobId, sent);
        const stays = await this.#put(blobId, { ...entry, state: 'held' });
        return stays.ok ? ok(sent) : err(storageError(stays.error));
      }
      if (!put.ok) return err(serverError(put.error));
      stored = put.value.stored;
    }
    const now = this.#entries?.get(blobId);
    if (now?.state !== 'send') return ok(1);
    const kept = await this.#put(blobId, { ...entry, state: 'sent' });
    return kept.ok ? ok(1) : err(storageError(kept.error));
  }

  async #removeThere(blobId: BlobId, replica: SpaceReplica): Promise<Result<number, StepError>> {
    const { spaceId, writer } = replica;
    const request = { spaceId, writerKey: writer.keys.publicKey, blobId };
    const removed = await this.#account.session.call('space.removeBlob', request, [writer.keys]);
    return removed.ok ? this.#forget(blobId, 1) : err(serverError(removed.error));
  }

  /** The blob is gone at the server: nothing of it stays here. */
  async #forget(blobId: BlobId, sent: number): Promise<Result<number, StepError>> {
    const here = await this.#chunks(blobId);
    if (!here.ok) return err(storageError(here.error));
    const forgotten = await this.#put(blobId, undefined, emptied(blobId, here.value.length));
    return forgotten.ok ? ok(sent) : err(storageError(forgotten.error));
  }

  /** Fetches what is missing after the chunks in hand; what came is kept, so that a cut line costs little. */
  async #fetch(ref: BlobRef, had: readonly Uint8Array[]): Promise<Result<Uint8Array, BlobFailure>> {
    const { session, env } = this.#account;
    const blobId = ref.id as BlobId;
    const spaceId = ref.space as SpaceId;
    const replica = this.#replica(spaceId);
    const keys = replica ? this.#account.readKeys(replica) : [];
    const chunks = [...had];
    for (let next = keys.pop(); next;) {
      const answer = await session.call(
        'space.chunks',
        { spaceId, key: next.publicKey, blobId, from: chunks.length },
        [next],
      );
      if (!answer.ok) return err(toFailure(serverError(answer.error)));
      const { stored, total } = answer.value;
      if (total === 0) {
        next = keys.pop();
        continue;
      }
      if (stored < total || total > LIMITS.blobChunks) return err({ code: 'unfinished' });
      const writes = answer.value.chunks.map((value, i) => ({
        key: chunkKey(blobId, chunks.length + i),
        value,
      }));
      chunks.push(...answer.value.chunks);
      // Where there is no room to keep them they can still be shown.
      if (writes.length > 0) await env.storage.commit(writes);
      if (chunks.length < total && writes.length > 0) continue;
      const opened = this.#open(ref, chunks);
      if (opened) {
        await this.#put(blobId, { space: spaceId, total, state: 'held' });
        return ok(opened);
      }
      await env.storage.commit(emptied(blobId, chunks.length));
      // Chunks kept from before may be the ones at fault: once more from the start.
      return had.length > 0 ? this.#fetch(ref, []) : err({ code: 'unknown' });
    }
    return err({ code: 'unknown' });
  }

  #open(ref: BlobRef, chunks: readonly Uint8Array[]): Uint8Array | undefined {
    const place = { spaceId: ref.space as SpaceId, blobId: ref.id as BlobId };
    const opened = openBlob(this.#account.env.primitives, place, ref.key, chunks);
    return opened?.length === ref.size ? opened : undefined;
  }

  #replica(spaceId: SpaceId): SpaceReplica | undefined {
    const { home, spaces } = this.#account;
    return spaceId === home.spaceId ? home : spaces.get(spaceId)?.replica;
  }

  async #chunks(blobId: BlobId): Promise<Result<readonly Uint8Array[], StorageFailure>> {
    const found = await this.#account.env.storage.scan(chunksKey(blobId));
    return found.ok ? ok(found.value.map(([, value]) => value)) : found;
  }

  async #put(
    id: BlobId,
    entry: Entry | undefined,
    more: readonly Write[] = [],
  ): Promise<Result<void, StorageFailure>> {
    const { env } = this.#account;
    const loaded = await this.#load();
    if (!loaded.ok) return loaded;
    const stored = await env.storage.commit([this.#entryWrite(id, entry), ...more]);
    if (!stored.ok) return stored;
    if (entry) loaded.value.set(id, entry);
    else loaded.value.delete(id);
    env.onChange?.();
    return ok(undefined);
  }

  #entryWrite(id: BlobId, entry: Entry | undefined): Write {
    const { env, localKey } = this.#account;
    const key = entryKey(id);
    return { key, value: entry && sealLocal(env.primitives, localKey, key, encodeCbor(entry)) };
  }

  async #load(): Promise<Result<Map<BlobId, Entry>, StorageFailure>> {
    if (this.#entries) return ok(this.#entries);
    const { env, localKey } = this.#account;
    const found = await env.storage.scan(entryKey('' as BlobId));
    if (!found.ok) return found;
    const entries = new Map<BlobId, Entry>();
    for (const [key, box] of found.value) {
      const bytes = openLocal(env.primitives, localKey, key, box);
      const value = bytes && decodeCbor(bytes);
      const parsed = value?.ok ? v.safeParse(entrySchema, value.value) : undefined;
      if (parsed?.success) entries.set(key.slice(entryKey('' as BlobId).length) as BlobId, parsed.output);
    }
    return ok((this.#entries ??= entries));
  }
}
