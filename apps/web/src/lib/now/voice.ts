import { later } from '#lib/platform/clock.ts';

/** Whether this device can read aloud. */
export const canSpeak = (): boolean => 'speechSynthesis' in globalThis;

/** A phone that has not begun to speak after this many milliseconds will not: no voice, or sound is blocked. */
export const SILENCE = 2500;

/** Errors that come from being stopped, not from a phone that cannot speak. */
const STOPPED = new Set<string>(['interrupted', 'canceled']);

/**
 * Reads a text aloud in its language, instead of whatever was being read.
 * @param text a long text comes in parts, which are read one after the other: some phones refuse more than 4,000
 *   letters at once, and some browsers fall silent after a quarter of a minute
 * @param onend the text is over, was stopped, or could not be read
 * @param onsilent nothing can be heard: there is no voice, or the browser blocks sound
 */
export function speak(
  text: string | readonly string[],
  lang: string,
  onend: () => void,
  onsilent: () => void,
): void {
  speechSynthesis.cancel();
  const parts = [text].flat();
  let over = false;
  const finish = (silent: boolean) => {
    if (over) return;
    over = true;
    quiet();
    if (silent) onsilent();
    onend();
  };
  const quiet = later(SILENCE, () => finish(true));
  for (const [index, part] of parts.entries()) {
    const utterance = new SpeechSynthesisUtterance(part);
    utterance.lang = lang;
    utterance.rate = 0.95;
    utterance.onstart = quiet;
    utterance.onend = () => {
      if (index === parts.length - 1) finish(false);
    };
    utterance.onerror = ({ error }) => finish(!STOPPED.has(error));
    speechSynthesis.speak(utterance);
  }
}

export function hush(): void {
  if (canSpeak()) speechSynthesis.cancel();
}
