import { emergencyNumber } from '@holdfast/safety';
import { Country } from '#lib/country/country.svelte.ts';
import { nowMs } from '#lib/platform/clock.ts';
import { WAS_KEY } from '#lib/platform/keys.ts';
import { readLocal } from '#lib/platform/local.ts';
import { every } from '#lib/platform/ticker.ts';
import { RING_KEY, readRing } from './ring.ts';
import type { RingPerson } from './ring.ts';

/**
 * What the help pages know of this phone: its country, the people saved on it, and the time. All of it is unknown in
 * the prerendered page.
 */
export class Here {
  readonly country = new Country();
  people: RingPerson[] = $state([]);
  now: Date | undefined = $state();
  /** Whether a page of one's own is on this phone. */
  own = $state(false);

  /** The emergency number of the country. */
  get number(): string | undefined {
    return this.country.pack && emergencyNumber(this.country.pack);
  }

  /** Reads the phone, and the clock each minute. Call once in the browser; returns the way to stop. */
  settle(): () => void {
    this.country.settle();
    this.people = readRing(readLocal(RING_KEY));
    this.own = readLocal(WAS_KEY) === 'own';
    this.now = new Date(nowMs());
    return every(60_000, () => (this.now = new Date(nowMs())));
  }
}
