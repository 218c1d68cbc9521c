import { nowMs } from '#lib/platform/clock.ts';
import { readSession, writeSession } from '#lib/platform/local.ts';
import { every } from '#lib/platform/ticker.ts';
import { readRide, sinceStart, writeRide } from './ride.ts';
import type { Ride } from './ride.ts';

const KEY = 'hf.ride';

/** The urge ride of this tab. A tab that is killed and opened again goes on by the clock. */
export class RideClock {
  #ride: Ride | undefined = $state.raw();
  #now = $state(0);
  readonly #steps: number;

  /** @param steps how many steps there are */
  constructor(steps: number) {
    this.#steps = steps;
  }

  /** The step being read, from 0; undefined before the start. */
  get step(): number | undefined {
    return this.#ride?.step;
  }

  /** How long it has been ridden, as "1:48". */
  get time(): string {
    return sinceStart(this.#ride ? this.#now - this.#ride.start : 0);
  }

  /** Reads what this tab kept and ticks. Returns the way to stop ticking. */
  watch(): () => void {
    this.#now = nowMs();
    this.#ride = readRide(readSession(KEY), this.#now, this.#steps);
    return every(500, () => (this.#now = nowMs()));
  }

  /** Goes to a step; the first call starts the clock. Undefined ends the ride. */
  go(step: number | undefined): void {
    this.#now = nowMs();
    this.#ride = step === undefined ? undefined : { start: this.#ride?.start ?? this.#now, step };
    writeSession(KEY, this.#ride ? writeRide(this.#ride) : null);
  }
}
