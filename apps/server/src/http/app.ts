import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { ApiParts } from './api.ts';
import { api } from './api.ts';
import { securityHeaders } from './headers.ts';
import type { Site } from './site.ts';
import { notFound, serveSite } from './static.ts';

export interface AppParts extends ApiParts {
  readonly site: Site;
  /** Whether the database answers. */
  readonly isReady: () => Promise<boolean>;
}

/** Every route there is. */
export function buildApp(parts: AppParts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(securityHeaders(parts.publicUrl));
  app.post('/api/v1/:verb', api(parts));
  app.get('/healthz', (context) => context.text('ok', 200, { 'cache-control': 'no-store' }));
  app.get('/readyz', async (context) => {
    const isReady = await parts.isReady();
    return context.text(isReady ? 'ready' : 'waiting for the database', isReady ? 200 : 503, {
      'cache-control': 'no-store',
    });
  });
  app.get('/api/*', (context) => context.notFound());
  app.get('*', serveSite(parts.site));
  app.notFound(notFound(parts.site));
  app.onError((error, context) => {
    parts.logger.warn('bug', { name: error.name });
    return context.text('Something went wrong', 500);
  });
  return app;
}
