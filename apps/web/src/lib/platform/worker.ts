import { scriptUrl } from './trusted-types.ts';

const WORKER = '/service-worker.js';

/**
 * Registers the service worker under the policy `hf-sw`, which lets that one address through and nothing else.
 * Call after the first paint: it fetches the whole app.
 * @param onwaiting called when another version is ready and waits
 */
export async function registerWorker(onwaiting: () => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  let registration: ServiceWorkerRegistration | undefined;
  try {
    registration = await navigator.serviceWorker.register(scriptUrl(WORKER), {
      type: 'module',
      updateViaCache: 'none',
    });
  } catch {
    return; // private windows and plain http: everything still works, with signal
  }
  if (!registration) return; // some privacy extensions swallow the call
  const held = registration;
  const offer = () => {
    if (held.waiting && navigator.serviceWorker.controller) onwaiting();
  };
  offer();
  held.addEventListener('updatefound', () => {
    held.installing?.addEventListener('statechange', offer);
  });
}

/**
 * A tab whose version was replaced from another tab reloads when nobody looks at it, so that it never mixes.
 * Does nothing on the first visit, when a worker takes over for the first time.
 */
export function reloadWhenReplaced(): void {
  if (!('serviceWorker' in navigator) || !navigator.serviceWorker.controller) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    const whenHidden = () => document.visibilityState === 'hidden' && location.reload();
    document.addEventListener('visibilitychange', whenHidden);
  });
}

/** Answers the service worker's question whether this tab is on its way to another page. */
export function sayWhenLeaving(): void {
  if (!('serviceWorker' in navigator)) return;
  let leaving = false;
  addEventListener('beforeunload', () => {
    leaving = true;
    // The reader may stay after all: a download, a phone call, a second thought.
    setTimeout(() => (leaving = false), 3000);
  });
  navigator.serviceWorker.addEventListener('message', (event) => {
    if (event.data === 'leaving?') event.ports[0]?.postMessage(leaving);
  });
}
