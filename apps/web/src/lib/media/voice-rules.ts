/** How a voice is written, the best first: Opus where the browser can, else what it has. */
export const VOICE_TYPES = [
  'audio/webm;codecs=opus',
  'audio/ogg;codecs=opus',
  'audio/mp4;codecs=mp4a.40.2',
  'audio/mp4',
] as const;
/** Bits a second: a clear voice, and 1.2 MB in 5 minutes. */
export const VOICE_BITS = 32_000;

/** Quieter than this is nothing said, 0 to 1. */
const SILENCE = 0.02;
/** Silence for so long is worth saying, ms. */
export const QUIET_MS = 4000;

/** The furthest that samples (bytes around 128) are from rest, 0 to 1. */
export const loudness = (wave: Uint8Array): number =>
  wave.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0) / 128;

/** Tells when nothing has been heard for {@link QUIET_MS}. Times are of any steady clock. */
export class Hush {
  #heard: number | undefined;

  /** @param level 0 to 1; undefined where it cannot be told, which is never called silence */
  isQuiet(level: number | undefined, now: number): boolean {
    if (this.#heard === undefined || level === undefined || level > SILENCE) this.#heard = now;
    return now - this.#heard >= QUIET_MS;
  }
}

/** Time that ran, without pauses. Times are ms of any steady clock. */
export class Stopwatch {
  #before = 0;
  #since: number | undefined;

  run(now: number): void {
    this.#since ??= now;
  }
  pause(now: number): void {
    this.#before = this.elapsed(now);
    this.#since = undefined;
  }
  elapsed(now: number): number {
    return this.#before + (this.#since === undefined ? 0 : Math.max(0, now - this.#since));
  }
}

/** Seconds as 1:05. */
export const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
