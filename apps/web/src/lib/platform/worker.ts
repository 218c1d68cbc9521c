/** A script URL as the browser accepts it under `require-trusted-types-for 'script'`. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

const WORKER = '/service-worker.js';

/**
 * Registers the service worker under the policy `hf-sw`, which lets that one address through and nothing else.
 * Call after the first paint: it fetches the whole app.
 * @param onwaiting called when another version is ready and waits
 */
export async function registerWorker(onwaiting: (worker: ServiceWorker) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('hf-sw', {
    createScriptURL: (url) => {
      if (url !== WORKER) throw new TypeError('Only the service worker is registered by script.');
      return url;
    },
  });
  let registration: ServiceWorkerRegistration;
  try {
    registration = await navigator.serviceWorker.register(policy?.createScriptURL(WORKER) ?? WORKER, {
      type: 'module',
      updateViaCache: 'none',
    });
  } catch {
    return; // private windows and plain http: everything still works, with signal
  }
  const offer = () => {
    if (registration.waiting && navigator.serviceWorker.controller) onwaiting(registration.waiting);
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
}

/** Lets the waiting version take over, then loads it. Other open tabs reload when they are next hidden. */
export function useNewVersion(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  worker.postMessage('take-over');
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
