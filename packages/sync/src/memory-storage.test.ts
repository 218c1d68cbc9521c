import { describe, expect, it } from 'vitest';
import { unwrap } from '@holdfast/base';
import { MemoryStorage } from './memory-storage.ts';
import { storageContract } from './storage-contract.ts';

let last = new MemoryStorage();
storageContract(
  'Memory',
  async () => (last = new MemoryStorage()),
  async () => last.reopen(),
);

const bytes = (...values: number[]) => Uint8Array.from(values);
const keysOf = async (storage: MemoryStorage) => unwrap(await storage.scan('')).map(([key]) => key);

describe('MemoryStorage faults', () => {
  it('[STO-10] [STO-11] a commit over the quota changes nothing, and removing still works', async () => {
    const storage = new MemoryStorage({ quotaBytes: 24 });
    unwrap(await storage.commit([{ key: 'a', value: new Uint8Array(18) }]));
    const tooMuch = [
      { key: 'b', value: bytes(1) },
      { key: 'c', value: new Uint8Array(18) },
    ];
    expect(await storage.commit(tooMuch)).toEqual({ ok: false, error: 'full' });
    expect(await keysOf(storage)).toEqual(['a']);
    storage.setQuota(4);
    expect((await storage.commit([{ key: 'a', value: new Uint8Array(10) }])).ok).toBe(true);
    expect((await storage.commit([{ key: 'a', value: undefined }])).ok).toBe(true);
    expect(storage.usedBytes).toBe(0);
  });

  it('[STO-10] failures asked for come one by one and change nothing', async () => {
    const storage = new MemoryStorage();
    storage.failNext('full', 2);
    storage.failNext('denied');
    const commit = () => storage.commit([{ key: 'k', value: bytes(1) }]);
    expect(await commit()).toEqual({ ok: false, error: 'full' });
    expect(await storage.clear()).toEqual({ ok: false, error: 'full' });
    expect(await commit()).toEqual({ ok: false, error: 'denied' });
    expect(await keysOf(storage)).toEqual([]);
    expect((await commit()).ok).toBe(true);
  });

  it.each(['before', 'after'] as const)(
    '[STO-10] a crash %s the batch is durable splits no batch',
    async (point) => {
      const storage = new MemoryStorage();
      storage.crashAfter(2, point);
      const commits = await Promise.all(
        [1, 2, 3, 4].map((n) =>
          storage.commit([
            { key: `a${n}`, value: bytes(n) },
            { key: `b${n}`, value: bytes(n) },
          ]),
        ),
      );
      expect(commits.map((commit) => commit.ok)).toEqual([true, true, false, false]);
      expect(await storage.get('a1')).toEqual({ ok: false, error: 'gone' });
      const third = point === 'after' ? ['a3'] : [];
      const kept = ['a1', 'a2', ...third];
      const reopened = storage.reopen();
      expect(await keysOf(reopened)).toEqual([...kept, ...kept.map((key) => key.replace('a', 'b'))]);
      expect((await reopened.commit([{ key: 'z', value: bytes(1) }])).ok).toBe(true);
    },
  );

  it('a clone goes its own way', async () => {
    const storage = new MemoryStorage();
    await storage.commit([{ key: 'k', value: bytes(1) }]);
    const clone = storage.clone();
    await clone.commit([{ key: 'k', value: bytes(2) }]);
    expect(unwrap(await storage.get('k'))).toEqual(bytes(1));
    expect(unwrap(await clone.get('k'))).toEqual(bytes(2));
  });
});
