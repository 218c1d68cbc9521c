import type { BrowserPhone } from './phones.ts';

/** Runs code in the account's worker before the worker's own. */
export async function inWorker(phone: BrowserPhone, code: string): Promise<void> {
  await phone.context.route(/worker[^/]*\.js$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `{${code}}\n${await answer.text()}` });
  });
}

/**
 * Lets a phone run full, for pages that are opened from now on: the worker is a realm of its own, and its IndexedDB has
 * no room while the returned function says so.
 */
export async function canRunFull(phone: BrowserPhone): Promise<(full: boolean) => Promise<void>> {
  await inWorker(
    phone,
    `let full = false;
    new BroadcastChannel('full').onmessage = ({ data }) => { full = data; };
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      if (full) throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, args);
    };`,
  );
  return (full) => phone.page.evaluate((now) => new BroadcastChannel('full').postMessage(now), full);
}
