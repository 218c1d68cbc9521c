import type { Random } from '@holdfast/base';
import { isId, toId } from '@holdfast/base';
import type { Generation, ServerId } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import { advanceCounter, insertInstance, readInstance, updateGeneration } from './queries/instance.ts';
import type { Database } from './schema.ts';

/** What the data folder remembers of the database, to notice that another one stands in its place. */
export interface Memory {
  readonly generation: string;
  readonly counter: number;
}
/** Where that is kept: a file. It must outlive the database and must not be part of its backups. */
export interface MemoryStore {
  load(): Promise<Memory | undefined>;
  save(memory: Memory): Promise<void>;
}

export interface Instance {
  readonly serverId: ServerId;
  readonly generation: Generation;
  /** Moves the counter on, in the database first and then in the data folder. */
  advance(): Promise<void>;
}

/**
 * [OPS-3] The identity of this server, and its generation: a new one whenever the database may be older than what
 * was last served (a backup came back, or the folder's memory is gone), or when the host says so by `restored`.
 * Clients that see a new generation send again what they still hold, so a new one too many costs only traffic.
 * `hold` is called before it is written: what a backup brought back is held ([TMR-3], [RCV-10]).
 */
export async function openInstance(
  db: Kysely<Database>,
  memory: MemoryStore,
  random: Random,
  restored: boolean,
  hold: () => Promise<void>,
): Promise<Instance> {
  const remembered = await memory.load();
  const stored = await readInstance(db);
  const serverId = stored?.server_id ?? toId<'server'>(random.bytes(16));
  let generation = stored?.generation;
  const isSame =
    stored !== undefined &&
    remembered?.generation === stored.generation &&
    remembered.counter <= stored.counter;

  if (generation === undefined || !isSame || restored) {
    generation = toId<'generation'>(random.bytes(16));
    const counter = 1 + Math.max(stored?.counter ?? 0, remembered?.counter ?? 0);
    // First, so that being killed in between cannot leave a new generation with what nobody holds.
    await hold();
    if (stored === undefined) await insertInstance(db, { server_id: serverId, generation, counter });
    else await updateGeneration(db, generation, counter);
    await memory.save({ generation, counter });
  }
  const current = generation;
  return {
    serverId,
    generation: current,
    advance: async () => memory.save({ generation: current, counter: await advanceCounter(db) }),
  };
}

/** Reads the memory's text form, "generation counter". Anything else counts as no memory. */
export function parseMemory(text: string): Memory | undefined {
  const match = /^(\S+) (\d{1,15})\n?$/.exec(text);
  return match && isId(match[1]!) ? { generation: match[1]!, counter: Number(match[2]) } : undefined;
}
export const formatMemory = ({ generation, counter }: Memory): string => `${generation} ${counter}\n`;
