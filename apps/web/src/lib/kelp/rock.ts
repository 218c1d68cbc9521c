import type { KelpColour } from './palette.ts';
import { clamp, num, nums, smooth, type Point } from './shapes.ts';

export interface Ground {
  readonly top: number;
  readonly path: string;
  /** Fine lines on the stone. */
  readonly lines: readonly string[];
  /** The point of the surface at -1 (left end) to 1 (right end). */
  readonly surface: (at: number) => Point;
  readonly middle: number;
}

interface GroundInput {
  width: number;
  height: number;
  z: number;
  unit: number;
  days: number;
  next: () => number;
}

/** The stone everything holds on to. */
export function rockShape({ width, height, z, unit, days, next }: GroundInput): Ground {
  const middle = width / 2;
  const top = height - 11.5 * z;
  const half = (25 + 9 * (1 - Math.exp(-days / 2200))) * z;
  const low = height + 2 * unit;
  const tall = low - top;
  const points: Point[] = [];
  const COUNT = 9;
  for (let i = 0; i <= COUNT; i++) {
    const angle = Math.PI * (1 - i / COUNT);
    const rough = (next() - 0.5) * 0.13;
    points.push([
      middle + Math.cos(angle) * half * (1 + rough),
      low - Math.sin(angle) ** 0.62 * tall * (0.98 + rough * 0.7),
    ]);
  }
  const ends = [points[COUNT]?.[0] ?? 0, points[0]?.[0] ?? 0];
  const lines = Array.from({ length: 5 }, () => {
    const x = middle + (next() * 2 - 1) * half * 0.62;
    const y = top + (height - top) * (0.34 + next() * 0.44);
    const l = half * (0.14 + next() * 0.2);
    return `M${nums(x - l, y + l * 0.22)}Q${nums(x, y - l * 0.16, x + l, y + l * 0.16)}`;
  });
  return {
    top,
    middle,
    lines,
    path: `${smooth(points, false)}L${nums(ends[0] ?? 0, height + 2)}H${num(ends[1] ?? 0)}Z`,
    surface: (at) => {
      const angle = Math.acos(clamp(at, -1, 1));
      return [middle + Math.cos(angle) * half, low - Math.sin(angle) ** 0.62 * tall * 0.98];
    },
  };
}

export function rock(
  ground: Ground,
  { id, colour, z }: { id: string; colour: (name: KelpColour) => string; z: number },
): { defs: string; svg: string } {
  const stop = (at: string, name: KelpColour) => `<stop offset="${at}" stop-color="${colour(name)}"/>`;
  return {
    defs: `<linearGradient id="${id}r" x2="0" y2="1">${stop('0', 'rock-lit')}${stop('.55', 'rock')}${stop('1', 'rock-deep')}</linearGradient>`,
    svg:
      `<path d="${ground.path}" fill="url(#${id}r)"/>` +
      `<g fill="none" stroke-opacity=".5" stroke-width="${num(0.45 * z, 2)}" stroke-linecap="round">` +
      `<path d="${ground.lines.slice(0, 2).join('')}" stroke="${colour('rock-deep')}"/>` +
      `<path d="${ground.lines.slice(2).join('')}" stroke="${colour('rock-lit')}"/></g>`,
  };
}
