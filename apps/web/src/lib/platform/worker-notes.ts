/**
 * What a page leaves for the service worker, which has no localStorage. The name does not begin with 'holdfast-': those
 * caches are versions of the app, and are cleared.
 */
export const NOTES_CACHE = 'hf-notes';
export const LANGUAGE_NOTE = '/hf-notes/language';

/** Leaves the language for notifications. Where there is no cache there is no service worker either. */
export async function noteLanguage(language: string): Promise<void> {
  if (!('caches' in globalThis)) return;
  try {
    await (await caches.open(NOTES_CACHE)).put(LANGUAGE_NOTE, new Response(language));
  } catch {
    // A full phone: notifications then come in English.
  }
}
