import type { Browser, BrowserContext, Page } from 'playwright-core';
import { watchWorker } from './account-worker.ts';

/** One person's phone in the browser: a profile of its own, and everything that went over its network. */
export interface BrowserPhone {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Bodies and headers of every request and answer, WebSocket frames, and console lines. */
  readonly traffic: { name: string; bytes: Buffer }[];
  /** Errors a person would never see but that must not be: page errors, console errors, broken security policy. */
  readonly errors: string[];
  open(path: string): Promise<void>;
  /** Waits until this phone holds the whole app, so that it can be opened without the host. */
  holdsApp(): Promise<void>;
  shot(name: string): Promise<void>;
}

export interface PhoneOptions {
  readonly origin: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly timezoneId?: string;
  readonly locale?: string;
  readonly javaScriptEnabled?: boolean;
  /** False for a phone that only ever asks the host: to fetch and check the whole app takes seconds. */
  readonly keepsApp?: boolean;
  /** For `ask`: the account's worker can be asked from the test. */
  readonly asked?: boolean;
}

/** Where pictures of the screens go, when they are asked for. */
const SHOTS = process.env['HOLDFAST_SHOTS'];

export async function newPhone(browser: Browser, options: PhoneOptions): Promise<BrowserPhone> {
  const { origin, width = 360, height = 740 } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    colorScheme: options.colorScheme ?? 'light',
    timezoneId: options.timezoneId ?? 'Europe/Dublin',
    locale: options.locale ?? 'en-IE',
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    serviceWorkers: options.keepsApp === false ? 'block' : 'allow',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // Two browsers and hundreds of simulated lives share two cores: what is slow there is no fault of the page.
  context.setDefaultTimeout(60_000);
  const traffic: { name: string; bytes: Buffer }[] = [];
  const errors: string[] = [];
  const note = (name: string, bytes: Buffer | string): void =>
    void traffic.push({ name, bytes: Buffer.from(bytes as never) });
  context.on('request', (request) => {
    note(`request ${request.url()}`, JSON.stringify([request.url(), request.headers()]));
    const body = request.postDataBuffer();
    if (body) note(`body ${request.url()}`, body);
  });
  context.on('response', (response) => {
    note(`answer ${response.url()}`, JSON.stringify(response.headers()));
    if (response.url().includes('/api/')) {
      // A page that navigates away drops the body of an answer it no longer waits for.
      void response.body().then(
        (bytes) => note(`answer ${response.url()}`, bytes),
        () => undefined,
      );
    }
  });
  if (options.asked) await watchWorker(context);
  const page = await context.newPage();
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => note('frame sent', payload));
    socket.on('framereceived', ({ payload }) => note('frame received', payload));
  });
  page.on('console', (message) => {
    note('console', message.text());
    const network = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !network) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  return {
    context,
    page,
    traffic,
    errors,
    async open(path) {
      // After a link that changes the hash alone, the page shows what it leads to before the browser says that it did.
      // Another hash that is typed in that moment, as nobody can, is not heard.
      if (path.includes('#')) await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
      await page.goto(origin + path);
    },
    holdsApp: () => page.evaluate(async () => void (await navigator.serviceWorker.ready)),
    async shot(name) {
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
    },
  };
}
