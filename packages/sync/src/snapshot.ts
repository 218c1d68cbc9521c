import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import type { CborValue } from '@holdfast/protocol';
import { decodeCbor, encodeCbor } from '@holdfast/protocol';
import type { Position } from './op.ts';
import { isName, isValue, VALUE_DEPTH } from './op.ts';
import type { Cell, RecordState } from './record.ts';
import { comparePositions, emptyRecord } from './record.ts';
import { VarintReader, VarintWriter } from './varint.ts';

/**
 * [Note: snapshot format]
 * CBOR array [version, types, writers, names, ids, elements, values, shape]. Types, writers and names
 * stand there once each, the rest in order of use; `shape` is a byte string of varints that says how they fit together:
 *
 *   shape   = for each type: record count, records
 *   record  = field count, (name, position)…, set count, (name, element count, (position, present)…)…
 *   position = 0 for "as the cell before", else 1, lamport, writer, wseq, index
 *
 * Most cells of a record come from one put, so their position costs one byte. Everything is sorted, so one state has
 * one encoding and its hash says whether two devices agree. One byte string of numbers is some ten times faster to
 * read than the same numbers as CBOR items.
 */
const VERSION = 1;

type Types = readonly (readonly [type: string, records: ReadonlyMap<string, RecordState>])[];

export function encodeSnapshot(types: Types): Uint8Array {
  const typeNames: string[] = [];
  const writers = new TextTable();
  const names = new TextTable();
  const ids: string[] = [];
  const elementNames: string[] = [];
  const values: CborValue[] = [];
  const shape = new VarintWriter();
  let last: Position | undefined;

  const writePosition = (at: Position) => {
    if (last !== undefined && (at === last || comparePositions(at, last) === 0)) {
      shape.write(0);
      return;
    }
    last = at;
    shape.write(1);
    shape.write(at.lamport);
    shape.write(writers.indexOf(at.writerId));
    shape.write(at.wseq);
    shape.write(at.index);
  };

  for (const [type, records] of types.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (records.size === 0) continue;
    typeNames.push(type);
    shape.write(records.size);
    for (const [id, { fields, sets }] of sorted(records)) {
      ids.push(id);
      shape.write(fields.size);
      for (const [name, cell] of sorted(fields)) {
        shape.write(names.indexOf(name));
        writePosition(cell.at);
        // Only elements of sets can be without a value.
        values.push(cell.value!);
      }
      shape.write(sets.size);
      for (const [name, elements] of sorted(sets)) {
        shape.write(names.indexOf(name));
        shape.write(elements.size);
        for (const [element, cell] of sorted(elements)) {
          elementNames.push(element);
          writePosition(cell.at);
          shape.write(cell.value === undefined ? 0 : 1);
          if (cell.value !== undefined) values.push(cell.value);
        }
      }
    }
  }
  return encodeCbor([
    VERSION,
    typeNames,
    writers.texts,
    names.texts,
    ids,
    elementNames,
    values,
    shape.bytes(),
  ]);
}

/** Texts in order of first use, each named by its place. */
class TextTable {
  readonly texts: string[] = [];
  readonly #places = new Map<string, number>();

  indexOf(text: string): number {
    let place = this.#places.get(text);
    if (place === undefined) {
      place = this.texts.push(text) - 1;
      this.#places.set(text, place);
    }
    return place;
  }
}

export interface SnapshotRecord {
  readonly type: string;
  readonly id: string;
  readonly state: RecordState;
}

/** The records of a snapshot, or 'malformed' for bytes that `encodeSnapshot` of this version cannot have made. */
export function decodeSnapshot(bytes: Uint8Array): Result<readonly SnapshotRecord[], 'malformed'> {
  const decoded = decodeCbor(bytes);
  if (!decoded.ok || !Array.isArray(decoded.value) || decoded.value.length !== 8) return err('malformed');
  const [version, types, writers, names, ids, elements, values, shape] = decoded.value as unknown[];
  const wellFormed =
    version === VERSION &&
    [types, names, ids, elements].every(areNames) &&
    areTexts(writers) &&
    Array.isArray(values) &&
    values.every((value) => isValue(value, VALUE_DEPTH)) &&
    shape instanceof Uint8Array;
  if (!wellFormed) return err('malformed');
  try {
    const reading = new SnapshotReading(
      writers as string[],
      names as string[],
      ids as string[],
      elements as string[],
      values,
      new VarintReader(shape),
    );
    return ok(reading.records(types as string[]));
  } catch (error) {
    if (error instanceof RangeError) return err('malformed');
    throw error;
  }
}

/** Walks the shape and takes texts and values in turn. Throws RangeError where they do not fit together. */
class SnapshotReading {
  readonly #writers: readonly string[];
  readonly #names: readonly string[];
  readonly #ids: readonly string[];
  readonly #elements: readonly string[];
  readonly #values: readonly CborValue[];
  readonly #shape: VarintReader;
  #id = 0;
  #element = 0;
  #value = 0;
  #last: Position | undefined;

  constructor(
    writers: readonly string[],
    names: readonly string[],
    ids: readonly string[],
    elements: readonly string[],
    values: readonly CborValue[],
    shape: VarintReader,
  ) {
    this.#writers = writers;
    this.#names = names;
    this.#ids = ids;
    this.#elements = elements;
    this.#values = values;
    this.#shape = shape;
  }

  records(types: readonly string[]): readonly SnapshotRecord[] {
    const out: SnapshotRecord[] = [];
    for (const type of types) {
      for (let left = this.#shape.read(); left > 0; left--) {
        out.push({ type, id: at(this.#ids, this.#id++), state: this.#record() });
      }
    }
    const used =
      this.#shape.done &&
      this.#id === this.#ids.length &&
      this.#element === this.#elements.length &&
      this.#value === this.#values.length;
    if (!used) throw new RangeError('Snapshot holds more than its shape says');
    return out;
  }

  #record(): RecordState {
    const record = emptyRecord();
    for (let left = this.#shape.read(); left > 0; left--) {
      const name = at(this.#names, this.#shape.read());
      record.fields.set(name, this.#cell(true));
    }
    for (let left = this.#shape.read(); left > 0; left--) {
      const cells = new Map<string, Cell>();
      record.sets.set(at(this.#names, this.#shape.read()), cells);
      for (let more = this.#shape.read(); more > 0; more--) {
        cells.set(at(this.#elements, this.#element++), this.#cell(false));
      }
      if (cells.size === 0) throw new RangeError('Snapshot holds an empty set');
    }
    if (record.fields.size + record.sets.size === 0) throw new RangeError('Snapshot holds an empty record');
    return record;
  }

  #cell(always: boolean): Cell {
    const position = this.#position();
    const present = always || this.#shape.read() === 1;
    return { at: position, value: present ? at(this.#values, this.#value++) : undefined };
  }

  #position(): Position {
    if (this.#shape.read() !== 0) {
      this.#last = {
        lamport: this.#shape.read(),
        writerId: at(this.#writers, this.#shape.read()),
        wseq: this.#shape.read(),
        index: this.#shape.read(),
      };
    }
    if (this.#last === undefined) throw new RangeError('Snapshot names no first position');
    return this.#last;
  }
}

function at<T>(list: readonly T[], index: number): T {
  if (index >= list.length) throw new RangeError('Snapshot is shorter than its shape says');
  return list[index] as T;
}

const areTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const areNames = (value: unknown): value is string[] => Array.isArray(value) && value.every(isName);

/** Entries in order of key, by UTF-16 code unit: what `sort` does of itself, and faster than with a comparison. */
const sorted = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
  map.size < 2 ? [...map] : [...map.keys()].sort().map((key) => [key, map.get(key)!]);
