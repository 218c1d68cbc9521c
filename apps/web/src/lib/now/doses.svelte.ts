import { nowMs } from '#lib/platform/clock.ts';
import { every } from '#lib/platform/ticker.ts';
import { readSession, writeSession } from '#lib/platform/local.ts';
import { doseState, readDoses, writeDoses, type Doses } from './dose-timer.ts';

const KEY = 'hf.doses';

/** The dose clock of this tab. Keeps only clock times, and only until the tab is closed. */
export class DoseCounter {
  #doses: Doses = $state.raw([]);
  #now = $state(0);

  get state() {
    return doseState(this.#doses, this.#now);
  }

  /** Reads what this tab kept and ticks four times a second. Returns the way to stop. */
  start(): () => void {
    this.#now = nowMs();
    this.#doses = readDoses(readSession(KEY), this.#now);
    return every(250, () => (this.#now = nowMs()));
  }

  give(): void {
    this.#now = nowMs();
    this.#keep([...this.#doses, this.#now]);
  }

  /** Takes back the latest, for a tap by mistake. */
  undo(): void {
    this.#keep(this.#doses.slice(0, -1));
  }

  #keep(doses: Doses): void {
    this.#doses = doses;
    writeSession(KEY, doses.length ? writeDoses(doses) : null);
  }
}
