/** Work that must not overlap: each begins when the one before it is done, whether that failed or not. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Answers what the work answers. Whoever asked hears of its failure; the next one has its turn all the same. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
