import { TestClock, systemRandom, unwrap } from '@holdfast/base';
import { RecordStore } from '@holdfast/sync';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { describe, expect, it } from 'vitest';
import { CHECK_IN, household, longAccount } from './accounts.ts';
import { keepTo } from './budgets.ts';

const RECORDS = 10_000;

/** Best time of `work` over best time of the reference, in turns: what else runs here only ever makes them longer. */
async function times(reference: () => unknown, work: () => unknown): Promise<number> {
  const spent: { work: number; reference: number }[] = [];
  for (let i = 0; i < 9; i++) spent.push({ reference: await timed(reference), work: await timed(work) });
  return Math.min(...spent.map((each) => each.work)) / Math.min(...spent.map((each) => each.reference));
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The same records as rows that JSON can hold: the yardstick, for it is native code and quick on any machine. */
const rows = Array.from({ length: RECORDS }, (_, n) => ({
  ...CHECK_IN,
  words: `${CHECK_IN.words} ${n}`,
  at: 1_790_000_000_000 + n,
}));
const json = JSON.stringify(rows);
const readJson = (): unknown => JSON.parse(json);

describe(`${RECORDS} records in Node`, () => {
  it('open in a known multiple of what reading them as JSON takes', async () => {
    const primitives = await sodiumPrimitives(systemRandom);
    const { server } = household(primitives);
    const { phone } = await longAccount(
      { primitives, transport: server.transportFor(), clock: new TestClock() },
      RECORDS,
    );
    let opened = phone;
    const ratio = await times(readJson, async () => {
      opened = phone.reopen();
      unwrap(await opened.api.unlock());
    });
    expect(await opened.api.records('check-in')).toHaveLength(RECORDS);
    keepTo('unlock.node-ratio', ratio);
  });

  it('fit a snapshot that is small, and nearly as quick to read and write as JSON', async () => {
    const store = new RecordStore();
    for (const [n, fields] of rows.entries()) {
      const at = { lamport: n + 1, writerId: 'one-writer', wseq: Math.floor(n / 50) + 1 };
      store.apply(at, [{ op: 'put', type: 'check-in', id: `record-${n}`, fields }]);
    }
    const snapshot = store.toSnapshot();
    const read = new RecordStore();
    expect(read.mergeSnapshot(snapshot)).toEqual({ ok: true, value: undefined });
    expect(read.list('check-in')).toHaveLength(RECORDS);
    keepTo('snapshot.bytes', snapshot.length / RECORDS);
    keepTo(
      'snapshot.encode',
      await times(
        () => JSON.stringify(rows),
        () => store.toSnapshot(),
      ),
    );
    keepTo('snapshot.decode', await times(readJson, () => new RecordStore().mergeSnapshot(snapshot)));
  });
});
