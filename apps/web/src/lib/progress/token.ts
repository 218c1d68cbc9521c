import { blade } from '#lib/kelp/blade.ts';
import { hash, sequence } from '#lib/kelp/random.ts';
import { num } from '#lib/kelp/shapes.ts';

/** The shapes of a token, on a field of 200 × 200 with its middle at 0. */
export interface TokenShape {
  /** Of the stone: turn in degrees, half width and half height. */
  readonly turn: string;
  readonly wide: number;
  readonly tall: number;
  readonly leaves: readonly {
    readonly place: string;
    readonly body: string;
    readonly rib: string;
    readonly tone: number;
  }[];
}

/** Blades on a token. Always the same number: a token says that something is kept, and nothing of how much. */
const BLADES = 5;

/**
 * A token: a flat sea stone with a small kelp on it. Its shapes come from the seed alone, so it is the same for good
 * and holds no date, no number and no word.
 */
export function tokenShape(seed: string): TokenShape {
  const next = sequence(hash(`token:${seed}`));
  const turn = num(next() * 8 - 4);
  const wide = Math.round(92 + next() * 6);
  const tall = Math.round(88 + next() * 8);
  const leaves = Array.from({ length: BLADES }, (_, i) => {
    const { body, rib } = blade(next, 7);
    const side = i % 2 ? 1 : -1;
    const lean = i === BLADES - 1 ? -90 + (next() - 0.5) * 18 : -90 + side * (34 + next() * 22);
    const size = num(0.42 + next() * 0.14, 2);
    const flip = side > 0 ? '' : ` -${size}`;
    return {
      place: `translate(${num(side * -1.5)} ${26 - i * 15})rotate(${num(lean)})scale(${size}${flip})`,
      body,
      rib,
      tone: 2 + ((i + Math.floor(next() * 3)) % 5),
    };
  });
  return { turn, wide, tall, leaves };
}
