import type { Op, Position } from './op.ts';

export interface PendingOp {
  readonly token: string;
  readonly op: Op;
  readonly at: Position;
}

/** Later than every sealed op, and among themselves in order of adding. */
const pendingPosition = (order: number, index: number): Position => ({
  lamport: Number.POSITIVE_INFINITY,
  writerId: '',
  wseq: order,
  index,
});

/** Writes that are shown but not sealed yet, found by the record they touch. */
export class Pending {
  #order = 0;
  #byToken = new Map<string, { readonly order: number; readonly ops: readonly Op[] }>();
  #byRecord = new Map<string, Map<string, PendingOp[]>>();

  tokens(): readonly string[] {
    return [...this.#byToken.keys()];
  }

  ops(token: string): readonly Op[] {
    return this.#byToken.get(token)?.ops ?? [];
  }

  /** A token added again takes the new ops and keeps its place in the order. */
  add(token: string, ops: readonly Op[]): void {
    const order = this.#byToken.get(token)?.order ?? this.#order++;
    this.#unlink(token);
    this.#byToken.set(token, { order, ops });
    ops.forEach((op, index) => {
      const records = this.#byRecord.get(op.type) ?? new Map<string, PendingOp[]>();
      this.#byRecord.set(op.type, records);
      const list = records.get(op.id) ?? [];
      records.set(op.id, list);
      list.push({ token, op, at: pendingPosition(order, index) });
    });
  }

  drop(token: string): void {
    this.#unlink(token);
    this.#byToken.delete(token);
  }

  of(type: string, id: string): readonly PendingOp[] | undefined {
    return this.#byRecord.get(type)?.get(id);
  }

  types(): Iterable<string> {
    return this.#byRecord.keys();
  }

  ids(type: string): Iterable<string> {
    return this.#byRecord.get(type)?.keys() ?? [];
  }

  #unlink(token: string): void {
    for (const { type, id } of this.ops(token)) {
      const records = this.#byRecord.get(type);
      const left = records?.get(id)?.filter((pending) => pending.token !== token) ?? [];
      if (left.length > 0) records?.set(id, left);
      else records?.delete(id);
      if (records?.size === 0) this.#byRecord.delete(type);
    }
  }
}
