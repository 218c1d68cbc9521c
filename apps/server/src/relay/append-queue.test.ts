import { ok, seededRandom } from '@holdfast/base';
import { parseEnvelope } from '@holdfast/protocol';
import { Chain, Supply } from '@holdfast/testing/server-contract-kit';
import { describe, expect, it } from 'vitest';
import type { Append, Appended } from './append-group.ts';
import { appendQueue } from './append-queue.ts';

const supply = new Supply(seededRandom(3));
const spaceId = supply.id<'space'>();

function writer() {
  const chain = new Chain(supply, spaceId, supply.key());
  return (size = 20): Append => {
    const parsed = parseEnvelope(chain.push(1, { size }));
    if (!parsed.ok) throw new Error(parsed.error);
    return { spaceId, writerId: chain.writerId, envelopes: [parsed.value], mayWrite: () => true };
  };
}
const done: Appended = ok({ seqs: [1], news: undefined });

/** A database that commits a group when told to. */
function slowDatabase() {
  const groups: { group: readonly Append[]; finish(): void; fail(error: unknown): void }[] = [];
  const run = (group: readonly Append[]): Promise<Appended[]> =>
    new Promise((resolve, reject) => {
      groups.push({ group, finish: () => resolve(group.map(() => done)), fail: reject });
    });
  const next = async () => {
    await expect.poll(() => groups.length).toBeGreaterThan(0);
    return groups.shift()!;
  };
  return { run, next, groups };
}

describe('the append queue', () => {
  it('[REL-7] starts a lone append at once and gathers what comes meanwhile', async () => {
    const { run, next } = slowDatabase();
    const add = appendQueue(run);
    const [a, b, c] = [writer()(), writer()(), writer()()];
    const answers = [add(a)];
    const first = await next();
    expect(first.group).toEqual([a]);
    answers.push(add(b), add(c));
    first.finish();
    const second = await next();
    expect(second.group).toEqual([b, c]);
    second.finish();
    expect(await Promise.all(answers)).toEqual([done, done, done]);
  });

  it('[REL-6] keeps the batches of one writer in order and in separate groups', async () => {
    const { run, next } = slowDatabase();
    const add = appendQueue(run);
    const [one, other] = [writer(), writer()];
    const [a, b, c, d] = [one(), one(), one(), other()];
    const answers = [a, b, c, d].map(add);
    const groups = [];
    for (let i = 0; i < 3; i++) {
      const { group, finish } = await next();
      groups.push(group);
      finish();
    }
    await Promise.all(answers);
    expect(groups).toEqual([[a], [b, d], [c]]);
  });

  it('[REL-7] limits a group in number and in bytes', async () => {
    const { run, next } = slowDatabase();
    const add = appendQueue(run);
    const small = Array.from({ length: 100 }, () => add(writer()()));
    const large = Array.from({ length: 20 }, () => add(writer()(250_000)));
    const sizes = [];
    for (let left = 120; left > 0;) {
      const { group, finish } = await next();
      sizes.push(group.length);
      left -= group.length;
      finish();
    }
    await Promise.all([...small, ...large]);
    expect(sizes[0]).toBe(1);
    expect(Math.max(...sizes)).toBe(64);
    expect(sizes.at(-1)).toBeLessThan(20);
  });

  it('[REL-7] tries each by itself when a group fails, and gives up at once in an outage', async () => {
    const { run, next } = slowDatabase();
    const add = appendQueue(run);
    const blocker = add(writer()());
    const [good, bad] = [add(writer()()), add(writer()())];
    (await next()).finish();
    (await next()).fail(new Error('one of them'));
    (await next()).finish();
    (await next()).fail(new Error('this one'));
    expect([await blocker, await good]).toEqual([done, done]);
    await expect(bad).rejects.toThrow('this one');

    const another = add(writer()());
    const pair = Promise.allSettled([add(writer()()), add(writer()())]);
    (await next()).finish();
    (await next()).fail(Object.assign(new Error('gone'), { code: '57P01' }));
    expect((await pair).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await another).toEqual(done);
    const after = add(writer()());
    (await next()).finish();
    expect(await after).toEqual(done);
  });
});
