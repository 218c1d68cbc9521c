/** An urge being ridden: when it began, and which step is read. Kept for this tab only, and nothing else. */
export interface Ride {
  /** Milliseconds since 1970. */
  readonly start: number;
  /** Index of the step, from 0. */
  readonly step: number;
}

/** An older ride belongs to another hour; after this many milliseconds it is forgotten. */
export const RIDE_MEMORY = 2 * 60 * 60_000;

export const writeRide = ({ start, step }: Ride): string => `${start} ${step}`;

/**
 * Reads back what this tab kept; undefined when there is none.
 * @param steps how many steps there are
 */
export function readRide(stored: string | null, now: number, steps: number): Ride | undefined {
  const match = /^(\d+) (\d+)$/.exec(stored ?? '');
  if (!match) return undefined;
  const [start, step] = [Number(match[1]), Number(match[2])];
  return start <= now && now - start < RIDE_MEMORY && step < steps ? { start, step } : undefined;
}

/** Time that has gone, as minutes and full seconds: 108 900 is "1:48". */
export function sinceStart(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
