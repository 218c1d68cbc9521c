/** What somebody wrote to the questions of "Not ready yet". It stays in this browser, in the clear. */
export const REFLECTION_KEY = 'hf.reflection';
const LENGTH = 2000;

/** The kept answers, one for each question; empty ones where nothing was kept or it does not read. */
export function readReflection(stored: string | null, questions: number): string[] {
  let kept: unknown;
  try {
    kept = JSON.parse(stored ?? '[]');
  } catch {
    kept = [];
  }
  const list = Array.isArray(kept) ? kept : [];
  return Array.from({ length: questions }, (_, i) =>
    typeof list[i] === 'string' ? list[i].slice(0, LENGTH) : '',
  );
}

/** What to keep; null where nothing is written, so that no trace of an empty page stays. */
export const writeReflection = (answers: readonly string[]): string | null =>
  answers.some((answer) => answer.trim() !== '') ? JSON.stringify(answers) : null;
