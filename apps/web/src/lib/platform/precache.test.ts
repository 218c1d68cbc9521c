import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { answer, cacheName, fillCache, otherCaches, type Manifest } from './precache.ts';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const manifest: Manifest = {
  version: 'v1',
  files: { '/': sha('home'), '/now': sha('now'), '/a.js': sha('a') },
};
const bodies: Record<string, string> = { '/': 'home', '/now': 'now', '/a.js': 'a' };
const origin = 'https://h.example';
const get = (path: string, mode = 'no-cors', method = 'GET') =>
  answer({ method, url: origin + path, mode }, origin, manifest);

function fill(
  over: Record<string, string> = {},
  reuse: (path: string) => Response | undefined = () => undefined,
) {
  const kept = new Map<string, string>();
  const fetched: string[] = [];
  const done = fillCache({
    manifest,
    fetchFile: async (path) => {
      fetched.push(path);
      const body = { ...bodies, ...over }[path];
      return body === undefined || body === '404' ? new Response('', { status: 404 }) : new Response(body);
    },
    digest: async (bytes) => crypto.subtle.digest('SHA-256', bytes),
    keep: async (path, response) => void kept.set(path, await response.text()),
    reuse: async (path) => reuse(path),
  });
  return { done, kept, fetched };
}

test('the packs of the host are asked of the network, and never taken from the app’s own files', () => {
  expect(get('/packs.json')).toEqual({ from: 'network' });
  expect(get('/packs.json', 'cors')).toEqual({ from: 'network' });
});

test('a whole version is kept when every hash is right', async () => {
  const { done, kept } = fill();
  await done;
  expect(Object.fromEntries(kept)).toEqual(bodies);
});

test('one altered or missing file refuses the whole version', async () => {
  await expect(fill({ '/a.js': 'altered' }).done).rejects.toThrow('/a.js is not the file of this version');
  await expect(fill({ '/now': '404' }).done).rejects.toThrow('/now answered 404');
});

test('a file the old version already has is not fetched again, but is still checked', async () => {
  const { done, fetched } = fill({}, (path) => (path === '/now' ? new Response('now') : undefined));
  await done;
  expect(fetched.sort()).toEqual(['/', '/a.js']);
  await expect(fill({}, (path) => (path === '/now' ? new Response('old') : undefined)).done).rejects.toThrow(
    '/now',
  );
});

test('files of the build come from this version’s cache, whatever the query', () => {
  expect(get('/now')).toEqual({ from: 'cache', path: '/now' });
  expect(get('/now?x=1')).toEqual({ from: 'cache', path: '/now' });
  expect(get('/now/')).toEqual({ from: 'cache', path: '/now' });
  expect(get('/', 'navigate')).toEqual({ from: 'cache', path: '/' });
});

test('the server’s own calls, other methods and other origins are never touched', () => {
  for (const path of ['/api', '/api/v1/spaces', '/api/']) expect(get(path)).toEqual({ from: 'network' });
  expect(get('/now', 'no-cors', 'POST')).toEqual({ from: 'network' });
  expect(
    answer({ method: 'GET', url: 'https://other.example/now', mode: 'navigate' }, origin, manifest),
  ).toEqual({
    from: 'network',
  });
});

test('an unknown page asks the network and falls back to the page that says so', () => {
  expect(get('/nowhere', 'navigate')).toEqual({ from: 'network-then', path: '/not-found' });
  expect(get('/missing.js')).toEqual({ from: 'network' });
  expect(get('/__proto__')).toEqual({ from: 'network' });
});

test('a tab of an older version still finds its own files, and only those', () => {
  expect(get('/_app/immutable/chunks/old.js')).toEqual({
    from: 'any-cache',
    path: '/_app/immutable/chunks/old.js',
  });
});

test('old caches are found, foreign ones left alone', () => {
  expect(otherCaches(['holdfast-v0', cacheName(manifest), 'else'], manifest)).toEqual(['holdfast-v0']);
});
