import { gzipSync } from 'node:zlib';
import type { Host } from '@holdfast/e2e';
import { ask, launch, startHost, watchWorker, workerReady } from '@holdfast/e2e';
import type { BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepTo } from './budgets.ts';
import { referenceLoop } from './reference.ts';
import { slowProcessor } from './slow-processor.ts';
import { NEWEST, yearsOf } from './years.ts';

/** Ten years, and a first week. */
const DAYS = { years: 3652, week: 7 } as const;
type Span = keyof typeof DAYS;
/** Slices of time out of which the renderer gets one; a little more than the 4 that is promised. */
const SLICES = 5;
const ROUNDS = 2;
const LOOPS = 10;
/** Changes in one call: as much as is made durable in one commit. */
const BATCH = 2000;

/** Pages and what is on them once they have read what is stored. */
const PAGES = {
  '/today': '.hero.today .ok',
  '/history': `.row:has-text("${NEWEST.checkIn}")`,
  '/plan': '.sub:has-text("12 plans")',
  '/journal': `.row:has-text("${NEWEST.entry}")`,
  '/medicine': '.dose',
  '/progress/trends': '.trend svg',
} as const;
type Path = keyof typeof PAGES;
const PATHS = Object.keys(PAGES) as Path[];

let host: Host;
let browser: Awaited<ReturnType<typeof launch>>;
beforeAll(async () => {
  [host, browser] = await Promise.all([startHost(), launch()]);
});
afterAll(async () => {
  await browser.close();
  await host.remove();
});

/** A phone that holds so many days, all of them at the server and in its snapshot. */
async function phoneWith(days: number): Promise<{ context: BrowserContext; page: Page; records: number }> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 360, height: 740 },
    timezoneId: 'Europe/Dublin',
    locale: 'en-IE',
  });
  await watchWorker(context);
  const page = await context.newPage();
  await page.goto(`${host.origin}/start`);
  await workerReady(page);
  const today = new Date().toISOString().slice(0, 10);
  expect(await ask(page, 'start', 'own', today)).toMatchObject({ ok: true });
  const changes = yearsOf(days, today);
  for (let from = 0; from < changes.length; from += BATCH)
    expect(await ask(page, 'saveAll', changes.slice(from, from + BATCH))).toMatchObject({ ok: true });
  expect(await ask(page, 'sync')).toMatchObject({ ok: true });
  expect(await ask(page, 'status')).toMatchObject({ onlyHere: 0 });
  return { context, page, records: changes.length };
}

/** Taps a link and waits for what the page has to say. Ms from the tap to the frame that shows it. */
async function tap(page: Page, path: Path): Promise<number> {
  const [box, text] = PAGES[path].split(':has-text(') as [string, string?];
  return page.evaluate(
    async ([to, selector, words]) => {
      const link = document.createElement('a');
      link.href = to;
      document.querySelector('main')!.append(link);
      const isThere = () =>
        location.pathname === to &&
        [...document.querySelectorAll(selector)].some((element) => element.textContent.includes(words));
      const begun = performance.now();
      link.click();
      while (!isThere()) {
        if (performance.now() - begun > 30_000) throw new Error(`${to} does not show ${selector} ${words}`);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      // The frame in which it is painted.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - begun;
    },
    [path, box, text?.slice(1, -2) ?? ''] as const,
  );
}

/** Pages whose bytes are counted. */
const ROUTES = [
  '/history',
  '/plan/reasons',
  '/journal/write',
  '/medicine',
  '/progress/measures/take#of=phq-9',
  '/tools',
  '/tools/letter',
  '/slip',
];

/** Scripts and stylesheets that a page fetches, with nothing cached, until it shows its title. */
async function filesOf(page: Page, path: string): Promise<ReadonlySet<string>> {
  const urls = new Set<string>();
  const note = (request: Request): void => {
    const isFile = ['script', 'stylesheet'].includes(request.resourceType());
    if (isFile && !new URL(request.url()).pathname.includes('/workers/')) urls.add(request.url());
  };
  page.on('request', note);
  await page.goto(host.origin + path);
  await page.locator('h1').first().waitFor();
  page.off('request', note);
  return urls;
}

/** Bytes on the wire with gzip. */
const sizes = new Map<string, Promise<number>>();
function gzipped(url: string): Promise<number> {
  const measure = async (): Promise<number> => {
    const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
    const body = new Uint8Array(await answer.arrayBuffer());
    return Number(answer.headers.get('content-length') ?? gzipSync(body, { level: 9 }).length);
  };
  const held = sizes.get(url) ?? measure();
  sizes.set(url, held);
  return held;
}

async function rendererOf(): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  expect(renderers).toHaveLength(1);
  return renderers[0]!.id;
}

async function timesOf(span: Span): Promise<{ records: number; times: Record<Path, number> }> {
  const { context, page, records } = await phoneWith(DAYS[span]);
  const taken = Object.fromEntries(PATHS.map((path) => [path, [] as number[]])) as Record<Path, number[]>;
  await page.goto(`${host.origin}/more`);
  const loops = async (): Promise<number[]> => {
    const all: number[] = [];
    for (let n = 0; n < LOOPS; n++) all.push(await page.evaluate(referenceLoop));
    return all;
  };
  // The best of them: what else runs on this machine must not pass for its own speed.
  const atSpeed = Math.min(...(await loops()));
  const pid = await rendererOf();
  const processor = slowProcessor(pid, SLICES);
  let slowed = 0;
  try {
    for (let round = 0; round < ROUNDS; round++) {
      // Back within the app: a reload stays in the renderer that is slowed.
      await page.evaluate(() => document.querySelector<HTMLAnchorElement>('a[href="/more"]')?.click());
      await page.waitForURL('**/more');
      await page.reload();
      await page.locator('.rows').first().waitFor();
      for (const path of PATHS) taken[path].push(await tap(page, path));
    }
    slowed = (await loops()).reduce((sum, ms) => sum + ms, 0) / LOOPS;
  } finally {
    processor.stop();
  }
  expect(await rendererOf()).toBe(pid);
  await context.close();
  process.stdout.write(`  slowed ${(slowed / atSpeed).toFixed(1)} times\n`);
  // The slowing reached the page, or its times say nothing.
  expect(slowed / atSpeed).toBeGreaterThan(2);
  return {
    records,
    // The better one: what else runs on this machine must not pass for the page's own time.
    times: Object.fromEntries(PATHS.map((path) => [path, Math.min(...taken[path])])) as Record<Path, number>,
  };
}

describe('pages on a processor four times slower', () => {
  it('show what they have to say in time, after a week and after ten years', async () => {
    const week = await timesOf('week');
    const years = await timesOf('years');
    expect(years.records).toBeGreaterThan(10_000);
    for (const path of PATHS)
      process.stdout.write(
        `  ${path}: ${Math.round(week.times[path])} ms with ${week.records} records, ${Math.round(years.times[path])} ms with ${years.records}\n`,
      );
    keepTo('pages.first-week', Math.max(...PATHS.map((path) => week.times[path])));
    keepTo('pages.ten-years', Math.max(...PATHS.map((path) => years.times[path])));
    keepTo(
      'pages.growth',
      Math.max(...PATHS.map((path) => years.times[path] / Math.max(week.times[path], 100))),
    );
  });
});

describe('what a page adds to the app that is open', () => {
  it('is little: its own parts and words, and no other’s', async () => {
    const { context, page } = await phoneWith(1);
    const shell = await filesOf(page, '/today');
    const added: [string, number][] = [];
    for (const path of ROUTES) {
      const own = [...(await filesOf(page, path))].filter((url) => !shell.has(url));
      const bytes = (await Promise.all(own.map(gzipped))).reduce((sum, size) => sum + size, 0);
      added.push([path, bytes]);
    }
    await context.close();
    for (const [path, bytes] of added) process.stdout.write(`  ${path}: ${bytes} bytes\n`);
    expect(added.every(([, bytes]) => bytes > 500)).toBe(true);
    keepTo('pages.largest-route', Math.max(...added.map(([, bytes]) => bytes)));
  });
});
