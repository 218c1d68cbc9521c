import { seededNumbers } from '@holdfast/base';

/** All chance in a simulation: one seed, one sequence. */
export class Dice {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seededNumbers(seed);
  }
  chance(probability: number): boolean {
    return this.#next() < probability;
  }
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }
  between(low: number, high: number): number {
    return low + this.#next() * (high - low);
  }
  pick<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }
  /** One of several, each as likely as its weight. */
  weighted<T extends { readonly weight: number }>(list: readonly T[]): T | undefined {
    let at = this.#next() * list.reduce((sum, { weight }) => sum + weight, 0);
    return list.find(({ weight }) => (at -= weight) < 0);
  }
}
