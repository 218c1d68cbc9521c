import type { Handle } from '@sveltejs/kit/hooks';

/** Runs while pages are prerendered: names the page's language where a reader without JavaScript needs it. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%holdfast.lang%', event.params['lang'] ?? 'en'),
  });
