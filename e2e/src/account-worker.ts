import type { BrowserContext, Page } from 'playwright-core';

/**
 * The product's own account worker, reached from a test: the page's `Worker` is watched, so that the worker the app
 * started can also be asked by us, in the app's own messages, and so that the app's calls are timed.
 */
interface WatchedWorker {
  worker?: Worker;
  /** Ms from asking to answer, of each call that the page or the test made. */
  readonly calls: { readonly method: string; readonly ms: number; readonly value: unknown }[];
}
declare global {
  interface Window {
    holdfastWorker: WatchedWorker;
  }
}

/** Call before the first page of the context. */
export const watchWorker = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const watched: WatchedWorker = { calls: [] };
    window.holdfastWorker = watched;
    const asked = new Map<number, { method: string; at: number }>();
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        watched.worker = this;
        this.addEventListener('message', ({ data }) => {
          const call = asked.get(data.answer);
          if (!call) return;
          asked.delete(data.answer);
          watched.calls.push({ method: call.method, ms: performance.now() - call.at, value: data.value });
        });
      }
      override postMessage(message: { call: number; method: string }): void {
        asked.set(message.call, { method: message.method, at: performance.now() });
        super.postMessage(message);
      }
    };
  });

/** Asks the account's worker, as the page does. The answer is the method's, copied. */
export const ask = (page: Page, method: string, ...args: readonly unknown[]): Promise<unknown> =>
  page.evaluate(
    async ([name, given]) => {
      const { worker } = window.holdfastWorker;
      if (!worker) throw new Error('The page has no account worker yet');
      // The page counts its calls from 0; ours must not meet them.
      const call = 1_000_000 + Math.floor(performance.now() * 1000);
      return new Promise<unknown>((resolve, reject) => {
        const listen = ({ data }: MessageEvent<{ answer: number; value?: unknown; broke?: string }>) => {
          if (data.answer !== call) return;
          worker.removeEventListener('message', listen);
          if (data.broke === undefined) resolve(data.value);
          else reject(new Error(data.broke));
        };
        worker.addEventListener('message', listen);
        worker.postMessage({ call, method: name, args: given });
      });
    },
    [method, args] as const,
  );

/** Waits until the page has started the account's worker and it answers. */
export async function workerReady(page: Page): Promise<void> {
  await page.waitForFunction(() => window.holdfastWorker.worker !== undefined);
  await ask(page, 'status');
}

/** Waits for a call that the page itself makes. Answers its time in ms. */
export async function timeOf(page: Page, method: string): Promise<number> {
  const found = await page.waitForFunction(
    (name) => window.holdfastWorker.calls.find((call) => call.method === name),
    method,
    { timeout: 60_000 },
  );
  const { ms, value } = (await found.jsonValue()) as WatchedWorker['calls'][number];
  if ((value as { ok?: boolean }).ok === false) throw new Error(`${method} failed: ${JSON.stringify(value)}`);
  return ms;
}
