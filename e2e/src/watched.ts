import type { BrowserPhone } from './phones.ts';

/** What a page gave an address to, and its account's worker. */
interface Watched {
  readonly shown: Blob[];
  worker?: Worker;
}
declare global {
  interface Window {
    holdfastWatched: Watched;
  }
}

/** Lets a test look behind the pages of a phone that are opened from now on. */
export const watch = (phone: BrowserPhone): Promise<unknown> =>
  phone.context.addInitScript(() => {
    const watched: Watched = { shown: [] };
    window.holdfastWatched = watched;
    const address = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (object) => {
      if (object instanceof Blob) watched.shown.push(object);
      return address(object);
    };
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        watched.worker = this;
      }
    };
  });

/** Asks the account of a watched phone, as its page does. */
export const ask = (phone: BrowserPhone, method: string, ...args: unknown[]): Promise<unknown> =>
  phone.page.evaluate(
    async ([name, given]) =>
      new Promise((resolve) => {
        const { worker } = window.holdfastWatched;
        // The page counts its calls from 0; ours must not meet them.
        const call = 1e6 + performance.now();
        worker!.addEventListener('message', ({ data }) => data.answer === call && resolve(data.value));
        worker!.postMessage({ call, method: name, args: given });
      }),
    [method, args] as const,
  );

/** The bytes of everything that the page of a watched phone has shown since it was opened. */
export async function shownBytes(phone: BrowserPhone): Promise<{ type: string; bytes: Buffer }[]> {
  const all = await phone.page.evaluate(async () =>
    Promise.all(
      window.holdfastWatched.shown.map(async (blob) => ({
        type: blob.type,
        bytes: [...new Uint8Array(await blob.arrayBuffer())],
      })),
    ),
  );
  return all.map(({ type, bytes }) => ({ type, bytes: Buffer.from(bytes) }));
}
