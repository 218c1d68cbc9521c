import type { Result } from '@holdfast/base';
import { concat, err, ok, utf8 } from '@holdfast/base';
import type { Sha256 } from '@holdfast/protocol';
import type { Op, Position, RecordView } from './op.ts';
import { DELETED, parseOp } from './op.ts';
import { Pending } from './pending.ts';
import type { RecordState } from './record.ts';
import {
  applyOp,
  comparePositions,
  copyRecord,
  emptyRecord,
  isDeleted,
  joinRecord,
  opsOf,
  viewOf,
} from './record.ts';
import type { SnapshotRecord } from './snapshot.ts';
import { decodeSnapshot, encodeSnapshot } from './snapshot.ts';

/** All that is kept of one record type. */
interface Shelf {
  records: Map<string, RecordState>;
  /** Made on demand and thrown away when their record changes; null stands for a record that is not to be seen. */
  readonly views: Map<string, RecordView | null>;
  /** Ids of `records` in order; undefined once a record came to be. */
  ids: readonly string[] | undefined;
  list: readonly RecordView[] | undefined;
}

/**
 * The records of one space: what its ops add up to, in whatever order they arrive and however often (SPEC [REC]).
 * A view that did not change stays the same object. Neither views nor values may be altered by who reads them.
 */
export class RecordStore {
  readonly #shelves = new Map<string, Shelf>();
  readonly #pending = new Pending();
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #touched = new Set<string>();
  #batches = 0;

  /**
   * Takes in the ops of one envelope. Places that hold no readable op are passed over and still count as places,
   * so the result of `parseOps` can be handed in as it is.
   */
  apply(at: Omit<Position, 'index'>, ops: readonly (Op | undefined)[]): void {
    const { lamport, writerId, wseq } = at;
    this.batch(() => {
      ops.forEach((candidate, index) => {
        const op = parseOp(candidate);
        if (op === undefined) return;
        const record = this.#recordOf(op.type, op.id);
        if (applyOp(record, op, { lamport, writerId, wseq, index })) this.#touch(op.type, op.id);
      });
    });
  }

  /** Runs several changes and tells each listener once, at the end. */
  batch(run: () => void): void {
    this.#batches += 1;
    try {
      run();
    } finally {
      this.#batches -= 1;
      if (this.#batches === 0) this.#tell();
    }
  }

  get(type: string, id: string): RecordView | undefined {
    const shelf = this.#shelves.get(type);
    const kept = shelf?.views.get(id);
    if (kept !== undefined) return kept ?? undefined;
    const shown = this.#shown(type, id);
    if (shown === undefined) return undefined;
    const view = viewOf(type, id, shown);
    this.#shelfOf(type).views.set(id, view ?? null);
    return view;
  }

  /** The records of a type in order of id (UTF-16 code units). The same array until one of them changes. */
  list(type: string): readonly RecordView[] {
    const shelf = this.#shelves.get(type);
    if (shelf === undefined) return [];
    shelf.ids ??= [...shelf.records.keys()].toSorted(byCodeUnit);
    shelf.list ??= this.#listedIds(type, shelf)
      .map((id) => this.get(type, id))
      .filter((view) => view !== undefined);
    return shelf.list;
  }

  /** Types of which at least one record is to be seen, in order. */
  types(): readonly string[] {
    return [...this.#shelves.keys()].filter((type) => this.list(type).length > 0).toSorted(byCodeUnit);
  }

  /** Replaces all pending writes. */
  setPending(entries: readonly { readonly token: string; readonly ops: readonly Op[] }[]): void {
    this.batch(() => {
      for (const token of this.#pending.tokens()) this.dropPending(token);
      for (const { token, ops } of entries) this.addPending(token, ops);
    });
  }

  /** Shows writes that are not sealed yet on top of everything sealed. Reusing a token replaces what it showed. */
  addPending(token: string, ops: readonly Op[]): void {
    const replaced = this.#pending.ops(token);
    const readable = ops.filter((op) => parseOp(op) !== undefined);
    this.#pending.add(token, readable);
    this.#touchAll([...replaced, ...readable]);
  }

  /** Harmless for a token that is not there. */
  dropPending(token: string): void {
    const dropped = this.#pending.ops(token);
    this.#pending.drop(token);
    this.#touchAll(dropped);
  }

  /** Calls `listener` after changes to what is known of the type, once for each change or batch. Returns its end. */
  watch(type: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, listeners);
    // A wrapper of its own, so that one function may watch twice and end each watch by itself.
    const entry = () => listener();
    listeners.add(entry);
    return () => {
      listeners.delete(entry);
    };
  }

  /** [REC-10] Equal for two stores exactly when they hold equal records decided by equal positions. */
  stateHash(sha256: Sha256): Uint8Array {
    return sha256(concat(utf8('hf1/state'), this.toSnapshot()));
  }

  /** All sealed records with their positions. Pending writes are not part of it. */
  toSnapshot(): Uint8Array {
    return encodeSnapshot([...this.#shelves].map(([type, { records }]) => [type, records]));
  }

  /**
   * The sealed state as snapshots of parts of it, of at most `bytes` each; undefined where one record alone is larger.
   * `only` says which positions are taken. All parts merged give what the state holds at those positions.
   */
  toParts(bytes: number, only: (at: Position) => boolean): readonly Uint8Array[] | undefined {
    const chosen = [...this.#shelves].flatMap(([type, { records }]) =>
      [...records].flatMap(([id, state]) => {
        const part = partOf(state, only);
        return part === undefined ? [] : [{ type, id, state: part }];
      }),
    );
    const parts: Uint8Array[] = [];
    for (let from = 0, count = PART_RECORDS; from < chosen.length;) {
      const slice = chosen.slice(from, from + count);
      const part = encodeSnapshot(byType(slice));
      if (part.length <= bytes) {
        parts.push(part);
        from += slice.length;
        count = PART_RECORDS;
      } else if (slice.length === 1) return undefined;
      else count = Math.ceil(slice.length / 2);
    }
    return parts;
  }

  /** Where the oldest of some fields of a record was written; at no position yet where that is still pending. */
  oldest(type: string, id: string, fields: readonly string[]): Position | undefined {
    const shown = this.#shown(type, id)?.fields;
    const cells = fields.flatMap((field) => shown?.get(field) ?? []);
    return cells.map(({ at }) => at).toSorted(comparePositions)[0];
  }

  /**
   * Ops that write once more what was decided here at some positions, record by record; without what something later
   * decides in another store of the same space.
   */
  opsFor(other: RecordStore, only: (at: Position) => boolean): readonly (readonly Op[])[] {
    return [...this.#shelves].flatMap(([type, { records }]) =>
      [...records].flatMap(([id, state]) => {
        const part = partOf(state, only);
        if (part === undefined) return [];
        const there = other.#shelves.get(type)?.records.get(id) ?? emptyRecord();
        const ops = opsOf({ type, id }, part, there);
        return ops.length > 0 ? [ops] : [];
      }),
    );
  }

  /** Takes on the sealed records of another store in place of its own. What is pending stays on top of them. */
  replaceBy(other: RecordStore): void {
    this.batch(() => {
      const types = [...this.#shelves.keys(), ...other.#shelves.keys()];
      this.#shelves.clear();
      for (const type of types) {
        this.#shelfOf(type).records = other.#shelves.get(type)?.records ?? new Map();
        this.#touched.add(type);
      }
    });
  }

  /** Whether the record was deleted and nothing has brought it back, pending writes included. */
  isDeleted(type: string, id: string): boolean {
    const shown = this.#shown(type, id);
    return shown !== undefined && isDeleted(shown);
  }

  /** A store with the records of a snapshot. */
  static fromSnapshot(bytes: Uint8Array): Result<RecordStore, 'malformed'> {
    const store = new RecordStore();
    const merged = store.mergeSnapshot(bytes);
    return merged.ok ? ok(store) : merged;
  }

  /**
   * Joins the records of a snapshot, or of a chunk of one, into those held. All of it or nothing: bytes that are no
   * snapshot, or hold a position that `allowed` refuses, change nothing.
   */
  mergeSnapshot(bytes: Uint8Array, allowed?: (at: Position) => boolean): Result<void, 'malformed'> {
    const decoded = decodeSnapshot(bytes);
    if (!decoded.ok) return decoded;
    if (allowed && decoded.value.some(({ state }) => !areAllowed(state, allowed))) return err('malformed');
    this.batch(() => {
      for (const { type, id, state } of decoded.value) {
        const { records } = this.#shelfOf(type);
        const held = records.get(id);
        // Nearly all of a snapshot is new when it is read at opening, and nobody else holds what was just decoded.
        // Only a deletion has to be joined: what it takes with it must not come in beside it.
        const taken = held === undefined && !state.fields.has(DELETED);
        if (taken) this.#hold(type, id, state);
        if (taken || joinRecord(this.#recordOf(type, id), state)) this.#touch(type, id);
      }
    });
    return ok(undefined);
  }

  /** A record with its pending writes; undefined when nothing is known of it. */
  #shown(type: string, id: string): RecordState | undefined {
    const pending = this.#pending.of(type, id);
    const record = this.#shelves.get(type)?.records.get(id);
    if (pending === undefined) return record;
    const shown = copyRecord(record ?? emptyRecord());
    for (const { op, at } of pending) applyOp(shown, op, at);
    return shown;
  }

  #listedIds(type: string, shelf: Shelf): readonly string[] {
    const known = shelf.ids ?? [];
    const added = [...this.#pending.ids(type)].filter((id) => !shelf.records.has(id));
    return added.length === 0 ? known : [...known, ...added].toSorted(byCodeUnit);
  }

  #shelfOf(type: string): Shelf {
    let shelf = this.#shelves.get(type);
    if (shelf === undefined) {
      shelf = { records: new Map(), views: new Map(), ids: undefined, list: undefined };
      this.#shelves.set(type, shelf);
    }
    return shelf;
  }

  #recordOf(type: string, id: string): RecordState {
    const shelf = this.#shelfOf(type);
    let record = shelf.records.get(id);
    if (record === undefined) this.#hold(type, id, (record = emptyRecord()));
    return record;
  }

  /** Takes up the state of a record of which nothing was known. */
  #hold(type: string, id: string, state: RecordState): void {
    const shelf = this.#shelfOf(type);
    shelf.records.set(id, state);
    shelf.ids = undefined;
  }

  #touch(type: string, id: string): void {
    const shelf = this.#shelfOf(type);
    shelf.views.delete(id);
    shelf.list = undefined;
    this.#touched.add(type);
  }

  #touchAll(ops: readonly Op[]): void {
    this.batch(() => {
      for (const { type, id } of ops) this.#touch(type, id);
    });
  }

  #tell(): void {
    const types = [...this.#touched];
    this.#touched.clear();
    for (const type of types) {
      const listeners = this.#listeners.get(type);
      if (listeners === undefined) continue;
      // A listener may end its own watch or another's, or begin one; what begins now has nothing to hear of yet.
      const now = [...listeners];
      for (const listener of now) if (listeners.has(listener)) listener();
    }
  }
}

/** Records of one part at most. */
const PART_RECORDS = 256;

/** The cells of a record at chosen positions; undefined when there are none. */
function partOf(state: RecordState, only: (at: Position) => boolean): RecordState | undefined {
  const part = emptyRecord();
  for (const [name, cell] of state.fields) if (only(cell.at)) part.fields.set(name, cell);
  for (const [field, elements] of state.sets) {
    const chosen = new Map([...elements].filter(([, { at }]) => only(at)));
    if (chosen.size > 0) part.sets.set(field, chosen);
  }
  return part.fields.size + part.sets.size > 0 ? part : undefined;
}

const areAllowed = (state: RecordState, allowed: (at: Position) => boolean): boolean =>
  [...state.fields.values(), ...[...state.sets.values()].flatMap((elements) => [...elements.values()])].every(
    ({ at }) => allowed(at),
  );

function byType(records: readonly SnapshotRecord[]): [string, Map<string, RecordState>][] {
  const types = new Map<string, Map<string, RecordState>>();
  for (const { type, id, state } of records) {
    const shelf = types.get(type) ?? new Map<string, RecordState>();
    types.set(type, shelf.set(id, state));
  }
  return [...types];
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
