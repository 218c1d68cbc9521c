import type { CborValue } from '@holdfast/protocol';
import { encodeCbor } from '@holdfast/protocol';

/**
 * What an envelope carries: changes to records. A record is {type, id, fields}; each field keeps the value of the
 * last writer in the order of PROTOCOL (lamport, writerId, wseq, place in the envelope). A set is a field whose
 * elements are added and removed one by one, each element decided by its own last writer. Deletion is a field.
 */
export type Op =
  | {
      readonly op: 'put';
      readonly type: string;
      readonly id: string;
      readonly fields: { readonly [field: string]: CborValue };
    }
  | {
      readonly op: 'add';
      readonly type: string;
      readonly id: string;
      readonly field: string;
      readonly element: string;
      readonly value: CborValue;
    }
  | {
      readonly op: 'remove';
      readonly type: string;
      readonly id: string;
      readonly field: string;
      readonly element: string;
    }
  | { readonly op: 'delete'; readonly type: string; readonly id: string };

/** Where an op stands in the order that decides merges. */
export interface Position {
  readonly lamport: number;
  readonly writerId: string;
  readonly wseq: number;
  /** Place in its envelope, from 0. */
  readonly index: number;
}

/** What queries see of a record that was not deleted. Set fields appear as a map from element to value. */
export interface RecordView {
  readonly type: string;
  readonly id: string;
  readonly fields: { readonly [field: string]: CborValue };
  readonly sets: { readonly [field: string]: { readonly [element: string]: CborValue } };
}

/**
 * The reserved field that says whether a record is deleted (SPEC [REC-5]). `delete` writes true; only an explicit
 * `put` of false brings the record back, without what it held before. Other field names that start with `$` are kept
 * for later versions.
 */
export const DELETED = '$deleted';
/** Where the state of a record keeps the latest `put` of `$deleted: false`. It is never the name of a field in an op. */
export const RESTORED = '$restored';

/** Longest type, id, field or element, in UTF-16 code units. */
export const NAME_LENGTH = 256;
/** Deepest nesting of a value. A fixed number, because what a stack holds differs between devices. */
export const VALUE_DEPTH = 16;

export interface ParsedOps {
  /** One entry for each that was sent, so that places in the order stay: undefined where it could not be read. */
  readonly ops: readonly (Op | undefined)[];
  /** How many could not be read: unknown kinds of a newer version, or malformed. */
  readonly unreadable: number;
}

/** [REC-8] Reads what an envelope carries. One op that cannot be read does not spoil those beside it. */
export function parseOps(value: unknown): ParsedOps {
  if (!Array.isArray(value)) return { ops: [], unreadable: 1 };
  const ops = value.map(parseOp);
  return { ops, unreadable: ops.filter((op) => op === undefined).length };
}

/** The CBOR of ops about to be sealed. Throws on an op that no reader would accept: that is a bug of the caller. */
export function encodeOps(ops: readonly Op[]): Uint8Array {
  for (const op of ops) {
    if (parseOp(op) === undefined) throw new TypeError(`Not a readable op: ${op.op} of a ${op.type}`);
  }
  return encodeCbor(ops);
}

/** The op as it was handed in when it fits its kind, else undefined. Properties it does not know are left alone. */
export function parseOp(value: unknown): Op | undefined {
  if (!isMap(value) || !isName(value['type']) || !isName(value['id'])) return undefined;
  const fits =
    value['op'] === 'put'
      ? isMap(value['fields']) && areFields(value['fields'])
      : value['op'] === 'add'
        ? isOwnName(value['field']) && isName(value['element']) && isValue(value['value'], VALUE_DEPTH)
        : value['op'] === 'remove'
          ? isOwnName(value['field']) && isName(value['element'])
          : value['op'] === 'delete';
  // The checks above are what the type says.
  return fits ? (value as unknown as Op) : undefined;
}

function areFields(fields: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(fields);
  return (
    names.length > 0 &&
    names.every((name) =>
      name === DELETED
        ? typeof fields[name] === 'boolean'
        : isOwnName(name) && isValue(fields[name], VALUE_DEPTH),
    )
  );
}

/** `__proto__` is a name no record type needs and with which careless readers set prototypes. */
export const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= NAME_LENGTH && value !== '__proto__';

const isOwnName = (value: unknown): value is string => isName(value) && !value.startsWith('$');

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && isPlain(value);

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Whether CBOR carries the value there and back. */
export function isValue(value: unknown, depth: number): value is CborValue {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object': {
      if (value === null || value instanceof Uint8Array) return true;
      if (depth === 0 || !(Array.isArray(value) || isPlain(value))) return false;
      return Object.values(value).every((inner) => isValue(inner, depth - 1));
    }
    default:
      return false;
  }
}
