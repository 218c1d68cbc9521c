import type { FallsOn, RoutineItem, RoutineTime } from '@holdfast/recovery';
import { occurrencesOn } from '@holdfast/recovery';
import type { LiveClock } from '#lib/medicine/live-clock.svelte.ts';

/**
 * What of a routine is still to come today. What knows rules is fetched once something repeats: a page without a
 * routine does not pay for it. Make it while a component is being set up.
 */
export class RoutineToday {
  #fallsOn: FallsOn | undefined = $state.raw();
  readonly #items: () => readonly RoutineItem[] | undefined;
  readonly #clock: LiveClock;

  constructor(items: () => readonly RoutineItem[] | undefined, clock: LiveClock) {
    this.#items = items;
    this.#clock = clock;
    $effect(() => {
      if (items()?.length) void this.#load();
    });
  }

  get ahead(): RoutineTime[] {
    const { today, zone, now } = this.#clock;
    const fallsOn = this.#fallsOn;
    return fallsOn
      ? occurrencesOn(today, this.#items() ?? [], zone, fallsOn).filter(({ at }) => at >= now)
      : [];
  }

  async #load(): Promise<void> {
    const { fallsOn } = await import('@holdfast/recovery/rule-days');
    this.#fallsOn = fallsOn;
  }
}
