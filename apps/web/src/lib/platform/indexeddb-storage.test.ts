import 'fake-indexeddb/auto';
import { unwrap } from '@holdfast/base';
import { storageContract } from '@holdfast/sync/storage-contract';
import { describe, expect, it, vi } from 'vitest';
import { openIndexedDbStorage } from './indexeddb-storage.ts';

let count = 0;
const openNext = async () => unwrap(await openIndexedDbStorage(indexedDB, `test-${++count}`));
const openLast = async () => unwrap(await openIndexedDbStorage(indexedDB, `test-${count}`));

storageContract('IndexedDB', openNext, openLast);

/** A factory whose `open` fails in a given way, asynchronously as a browser does or by throwing. */
function failingFactory(error: DOMException, how: 'event' | 'throw'): IDBFactory {
  const open = () => {
    if (how === 'throw') throw error;
    const request = { error, onerror: undefined as undefined | (() => void) };
    queueMicrotask(() => request.onerror?.());
    return request;
  };
  return { open } as unknown as IDBFactory;
}

describe('IndexedDB failures', () => {
  it("[STO-11] a browser without IndexedDB, or one that forbids it, answers 'denied'", async () => {
    const forbidden = new DOMException('no', 'SecurityError');
    expect(await openIndexedDbStorage(undefined, 'x')).toEqual({ ok: false, error: 'denied' });
    for (const how of ['event', 'throw'] as const) {
      const answer = await openIndexedDbStorage(failingFactory(forbidden, how), 'x');
      expect(answer).toEqual({ ok: false, error: 'denied' });
    }
  });

  it("[STO-11] no room is 'full', a database that cannot be read is 'gone'", async () => {
    const expected = {
      QuotaExceededError: 'full',
      InvalidStateError: 'gone',
      UnknownError: 'gone',
      VersionError: 'gone',
    };
    for (const [name, error] of Object.entries(expected)) {
      const answer = await openIndexedDbStorage(failingFactory(new DOMException('no', name), 'event'), 'x');
      expect(answer).toEqual({ ok: false, error });
    }
  });

  it("[STO-11] a store whose database another tab deletes answers 'gone' and does not hold that tab up", async () => {
    const store = await openNext();
    await store.commit([{ key: 'k', value: Uint8Array.of(1) }]);
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(`test-${count}`);
      request.onsuccess = resolve;
      request.onblocked = reject;
    });
    expect(await store.get('k')).toEqual({ ok: false, error: 'gone' });
  });

  it("[STO-10] [STO-11] a commit that runs out of room half-way is 'full' and leaves nothing behind", async () => {
    const store = await openNext();
    await store.commit([{ key: 'before', value: Uint8Array.of(1) }]);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    put.mockImplementationOnce(function (this: IDBObjectStore, ...args) {
      put.mockRestore();
      const request = this.put(...args);
      request.addEventListener('success', () => {
        const transaction = this.transaction;
        Object.defineProperty(transaction, 'error', {
          value: new DOMException('disk', 'QuotaExceededError'),
        });
        transaction.abort();
      });
      return request;
    });
    const answer = await store.commit([
      { key: 'before', value: undefined },
      { key: 'a', value: Uint8Array.of(2) },
    ]);
    expect(answer).toEqual({ ok: false, error: 'full' });
    expect(unwrap(await store.scan('')).map(([key]) => key)).toEqual(['before']);
  });

  it('[STO-10] a commit one of whose writes throws leaves nothing behind', async () => {
    const store = await openNext();
    await store.commit([{ key: 'before', value: Uint8Array.of(1) }]);
    const answer = await store.commit([
      { key: 'a', value: Uint8Array.of(2) },
      { key: 'before', value: undefined },
      // No key of this kind exists, so the third request throws after two were made.
      { key: {} as string, value: Uint8Array.of(3) },
    ]);
    expect(answer).toEqual({ ok: false, error: 'gone' });
    expect(unwrap(await store.scan('')).map(([key]) => key)).toEqual(['before']);
  });
});
