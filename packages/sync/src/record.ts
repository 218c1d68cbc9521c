import { compareBytes } from '@holdfast/base';
import type { CborValue } from '@holdfast/protocol';
import { encodeCbor } from '@holdfast/protocol';
import type { Op, Position, RecordView } from './op.ts';
import { DELETED, RESTORED } from './op.ts';

/** One decided value and the op that decided it. An undefined value is an element that was removed. */
export interface Cell {
  readonly at: Position;
  readonly value: CborValue | undefined;
}

/** Everything known of one record, deleted or not. Two of them join cell by cell, in any order. */
export interface RecordState {
  readonly fields: Map<string, Cell>;
  readonly sets: Map<string, Map<string, Cell>>;
}

export const emptyRecord = (): RecordState => ({ fields: new Map(), sets: new Map() });

export const copyRecord = (record: RecordState): RecordState => ({
  fields: new Map(record.fields),
  sets: new Map([...record.sets].map(([field, elements]) => [field, new Map(elements)])),
});

/** [REC-1] The order that decides merges. Writer ids compare as text, by UTF-16 code unit. */
export function comparePositions(a: Position, b: Position): number {
  if (a.lamport !== b.lamport) return a.lamport - b.lamport;
  if (a.writerId !== b.writerId) return a.writerId < b.writerId ? -1 : 1;
  return a.wseq - b.wseq || a.index - b.index;
}

/** [REC-2] Puts a cell in its place if it is later in the order. True when it changed something. */
export function joinCell(cells: Map<string, Cell>, name: string, cell: Cell): boolean {
  const held = cells.get(name);
  if (held !== undefined) {
    const order = comparePositions(cell.at, held.at) || compareValues(cell.value, held.value);
    if (order <= 0) return false;
  }
  cells.set(name, cell);
  return true;
}

/**
 * [REC-3] One writer who signs two envelopes for one position must not be able to split readers, so the larger
 * encoding wins. Honest writers never come here with two different values.
 */
function compareValues(a: CborValue | undefined, b: CborValue | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  return compareBytes(encodeCbor(a), encodeCbor(b));
}

/**
 * [REC-5] Joins a field into its record. A deletion takes with it, for good, every value that is not later than it:
 * what a person deleted must not lie on in a phone's storage.
 */
export function joinField(record: RecordState, name: string, cell: Cell): boolean {
  if (name === DELETED && cell.value !== true) return joinField(record, RESTORED, { ...cell, value: true });
  if (isGone(record, cell)) return false;
  if (!joinCell(record.fields, name, cell)) return false;
  if (name === DELETED) sweep(record);
  return true;
}

/** Joins an element into a set of its record. */
export function joinElement(record: RecordState, field: string, element: string, cell: Cell): boolean {
  if (isGone(record, cell)) return false;
  let elements = record.sets.get(field);
  if (elements === undefined) record.sets.set(field, (elements = new Map()));
  return joinCell(elements, element, cell);
}

/** Joins all that another state of the same record holds. True when it changed something. */
export function joinRecord(record: RecordState, other: RecordState): boolean {
  let changed = false;
  for (const [name, cell] of other.fields) changed = joinField(record, name, cell) || changed;
  for (const [field, elements] of other.sets)
    for (const [name, cell] of elements) changed = joinElement(record, field, name, cell) || changed;
  return changed;
}

/** Whether the record was deleted, and not brought back after that. */
export const isDeleted = ({ fields }: RecordState): boolean => fields.has(DELETED) && !fields.has(RESTORED);

const isGone = ({ fields }: RecordState, { at }: Cell): boolean => {
  const deleted = fields.get(DELETED);
  return deleted !== undefined && comparePositions(at, deleted.at) <= 0;
};

function sweep(record: RecordState): void {
  for (const [name, cell] of record.fields)
    if (name !== DELETED && isGone(record, cell)) record.fields.delete(name);
  for (const [field, elements] of record.sets) {
    for (const [name, cell] of elements) if (isGone(record, cell)) elements.delete(name);
    if (elements.size === 0) record.sets.delete(field);
  }
}

/** Joins one op into its record. True when it changed something. */
export function applyOp(record: RecordState, op: Op, at: Position): boolean {
  switch (op.op) {
    case 'put': {
      let changed = false;
      for (const [field, value] of Object.entries(op.fields)) {
        changed = joinField(record, field, { at, value }) || changed;
      }
      return changed;
    }
    case 'delete':
      return joinField(record, DELETED, { at, value: true });
    case 'add':
      return joinElement(record, op.field, op.element, { at, value: op.value });
    case 'remove':
      return joinElement(record, op.field, op.element, { at, value: undefined });
  }
}

/**
 * Ops that write a record's cells once more, without those that something in another state of it is later than. A
 * deletion stands later than before and would take with it what was written since: that is written once more too.
 */
export function opsOf(
  name: { readonly type: string; readonly id: string },
  record: RecordState,
  there: RecordState,
): Op[] {
  const both = copyRecord(there);
  joinRecord(both, record);
  const deletion = record.fields.get(DELETED);
  const { fields: cells, sets } = deletion && both.fields.get(DELETED) === deletion ? both : record;
  const fields = [...cells].filter(([field, cell]) => both.fields.get(field) === cell);
  const plain = fields.filter(([field]) => field !== DELETED && field !== RESTORED);
  const has = (field: string) => fields.some(([one]) => one === field);
  const put = (values: { [field: string]: CborValue }): Op => ({ op: 'put', ...name, fields: values });
  return [
    ...(has(DELETED) ? [{ op: 'delete' as const, ...name }] : []),
    ...(has(RESTORED) ? [put({ [DELETED]: false })] : []),
    ...(plain.length > 0
      ? [put(Object.fromEntries(plain.map(([field, { value }]) => [field, value!])))]
      : []),
    ...[...sets].flatMap(([field, elements]) =>
      [...elements]
        .filter(([element, cell]) => both.sets.get(field)?.get(element) === cell)
        .map(([element, { value }]): Op =>
          value === undefined
            ? { op: 'remove', ...name, field, element }
            : { op: 'add', ...name, field, element, value },
        ),
    ),
  ];
}

/** [REC-6] What queries see: undefined while deleted, or while nothing is known but removals. */
export function viewOf(type: string, id: string, record: RecordState): RecordView | undefined {
  if (isDeleted(record)) return undefined;
  const fields = visible(record.fields);
  const sets: Record<string, { [element: string]: CborValue }> = {};
  let empty = true;
  for (const [field, elements] of record.sets) {
    const shown = visible(elements);
    sets[field] = shown;
    for (const _ in shown) {
      empty = false;
      break;
    }
  }
  if (empty) {
    for (const _ in fields) {
      empty = false;
      break;
    }
  }
  return empty ? undefined : { type, id, fields, sets };
}

function visible(cells: ReadonlyMap<string, Cell>): { [name: string]: CborValue } {
  const out: { [name: string]: CborValue } = {};
  for (const [name, { value }] of cells) {
    if (value !== undefined && name !== DELETED && name !== RESTORED) out[name] = value;
  }
  return out;
}
