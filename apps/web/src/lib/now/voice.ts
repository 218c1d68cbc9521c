import { later } from '#lib/platform/clock.ts';

/** Whether this device can read aloud. */
export const canSpeak = (): boolean => 'speechSynthesis' in globalThis;

/** A phone that has not begun to speak after this many milliseconds will not: no voice, or sound is blocked. */
export const SILENCE = 2500;

/** Errors that come from being stopped, not from a phone that cannot speak. */
const STOPPED = new Set<string>(['interrupted', 'canceled']);

/**
 * Reads a text aloud in its language, instead of whatever was being read.
 * @param onend the text is over, was stopped, or could not be read
 * @param onsilent nothing can be heard: there is no voice, or the browser blocks sound
 */
export function speak(text: string, lang: string, onend: () => void, onsilent: () => void): void {
  speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = lang;
  utterance.rate = 0.95;
  const fail = () => {
    onsilent();
    onend();
  };
  const quiet = later(SILENCE, fail);
  utterance.onstart = quiet;
  utterance.onend = () => {
    quiet();
    onend();
  };
  utterance.onerror = ({ error }) => {
    quiet();
    if (STOPPED.has(error)) onend();
    else fail();
  };
  speechSynthesis.speak(utterance);
}

export function hush(): void {
  if (canSpeak()) speechSynthesis.cancel();
}
