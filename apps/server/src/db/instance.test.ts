import { seededRandom } from '@holdfast/base';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../test-support/database.ts';
import { freshDatabase, migrating } from '../test-support/database.ts';
import { memoryInMemory } from '../test-support/server.ts';
import { formatMemory, openInstance, parseMemory } from './instance.ts';
import { migrate } from './migrate.ts';
import type { Database } from './schema.ts';

describe('the generation', () => {
  let database: TestDatabase;
  let db: Kysely<Database>;
  const random = seededRandom(5);
  beforeEach(async () => {
    database = await freshDatabase();
    db = database.connect();
    await migrating(() => migrate(db));
  });
  afterEach(() => db.destroy());

  const open = (memory: ReturnType<typeof memoryInMemory>, restored = false) =>
    openInstance(db, memory, random, restored, () => Promise.resolve());

  it('[OPS-3] stays through restarts', async () => {
    const memory = memoryInMemory();
    const first = await open(memory);
    await first.advance();
    const second = await open(memory);
    expect([second.serverId, second.generation]).toEqual([first.serverId, first.generation]);
  });

  it('[OPS-3] stays when the database is ahead of the folder, as after power loss between the two', async () => {
    const memory = memoryInMemory();
    const first = await open(memory);
    const before = memory.memory;
    await first.advance();
    memory.memory = before;
    expect((await open(memory)).generation).toBe(first.generation);
  });

  it('[OPS-3] changes when an older copy of the database comes back', async () => {
    const memory = memoryInMemory();
    const first = await open(memory);
    await first.advance();
    await sql`CREATE TABLE backup AS SELECT * FROM instance`.execute(db);
    await first.advance();
    await sql`TRUNCATE instance`.execute(db);
    await sql`INSERT INTO instance SELECT * FROM backup`.execute(db);
    const second = await open(memory);
    expect(second.generation).not.toBe(first.generation);
    expect(second.serverId).toBe(first.serverId);
    expect((await open(memory)).generation).toBe(second.generation);
  });

  it('[OPS-3] changes when the folder remembers nothing or another database, or the host says so', async () => {
    const memory = memoryInMemory();
    const seen = [(await open(memory)).generation];
    seen.push((await open(memoryInMemory())).generation);
    seen.push((await open(memoryInMemory({ generation: seen[0]!, counter: 0 }))).generation);
    const current = memoryInMemory();
    seen.push((await open(current)).generation);
    seen.push((await open(current, true)).generation);
    expect(new Set(seen).size).toBe(5);
  });

  it('[OPS-3] is new for an empty database, whatever the folder remembers', async () => {
    const memory = memoryInMemory();
    const first = await open(memory);
    await sql`TRUNCATE instance`.execute(db);
    const second = await open(memory);
    expect(second.generation).not.toBe(first.generation);
    expect(second.serverId).not.toBe(first.serverId);
  });

  it('[OPS-3] is remembered as one line of text, and anything else as nothing', () => {
    const memory = { generation: 'AAAAAAAAAAAAAAAAAAAAAA', counter: 12 };
    expect(parseMemory(formatMemory(memory))).toEqual(memory);
    for (const text of ['', 'x', 'AAAAAAAAAAAAAAAAAAAAAA', 'AAAAAAAAAAAAAAAAAAAAAA -1', 'short 3']) {
      expect(parseMemory(text)).toBeUndefined();
    }
  });
});
