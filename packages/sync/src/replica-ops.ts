import type { CborValue } from '@holdfast/protocol';
import type { Acceptance } from '@holdfast/vault';
import type { Op } from './op.ts';
import { DELETED } from './op.ts';

/** Writes that wait to be sent, and the token they are stored under. */
export interface OutboxEntry {
  readonly token: string;
  readonly ops: readonly CborValue[];
}

/** A key for somebody, which is no record. */
export const isWrap = (op: CborValue): boolean =>
  typeof op === 'object' && op !== null && 'op' in op && op['op'] === 'wrap';

export const isCarried = (op: CborValue): boolean =>
  typeof op === 'object' &&
  op !== null &&
  'op' in op &&
  typeof op['op'] === 'string' &&
  op['op'].startsWith('carried');

/** Whether an op deletes a record, in either of its writings (SPEC [REC-5]). */
export function isDeletion(op: unknown): boolean {
  const { op: kind, fields } = (op ?? {}) as { op?: unknown; fields?: Record<string, unknown> };
  return kind === 'delete' || (kind === 'put' && fields?.[DELETED] === true);
}

/**
 * [ROM-6] In a room only the author whose id a record begins with says what it is. Ops on others' records keep their
 * place and change nothing.
 */
export const ownOps = ({ author, ops }: Extract<Acceptance, { status: 'applied' }>): readonly unknown[] =>
  ops.map((op) => {
    const id = typeof op === 'object' && op !== null && 'id' in op ? op.id : undefined;
    return typeof id === 'string' && id.startsWith(`${author}.`) ? op : { op: 'foreign' };
  });

/**
 * Leaves out fields that a later waiting write sets again. They decide nothing any more, and a line that was replaced
 * before it was ever sent must not travel to someone who was let in after that.
 */
export function withoutSuperseded(outbox: readonly OutboxEntry[]): OutboxEntry[] {
  const later = new Set<string>();
  return outbox
    .toReversed()
    .map(({ token, ops }) => ({
      token,
      ops: ops
        .toReversed()
        .filter((op) => {
          const put = op as Partial<Extract<Op, { op: 'put' }>>;
          if (put.op !== 'put' || !put.fields) return true;
          const fields = Object.keys(put.fields).map((field) => JSON.stringify([put.type, put.id, field]));
          const superseded = fields.every((field) => later.has(field));
          for (const field of fields) later.add(field);
          return !superseded;
        })
        .toReversed(),
    }))
    .toReversed();
}
