import type { Sha256, WriterId } from '@holdfast/protocol';
import { writerIdOf } from '@holdfast/protocol';

const nameOf = (publicKey: Uint8Array): string => Buffer.from(publicKey).toString('base64url');

/**
 * One connection of one device, in memory only: the public keys it has proved to hold. This is the only place
 * where an account's key and a space's key stand side by side, and it is gone after an hour (SPEC [AUT-3]).
 */
export class Session {
  readonly nonce: Uint8Array;
  /** Ms since 1970. */
  readonly openedAt: number;
  usedAt: number;
  over = false;
  readonly #keys = new Set<string>();
  readonly #writers = new Set<WriterId>();

  constructor(nonce: Uint8Array, now: number) {
    this.nonce = nonce;
    this.openedAt = now;
    this.usedAt = now;
  }

  get keyCount(): number {
    return this.#keys.size;
  }
  add(sha256: Sha256, publicKey: Uint8Array): void {
    this.#keys.add(nameOf(publicKey));
    this.#writers.add(writerIdOf(sha256, publicKey));
  }
  remove(sha256: Sha256, publicKey: Uint8Array): void {
    this.#keys.delete(nameOf(publicKey));
    this.#writers.delete(writerIdOf(sha256, publicKey));
  }
  holds(publicKey: Uint8Array): boolean {
    return this.#keys.has(nameOf(publicKey));
  }
  /** Whether it holds the capability key that this writer id is a hash of. */
  holdsWriter(writerId: WriterId): boolean {
    return this.#writers.has(writerId);
  }
}
