interface Held {
  readonly draft: object;
  /** What it began with, as JSON. */
  readonly begun: string;
}
const drafts = new Map<string, Held>();

/**
 * A form that is being filled in. It outlives its screen and a lock, so that nothing half-written is lost with them.
 * One that was only looked at begins anew when what it was made from has changed.
 */
export function draftOf<T extends object>(key: string, first: () => T): T {
  const fresh = first();
  const begun = JSON.stringify(fresh);
  const held = drafts.get(key);
  if (held && (held.begun === begun || JSON.stringify(held.draft) !== held.begun)) return held.draft as T;
  const draft = $state(fresh);
  drafts.set(key, { draft, begun });
  return draft;
}

/** Forgets a draft: it was saved, or the person left it. */
export const dropDraft = (key: string): void => void drafts.delete(key);
