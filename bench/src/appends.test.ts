import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemRandom, systemTimers } from '@holdfast/base';
import type { Host } from '@holdfast/e2e';
import { startHost } from '@holdfast/e2e';
import { httpTransport } from '@holdfast/sync';
import { Supply } from '@holdfast/testing/server-contract-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppendLoad } from './append-load.ts';
import { BareHttp } from './bare-http.ts';
import { BareInserts } from './bare-inserts.ts';
import { keepTo, median } from './budgets.ts';

/** The size of the published load target, and that of one check-in as the app seals it today. Bytes. */
const SIZES = [512, 660];
const IN_FLIGHT = [1, 16, 48];
const MOST = Math.max(...IN_FLIGHT);
const ROUNDS = 3;
const SLICE_MS = 400;

let host: Host;
let bare: BareInserts;
let http: BareHttp;
beforeAll(async () => {
  [host, http] = await Promise.all([startHost(), BareHttp.open()]);
  const password = (await readFile(join(host.dataDir, 'postgres-password'), 'utf8')).trim();
  bare = await BareInserts.open({
    host: join(host.dataDir, 'run'),
    port: 5432,
    user: 'holdfast',
    password,
    database: 'holdfast',
  });
});
afterAll(async () => {
  http.close();
  await bare.close();
  await host.remove();
});

/** The median rate of each kind, measured in turns so that a busy moment hits all of them. */
async function inTurns(
  kinds: readonly ((inFlight: number) => Promise<number>)[],
  inFlight: number,
): Promise<number[]> {
  const rates = kinds.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, run] of kinds.entries()) rates[i]!.push(await run(inFlight));
  }
  return rates.map(median);
}

describe('durable appends a second', () => {
  it('are a fair part of what one bare request and one bare insert reach on the same PostgreSQL', async () => {
    expect(await bare.durability()).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
    });
    const transport = httpTransport({
      origin: host.origin,
      fetch: (input, init) => fetch(input, init),
      openSocket: (url) => new WebSocket(url),
      timers: systemTimers,
    });
    // What an append does at the least. Beside inserts alone the figure is one of how fast the disk is.
    const ofBare = new Map<number, number[]>(IN_FLIGHT.map((inFlight) => [inFlight, []]));
    const ofHttp: number[] = [];
    const said: string[] = [];
    for (const size of SIZES) {
      const load = await AppendLoad.open(transport, new Supply(systemRandom), size, MOST);
      const kinds = [
        (inFlight: number) => load.run(inFlight, SLICE_MS),
        (inFlight: number) => bare.run(inFlight, SLICE_MS, size),
        (inFlight: number) => http.run(inFlight, SLICE_MS, size),
      ];
      // Before counting: compilers and caches, with many in flight and with one.
      for (const inFlight of [MOST, 1]) for (const run of kinds) await run(inFlight);
      for (const inFlight of IN_FLIGHT) {
        const [appends, inserts, requests] = await inTurns(kinds, inFlight);
        ofBare.get(inFlight)!.push(appends! * (1 / inserts! + 1 / requests!));
        if (inFlight === MOST) ofHttp.push(appends! / requests!);
        const rates = [appends, inserts, requests].map((rate) => Math.round(rate!)).join(' · ');
        said.push(`${size} B, ${inFlight} in flight: appends · inserts · requests a second: ${rates}`);
      }
      load.close();
    }
    process.stdout.write(`${said.join('\n')}\n`);
    // The smaller of the two sizes' ratios.
    keepTo('appends.alone', Math.min(...ofBare.get(1)!));
    keepTo('appends.some', Math.min(...ofBare.get(16)!));
    keepTo('appends.many', Math.min(...ofBare.get(MOST)!));
    keepTo('appends.of-http', Math.min(...ofHttp));
  });
});
