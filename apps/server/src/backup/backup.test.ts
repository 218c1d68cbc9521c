import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom, silentLogger, TestClock, unwrap } from '@holdfast/base';
import { openSpace, Supply } from '@holdfast/testing/server-contract-kit';
import { sodiumPhone } from '@holdfast/testing/sodium-phone';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../db/connect.ts';
import { memoryFile } from '../db/memory-file.ts';
import { startPostgres } from '../postgres/embedded.ts';
import { startTestServer } from '../test-support/server.ts';
import { Witness } from '../test-support/witness.ts';
import { backup, restore } from './backup.ts';

const DAY = '2026-11-25';

describe('a drill: backup, loss, restore', () => {
  let place: string;
  let dataDir: string;
  beforeEach(async () => {
    place = await mkdtemp(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'hf-backup-'));
    // PostgreSQL's user has to pass through it; what is inside is closed.
    await chmod(place, 0o711);
    dataDir = join(place, 'data');
  });
  afterEach(() => rm(place, { recursive: true, force: true }));

  async function start() {
    const postgres = unwrap(await startPostgres({ dataDir, log: silentLogger }));
    const database = { schema: 'public', connect: () => connect(postgres.connection) };
    const server = await startTestServer({ database, memory: memoryFile(dataDir) });
    const stop = async (): Promise<void> => {
      await server.stop();
      await postgres.stop();
    };
    return { ...server, stop };
  }

  it(
    '[BAK-1] [BAK-2] [OPS-3] ATK-36 made under load it holds all that was acknowledged before, and phones bring the rest',
    { timeout: 120_000 },
    async () => {
      const clock = new TestClock();
      let server = await start();
      const supply = new Supply(seededRandom(72));
      const witness = await Witness.open(await openSpace(server.transport, supply), supply, 3);
      const sam = await sodiumPhone({ transport: server.transport, clock });
      unwrap(await sam.api.start('own', DAY));
      const note = (text: string, on = sam) =>
        on.api.save('journal-entry', { words: text, at: clock.now(), day: DAY, until: null }).then(unwrap);
      for (const text of ['One', 'Two']) await note(text);
      unwrap(await sam.api.sync());

      let over = false;
      const working = witness.work(server.transport, () => over);
      await expect.poll(() => witness.promised.size, { timeout: 20_000 }).toBeGreaterThan(30);
      const memory = witness.remember();
      const target = join(place, 'backup');
      unwrap(await backup(dataDir, target));
      expect(await backup(dataDir, target)).toMatchObject({ ok: false });
      over = true;
      await working;
      const names = await readdir(target);
      expect(names).not.toContain('push.key');
      expect(names).not.toContain('generation');

      for (const text of ['Three', 'Four']) await note(text);
      const card = unwrap(await sam.api.makeCard());
      unwrap(await sam.api.sync());
      const { generation } = await server.parts.db
        .selectFrom('instance')
        .select('generation')
        .executeTakeFirstOrThrow();
      expect(await restore(target, dataDir)).toMatchObject({ ok: false });
      await server.stop();
      const aside = unwrap(await restore(target, dataDir));
      expect(await readdir(aside!)).toContain('postgres');

      server = await start();
      const found = await witness.compare(server.transport, memory);
      expect(found).toMatchObject({ lost: 0, unseen: 0, twice: 0 });
      const after = await server.parts.db
        .selectFrom('instance')
        .select('generation')
        .executeTakeFirstOrThrow();
      expect(after.generation).not.toBe(generation);
      const { storage, deviceKey } = sam;
      const back = await sodiumPhone({
        transport: server.transport,
        clock,
        storage: storage.reopen(),
        deviceKey,
      });
      unwrap(await back.api.unlock());
      unwrap(await back.api.sync());
      expect(await back.api.status()).toMatchObject({ onlyHere: 0, copyAtServer: true });
      // All of it stands at the server again: a new phone with the card reads it there.
      const fresh = await sodiumPhone({ transport: server.transport, clock });
      unwrap(await fresh.api.recover(card.qr));
      const texts = (await fresh.api.records('journal-entry')).map(({ words }) => words);
      expect(texts.toSorted()).toEqual(['Four', 'One', 'Three', 'Two']);
      await server.stop();
    },
  );

  it('[BAK-1] [BAK-2] says what is wrong, and copies one that is stopped', { timeout: 60_000 }, async () => {
    expect(await backup(dataDir, join(place, 'b'))).toMatchObject({ ok: false });
    expect(await restore(place, dataDir)).toMatchObject({ ok: false });
    const server = await start();
    const supply = new Supply(seededRandom(73));
    const witness = await Witness.open(await openSpace(server.transport, supply), supply, 1);
    await witness.work(server.transport, () => witness.promised.size >= 5);
    await server.stop();
    unwrap(await backup(dataDir, join(place, 'b')));
    await rm(dataDir, { recursive: true });
    expect(unwrap(await restore(join(place, 'b'), dataDir))).toBeUndefined();
    const again = await start();
    await witness.settle(again.transport);
    await again.stop();
  });
});
