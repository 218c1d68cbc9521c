/**
 * When a page that is out of sight must lock. Time in sight never counts, and neither does ringing someone from the
 * page: the dialler hides it, and a person who comes back from that call must not meet a lock. Nor does taking a photo:
 * the camera hides the page that waits for it.
 */
export interface LockSettings {
  /** Minutes out of sight before the page locks; 0 locks at once. */
  readonly minutes: number;
}

export const LOCK_MINUTES = [0, 1, 5, 60] as const;
export type LockMinutes = (typeof LOCK_MINUTES)[number];
export const DEFAULT_LOCK_MINUTES: LockMinutes = 5;
export const isLockMinutes = (value: number): value is LockMinutes =>
  (LOCK_MINUTES as readonly number[]).includes(value);

/** A page hidden this soon after such a tap was hidden by what it opened, ms. */
export const DIAL_WINDOW = 10_000;
/** How long a call from the page holds the lock off at least, ms. */
export const CALL_ALLOWANCE = 60 * 60_000;

/** How long taking or choosing a photo holds the lock off at least, ms. */
export const PHOTO_ALLOWANCE = 5 * 60_000;

/** Times are ms of any one clock. A clock that was set back counts as time that passed in full. */
export class LockTimer {
  #hiddenAt: number | undefined;
  /** Something was tapped that leads out of the page and back. */
  #tapped: { readonly at: number; readonly allowance: number } | undefined;
  /** What holds the lock off at least, ms. */
  #least = 0;

  /** A tel: link was tapped. */
  dialled(now: number): void {
    this.#tapped = { at: now, allowance: CALL_ALLOWANCE };
  }

  /** A photo is being taken or chosen. */
  picking(now: number): void {
    this.#tapped = { at: now, allowance: PHOTO_ALLOWANCE };
  }

  /** The page went out of sight. Answers in how many ms it must lock. */
  hidden(now: number, { minutes }: LockSettings): number {
    this.#hiddenAt = now;
    const tapped = this.#tapped;
    this.#least = tapped !== undefined && Math.abs(now - tapped.at) <= DIAL_WINDOW ? tapped.allowance : 0;
    this.#tapped = undefined;
    return this.#allowed(minutes);
  }

  /** The page is in sight again. Answers whether it must lock now, because no timer ran while it slept. */
  shown(now: number, { minutes }: LockSettings): boolean {
    const away = this.#hiddenAt === undefined ? undefined : now - this.#hiddenAt;
    this.#hiddenAt = undefined;
    return away !== undefined && (away < 0 || away >= this.#allowed(minutes));
  }

  #allowed(minutes: number): number {
    return Math.max(minutes * 60_000, this.#least);
  }
}
