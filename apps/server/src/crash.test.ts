import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom, silentLogger, unwrap } from '@holdfast/base';
import { openSpace, Supply } from '@holdfast/testing/server-contract-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from './db/connect.ts';
import { startPostgres } from './postgres/embedded.ts';
import type { Program } from './test-support/program.ts';
import { killBackend, postmasterOf, reach, startProgram } from './test-support/program.ts';
import { memoryInMemory, startTestServer } from './test-support/server.ts';
import { Witness } from './test-support/witness.ts';

/** `npm run kill:long` asks for 501, with larger batches. */
const KILLS = Number(process.env['HOLDFAST_KILLS'] ?? 21);
const isLong = KILLS > 21;
const BATCH = isLong ? 16 : 4;
/** After so many the writers go on in a new space: to read all of one after each kill costs more with each. */
const KILLS_PER_SPACE = isLong ? 25 : KILLS;
const WRITERS = 6;
/** Acknowledged between two kills. */
const ENOUGH = isLong ? 600 : 60;
const VICTIMS = ['program', 'backend', 'database', 'backend', 'both', 'backend'] as const;

describe('killed with -9 in the middle of writing', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'hf-crash-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('[OPS-12] [OPS-11] a database that dies alone: the program says so and serves again when it is back', async () => {
    let postgres = unwrap(await startPostgres({ dataDir, log: silentLogger }));
    const database = { schema: 'public', connect: () => connect(postgres.connection) };
    const memory = memoryInMemory();
    let server = await startTestServer({ database, memory });
    const supply = new Supply(seededRandom(12));
    const witness = await Witness.open(await openSpace(server.transport, supply), supply, 4);
    let over = false;
    const working = witness.work(server.transport, () => over);
    await expect.poll(() => witness.promised.size, { timeout: 20_000 }).toBeGreaterThan(40);
    process.kill(await postmasterOf(dataDir), 'SIGKILL');
    await expect.poll(() => witness.cutOff).toBeGreaterThan(0);
    over = true;
    await working;
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    await server.stop();
    await postgres.stop();
    postgres = unwrap(await startPostgres({ dataDir, log: silentLogger }));
    server = await startTestServer({ database, memory });
    await witness.settle(server.transport);
    await server.stop();
    await postgres.stop();
  });

  it(
    `[OPS-12] [REL-5] [REL-6] [REL-7] ATK-36 ${KILLS} times, program, database and its processes in turn: nothing acknowledged is lost, nothing is there twice, no gap`,
    { timeout: KILLS * 30_000 },
    async () => {
      const random = seededRandom(36);
      const supply = new Supply(random);
      let program: Program = await startProgram(dataDir);
      const killed = { program: 0, backend: 0, database: 0, both: 0 };
      let acknowledged = 0;
      let cutOff = 0;
      for (let kill = 0; kill < KILLS;) {
        const space = await openSpace(reach(program), supply);
        const witness = await Witness.open(space, supply, WRITERS, BATCH);
        for (const end = Math.min(KILLS, kill + KILLS_PER_SPACE); kill < end; kill++) {
          const victim = VICTIMS[kill % VICTIMS.length]!;
          const before = { cutOff: witness.cutOff, promised: witness.promised.size };
          let over = false;
          const working = witness.work(reach(program), () => over);
          await expect
            .poll(() => witness.promised.size, { timeout: 60_000, interval: 10 })
            .toBeGreaterThan(before.promised + ENOUGH);
          await sleep(random.bytes(1)[0]! / 4);
          killed[victim] += 1;
          if (victim === 'backend') {
            await killBackend(dataDir);
            await expect.poll(() => witness.cutOff, { timeout: 30_000 }).toBeGreaterThan(before.cutOff);
            over = true;
            await working;
            await expect
              .poll(() => fetch(`${program.origin}/readyz`).then(({ status }) => status), { timeout: 30_000 })
              .toBe(200);
          } else {
            const postmaster = await postmasterOf(dataDir);
            if (victim !== 'database') program.child.kill('SIGKILL');
            if (victim !== 'program') process.kill(postmaster, 'SIGKILL');
            await program.ended;
            over = true;
            await working;
            program = await startProgram(dataDir);
          }
          await witness.check(reach(program));
        }
        await witness.settle(reach(program));
        acknowledged += witness.promised.size;
        cutOff += witness.cutOff;
      }
      expect(cutOff).toBeGreaterThanOrEqual(KILLS);
      expect(Math.min(...Object.values(killed))).toBeGreaterThanOrEqual(Math.floor(KILLS / 6));
      // eslint-disable-next-line no-console -- the figures are what the run is for
      console.log(`${KILLS} kills, ${acknowledged} acknowledged, ${cutOff} calls cut off`);
      program.child.kill('SIGTERM');
      await program.ended;
    },
  );
});
