import type { LockMinutes } from './lock-timer.ts';
import { DEFAULT_LOCK_MINUTES, isLockMinutes } from './lock-timer.ts';
import type { Locale } from '#locales/locale.ts';

/** Choices about this phone alone. They are no secret, and are needed before anything is unlocked. */
export const LOCK_KEY = 'hf.lock-minutes';
export const LANGUAGE_KEY = 'hf.language';
export const THEME_KEY = 'hf.theme';

/** `no` once the person wants nobody's name and number on Right now before the PIN. */
export const RING_SHOWN_KEY = 'hf.ring-shown';

type Read = (key: string) => string | null;

export function readLockMinutes(read: Read): LockMinutes {
  const minutes = Number(read(LOCK_KEY) ?? DEFAULT_LOCK_MINUTES);
  return isLockMinutes(minutes) ? minutes : DEFAULT_LOCK_MINUTES;
}

/**
 * The language of pages whose address names none: the person's choice, else the language of the page they came from,
 * else the browser's.
 */
export function chooseLanguage(saved: string | null, page: string, browser: readonly string[]): Locale {
  if (saved === 'en' || saved === 'es') return saved;
  if (page === 'es') return 'es';
  const first = browser.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'en' || tag === 'es');
  return first === 'es' ? 'es' : 'en';
}

/** Whether people to ring stand on Right now before the PIN; on until the person turns it off. */
export const readRingShown = (read: Read): boolean => read(RING_SHOWN_KEY) !== 'no';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const readTheme = (read: Read): Theme => THEMES.find((theme) => theme === read(THEME_KEY)) ?? 'auto';
