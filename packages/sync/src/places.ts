import type { WriterId } from '@holdfast/protocol';

/** Neighbouring positions of one writer that belong to one epoch: [epoch, writer, first, last]. */
export type Run = readonly [epoch: number, writerId: WriterId, from: number, to: number];

/** In which epoch each position of a space was written: what is carried over keeps its readers by it. */
export class Places {
  readonly #runs = new Map<string, { epoch: number; from: number; to: number }[]>();

  /** Positions of a writer are named in order of time, so each run only grows at its end, but for what was carried. */
  set(writerId: string, wseq: number, epoch: number): void {
    if (this.epochOf({ writerId, wseq }) !== undefined) return;
    const runs = this.#runs.get(writerId) ?? [];
    this.#runs.set(writerId, runs);
    const last = runs.at(-1);
    if (last && last.epoch === epoch && last.to + 1 === wseq) last.to = wseq;
    else runs.push({ epoch, from: wseq, to: wseq });
  }

  /** The epoch of a position, or undefined where it is not known. */
  epochOf({ writerId, wseq }: { readonly writerId: string; readonly wseq: number }): number | undefined {
    return this.#runs.get(writerId)?.findLast(({ from, to }) => from <= wseq && wseq <= to)?.epoch;
  }

  toRuns(): Run[] {
    return [...this.#runs].flatMap(([writerId, runs]) =>
      runs.map(({ epoch, from, to }) => [epoch, writerId as WriterId, from, to] as const),
    );
  }

  restore(runs: readonly Run[]): void {
    for (const [epoch, writerId, from, to] of runs)
      this.#runs.set(writerId, [...(this.#runs.get(writerId) ?? []), { epoch, from, to }]);
  }
}
