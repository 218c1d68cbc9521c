import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import type { Storage, StorageFailure, Write } from '@holdfast/sync';

const STORE = 'entries';

/**
 * Opens, or makes, the database of that name as a `Storage` (sync SPEC [STO]). Commits are strictly durable: browsers
 * otherwise acknowledge what a flat battery still takes away.
 *
 * Errors: 'denied' where the browser forbids storing (some private windows, blocked site data), 'full' without room,
 * 'gone' when the database cannot be read.
 */
export async function openIndexedDbStorage(
  indexedDB: IDBFactory | undefined,
  name: string,
): Promise<Result<Storage, StorageFailure>> {
  if (!indexedDB) return err('denied');
  try {
    return ok(new IndexedDbStorage(await openDatabase(indexedDB, name)));
  } catch (error) {
    return err(failureOf(error));
  }
}

function openDatabase(indexedDB: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

class IndexedDbStorage implements Storage {
  readonly #database: IDBDatabase;

  constructor(database: IDBDatabase) {
    this.#database = database;
    // Another tab deletes or upgrades the database: holding on would block it, for instance 'delete everything'.
    database.onversionchange = () => database.close();
  }

  async get(key: string): Promise<Result<Uint8Array | undefined, StorageFailure>> {
    return this.#run('readonly', (store) => {
      const request: IDBRequest<Uint8Array | undefined> = store.get(key);
      return () => request.result;
    });
  }

  async scan(prefix: string): Promise<Result<readonly (readonly [string, Uint8Array])[], StorageFailure>> {
    return this.#run('readonly', (store) => {
      const range = rangeOf(prefix);
      const keys = store.getAllKeys(range);
      const values: IDBRequest<Uint8Array[]> = store.getAll(range);
      return () => values.result.map((value, i) => [keys.result[i] as string, value] as const);
    });
  }

  async commit(writes: readonly Write[]): Promise<Result<void, StorageFailure>> {
    return this.#run('readwrite', (store) => {
      for (const { key, value } of writes) {
        // A view would be stored with the whole buffer around it.
        if (value === undefined) store.delete(key);
        else store.put(new Uint8Array(value), key);
      }
      return () => undefined;
    });
  }

  async clear(): Promise<Result<void, StorageFailure>> {
    return this.#run('readwrite', (store) => {
      store.clear();
      return () => undefined;
    });
  }

  close(): void {
    this.#database.close();
  }

  /** One transaction: `requests` are made at once, their results are read when all of it is durable. */
  async #run<T>(
    mode: IDBTransactionMode,
    requests: (store: IDBObjectStore) => () => T,
  ): Promise<Result<T, StorageFailure>> {
    try {
      const transaction = this.#database.transaction(STORE, mode, { durability: 'strict' });
      const results = requestsOrAbort(transaction, requests);
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
      return ok(results());
    } catch (error) {
      return err(failureOf(error));
    }
  }
}

/** A request that throws leaves those before it standing, and the browser would commit them: take them back. */
function requestsOrAbort<T>(transaction: IDBTransaction, requests: (store: IDBObjectStore) => T): T {
  try {
    return requests(transaction.objectStore(STORE));
  } catch (error) {
    transaction.abort();
    throw error;
  }
}

/** All keys with the prefix, or undefined for all keys. Keys compare by UTF-16 code unit. */
function rangeOf(prefix: string): IDBKeyRange | undefined {
  const stem = prefix.replace(/\uffff+$/u, '');
  // Nothing sorts after a run of \uffff, so the range ends where its stem does.
  const end =
    stem === '' ? undefined : stem.slice(0, -1) + String.fromCharCode(stem.charCodeAt(stem.length - 1) + 1);
  if (end !== undefined) return IDBKeyRange.bound(prefix, end, false, true);
  return prefix === '' ? undefined : IDBKeyRange.lowerBound(prefix);
}

/**
 * [STO-11] Names as in the IndexedDB standard. An abort without an error is the browser taking the database away;
 * what is not a DOMException is a bug and is thrown on.
 */
function failureOf(error: unknown): StorageFailure {
  if (error === null) return 'gone';
  if (!(error instanceof DOMException)) throw error;
  if (error.name === 'QuotaExceededError') return 'full';
  return error.name === 'SecurityError' ? 'denied' : 'gone';
}
