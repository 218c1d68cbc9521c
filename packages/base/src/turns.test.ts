import { describe, expect, it } from 'vitest';
import { Turns } from './turns.ts';

describe('turns', () => {
  it('come one after the other, and a failure keeps nobody waiting', async () => {
    const turns = new Turns();
    const did: string[] = [];
    const work =
      (name: string, fails = false) =>
      async () => {
        did.push(`${name} begins`);
        await Promise.resolve();
        did.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      };
    const all = [turns.take(work('a')), turns.take(work('b', true)), turns.take(work('c'))];
    expect(await Promise.allSettled(all)).toMatchObject([
      { value: 'a' },
      { reason: { message: 'b' } },
      { value: 'c' },
    ]);
    expect(did).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });
});
