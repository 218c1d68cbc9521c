import type { CborValue } from '@holdfast/protocol';

/**
 * What an envelope carries: changes to records. A record is {type, id, fields}; each field keeps the value of the
 * last writer in the order of PROTOCOL (lamport, writerId, wseq, place in the envelope). A set is a field whose
 * elements are added and removed one by one, each element decided by its own last writer. Deletion is a field.
 */
export type Op =
  | { readonly op: 'put'; readonly type: string; readonly id: string; readonly fields: { readonly [field: string]: CborValue } }
  | { readonly op: 'add'; readonly type: string; readonly id: string; readonly field: string; readonly element: string; readonly value: CborValue }
  | { readonly op: 'remove'; readonly type: string; readonly id: string; readonly field: string; readonly element: string }
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
