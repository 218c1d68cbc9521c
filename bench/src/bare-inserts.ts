import pg from 'pg';
import { perSecond } from './post.ts';

/** Rows that share a statement at most, and statements under way at once: as many as the server allows itself. */
const BATCH = 64;
const LANES = 2;

export interface DatabaseAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/**
 * The least that can keep envelopes durably: one table, and rows that arrive together inserted by one statement, each
 * statement a commit of its own. No HTTP, no checks, no order, no spaces. What the server does is measured against it.
 */
export class BareInserts {
  readonly #lanes: readonly pg.Client[];
  #idle: pg.Client[];
  #waiting: { bytes: Buffer; resolve(): void; reject(error: unknown): void }[] = [];

  private constructor(lanes: readonly pg.Client[]) {
    this.#lanes = lanes;
    this.#idle = [...lanes];
  }

  static async open(address: DatabaseAddress): Promise<BareInserts> {
    const lanes = Array.from({ length: LANES }, () => new pg.Client(address));
    for (const lane of lanes) await lane.connect();
    await lanes[0]!.query(`
      CREATE TABLE IF NOT EXISTS bench_bare (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, bytes bytea NOT NULL);
      ALTER TABLE bench_bare ALTER COLUMN bytes SET STORAGE EXTERNAL
    `);
    return new BareInserts(lanes);
  }

  /** Settings that decide whether a commit survives power loss. */
  async durability(): Promise<Record<string, string>> {
    const { rows } = await this.#lanes[0]!.query<{ name: string; setting: string }>(
      "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')",
    );
    return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
  }

  /** Keeps `inFlight` inserts of `size` bytes under way for `ms`. Answers committed rows a second. */
  async run(inFlight: number, ms: number, size: number): Promise<number> {
    const bytes = Buffer.alloc(size, 7);
    return perSecond(inFlight, ms, () => this.#insert(bytes));
  }

  async close(): Promise<void> {
    await this.#lanes[0]!.query('DROP TABLE bench_bare');
    for (const lane of this.#lanes) await lane.end();
  }

  #insert(bytes: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bytes, resolve, reject });
      // In a microtask, so that all who were woken by one commit are in the next statement.
      queueMicrotask(() => this.#next());
    });
  }

  #next(): void {
    if (this.#waiting.length === 0) return;
    const lane = this.#idle.pop();
    if (lane === undefined) return;
    const batch = this.#waiting.splice(0, BATCH);
    lane
      .query({
        name: 'bare',
        text: 'INSERT INTO bench_bare (bytes) SELECT unnest($1::bytea[])',
        values: [batch.map(({ bytes }) => bytes)],
      })
      .then(
        () => batch.forEach(({ resolve }) => resolve()),
        (error: unknown) => batch.forEach(({ reject }) => reject(error)),
      )
      .finally(() => {
        this.#idle.push(lane);
        this.#next();
      });
  }
}
