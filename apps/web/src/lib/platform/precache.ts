/** What a build consists of: `{path: sha256 in hex}`, written by scripts/finish.ts. */
export interface Manifest {
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Files below this path carry their own hash in their name: equal names are equal files in any version. */
export const IMMUTABLE = '/_app/immutable/';

const PREFIX = 'holdfast-';
export const cacheName = (manifest: Manifest): string => PREFIX + manifest.version;

/** Caches of other versions. */
export const otherCaches = (names: readonly string[], manifest: Manifest): string[] =>
  names.filter((name) => name.startsWith(PREFIX) && name !== cacheName(manifest));

/** How a request is answered. */
export type Answer =
  /** From this version's cache, under that path. */
  | { readonly from: 'cache'; readonly path: string }
  /** A file of another version, which a tab opened earlier may still ask for. Its name carries its hash. */
  | { readonly from: 'any-cache'; readonly path: string }
  /** A page that is not in the build: the network, else the shell's own not-found page. */
  | { readonly from: 'network-then'; readonly path: string }
  /** Not ours to answer: calls to the server, other origins, other methods. */
  | { readonly from: 'network' };

/**
 * Decides how a request is answered. Calls under `/api/` are never cached, nor is anything but GET.
 * @param request the parts of the request that matter
 */
export function answer(
  request: { readonly method: string; readonly url: string; readonly mode: string },
  origin: string,
  manifest: Manifest,
): Answer {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) return { from: 'network' };
  if (url.pathname === '/api' || url.pathname.startsWith('/api/')) return { from: 'network' };
  const path = url.pathname.length > 1 ? url.pathname.replace(/\/$/, '') : '/';
  if (Object.hasOwn(manifest.files, path)) return { from: 'cache', path };
  if (path.startsWith(IMMUTABLE)) return { from: 'any-cache', path };
  if (request.mode === 'navigate') return { from: 'network-then', path: '/not-found' };
  return { from: 'network' };
}

/** Lower-case hex, as in the manifest. */
export const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

interface Fill {
  readonly manifest: Manifest;
  readonly fetchFile: (path: string) => Promise<Response>;
  readonly digest: (bytes: ArrayBuffer) => Promise<ArrayBuffer>;
  readonly keep: (path: string, response: Response) => Promise<void>;
  /** Files of an earlier version with the same hash need no download. */
  readonly reuse: (path: string, sha256: string) => Promise<Response | undefined>;
}

/**
 * Fills a cache with one whole version. Rejects when a single file is missing or differs from its hash, so that
 * a half-updated server or a bad proxy can never install a mixture; the version in use then stays.
 */
export async function fillCache({ manifest, fetchFile, digest, keep, reuse }: Fill): Promise<void> {
  const queue = Object.entries(manifest.files);
  const take = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [path, sha256] = next;
      const response = (await reuse(path, sha256)) ?? (await fetchFile(path));
      if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      const bytes = await response.arrayBuffer();
      if (hex(await digest(bytes)) !== sha256) throw new Error(`${path} is not the file of this version`);
      const headers = new Headers(response.headers);
      // The stored body is already decoded; the old length and coding would be wrong.
      headers.delete('content-encoding');
      headers.delete('content-length');
      await keep(path, new Response(bytes, { headers }));
    }
  };
  await Promise.all(Array.from({ length: 6 }, take));
}
