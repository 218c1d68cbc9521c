import { toBase64Url } from '@holdfast/base';
import type { WriterId } from '@holdfast/protocol';
import type { Holder } from './state.ts';

/** A session's proved keys, with the writer id of each. */
export class FakeSession implements Holder {
  readonly nonce: Uint8Array;
  readonly openedAt: number;
  usedAt: number;
  over = false;
  readonly #keys = new Map<string, WriterId>();

  constructor(nonce: Uint8Array, now: number) {
    this.nonce = nonce;
    this.openedAt = now;
    this.usedAt = now;
  }
  add(publicKey: Uint8Array, writerId: WriterId): void {
    this.#keys.set(toBase64Url(publicKey), writerId);
  }
  remove(publicKey: Uint8Array): void {
    this.#keys.delete(toBase64Url(publicKey));
  }
  holds(publicKey: Uint8Array): boolean {
    return this.#keys.has(toBase64Url(publicKey));
  }
  holdsWriter(writerId: WriterId): boolean {
    return [...this.#keys.values()].includes(writerId);
  }
}
