import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom, silentLogger, unwrap } from '@holdfast/base';
import { fail, openSpace, pull, Supply, write } from '@holdfast/testing/server-contract-kit';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { connect } from './db/connect.ts';
import { startPostgres } from './postgres/embedded.ts';
import { memoryInMemory, startTestServer } from './test-support/server.ts';
import { Witness } from './test-support/witness.ts';

const LARGE = 60_000;

/** Whether this machine lets us make a small disk of our own. */
function canMount(): boolean {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return false;
  const place = mkdtempSync('/tmp/hf-mount-');
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place]).status === 0;
  if (made) spawnSync('umount', [place]);
  rmSync(place, { recursive: true });
  return made;
}

describe('the disk is full', () => {
  it('[OPS-11] [REL-7] an append is refused with "full", nothing of it is stored, and reading goes on', async () => {
    const server = await startTestServer();
    const space = await openSpace(server.transport, new Supply(seededRandom(61)));
    await write(space, 3);
    const { db } = server.parts;
    // What PostgreSQL says when it cannot extend a file.
    await sql`
      CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN RAISE EXCEPTION ''could not extend file'' USING ERRCODE = ''53100''; END'
    `.execute(db);
    await sql`CREATE TRIGGER no_room BEFORE INSERT ON envelope EXECUTE FUNCTION no_room()`.execute(db);
    const envelopes = [space.chain.next(1)];
    const append = () => space.owner.call('space.append', { spaceId: space.spaceId, envelopes });
    fail(await append(), 'full');
    fail(await append(), 'full');
    expect((await pull(space.owner, space, space.reader)).envelopes).toHaveLength(4);
    await sql`DROP TRIGGER no_room ON envelope`.execute(db);
    expect(await append()).toMatchObject({ ok: true, value: { seqs: [5] } });
    await server.stop();
  });

  // Where a small disk can be made, the real thing as well. Elsewhere there is no such test to skip.
  it.each(canMount() ? ['a real small disk'] : [])(
    '[OPS-11] [OPS-12] ATK-36 %s: no acknowledgement without room, and all of it is there after',
    { timeout: 120_000 },
    async () => {
      const place = await mkdtemp('/tmp/hf-full-');
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=140m,mode=711', 'tmpfs', place]);
      const dataDir = join(place, 'data');
      let postgres = unwrap(await startPostgres({ dataDir, log: silentLogger }));
      const start = async () => {
        const database = { schema: 'public', connect: () => connect(postgres.connection) };
        return startTestServer({ database, memory });
      };
      const memory = memoryInMemory();
      let server = await start();
      try {
        const supply = new Supply(seededRandom(62));
        const space = await openSpace(server.transport, supply);
        const witness = await Witness.open(space, supply, 2);
        await witness.work(server.transport, () => witness.promised.size >= 50);
        const ballast = join(place, 'ballast');
        const fill = async (leave: number) => {
          const { bavail, bsize } = await statfs(place);
          await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - leave)), { flag: 'a' });
        };
        for (const leave of [2_000_000, 0]) {
          await fill(leave);
          const before = witness.promised.size;
          let refused = '';
          for (let n = 0; n < 80 && refused === ''; n++) {
            const envelopes = [space.chain.next(1, { size: LARGE })];
            const sent = performance.now();
            const result = await space.owner.call('space.append', { spaceId: space.spaceId, envelopes });
            if (result.ok) {
              space.chain.accept(envelopes[0]!);
              witness.promised.set(result.value.seqs[0]!, envelopes[0]!);
            } else {
              refused = result.error.error;
              expect(performance.now() - sent).toBeLessThan(20_000);
            }
          }
          // 'unavailable': the log had no room either, and PostgreSQL stopped itself rather than go on without.
          expect(['full', 'unavailable']).toContain(refused);
          if (leave > 0) expect(refused).toBe('full');
          expect(witness.promised.size).toBeGreaterThanOrEqual(before);
          if (refused === 'full') await witness.check(server.transport);
          await rm(ballast);
          if (refused === 'unavailable') {
            await server.stop();
            await postgres.stop();
            postgres = unwrap(await startPostgres({ dataDir, log: silentLogger }));
            server = await start();
          }
          const goal = witness.promised.size + 20;
          await witness.work(server.transport, () => witness.promised.size >= goal);
          expect(witness.promised.size).toBeGreaterThanOrEqual(goal);
        }
        await witness.check(server.transport);
      } finally {
        await server.stop();
        await postgres.stop();
        spawnSync('umount', [place]);
        await rm(place, { recursive: true, force: true });
      }
    },
  );
});
