import type { KelpColour } from './palette.ts';
import { GOLDEN } from './random.ts';
import { num, nums, smooth, type Point } from './shapes.ts';
import type { StemShape } from './stem.ts';
import { markKinds, type MarkKind, type Plant } from './types.ts';

interface MarksInput {
  plant: Plant;
  main: StemShape;
  from: (name: string) => () => number;
  colour: (name: KelpColour) => string;
  id: string;
  /** How many fit the picture. A crowded one shows some of each kind; the text gives the counts. */
  room: number;
}

/**
 * What the person chose to add, along the first stem: a meeting is a float, a walk a pair of leaves, a call a
 * curl, a milestone an amber float. Places follow the seed and the order of kinds, never a date.
 */
export function drawMarks({ plant, main, from, colour, id, room }: MarksInput): {
  defs: string;
  svg: string;
} {
  const list = choose(plant.marks, room);
  if (!list.length) return { defs: '', svg: '' };
  const seen: Record<MarkKind, number> = { milestone: 0, meeting: 0, walk: 0, call: 0 };
  let stalks = '';
  let heads = '';
  for (const kind of list) {
    const n = seen[kind]++;
    const order = markKinds.indexOf(kind);
    const next = from(`mark${kind}${n}`);
    const t = 0.24 + 0.7 * ((n * GOLDEN + order * 0.2763932 + 0.37) % 1);
    const right = (n + (order >> 1)) % 2 === 1;
    const [x, y] = along(main.spine, t);
    const length = 3 + next() * 3;
    const angle = (right ? -0.75 : Math.PI + 0.75) + (next() - 0.5) * 0.7;
    const end: Point = [x + Math.cos(angle) * length, y + Math.sin(angle) * length];
    stalks += `M${nums(x, y)}Q${nums((x + end[0]) / 2, (y + end[1]) / 2 + 0.9, ...end)}`;
    heads += `<use href="#${id}${kind[0]}${kind[1]}" transform="translate(${nums(...end)})${right ? '' : 'scale(-1 1)'}"/>`;
  }
  const defs = markKinds
    .filter((kind) => list.includes(kind))
    .map((kind) => `<g id="${id}${kind[0]}${kind[1]}">${drawings[kind](colour)}</g>`)
    .join('');
  return {
    defs,
    svg: `<path d="${stalks}" fill="none" stroke="${colour(4)}" stroke-width=".42" stroke-linecap="round"/>${heads}`,
  };
}

/** Takes one of each kind in turn until the room is full. */
function choose(marks: Record<MarkKind, number>, room: number): MarkKind[] {
  const left = { ...marks };
  const list: MarkKind[] = [];
  while (list.length < room && markKinds.some((kind) => left[kind] > 0))
    for (const kind of markKinds)
      if (left[kind] > 0 && list.length < room) {
        left[kind]--;
        list.push(kind);
      }
  return list;
}

function along(spine: readonly Point[], t: number): Point {
  const place = t * (spine.length - 1);
  const a = spine[Math.floor(place)] ?? [0, 0];
  const b = spine[Math.ceil(place)] ?? a;
  const part = place % 1;
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
}

type Colour = (name: KelpColour) => string;

const bulb = (r: number, fill: string, glint: string): string =>
  `<ellipse rx="${num(r * 0.84, 2)}" ry="${num(r * 1.14, 2)}" transform="rotate(24)" fill="${fill}"/>` +
  `<path d="M${nums(-r * 0.42, r * 0.1)}q0 ${num(-r * 0.62)} ${nums(r * 0.5, -r * 0.74)}" fill="none" stroke="${glint}" stroke-opacity=".8" stroke-width="${num(r * 0.26, 2)}" stroke-linecap="round"/>`;

const curl = smooth(
  Array.from({ length: 9 }, (_, i): Point => {
    const t = i / 8;
    const r = 1.7 - 1.25 * t;
    const angle = Math.PI - 0.75 - t * 7.2;
    return [1.3 + Math.cos(angle) * r, -1.1 + Math.sin(angle) * r];
  }),
  false,
);

const drawings: Record<MarkKind, (colour: Colour) => string> = {
  milestone: (colour) =>
    `<path d="M0 0C.6-1.8 3-2.4 4.8-4.4 5-2 3.2.8 0 0Z" fill="${colour(7)}"/>` +
    bulb(1.6, colour('amber'), colour('amber-lit')),
  meeting: (colour) => bulb(1, colour('float'), colour('amber-lit')),
  walk: (colour) =>
    `<path d="M0 0C0-2 1.8-2.6 3.5-4.2 3.8-2 2.6 0 0 0ZM0 0C1.3-.7 3.2 0 4.5 1 2.6 2 .7 1.6 0 0Z" fill="${colour(6)}"/>`,
  call: (colour) =>
    `<path d="${curl}" fill="none" stroke="${colour('float')}" stroke-width=".55" stroke-linecap="round"/>`,
};
