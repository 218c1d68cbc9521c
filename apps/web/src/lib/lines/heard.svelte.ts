import { localDay } from '#lib/platform/clock.ts';
import { HEARD_KEY } from '#lib/platform/keys.ts';
import { readLocal, removeLocal, writeLocal } from '#lib/platform/local.ts';
import { readHeard, withHeard, type Heard, type HeardLines } from './heard.ts';

/** What this person found of lines, on this phone. Empty in the prerendered page; `load` reads the device. */
export class HeardOnPhone {
  #all: HeardLines = $state.raw({});

  load(): void {
    this.#all = readHeard(readLocal(HEARD_KEY));
  }

  of(id: string): Heard | undefined {
    return this.#all[id];
  }

  say(id: string, state: Heard['state']): void {
    this.#keep(withHeard(this.#all, id, { state, day: localDay() }));
  }

  takeBack(id: string): void {
    this.#keep(withHeard(this.#all, id));
  }

  #keep(next: HeardLines): void {
    this.#all = next;
    if (Object.keys(next).length === 0) removeLocal(HEARD_KEY);
    else writeLocal(HEARD_KEY, JSON.stringify(next));
  }
}
