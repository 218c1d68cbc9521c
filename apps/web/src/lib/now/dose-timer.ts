import { SECOND_DOSE_SECONDS } from '@holdfast/safety';

/** Milliseconds between doses of naloxone when breathing is no better. */
export const DOSE_INTERVAL = SECOND_DOSE_SECONDS * 1000;

/** Older entries belong to another event; after this many milliseconds they are forgotten. */
export const DOSE_MEMORY = 4 * 60 * 60_000;

/** Clock times of the doses given, in milliseconds since 1970, oldest first. Nothing else is kept. */
export type Doses = readonly number[];

export interface DoseState {
  /** How many doses were given. */
  readonly count: number;
  /** Milliseconds until another may be given; 0 when it is due. */
  readonly left: number;
  /** 0 right after a dose, 1 when the next is due. */
  readonly part: number;
}

/** Where the dose clock stands, or undefined before the first dose. A clock set back counts as just given. */
export function doseState(doses: Doses, now: number): DoseState | undefined {
  const last = doses.at(-1);
  if (last === undefined) return undefined;
  const gone = Math.min(DOSE_INTERVAL, Math.max(0, now - last));
  return { count: doses.length, left: DOSE_INTERVAL - gone, part: gone / DOSE_INTERVAL };
}

/** What is stored for this tab, so that a reload does not lose the count. */
export const writeDoses = (doses: Doses): string => doses.join(' ');

/** Reads it back. Anything else than recent times is left out. */
export function readDoses(stored: string | null, now: number): Doses {
  return (stored ?? '')
    .split(' ')
    .map(Number)
    .filter((time) => Number.isFinite(time) && time > now - DOSE_MEMORY && time < now + DOSE_INTERVAL)
    .sort((a, b) => a - b);
}

/** Minutes and seconds, rounded up so that 0:00 means due: 108 000 is "1:48". */
export function clock(left: number): string {
  const seconds = Math.ceil(left / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
