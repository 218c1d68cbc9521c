import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDrawing } from '#lib/platform/trusted-types.ts';
import { kelpFile } from './file.ts';
import { ownKelp } from './own.ts';

const base = { seed: 'a', days: 84, people: 5, marks: { milestone: 2 } };

test('a saved kelp is a drawing of its own: no variables, links, dates, names or numbers in words', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat({ max: 4000 }), fc.nat({ max: 40 }), (seed, days, people) => {
      for (const theme of ['light', 'dark'] as const) {
        const svg = kelpFile({ ...base, seed, days, people }, theme, 'Kelp on a rock');
        expect(isDrawing(svg)).toBe(true);
        expect(svg).not.toMatch(/var\(|<text|<title|<desc|<metadata|data-|<!--|20\d\d-/);
        // Ids are the same for everyone.
        for (const [, id] of svg.matchAll(/ id="([^"]*)"/g)) expect(id).toMatch(/^k[a-z]{0,2}\d?$/);
        expect(svg.match(/aria-label="([^"]*)"/)?.[1]).toBe('Kelp on a rock');
      }
    }),
    { numRuns: 20 },
  );
});

test('it is drawn from days, people and milestones, and from nothing before the page is read', () => {
  const profile = { seed: 's', begun: '2026-11-01' };
  const own = {
    profile,
    people: [1],
    circle: [1, 2],
    milestones: [1],
    marks: [{ kind: 'walk' as const }],
    today: '2026-11-25',
  };
  expect(ownKelp(own)).toEqual({
    seed: 's',
    days: 24,
    people: 3,
    marks: { milestone: 1, meeting: 0, walk: 1, call: 0 },
  });
  const unread = { ...own, people: undefined, circle: undefined, milestones: undefined, marks: undefined };
  expect(ownKelp(unread)).toMatchObject({
    people: 0,
    marks: { milestone: 0, meeting: 0, walk: 0, call: 0 },
  });
  expect(ownKelp({ ...own, profile: undefined })).toBeUndefined();
});
