import { later } from './clock.ts';

/** A page that waits for a slow host is worse than an older number. */
const PATIENCE_MS = 20_000;

/**
 * The country packs of the host as text, or undefined when there is no signal, no such file, or no answer in 20 s.
 * A plain file of the host: no cookie goes along, and nothing about the reader.
 */
export async function fetchPacksFile(): Promise<string | undefined> {
  const ending = new AbortController();
  const done = later(PATIENCE_MS, () => ending.abort());
  try {
    const answer = await fetch('/packs.json', {
      credentials: 'omit',
      cache: 'no-cache',
      signal: ending.signal,
    });
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  } finally {
    done();
  }
}
