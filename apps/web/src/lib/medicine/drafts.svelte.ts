const drafts = new Map<string, object>();

/** A form that is being filled in. It outlives a lock, so that nothing half-written is lost with the screen. */
export function draftOf<T extends object>(key: string, first: () => T): T {
  const held = drafts.get(key);
  if (held) return held as T;
  const made = $state(first());
  drafts.set(key, made);
  return made;
}

/** Forgets a draft: it was saved, or the person left it. */
export const dropDraft = (key: string): void => void drafts.delete(key);
