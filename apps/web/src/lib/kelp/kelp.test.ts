import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kelp, kelpText, type KelpData } from './index.ts';
import { markKinds } from './types.ts';

const card = { width: 212, height: 238, label: 'k' } as const;
const ages = [0, 1, 6, 7, 30, 84, 181, 182, 183, 364, 400, 730, 1500, 3650, 36_500];
const full = { meeting: 900, walk: 400, call: 300, milestone: 40 };

test('the Today card stays under 20 KB at any age, with many people and marks', () => {
  for (const days of ages)
    for (const seed of ['a', 'holdfast', '7f3c']) {
      const bytes = Buffer.byteLength(kelp({ seed, days, people: 40, marks: full }, card));
      expect(bytes, `${days} days`).toBeLessThan(20_000);
    }
});

test('the same data gives the same picture, another seed another one', () => {
  const data: KelpData = { seed: 'a', days: 500, people: 4, marks: { walk: 2 } };
  expect(kelp(data, card)).toBe(kelp({ ...data }, card));
  expect(kelp({ ...data, seed: 'b' }, card)).not.toBe(kelp(data, card));
});

test('only days, people and four kinds of mark are read: nothing else can be drawn', () => {
  const data: KelpData = { seed: 'a', days: 100, people: 2 };
  const more = { ...data, slips: 3, missed: 9, checkIns: [1, 2], gaps: true } as KelpData;
  expect(kelp(more, card)).toBe(kelp(data, card));
  expect([...markKinds].sort()).toEqual(['call', 'meeting', 'milestone', 'walk']);
});

test('it only grows: no day draws fewer leaves than the day before', () => {
  const leaves = (days: number) => {
    const svg = kelp({ seed: 'a', days, people: 0 }, card);
    const [, rest = ''] = svg.split('</defs>');
    return rest.match(/<use/g)?.length ?? 0;
  };
  for (let days = 1; days < 182; days++) expect(leaves(days)).toBeGreaterThanOrEqual(leaves(days - 1));
});

test('a person added later moves nobody’s strand', () => {
  const strands = (people: number) =>
    kelp({ seed: 'a', days: 50, people }, card).match(/fill="var\(--kelp-strand\)"/g);
  expect(strands(1)).toHaveLength(1);
  expect(kelp({ seed: 'a', days: 50, people: 0 }, card)).toContain('--kelp-strand-deep');
});

test('any input gives well-formed numbers and no inline style, script or handler', () => {
  fc.assert(
    fc.property(
      fc.record({
        seed: fc.string(),
        days: fc.oneof(fc.integer(), fc.double(), fc.constant(Number.NaN)),
        people: fc.oneof(fc.integer(), fc.double()),
        marks: fc.record({
          meeting: fc.integer(),
          walk: fc.double(),
          call: fc.integer(),
          milestone: fc.integer(),
        }),
      }),
      (data) => {
        const svg = kelp(data, { ...card, label: kelpText(data, 'en') });
        expect(svg).not.toMatch(/NaN|Infinity|undefined|e-\d| style=|<script|\son\w+=/);
      },
    ),
    { numRuns: 200 },
  );
});

test('a label cannot break out of its attribute', () => {
  expect(kelp({ seed: 'a', days: 1, people: 0 }, { ...card, label: '"><script>' })).not.toContain('<script>');
});

test('small sizes draw the emblem', () => {
  expect(
    kelp({ seed: 'a', days: 3650, people: 9 }, { width: 32, height: 32, label: '' }).length,
  ).toBeLessThan(1200);
});

test('the text equivalent says the same in both languages', () => {
  const data: KelpData = {
    seed: 'a',
    days: 84,
    people: 5,
    marks: { meeting: 5, walk: 3, call: 2, milestone: 1 },
  };
  expect(kelpText(data, 'en')).toBe(
    'Your kelp grows from a rock. 5 strands hold it, one for each of your people. It has 12 fronds, one for each week. You added 5 meetings, 3 walks, 2 calls, and 1 milestone.',
  );
  expect(kelpText(data, 'es')).toBe(
    'Tu alga crece desde una roca. 5 hebras la sostienen, una por cada persona de tu gente. Tiene 12 hojas, una por semana. Agregaste 5 reuniones, 3 caminatas, 2 llamadas y 1 momento.',
  );
  expect(kelpText({ seed: 'a', days: 0, people: 0 }, 'en')).toBe(
    'Your kelp grows from a rock. It holds on by its own grip. Its first frond is opening.',
  );
});
