import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom, silentLogger, unwrap } from '@holdfast/base';
import { openSpace, Supply } from '@holdfast/testing/server-contract-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from './db/connect.ts';
import type { RunningPostgres } from './postgres/embedded.ts';
import { startPostgres } from './postgres/embedded.ts';
import { checkpoint, cutPower, filesOf, flushedTo } from './test-support/power-loss.ts';
import type { TestServer } from './test-support/server.ts';
import { memoryInMemory, startTestServer } from './test-support/server.ts';
import { Witness } from './test-support/witness.ts';

/** `npm run power:long` asks for 200. */
const IMAGES = Number(process.env['HOLDFAST_POWER'] ?? 5);

describe('the power goes out', () => {
  const random = seededRandom(137);
  let place: string;
  let dataDir: string;
  let postgres: RunningPostgres;
  let server: TestServer;
  let witness: Witness;
  beforeAll(async () => {
    place = await mkdtemp(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'hf-power-'));
    // PostgreSQL's user has to pass through it; what is inside is closed.
    await chmod(place, 0o711);
    dataDir = join(place, 'data');
    postgres = unwrap(await startPostgres({ dataDir, log: silentLogger }));
    server = await startTestServer({
      database: { schema: 'public', connect: () => connect(postgres.connection) },
    });
    const supply = new Supply(random);
    witness = await Witness.open(await openSpace(server.transport, supply), supply, 6, 3);
  });
  afterAll(async () => {
    await server.stop();
    await postgres.stop();
    await rm(place, { recursive: true, force: true });
  });

  /** Writes on, cuts at some moment, and answers what an image of it holds against what was promised until then. */
  async function cutOnce(n: number, isEarly: boolean) {
    const { db } = server.parts;
    const image = join(place, `image-${n}`);
    await checkpoint(db);
    const before = filesOf(dataDir);
    const had = witness.promised.size;
    let over = false;
    const working = witness.work(server.transport, () => over);
    // For the proof that the images can lose something: the log is cut where it was before all this.
    const early = await flushedTo(db);
    await expect
      .poll(() => witness.promised.size, { timeout: 20_000, interval: 5 })
      .toBeGreaterThan(had + 40);
    await sleep(random.bytes(1)[0]! / 2);
    const memory = witness.remember();
    const flushed = isEarly ? early : await flushedTo(db);
    over = true;
    await working;
    await cutPower(random, dataDir, before, image, flushed);
    const cut = unwrap(await startPostgres({ dataDir: image, log: silentLogger }));
    const second = await startTestServer({
      database: { schema: 'public', connect: () => connect(cut.connection) },
      memory: memoryInMemory(),
    });
    const found = await witness.compare(second.transport, memory);
    await second.stop();
    await cut.stop();
    await rm(image, { recursive: true, force: true });
    return { ...found, promised: memory.promised.size };
  }

  it(
    `[OPS-12] ATK-36 ${IMAGES} images of it start, recover and hold everything acknowledged`,
    { timeout: IMAGES * 60_000 },
    async () => {
      let promised = 0;
      for (let n = 0; n < IMAGES; n++) {
        const found = await cutOnce(n, false);
        expect(found, `image ${n}`).toMatchObject({ lost: 0, unseen: 0, twice: 0 });
        expect(found.promised).toBeGreaterThan(promised);
        ({ promised } = found);
      }
    },
  );

  it(
    '[OPS-12] and an image that is cut before the flush does lose something',
    { timeout: 60_000 },
    async () => {
      expect((await cutOnce(IMAGES, true)).lost).toBeGreaterThan(0);
    },
  );
});
