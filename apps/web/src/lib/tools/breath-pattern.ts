/** A part of a paced breath. */
export interface Phase {
  readonly kind: 'in' | 'hold' | 'out';
  /** Whole seconds. */
  readonly seconds: number;
}

export const PATTERN_IDS = ['calm', 'box', 'long'] as const;
export type PatternId = (typeof PATTERN_IDS)[number];

interface Pattern {
  readonly phases: readonly Phase[];
  /** After this many breaths it ends by itself. */
  readonly rounds: number;
}

/**
 * `calm` has no holds, so it suits pregnancy, asthma and panic, and is the one that is chosen at first.
 * `box` and `long` are the common 4-4-4-4 and 4-7-8, 4 breaths each.
 */
export const PATTERNS: Readonly<Record<PatternId, Pattern>> = {
  calm: {
    phases: [
      { kind: 'in', seconds: 4 },
      { kind: 'out', seconds: 6 },
    ],
    rounds: 12,
  },
  box: {
    phases: [
      { kind: 'in', seconds: 4 },
      { kind: 'hold', seconds: 4 },
      { kind: 'out', seconds: 4 },
      { kind: 'hold', seconds: 4 },
    ],
    rounds: 4,
  },
  long: {
    phases: [
      { kind: 'in', seconds: 4 },
      { kind: 'hold', seconds: 7 },
      { kind: 'out', seconds: 8 },
    ],
    rounds: 4,
  },
};

/** Milliseconds of one breath. */
export const breathLength = (id: PatternId): number =>
  PATTERNS[id].phases.reduce((sum, { seconds }) => sum + seconds * 1000, 0);

export interface Moment extends Phase {
  /** The count inside the phase, from 1 to `seconds`. */
  readonly count: number;
  /** True while the lungs are full or filling. */
  readonly full: boolean;
  /** Which breath, from 1. */
  readonly round: number;
  /** Milliseconds until the count changes. */
  readonly next: number;
}

/**
 * Where a paced breath stands, or undefined once its rounds are over.
 * @param elapsed milliseconds since it began; a clock that was set back counts as the beginning
 */
export function momentAt(id: PatternId, elapsed: number): Moment | undefined {
  const { phases, rounds } = PATTERNS[id];
  const length = breathLength(id);
  const gone = Math.max(0, elapsed);
  const round = Math.floor(gone / length) + 1;
  if (round > rounds) return undefined;
  let inside = gone % length;
  let full = false;
  for (const phase of phases) {
    if (phase.kind !== 'hold') full = phase.kind === 'in';
    if (inside < phase.seconds * 1000)
      return { ...phase, full, round, count: Math.floor(inside / 1000) + 1, next: 1000 - (inside % 1000) };
    inside -= phase.seconds * 1000;
  }
  throw new Error('a breath is as long as its phases');
}

/** A paced breath that is under way: what this tab keeps, so that a reload goes on where the clock is. */
export interface Paced {
  readonly pattern: PatternId;
  /** Milliseconds since 1970. */
  readonly start: number;
}

export const writePaced = ({ pattern, start }: Paced): string => `${pattern} ${start}`;

/** Reads it back; undefined when it is over, or was not one. */
export function readPaced(stored: string | null, now: number): Paced | undefined {
  const [id, at] = (stored ?? '').split(' ');
  const pattern = PATTERN_IDS.find((one) => one === id);
  const start = Number(at);
  if (!pattern || !at || !Number.isFinite(start) || start > now) return undefined;
  return momentAt(pattern, now - start) && { pattern, start };
}
