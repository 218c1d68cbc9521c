import type { Context } from 'hono';
import type { Asset, Encoding, Site } from './site.ts';

/** [OPS-8] Serves the built web app: clean URLs, compressed twins, ETags, its own 404 page. */
export const serveSite =
  (site: Site) =>
  (context: Context): Response => {
    const { pathname, search } = new URL(context.req.url);
    const asset = site.get(pathname) ?? site.get(decoded(pathname));
    if (asset !== undefined) return sendAsset(context, asset, 200);
    const bare = pathname.replace(/\/+$/, '');
    // One address for one page. `bare` starts with exactly one slash, so this cannot lead to another host.
    if (bare !== pathname && /^\/[^/\\]/.test(bare) && site.has(bare))
      return context.redirect(bare + search, 308);
    return notFound(site)(context);
  };

export const notFound =
  (site: Site) =>
  (context: Context): Response => {
    const { path } = context.req;
    // A language has its own page, if it has one.
    const page = path.startsWith('/api/')
      ? undefined
      : (site.get(`/${path.split('/')[1]}/not-found`) ?? site.get('/not-found'));
    return page === undefined ? context.text('Not found', 404) : sendAsset(context, page, 404);
  };

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

function encodingFor(asset: Asset, accepted: string): Encoding | undefined {
  const offered = new Map(
    accepted.split(',').map((part) => {
      const [name = '', ...rest] = part.split(';');
      return [name.trim().toLowerCase(), !/q=0(\.0*)?$/.test(rest.join(';').trim())] as const;
    }),
  );
  return (['br', 'gzip'] as const).find(
    (encoding) => asset.encoded[encoding] !== undefined && offered.get(encoding),
  );
}

function sendAsset(context: Context, asset: Asset, status: 200 | 404): Response {
  const encoding = encodingFor(asset, context.req.header('accept-encoding') ?? '');
  const etag = `"${asset.hash}${encoding === undefined ? '' : `-${encoding}`}"`;
  const headers: Record<string, string> = {
    'content-type': asset.type,
    'cache-control': asset.cache,
    vary: 'accept-encoding',
    etag,
    ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
  };
  const known = context.req
    .header('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (status === 200 && known?.includes(etag)) return new Response(null, { status: 304, headers });
  const body = encoding === undefined ? asset.body : asset.encoded[encoding]!;
  return new Response(body as Uint8Array<ArrayBuffer>, {
    status,
    headers: { ...headers, 'content-length': String(body.length) },
  });
}
