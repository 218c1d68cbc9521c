import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beforeCounts, TIMES_TO_SAY, URGES_TO_COUNT } from './before-counts.ts';

const urges = (...before: string[][]) => before.map((one) => ({ before: one }));

describe('what came before urges', () => {
  it('is counted from five notes on, and said from three times on', () => {
    const four = urges(['people.argument'], ['people.argument'], ['people.argument'], ['body.tired']);
    expect(beforeCounts(four)).toBeUndefined();
    expect(beforeCounts([...four, { before: ['body.tired', 'people.argument'] }])).toEqual({
      of: 5,
      counts: [{ id: 'people.argument', times: 4 }],
    });
    expect(beforeCounts(urges(['a'], ['a'], ['b'], ['b'], ['c']))).toBeUndefined();
    expect(beforeCounts([])).toBeUndefined();
  });

  it('leaves out a note in which nothing was picked, and counts each thing once a note', () => {
    expect(beforeCounts(urges(['a'], ['a'], ['a'], ['a'], []))).toBeUndefined();
    expect(beforeCounts(urges(['a', 'a'], ['a'], ['a'], ['b'], ['b'], []))).toEqual({
      of: 5,
      counts: [{ id: 'a', times: 3 }],
    });
  });

  it('has the most frequent first, and those alike in one order', () => {
    const list = urges(['b', 'a', 'c'], ['a', 'b', 'c'], ['a', 'b', 'c'], ['c'], ['d']);
    expect(beforeCounts(list)?.counts.map(({ id, times }) => `${id} ${times}`)).toEqual([
      'c 4',
      'a 3',
      'b 3',
    ]);
  });

  it('never says more than there is, whatever the order of the notes', () => {
    const note = fc.record({
      before: fc.array(fc.constantFrom<string[]>('a', 'b', 'c', 'd'), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.array(note, { maxLength: 20 }), (list) => {
        const said = beforeCounts(list);
        expect(beforeCounts(list.toReversed())).toEqual(said);
        if (!said) return;
        expect(said.of).toBeGreaterThanOrEqual(URGES_TO_COUNT);
        for (const { id, times } of said.counts) {
          expect(times).toBe(list.filter(({ before }) => before.includes(id)).length);
          expect(times).toBeGreaterThanOrEqual(TIMES_TO_SAY);
          expect(times).toBeLessThanOrEqual(said.of);
        }
      }),
    );
  });
});
