import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import type { CborValue } from '@holdfast/protocol';
import { byteString, decodeCbor, encodeCbor } from '@holdfast/protocol';
import type { BlobRef, Home, RecordTypeName } from '@holdfast/recovery';
import { CATEGORIES, PROFILE_ID, RECORD_TYPES, recordType } from '@holdfast/recovery';
import type { SpaceReplica } from '@holdfast/sync';
import { parseOp } from '@holdfast/sync';
import type { CopyDefect } from '@holdfast/vault';
import { groupCode, openCopy, readRecoveryCode, sealCopy, writeRecoveryCode } from '@holdfast/vault';
import * as v from 'valibot';
import type { Account } from './account.ts';
import type { CopyFailure, CopyView, Failure, SaveFailure, SavedCopy } from './api.ts';
import { blobsIn } from './blobs.ts';
import { inBatches } from './own-records.ts';
import { put } from './records.ts';

/** A copy holds at most this much of photos and voice notes; the others are counted. Bytes. */
const BLOB_BYTES = 48 * 1024 * 1024;

/**
 * [Note: What a copy holds]
 * What a person wrote, and nothing that makes an account: no keys, no people of the app, no shares. So it can be taken
 * up by any page, also a new one, and whoever finds file and code can read and not act. Each entry stands there as it
 * is kept, whatever version wrote it.
 */
const contentSchema = v.object({
  version: v.literal(1),
  /** When it was made, ms since 1970. */
  made: v.number(),
  /** Home, type, id and fields of each entry. */
  entries: v.array(v.strictTuple([v.string(), v.string(), v.string(), v.record(v.string(), v.unknown())])),
  /** Photos and voice notes by id. */
  blobs: v.array(v.strictTuple([v.string(), byteString])),
});
type Content = v.InferOutput<typeof contentSchema>;
type Entry = Content['entries'][number];

const HOMES: readonly Home[] = [...(Object.keys(CATEGORIES) as Home[]), 'journal', 'private'];

/** Types that may stand in a home. The private space holds the account itself, so there only those that are known. */
const mayHold = (home: Home, type: string): boolean => {
  const known = Object.hasOwn(RECORD_TYPES, type) ? recordType(type as RecordTypeName).home : undefined;
  return home === 'private' ? known === 'private' : known === undefined || known === home;
};

const replicasOf = (account: Account, home: Home): readonly SpaceReplica[] =>
  home === 'private' ? [account.home] : account.ownSpaces(home);

/** Every entry that is shown on this page now, in one order. */
export function entriesOf(account: Account): Entry[] {
  const seen = new Set<string>();
  return HOMES.flatMap((home) =>
    replicasOf(account, home).flatMap(({ store }) =>
      store
        .types()
        .filter((type) => mayHold(home, type))
        .flatMap((type) => store.list(type))
        .flatMap(({ type, id, fields }): Entry[] => {
          const name = JSON.stringify([home, type, id]);
          if (seen.has(name)) return [];
          seen.add(name);
          return [[home, type, id, fields]];
        }),
    ),
  );
}

/** The whole page as one sealed file, and the code that opens it: made for this file, shown once, kept nowhere. */
export async function makeCopy(account: Account): Promise<Result<SavedCopy, Failure>> {
  const p = account.env.primitives;
  const entries = entriesOf(account);
  const blobs: [string, Uint8Array][] = [];
  let room = BLOB_BYTES;
  let left = 0;
  for (const ref of entries.flatMap(([, , , fields]) => blobsIn(fields))) {
    const bytes = ref.size <= room ? await account.blobs.read(ref) : undefined;
    if (bytes?.ok) {
      blobs.push([ref.id, bytes.value]);
      room -= bytes.value.length;
    } else left += 1;
  }
  const content = { version: 1, made: Math.round(account.now()), entries, blobs };
  const secret = p.random(16);
  const file = sealCopy(p, secret, encodeCbor(content as unknown as CborValue));
  const groups = groupCode(writeRecoveryCode(secret)).split(' ');
  return ok({ file, groups, entries: entries.length, left });
}

function read(account: Account, file: Uint8Array, typed: string): Result<Content, CopyFailure> {
  const code = readRecoveryCode(typed);
  if (!code.ok) return err({ code: 'code', defect: code.error });
  const opened = openCopy(account.env.primitives, code.value, file);
  if (!opened.ok) return err({ code: COPY_CODES[opened.error] });
  const value = decodeCbor(opened.value);
  const version = value.ok ? v.safeParse(v.object({ version: v.number() }), value.value) : undefined;
  if (version?.success && version.output.version > 1) return err({ code: 'copy-newer' });
  const content = value.ok ? v.safeParse(contentSchema, value.value) : undefined;
  return content?.success ? ok(content.output) : err({ code: 'copy-damaged' });
}

const COPY_CODES = {
  foreign: 'copy-foreign',
  newer: 'copy-newer',
  code: 'copy-code',
  damaged: 'copy-damaged',
} as const satisfies Record<CopyDefect, CopyFailure['code']>;

/** Entries of a copy that this page has not. What is here already stays as it is: it may be newer. */
function missingHere(account: Account, content: Content): Entry[] {
  return content.entries.filter(([home, type, id, fields]) => {
    if (!HOMES.includes(home as Home) || !mayHold(home as Home, type)) return false;
    // A copy sets fields, and decides nothing about deletions.
    if (!parseOp(put(type, id, fields)) || Object.keys(fields).some((name) => name.startsWith('$')))
      return false;
    const held = replicasOf(account, home as Home)
      .map(({ store }) => store.get(type, id))
      .find((view) => view !== undefined);
    if (held === undefined) return true;
    // The page that was begun earlier is the one that goes on: its day and its picture.
    const [begun, before] = [fields['begun'], held.fields['begun']];
    return (
      type === 'profile' &&
      id === PROFILE_ID &&
      typeof begun === 'string' &&
      typeof before === 'string' &&
      begun < before
    );
  });
}

/** What is in a copy, before anything of it is taken up. */
export function lookAtCopy(account: Account, file: Uint8Array, typed: string): Result<CopyView, CopyFailure> {
  const content = read(account, file, typed);
  if (!content.ok) return content;
  const missing = missingHere(account, content.value);
  return ok({ made: content.value.made, entries: content.value.entries.length, missing: missing.length });
}

/** Takes up what this page has not. Durable as a whole when it answers, or nothing was changed but photos kept. */
export async function bringBack(
  account: Account,
  file: Uint8Array,
  typed: string,
): Promise<Result<{ added: number }, CopyFailure | SaveFailure>> {
  const content = read(account, file, typed);
  if (!content.ok) return content;
  const missing = missingHere(account, content.value);
  const blobs = new Map(content.value.blobs);
  const writes = new Map<SpaceReplica, object[]>();
  for (const [home, type, id, fields] of missing) {
    const space = home === 'private' ? ok(account.home) : await account.categorySpace(home as 'journal');
    if (!space.ok) return space;
    const placed = await placeBlobs(account, home as Home, blobs, fields);
    if (!placed.ok) return placed;
    const back = space.value.store.isDeleted(type, id) ? { $deleted: false } : {};
    const op = put(type, id, { ...placed.value, ...back });
    const ops = writes.get(space.value);
    if (ops) ops.push(op);
    else writes.set(space.value, [op]);
  }
  const written = await account.write([...writes].flatMap(([replica, ops]) => inBatches(replica, ops)));
  return written.ok ? ok({ added: missing.length }) : written;
}

/** Fields with their photos and voice notes put into this account, where they are not its own already. */
async function placeBlobs(
  account: Account,
  home: Home,
  blobs: ReadonlyMap<string, Uint8Array>,
  fields: object,
): Promise<Result<{ [field: string]: unknown }, SaveFailure>> {
  const placed = new Map<string, BlobRef>();
  for (const ref of blobsIn(fields)) {
    const bytes = blobs.get(ref.id);
    const own = account.replicas().some(({ spaceId }) => spaceId === ref.space);
    if (own || !bytes) continue;
    const about = { type: ref.type, ...(ref.preview ? { preview: ref.preview } : {}) };
    const saved = await account.blobs.save(home, bytes, about);
    if (!saved.ok) return err(saved.error.code === 'blob-too-large' ? { code: 'too-large' } : saved.error);
    placed.set(ref.id, saved.value.ref);
  }
  return ok(replaced(fields, placed) as { [field: string]: unknown });
}

function replaced(value: unknown, placed: ReadonlyMap<string, BlobRef>): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((item) => replaced(item, placed));
  const { id } = value as { readonly id?: unknown };
  const other = typeof id === 'string' ? placed.get(id) : undefined;
  if (other && 'space' in value) return other;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replaced(inner, placed)]));
}
