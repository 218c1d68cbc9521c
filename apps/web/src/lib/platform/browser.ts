import { toBase64Url } from '@holdfast/base';
/** What this browser says of itself, for hints on where keys last. */
export const browserFacts = () => ({
  userAgent: navigator.userAgent,
  maxTouchPoints: navigator.maxTouchPoints,
  standalone:
    matchMedia('(display-mode: standalone)').matches ||
    (navigator as { standalone?: boolean }).standalone === true,
});

export const pageOrigin = (): string => location.origin;

/** Puts a chosen theme on the page; 'auto' follows the phone. */
export function applyTheme(theme: 'auto' | 'light' | 'dark'): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Whether the page is dark now, by what was chosen or by the phone. */
export function isDark(): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
}

/** A number from 0 up to 1. */
export const chance = (): number => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;
/** A random UUID, for names inside a file. */
export const uuid = (): string => crypto.randomUUID();

/** An id for a record that others will name, 96 random bits. */
export const freshId = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(12)));
