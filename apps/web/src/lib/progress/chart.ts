import { daysSince } from '@holdfast/recovery';
import type { Point } from '@holdfast/recovery';

/*
 * Forty lines instead of a library: the maintained ones draw on a canvas, which a screen reader cannot enter (uPlot,
 * Chart.js), or set style attributes and bring their own scales (LayerCake), for one kind of line.
 */

/** Where a line is drawn: SVG units, origin at the top left. */
export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly dots: readonly { readonly x: number; readonly y: number; readonly day: string }[];
  /** Path data. Days far apart are not joined: what lies between is not known. */
  readonly path: string;
}

const WIDTH = 320;
const HEIGHT = 104;
const EDGE = 6;

/**
 * Points on a scale from 0 to `top` over `span` days that end at `today`.
 * @param join the most days between two points that a line may cross
 */
export function chartOf(
  points: readonly Point[],
  { top, span, today, join }: { top: number; span: number; today: string; join: number },
): Chart {
  const across = Math.max(1, span - 1);
  const dots = points.map(({ day, value }) => ({
    day,
    x: round(WIDTH - EDGE - (daysSince(day, today) / across) * (WIDTH - 2 * EDGE)),
    y: round(HEIGHT - EDGE - (Math.min(value, top) / top) * (HEIGHT - 2 * EDGE)),
  }));
  const path = dots
    .map(({ x, y, day }, i) => {
      const before = dots[i - 1];
      return `${before && daysSince(before.day, day) <= join ? 'L' : 'M'}${x} ${y}`;
    })
    .join('');
  return { width: WIDTH, height: HEIGHT, dots, path };
}

const round = (n: number): number => Math.round(n * 10) / 10;
