/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import {
  IMMUTABLE,
  answer,
  cacheName,
  fillCache,
  otherCaches,
  type Manifest,
} from '../lib/platform/precache.ts';
import { chosenLanguage, noticeFor, openPage } from './notify.ts';

/*
 * One version, whole or not at all. Installing fetches every file of the build and checks its hash; a tab keeps
 * the version it was opened with while it is in use; the next opening finds the new one.
 * scripts/finish.ts puts the manifest in place of the name below, so that a new build is a new worker.
 */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const manifest = JSON.parse('__HOLDFAST_MANIFEST__') as Manifest;

worker.addEventListener('install', (event) => {
  event.waitUntil(install());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const how = answer(request, worker.location.origin, manifest);
  if (how.from === 'cache') event.respondWith(fromCache(event, how.path));
  else if (how.from === 'any-cache') event.respondWith(fromAnyCache(request, how.path));
  else if (how.from === 'network-then')
    event.respondWith(fetch(request).catch(() => fromCache(event, how.path)));
});

worker.addEventListener('push', (event) => {
  event.waitUntil(notify(event.data));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openPage(worker.clients));
});

async function notify(data: PushMessageData | null): Promise<void> {
  const bytes = new Uint8Array(data?.arrayBuffer() ?? new ArrayBuffer(0));
  const language = await chosenLanguage(caches).catch(() => undefined);
  const { title, options } = noticeFor(bytes, language);
  await worker.registration.showNotification(title, options);
}

async function install(): Promise<void> {
  const name = cacheName(manifest);
  const cache = await caches.open(name);
  const older = await Promise.all(
    otherCaches(await caches.keys(), manifest).map((other) => caches.open(other)),
  );
  try {
    await fillCache({
      manifest,
      fetchFile: (path) => fetch(path, { cache: 'no-cache', credentials: 'same-origin', redirect: 'error' }),
      // oxlint-disable-next-line no-restricted-properties -- hashes public files; vault has no place in a service worker
      digest: (bytes) => crypto.subtle.digest('SHA-256', bytes),
      keep: (path, response) => cache.put(path, response),
      // Only names that carry their own hash can be the same file in two versions.
      reuse: async (path) => {
        if (!path.startsWith(IMMUTABLE)) return undefined;
        for (const other of older) {
          const found = await other.match(path);
          if (found) return found;
        }
        return undefined;
      },
    });
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

async function activate(): Promise<void> {
  // A tab that still shows the version before may need the rest of its files; the next activation clears them.
  if ((await openTabs()) < 2)
    for (const name of otherCaches(await caches.keys(), manifest)) await caches.delete(name);
  await worker.clients.claim();
}

const fromAnyCache = async (request: Request, path: string): Promise<Response> =>
  (await caches.match(path)) ?? fetch(request);

/** From this version's cache. When the only open tab goes to another page, a waiting version is let in first. */
async function fromCache(event: FetchEvent, path: string): Promise<Response> {
  const { waiting } = worker.registration;
  if (event.request.mode === 'navigate' && waiting && (await onlyTabLeaves())) {
    waiting.postMessage('take-over');
    return new Response('', { headers: { refresh: '0', 'content-type': 'text/html' } });
  }
  const cache = await caches.open(cacheName(manifest));
  return (await cache.match(path)) ?? fetch(event.request);
}

const openTabs = async () => (await worker.clients.matchAll({ type: 'window' })).length;

/**
 * Whether no tab would be left on the old version. A navigation in a tab and a second tab being opened look the
 * same from here, so the tab is asked whether it is on its way out. A tab that does not answer is in use.
 */
async function onlyTabLeaves(): Promise<boolean> {
  const tabs = await worker.clients.matchAll({ type: 'window' });
  const [only] = tabs;
  if (!only) return true;
  if (tabs.length > 1) return false;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const patience = setTimeout(() => resolve(false), 200);
    port1.onmessage = (answered) => {
      clearTimeout(patience);
      resolve(answered.data === true);
    };
    only.postMessage('leaving?', [port2]);
  });
}
