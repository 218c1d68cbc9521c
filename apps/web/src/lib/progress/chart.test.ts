import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartOf } from './chart.ts';

const frame = { top: 10, span: 30, today: '2026-11-21', join: 3 };

test('today stands at the right, the first day of the span at the left, 0 at the foot', () => {
  const { dots } = chartOf(
    [
      { day: '2026-10-23', value: 10 },
      { day: '2026-11-21', value: 0 },
    ],
    frame,
  );
  expect(dots.map(({ x, y }) => [x, y])).toEqual([
    [6, 6],
    [314, 98],
  ]);
});

test('days further apart than a few are not joined', () => {
  const points = ['2026-11-10', '2026-11-13', '2026-11-17'].map((day) => ({ day, value: 5 }));
  expect(chartOf(points, frame).path.replace(/[\d. ]+/g, '')).toBe('MLM');
  expect(chartOf([], frame).path).toBe('');
});

test('every point lies inside the picture', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 99 }), (span, value) => {
      const [dot] = chartOf([{ day: '2026-11-21', value }], { ...frame, span }).dots;
      expect(dot!.x).toBe(314);
      expect(dot!.y).toBeGreaterThanOrEqual(6);
      expect(dot!.y).toBeLessThanOrEqual(98);
    }),
  );
});
