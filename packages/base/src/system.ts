import type { Clock, Random, Timers } from './ports.ts';

/** The real clock, timers and randomness of this machine. Composition roots pass these in; nothing else does. */
export const systemClock: Clock = { now: () => Date.now() };

export const systemTimers: Timers = {
  after(ms, task) {
    const handle = setTimeout(task, ms);
    return () => clearTimeout(handle);
  },
};

/** WebCrypto fills at most 65,536 bytes a call. */
export const systemRandom: Random = {
  bytes(length) {
    const out = new Uint8Array(length);
    for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(out.subarray(at, at + 65_536));
    return out;
  },
};
