/** Where Leave goes: plain, everywhere known, and nothing anyone would ask about. */
export const LEAVE_URL = 'https://www.wikipedia.org/';

/** Leaves at once. The page is blanked first, because the new one may take seconds to arrive. */
export function leaveNow(): void {
  document.title = ' ';
  document.documentElement.hidden = true;
  location.replace(LEAVE_URL);
}

/** Three presses within this many milliseconds leave. */
export const ESCAPE_WINDOW = 1500;

/**
 * Counts Escape presses: true on the third within {@link ESCAPE_WINDOW}.
 * @param now milliseconds, from any steady clock
 */
export function escapeCounter(): (now: number) => boolean {
  let presses: number[] = [];
  return (now) => {
    presses = [...presses.filter((at) => now - at <= ESCAPE_WINDOW), now];
    if (presses.length < 3) return false;
    presses = [];
    return true;
  };
}

/** Calls `task` each time the page goes out of sight: a phone may throw it away after that without another word. */
export function whenLeft(task: () => void): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') task();
  });
  addEventListener('pagehide', task);
}
