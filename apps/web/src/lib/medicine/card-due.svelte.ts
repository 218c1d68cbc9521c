import type { CardReason } from '@holdfast/recovery';
import { toleranceCardDue } from '@holdfast/recovery';
import { session } from '#lib/account/session.svelte.ts';
import type { LiveClock } from './live-clock.svelte.ts';

/** Why the tolerance card is due now, if it is, for whichever page brings it up. */
export class CardDue {
  readonly #clock: LiveClock;
  readonly #transitions = session.records('transition');
  readonly #medicines = session.records('medicine');
  readonly #doses = session.records('dose');
  readonly #hardTimes = session.records('hard-time');

  constructor(clock: LiveClock) {
    this.#clock = clock;
  }

  get reason(): CardReason | undefined {
    const transitions = this.#transitions.value;
    const medicines = this.#medicines.value;
    const doses = this.#doses.value;
    const hardTimes = this.#hardTimes.value;
    if (!transitions || !medicines || !doses || !hardTimes) return undefined;
    const { now, zone } = this.#clock;
    return toleranceCardDue({ transitions, medicines, doses, hardTimes }, now, zone);
  }
}
