import type { Result } from '@holdfast/base';
import { concat, err, ok, utf8 } from '@holdfast/base';
import type { Sha256 } from '@holdfast/protocol';
import type { Op, Position, RecordView } from './op.ts';
import { parseOp } from './op.ts';
import { Pending } from './pending.ts';
import type { RecordState } from './record.ts';
import { applyOp, copyRecord, elementsOf, emptyRecord, joinCell, viewOf } from './record.ts';
import { decodeSnapshot, encodeSnapshot } from './snapshot.ts';

/** All that is kept of one record type. */
interface Shelf {
  readonly records: Map<string, RecordState>;
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
    const pending = this.#pending.of(type, id);
    const record = shelf?.records.get(id);
    if (record === undefined && pending === undefined) return undefined;
    let shown = record ?? emptyRecord();
    if (pending !== undefined) {
      shown = copyRecord(shown);
      for (const { op, at } of pending) applyOp(shown, op, at);
    }
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

  /** A store with the records of a snapshot. */
  static fromSnapshot(bytes: Uint8Array): Result<RecordStore, 'malformed'> {
    const store = new RecordStore();
    const merged = store.mergeSnapshot(bytes);
    return merged.ok ? ok(store) : merged;
  }

  /** Joins the records of a snapshot, or of a chunk of one, into those held. All of it or nothing. */
  mergeSnapshot(bytes: Uint8Array): Result<void, 'malformed'> {
    const decoded = decodeSnapshot(bytes);
    if (!decoded.ok) return err('malformed');
    this.batch(() => {
      for (const { type, id, state } of decoded.value) {
        const shelf = this.#shelfOf(type);
        const held = shelf.records.get(id);
        let changed = held === undefined;
        if (held === undefined) {
          shelf.records.set(id, state);
          shelf.ids = undefined;
        } else {
          for (const [name, cell] of state.fields) changed = joinCell(held.fields, name, cell) || changed;
          for (const [field, elements] of state.sets) {
            for (const [name, cell] of elements) {
              changed = joinCell(elementsOf(held, field), name, cell) || changed;
            }
          }
        }
        if (changed) this.#touch(type, id);
      }
    });
    return ok(undefined);
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
    if (record === undefined) {
      record = emptyRecord();
      shelf.records.set(id, record);
      shelf.ids = undefined;
    }
    return record;
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

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
