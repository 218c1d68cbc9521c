import { decodePushMessage } from '@holdfast/protocol/push-message';
import { NOTES_CACHE, LANGUAGE_NOTE } from '../lib/platform/worker-notes.ts';
import { notificationWords as en } from '../locales/en/notifications.ts';
import { notificationWords as es } from '../locales/es/notifications.ts';

/** A notification to show: a fixed text as its title, and nothing below it. */
export interface Notice {
  readonly title: string;
  readonly options: NotificationOptions;
}

/**
 * What to show for a push. The message says which of two texts, and a name: a push that comes twice takes the place of the
 * first without a sound. One that cannot be read still has to show something, or the browser does so in words of its own.
 */
export function noticeFor(bytes: Uint8Array, language: string | undefined): Notice {
  const message = decodePushMessage(bytes);
  const lang = language === 'es' ? 'es' : 'en';
  const words = lang === 'es' ? es : en;
  return {
    title: words[message?.kind ?? 'reminder'],
    options: { lang, tag: message?.tag ?? 'reminder', icon: '/icon-192.png' },
  };
}

/** The language chosen in the page, which keeps it where a worker can read. */
export async function chosenLanguage(store: CacheStorage): Promise<string | undefined> {
  const note = await (await store.open(NOTES_CACHE)).match(LANGUAGE_NOTE);
  return note?.text();
}

/** Where a tap on a notification leads: a page that is open comes to the front as it is, so nothing typed is lost. */
export async function openPage(clients: Clients): Promise<void> {
  const [open] = await clients.matchAll({ type: 'window' });
  if (open) await open.focus();
  else await clients.openWindow('/today');
}
