import type { KelpColour } from './palette.ts';
import { GOLDEN } from './random.ts';
import type { Ground } from './rock.ts';
import { num, nums, smooth, taper, type Point } from './shapes.ts';
import type { Plant } from './types.ts';

/** Three fine strands are always the owner's own: nobody starts with nothing. */
const OWN = [-0.36, 0.06, 0.4];
/** A crowded picture shows some; the text gives the count. */
const MOST_STRANDS = 24;

interface HoldInput {
  plant: Plant;
  ground: Ground;
  z: number;
  next: () => number;
  colour: (name: KelpColour) => string;
}

/** A strand for each person, over the stone. An earlier strand keeps its place when another is added. */
export function holdfast({ plant, ground, z, next, colour }: HoldInput): { strands: string; crown: string } {
  const base: Point = [ground.middle, ground.top - 0.2 * z];
  const paths = { strand: '', 'strand-deep': '', 'strand-lit': '' };
  let roots = '';
  const add = (at: number, half: number, name: keyof typeof paths, reach: number, fork: boolean) => {
    const end = ground.surface(at);
    const foot: Point = [end[0] + at * 1.4 * z, end[1] + reach * z];
    const near = ground.surface(at * 0.5);
    const far = ground.surface(at * 0.86);
    const one: Point = [near[0], near[1] - (1.5 + Math.abs(at)) * z];
    const two: Point = [far[0], far[1] - 1.2 * z];
    paths[name] += taper([base[0] + at * 1.1 * z, base[1]], one, two, foot, half * z);
    if (!fork) return;
    const [x, y] = [(two[0] + foot[0]) / 2 - at * z, (two[1] + foot[1]) / 2 - 0.6 * z];
    for (const side of [-1, 1]) {
      const l = (1.8 + next() * 1.6) * z;
      roots += `M${nums(x, y)}q${nums(side * l * 0.5 + at * z, l * 0.3, side * l * 0.6 + at * 1.4 * z, l)}`;
    }
  };
  const shown = Math.min(plant.people, MOST_STRANDS);
  const names = ['strand', 'strand-deep', 'strand-lit'] as const;
  for (const at of OWN) add(at, 0.5, 'strand-deep', 1.2, false);
  for (let i = 0; i < shown; i++) {
    const at = ((((i + 0.5) * GOLDEN + 0.13) % 1) * 2 - 1) * 0.86;
    add(at, 1.2 - shown * 0.014, names[i % 3] ?? 'strand', 2.6 + next() * 4.4, i < 12);
  }
  const crown = [
    [-3.1, 1.5],
    [-1.5, -0.6],
    [0, -1.7],
    [1.5, -0.6],
    [3.1, 1.5],
    [0, 2.1],
  ].map(([x = 0, y = 0]): Point => [base[0] + x * z, base[1] + y * z]);
  return {
    strands:
      names
        .filter((name) => paths[name])
        .map((name) => `<path d="${paths[name]}" fill="${colour(name)}"/>`)
        .join('') +
      (roots &&
        `<path d="${roots}" fill="none" stroke="${colour('strand')}" stroke-width="${num(0.7 * z, 2)}" stroke-linecap="round"/>`),
    crown: `<path d="${smooth(crown, true)}" fill="${colour('strand-deep')}"/>`,
  };
}
