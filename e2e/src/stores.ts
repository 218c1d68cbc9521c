import { findCanaries } from '@holdfast/testing/canary';
import type { Page } from 'playwright-core';

export interface Stored {
  /** Which store, and under which key. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Everything that a page has in this browser: localStorage, sessionStorage, cookies and every database, keys included. */
export async function storedBy(page: Page): Promise<readonly Stored[]> {
  const found = await page.evaluate(async () => {
    const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const utf8 = (text: string) => hex(new TextEncoder().encode(text));
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const all: [name: string, hex: string][] = [['cookies', utf8(document.cookie)]];
    for (const [name, storage] of Object.entries({ localStorage, sessionStorage }))
      for (const [key, value] of Object.entries(storage))
        all.push([`${name} ${key}`, utf8(`${key} ${String(value)}`)]);
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name!));
      for (const store of database.objectStoreNames) {
        const entries = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([done(entries.getAllKeys()), done(entries.getAll())]);
        for (const [nth, value] of values.entries()) {
          const key = keys[nth] as string;
          const bytes = value instanceof Uint8Array ? hex(value) : utf8(JSON.stringify(value));
          all.push([`${name} ${key}`, utf8(key) + bytes]);
        }
      }
      database.close();
    }
    return all;
  });
  return found.map(([name, text]) => ({ name, bytes: Buffer.from(text, 'hex') }));
}

/** Where in this browser words can be read. */
export const readableIn = async (page: Page, canaries: readonly string[]): Promise<readonly string[]> =>
  (await storedBy(page)).flatMap(({ name, bytes }) =>
    findCanaries(canaries, bytes).map(({ canary }) => `${name}: ${canary}`),
  );

/** How many drafts this phone keeps. */
export const draftsKept = async (page: Page): Promise<number> =>
  (await storedBy(page)).filter(({ name }) => name.startsWith('holdfast d/')).length;
