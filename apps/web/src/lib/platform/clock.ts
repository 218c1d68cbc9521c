/** The time on this phone, for screens. Everything below the screens is given its clock. */
export const nowMs = (): number => Date.now();

/** The local calendar day, YYYY-MM-DD: what the person's own wall calendar says. */
export function localDay(ms: number = Date.now()): string {
  const date = new Date(ms);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The hour on the person's own clock, 0 to 23. */
export const localHour = (ms: number = Date.now()): number => new Date(ms).getHours();
/** The IANA zone this phone is in; UTC where it names one that it does not know itself, such as `Etc/Unknown`. */
export function localZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  try {
    Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    return 'UTC';
  }
}

/** The moment at which this phone's wall shows `YYYY-MM-DDTHH:MM`, ms since 1970; undefined for no such text. */
export function momentOf(local: string): number | undefined {
  const at = new Date(local).getTime();
  return Number.isNaN(at) ? undefined : at;
}

/** Runs `task` after `ms` milliseconds; the returned function cancels it. */
export function later(ms: number, task: () => void): () => void {
  const handle = setTimeout(task, ms);
  return () => clearTimeout(handle);
}

/** Runs `task` when the page has been painted and the phone has a moment. Returns a function that calls it off. */
export function afterPaint(task: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') return later(50, task);
  const handle = requestIdleCallback(task, { timeout: 300 });
  return () => cancelIdleCallback(handle);
}
