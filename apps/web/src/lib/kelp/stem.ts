import { GOLDEN, sequence } from './random.ts';
import { clamp, type Point } from './shapes.ts';
import { STEM_DAYS, STEM_WEEKS } from './types.ts';

/** A leaf where it stands, in units of the picture, with the stem's foot at 0,0 and y upwards negative. */
export interface Frond {
  readonly blade: number;
  readonly x: number;
  readonly y: number;
  readonly degrees: number;
  readonly length: number;
  readonly flip: boolean;
  /** Behind the stem or before it. */
  readonly back: boolean;
  /** Height along a full-grown stem, 0 to 1, for its tone. */
  readonly height: number;
}

export interface StemShape {
  readonly height: number;
  readonly spine: readonly Point[];
  readonly fronds: readonly Frond[];
}

export interface StemKind {
  readonly seed: number;
  /** Height when full grown, in units. */
  readonly tall: number;
  /** Leaf length in units. */
  readonly leaf: number;
  /** Where the lowest leaf stands, in units: side stems are bare at the foot, which leaves air between them. */
  readonly bare: number;
  /** How far the tip leans, in units. */
  readonly lean: number;
  /** Draws one leaf for this many weeks. Side stems show every second one, so that light falls between them. */
  readonly every: number;
}

/** Growth of one leaf: quick at first, never quite done. Days in, 0 to 1 out. */
const leafGrowth = (days: number): number => 1 - Math.exp(-(days + 3) / 24);

/**
 * A stem at an age of 0 to {@link STEM_DAYS} days: one leaf a week from the foot up, and small ones at the tip.
 * A leaf keeps its place for good; only the tip moves.
 */
export function stemShape(kind: StemKind, days: number): StemShape {
  const age = clamp(days, 0, STEM_DAYS);
  const next = sequence(kind.seed);
  const [phase, turns, sway] = [next() * 6.28, 0.75 + next() * 0.3, 1.6 + next() * 1.6];
  const height = 9.5 + (kind.tall - 9.5) * (age / STEM_DAYS);
  const at = (t: number): Point => {
    const grown = height / kind.tall;
    const bend = sway * (0.35 + 0.65 * grown) * (Math.sin(phase + t * 6.28 * turns) - Math.sin(phase));
    return [bend + kind.lean * t * t * grown, -height * t];
  };
  const fronds: Frond[] = [];
  for (let week = 0; week < STEM_WEEKS; week++) {
    const [lift, size, pick, depth] = [next(), next(), next(), next()];
    if (week * 7 > age || week % kind.every) continue;
    const stands = kind.bare + (week * (kind.tall * 0.955 - kind.bare)) / STEM_WEEKS;
    const t = Math.min(stands / height, 0.985);
    if (stands > height && week > 0 && kind.bare > 10) continue;
    const grow = leafGrowth(age - week * 7);
    const [x, y] = at(t);
    const [xBelow, yBelow] = at(Math.max(0, t - 0.06));
    const tilt = clamp(Math.atan2(x - xBelow, yBelow - y) * 57.3, -50, 50) * 0.75;
    const right = (week / kind.every) % 2 === 1;
    const rise = 30 + (30 * week) / STEM_WEEKS + (lift - 0.5) * 26 + (1 - grow) * 18;
    fronds.push({
      blade: Math.floor(pick * 97),
      x,
      y,
      degrees: (right ? -rise : 180 + rise) + tilt,
      length: kind.leaf * (0.84 + size * 0.32) * grow * (0.74 + 0.34 * Math.sin((Math.PI * (week + 5)) / 36)),
      flip: right,
      back: depth < 0.45,
      height: clamp(-y / kind.tall, 0, 1),
    });
  }
  const [x, y] = at(1);
  const tip = clamp(0.72 + age / 120, 0.72, 1.12) * (kind.leaf / 28);
  [-96, -62, -124, -38, -148].forEach((degrees, i) => {
    const young = age < 10 && i > 2 ? 0.35 + age / 15 : 1;
    fronds.push({
      blade: i,
      x,
      y,
      degrees: degrees + (next() - 0.5) * 12,
      length: [15, 13, 13.5, 9, 9][i]! * tip * young,
      flip: degrees < -90,
      back: true,
      height: clamp(0.12 - y / kind.tall, 0, 1),
    });
  });
  return { height, spine: Array.from({ length: 6 }, (_, i) => at(i / 5)), fronds };
}

/** Where side stem `i` (from 1) stands: its turn in degrees, size and nearness. Depends on `i` alone. */
export function sidePlace(i: number): { turn: number; scale: number; near: number; mirror: boolean } {
  const ring = Math.ceil(i / 2);
  const side = i % 2 ? 1 : -1;
  const spread = (ring * GOLDEN + (side > 0 ? 0.12 : 0.4)) % 1;
  return {
    turn: side * (11 + 43 * spread),
    scale: 1.02 - 0.24 * spread - 0.3 * ((i * 0.7548776662) % 1) * (1 - 1 / ring) - 0.1,
    near: 1 / (1 + (ring - 1) / 3),
    mirror: side < 0,
  };
}
