/** Whether this device can read aloud. */
export const canSpeak = (): boolean => 'speechSynthesis' in globalThis;

/** Reads a text aloud in its language, instead of whatever was being read. */
export function speak(text: string, lang: string, onend: () => void): void {
  speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = lang;
  utterance.rate = 0.95;
  utterance.onend = onend;
  speechSynthesis.speak(utterance);
}

export function hush(): void {
  if (canSpeak()) speechSynthesis.cancel();
}
