/**
 * Half-written things of one kind, by what they belong to. Each outlives its screen and a lock, until it is saved or
 * thrown away.
 */
export class Drafts<T extends object> {
  readonly #held = new Map<string, T>();
  readonly #empty: () => T;

  constructor(empty: () => T) {
    this.#empty = empty;
  }

  /** The draft of a record, or of a new one. */
  of(id: string | undefined): T {
    const held = this.#held.get(id ?? '');
    if (held) return held;
    const draft = $state(this.#empty());
    this.#held.set(id ?? '', draft);
    return draft;
  }

  /** Saved, or thrown away: the next one is empty. */
  drop(id: string | undefined): void {
    this.#held.delete(id ?? '');
  }
}
