import { normal, smooth, type Point } from './shapes.ts';

export interface Blade {
  readonly body: string;
  readonly rib: string;
}

/**
 * One leaf, lying along +x from 0 to 100, with a wavy edge and a bend of its own.
 * @param next the seeded sequence; six numbers are taken
 * @param steps points along the edge; more for larger pictures
 */
export function blade(next: () => number, steps: number): Blade {
  const bend = 0.35 + next() * 0.85;
  const wave = 0.26 + next() * 0.26;
  const phase = next() * 6.3;
  const fat = (steps < 9 ? 9 : 7) + next() * 2;
  const ruffle = 0.1 + next() * 0.09;
  const ruffles = 2.6 + next() * 1.4;
  const spine: Point[] = [[0, 0]];
  let [x, y] = [0, 0];
  for (let i = 1; i <= steps; i++) {
    const t = i / steps;
    const angle = bend * (0.42 - t * 0.95) + wave * Math.sin(t * 4.4 + phase);
    x += (Math.cos(angle) * 100) / steps;
    y += (Math.sin(angle) * 100) / steps;
    spine.push([x, y]);
  }
  const half = (t: number, side: number) =>
    t >= 1
      ? 0
      : Math.max(0.7, fat * Math.sin(Math.PI * t ** 0.6) ** 0.8) *
        (1 + ruffle * Math.sin(t * 6.28 * ruffles + phase + side * 1.7));
  const edge = (side: 1 | -1) =>
    spine.map((point, i): Point => {
      const [nx, ny] = normal(spine[i - 1] ?? point, spine[i + 1] ?? point);
      const w = half(i / steps, side) * side;
      return [point[0] - nx * w, point[1] - ny * w];
    });
  return {
    body: smooth([...edge(1), ...edge(-1).slice(1, -1).reverse()], true),
    rib: smooth(
      spine.filter((_, i) => i % 2 === 0 && i < steps),
      false,
    ),
  };
}
