import { later, nowMs } from '#lib/platform/clock.ts';
import { readSession, writeSession } from '#lib/platform/local.ts';
import { momentAt, readPaced, writePaced } from './breath-pattern.ts';
import type { Moment, Paced, PatternId } from './breath-pattern.ts';

const KEY = 'hf.breath';

/** The paced breath of this tab. A tab that is killed and opened again goes on by the clock. */
export class Pacer {
  moment: Moment | undefined = $state.raw();
  /** The pattern that is running. */
  pattern: PatternId | undefined = $state();
  #stop: (() => void) | undefined;

  /** Goes on with what this tab kept. Returns the way to stop ticking. */
  watch(): () => void {
    const kept = readPaced(readSession(KEY), nowMs());
    if (kept) this.#run(kept);
    return () => this.#stop?.();
  }

  start(pattern: PatternId): void {
    this.#run({ pattern, start: nowMs() });
  }

  stop(): void {
    this.#stop?.();
    this.moment = this.pattern = undefined;
    writeSession(KEY, null);
  }

  #run(paced: Paced): void {
    this.#stop?.();
    this.pattern = paced.pattern;
    writeSession(KEY, writePaced(paced));
    const beat = () => {
      this.moment = momentAt(paced.pattern, nowMs() - paced.start);
      if (this.moment) this.#stop = later(this.moment.next + 2, beat);
      else this.stop();
    };
    beat();
  }
}
