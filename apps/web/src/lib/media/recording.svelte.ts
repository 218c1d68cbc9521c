import { VOICE_SECONDS } from '@holdfast/recovery';
import type { MicTrouble, Recorder } from '#lib/platform/recorder.ts';
import { startRecorder } from '#lib/platform/recorder.ts';
import { every, steadyMs } from '#lib/platform/ticker.ts';
import type { NewMedia } from './drafts.ts';
import { Hush, Stopwatch } from './voice-rules.ts';

/**
 * A voice that is being recorded. It begins with a tap and never by itself; it ends by a tap, at the longest that is
 * kept, and as soon as the page is out of sight. What was said until then is handed over, never thrown away.
 */
export class Recording {
  phase: 'off' | 'asking' | 'on' | 'paused' | 'ending' = $state('off');
  seconds = $state(0);
  /** Nothing is heard: the microphone may be covered, or off. */
  quiet = $state(false);
  trouble: MicTrouble | 'nothing' | undefined = $state();
  readonly #keep: (voice: NewMedia) => void;
  #recorder: Recorder | undefined;
  #ending: Promise<void> | undefined;
  /** Nobody waits for the microphone any more that the browser is asking about. */
  #left = false;
  #watch = new Stopwatch();
  #hush = new Hush();
  #stopTicking = () => {};

  constructor(keep: (voice: NewMedia) => void) {
    this.#keep = keep;
  }

  async begin(): Promise<void> {
    if (this.phase !== 'off') return;
    [this.phase, this.trouble, this.seconds, this.quiet] = ['asking', undefined, 0, false];
    [this.#watch, this.#hush] = [new Stopwatch(), new Hush()];
    [this.#ending, this.#left] = [undefined, false];
    const started = await startRecorder(() => void this.end());
    if (!started.ok) {
      [this.phase, this.trouble] = ['off', started.error];
      return;
    }
    if (this.#left) {
      await started.value.finish();
      this.phase = 'off';
      return;
    }
    this.#recorder = started.value;
    this.phase = 'on';
    this.#watch.run(steadyMs());
    this.#stopTicking = every(250, () => this.#tick());
    document.addEventListener('visibilitychange', this.#look);
    // Out of sight already, as while the browser asked: not a word is recorded unseen.
    this.#look();
  }

  pause(): void {
    if (this.phase !== 'on') return;
    this.#recorder?.pause();
    this.#watch.pause(steadyMs());
    [this.phase, this.quiet] = ['paused', false];
  }

  resume(): void {
    if (this.phase !== 'paused') return;
    this.#recorder?.resume();
    this.#watch.run(steadyMs());
    [this.phase, this.#hush] = ['on', new Hush()];
  }

  /** Turns the microphone off and hands over what was recorded; done when that is done. */
  end(): Promise<void> {
    this.#left = this.phase === 'asking';
    if (this.phase === 'on' || this.phase === 'paused') this.#ending = this.#end();
    return this.#ending ?? Promise.resolve();
  }

  async #end(): Promise<void> {
    const recorder = this.#recorder;
    if (!recorder) return;
    this.#recorder = undefined;
    this.#stopTicking();
    document.removeEventListener('visibilitychange', this.#look);
    this.#watch.pause(steadyMs());
    this.phase = 'ending';
    const { bytes, type } = await recorder.finish();
    this.phase = 'off';
    if (bytes.length === 0) this.trouble = 'nothing';
    else this.#keep({ bytes, type, seconds: Math.round(this.#watch.elapsed(0) / 1000), says: '' });
  }

  readonly #look = (): void => {
    if (document.visibilityState === 'hidden') void this.end();
  };

  #tick(): void {
    const now = steadyMs();
    const elapsed = this.#watch.elapsed(now);
    this.seconds = Math.floor(elapsed / 1000);
    if (this.phase === 'on') this.quiet = this.#hush.isQuiet(this.#recorder?.level(), now);
    if (elapsed >= VOICE_SECONDS * 1000) void this.end();
  }
}
