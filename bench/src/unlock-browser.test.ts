import { TestClock, systemRandom, systemTimers, unwrap } from '@holdfast/base';
import type { Host } from '@holdfast/e2e';
import { ask, launch, startHost, timeOf, watchWorker, workerReady } from '@holdfast/e2e';
import { httpTransport } from '@holdfast/sync';
import type { Phone } from '@holdfast/testing/household';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longAccount, writeCheckIns } from './accounts.ts';
import { keepTo, median } from './budgets.ts';
import { referenceLoop } from './reference.ts';
import { slowProcessor } from './slow-processor.ts';

const RECORDS = 10_000;
/** Check-ins that arrived one by one since the last local snapshot: each is verified anew. */
const SINCE_SNAPSHOT = 120;
/** Slices of time out of which the renderer gets one. Signals come late, so that it gets a little less than that. */
const SLICES = 4;
const LOOPS = 30;

let host: Host;
let browser: Awaited<ReturnType<typeof launch>>;
let sam: { phone: Phone; card: string };

beforeAll(async () => {
  [host, browser] = await Promise.all([startHost(), launch()]);
  const transport = httpTransport({
    origin: host.origin,
    fetch: (input, init) => fetch(input, init),
    openSocket: (url) => new WebSocket(url),
    timers: systemTimers,
  });
  const primitives = await sodiumPrimitives(systemRandom);
  const clock = new TestClock(Date.now());
  sam = await longAccount({ primitives, transport, clock }, RECORDS - SINCE_SNAPSHOT);
});
afterAll(async () => {
  await browser.close();
  await host.remove();
});

interface Run {
  /** Ms of the app's own unlock call. */
  readonly unlock: number;
  /** Ms of a fixed loop in the same worker, many times over. */
  readonly loops: readonly number[];
}

/**
 * Opens the app anew: a worker without memory, and nothing but what the browser stored. A reload stays in the
 * renderer process that is slowed; leaving and coming back may not.
 */
async function reopen(page: Page): Promise<Run> {
  await page.reload();
  const unlock = await timeOf(page, 'unlock');
  const worker = page.workers().find((each) => each.url().includes('/workers/'))!;
  const loops = [];
  for (let i = 0; i < LOOPS; i++) loops.push(await worker.evaluate(referenceLoop));
  return { unlock, loops };
}

/** Each check-in an envelope of its own, from the other phone. */
async function writeOneByOne(count: number): Promise<void> {
  let phone = sam.phone;
  for (let n = 0; n < count; n++) {
    // Opened anew now and then: the server allows one session so many calls.
    if (n % 40 === 0) phone = phone.reopen();
    unwrap(await phone.api.unlock());
    await writeCheckIns(phone, 1);
    unwrap(await phone.api.sync());
  }
}

async function rendererOf(): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  expect(renderers).toHaveLength(1);
  return renderers[0]!.id;
}

describe(`a phone with ${RECORDS} records`, () => {
  it('opens in time on a processor four times slower, worker included', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    await watchWorker(context);
    const page = await context.newPage();
    await page.goto(`${host.origin}/recover`);
    await workerReady(page);
    expect(await ask(page, 'recover', sam.card)).toMatchObject({ ok: true });
    await writeOneByOne(SINCE_SNAPSHOT);
    expect(await ask(page, 'sync')).toMatchObject({ ok: true });
    expect(await ask(page, 'records', 'check-in')).toHaveLength(RECORDS);

    await page.goto(`${host.origin}/today`);
    const fast = [await reopen(page), await reopen(page), await reopen(page)];
    const pid = await rendererOf();
    const slow: Run[] = [];
    const processor = slowProcessor(pid, SLICES);
    try {
      for (let i = 0; i < 3; i++) slow.push(await reopen(page));
    } finally {
      processor.stop();
    }
    expect(await rendererOf()).toBe(pid);
    expect(await ask(page, 'records', 'check-in')).toHaveLength(RECORDS);
    await context.close();

    // Against the best of the fast loops: what else runs on this machine must not pass for its own speed.
    const best = Math.min(...fast.flatMap(({ loops }) => loops));
    const slowed =
      slow.flatMap(({ loops }) => loops).reduce((sum, ms) => sum + ms, 0) / (slow.length * LOOPS);
    keepTo('unlock.slowdown-in-worker', slowed / best);
    keepTo('unlock.slow-phone', median(slow.map(({ unlock }) => unlock)));
    keepTo('unlock.this-machine', median(fast.map(({ unlock }) => unlock)));
  });
});
