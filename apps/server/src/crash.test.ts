import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom, silentLogger, unwrap } from '@holdfast/base';
import { addWriter, openSpace, pull, Supply, Visitor } from '@holdfast/testing/server-contract-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from './db/connect.ts';
import type { RunningPostgres } from './postgres/embedded.ts';
import { startPostgres } from './postgres/embedded.ts';
import type { TestDatabase } from './test-support/database.ts';
import { memoryInMemory, startTestServer } from './test-support/server.ts';

const ROUNDS = 3;
const WRITERS = 4;

describe('a database killed in the middle of writing', () => {
  let dataDir: string;
  let postgres: RunningPostgres;
  /** A database of its own, because it is going to be killed. */
  const database: TestDatabase = {
    schema: 'public',
    connect: () => connect(postgres.connection),
  };
  const start = async (): Promise<void> => {
    postgres = unwrap(await startPostgres({ dataDir, log: silentLogger }));
  };

  beforeAll(async () => {
    dataDir = await mkdtemp(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'hf-crash-'));
    await start();
  });
  afterAll(async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it(
    '[OPS-12] [REL-7] ATK-36 has every envelope it acknowledged, once, and no gap',
    { timeout: 120_000 },
    async () => {
      const supply = new Supply(seededRandom(12));
      const memory = memoryInMemory();
      let server = await startTestServer({ database, memory });
      const space = await openSpace(server.transport, supply);
      const chains = await Promise.all(Array.from({ length: WRITERS }, () => addWriter(space, supply)));
      const acknowledged = new Map<number, Uint8Array>();
      let cutOff = 0;

      for (let round = 0; round < ROUNDS; round++) {
        const writing = chains.map(async (chain) => {
          const visitor = await Visitor.open(server.transport, chain.key);
          for (;;) {
            const envelopes = [chain.next(1)];
            const result = await visitor.call('space.append', { spaceId: space.spaceId, envelopes });
            if (!result.ok) {
              expect(['unavailable', 'offline']).toContain(result.error.error);
              cutOff++;
              return;
            }
            chain.accept(envelopes[0]!);
            acknowledged.set(result.value.seqs[0]!, envelopes[0]!);
          }
        });
        const before = acknowledged.size;
        await expect.poll(() => acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(before + 40);
        const pid = Number(
          (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0],
        );
        process.kill(pid, 'SIGKILL');
        await Promise.all(writing);
        expect((await fetch(`${server.origin}/readyz`)).status).toBe(503);
        expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
        await server.stop();
        await postgres.stop();
        await start();
        server = await startTestServer({ database, memory });

        const reader = await Visitor.open(
          server.transport,
          space.reader,
          ...chains.map((chain) => chain.key),
        );
        const stored = new Map<number, Uint8Array>();
        for (let more = true; more;) {
          const page = await pull(reader, space, space.reader, stored.size);
          for (const { seq, bytes } of page.envelopes) stored.set(seq, bytes);
          more = page.more;
        }
        expect([...stored.keys()]).toEqual(Array.from(stored, (_, i) => i + 1));
        for (const [seq, bytes] of acknowledged) expect(stored.get(seq)).toEqual(bytes);
        // One per writer at most was stored without its writer hearing of it; the writer adopts it.
        expect(stored.size - 1 - acknowledged.size).toBeLessThanOrEqual(WRITERS);
        for (const [seq, bytes] of stored) if (seq > 1 && !acknowledged.has(seq)) adopt(seq, bytes);
      }
      expect(cutOff).toBe(ROUNDS * WRITERS);
      await server.stop();

      function adopt(seq: number, bytes: Uint8Array): void {
        const chain = chains.find((own) =>
          Buffer.from(bytes).includes(Buffer.from(own.writerId, 'base64url')),
        );
        chain!.accept(bytes);
        acknowledged.set(seq, bytes);
      }
    },
  );
});
