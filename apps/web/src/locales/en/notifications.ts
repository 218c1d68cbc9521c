import type { Widen } from '../locale.ts';

/**
 * All that a notification ever says. It stands on a lock screen that anyone may look at, so it names nobody and
 * nothing.
 */
const words = {
  reminder: 'Reminder',
  ask: 'Someone would like to reach you',
} as const;

export type NotificationWords = Widen<typeof words>;
export const notificationWords: NotificationWords = words;
