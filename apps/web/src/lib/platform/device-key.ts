// oxlint-disable eslint/no-restricted-properties -- a key that cannot be exported exists only in WebCrypto
import type { DeviceKey } from '@holdfast/vault';

const STORE = 'keys';
const NAME = 'device';
const NONCE = 12;

/**
 * A key that the browser keeps and will not export: AES-256-GCM through WebCrypto, in a database of its own.
 * Wrapped bytes are nonce ‖ ciphertext with its tag. When the key is gone, `unwrap` says so and `wrap` makes another.
 */
export function webCryptoDeviceKey(indexedDB: IDBFactory | undefined, database: string): DeviceKey {
  let held: Promise<CryptoKey | undefined> | undefined;
  const find = () => (held ??= readKey(indexedDB, database));

  return {
    async wrap(bytes) {
      const key = (await find()) ?? (await (held = makeKey(indexedDB, database)));
      if (!key) throw new Error('No device key');
      const iv = crypto.getRandomValues(new Uint8Array(NONCE));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new Uint8Array(bytes));
      const out = new Uint8Array(NONCE + sealed.byteLength);
      out.set(iv);
      out.set(new Uint8Array(sealed), NONCE);
      return out;
    },
    async unwrap(bytes) {
      const key = await find();
      if (!key || bytes.length < NONCE + 16) return undefined;
      const copy = new Uint8Array(bytes);
      try {
        const opened = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: copy.subarray(0, NONCE) },
          key,
          copy.subarray(NONCE),
        );
        return new Uint8Array(opened);
      } catch {
        return undefined;
      }
    },
  };
}

async function readKey(indexedDB: IDBFactory | undefined, database: string): Promise<CryptoKey | undefined> {
  const db = await open(indexedDB, database);
  if (!db) return undefined;
  try {
    return await done<CryptoKey | undefined>(db.transaction(STORE).objectStore(STORE).get(NAME));
  } finally {
    db.close();
  }
}

/** Where the browser keeps nothing, the key lives as long as this worker: so does everything it protects. */
async function makeKey(indexedDB: IDBFactory | undefined, database: string): Promise<CryptoKey> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const db = await open(indexedDB, database);
  if (!db) return key;
  try {
    const transaction = db.transaction(STORE, 'readwrite', { durability: 'strict' });
    transaction.objectStore(STORE).put(key, NAME);
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    });
    return key;
  } finally {
    db.close();
  }
}

async function open(indexedDB: IDBFactory | undefined, name: string): Promise<IDBDatabase | undefined> {
  if (!indexedDB) return undefined;
  try {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return await done(request);
  } catch {
    return undefined;
  }
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('failed'));
  });
