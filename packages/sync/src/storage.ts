import type { Result } from '@holdfast/base';

/** Why a device could not keep something: no room, the browser forbids it, or the store was taken away. */
export type StorageFailure = 'full' | 'denied' | 'gone';

export type Write =
  { readonly key: string; readonly value: Uint8Array } | { readonly key: string; readonly value: undefined };

/**
 * A device's durable memory: byte strings under text keys. Keys sort by UTF-16 code unit.
 * Every implementation passes `storageContract`.
 */
export interface Storage {
  get(key: string): Promise<Result<Uint8Array | undefined, StorageFailure>>;
  /** Entries whose key starts with the prefix, in key order. */
  scan(prefix: string): Promise<Result<readonly (readonly [string, Uint8Array])[], StorageFailure>>;
  /** All writes or none, durable once it resolves. An undefined value removes the key. Calls apply in order. */
  commit(writes: readonly Write[]): Promise<Result<void, StorageFailure>>;
  /** Removes everything. */
  clear(): Promise<Result<void, StorageFailure>>;
  close(): void;
}
