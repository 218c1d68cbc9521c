import { lintCatalogue } from '@holdfast/safety';
import { expect, test } from 'vitest';
import { notificationWords as en } from './en/notifications.ts';
import { notificationWords as es } from './es/notifications.ts';

test.each([
  ['en', en],
  ['es', es],
] as const)('what a lock screen shows in %s is plain, and names nothing', (locale, words) => {
  expect(lintCatalogue(locale, words, 'general')).toEqual([]);
  expect(Object.values(words).join(' ')).not.toMatch(/holdfast|recover|recupera|check|medic|dose|dosis/i);
});
