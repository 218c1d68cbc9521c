import type { MiddlewareHandler } from 'hono';

/** Features that a page could ask for. Those not in `SELF` are off, for our own pages too. */
const FEATURES = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'xr-spatial-tracking',
];
const SELF = new Set([
  'camera',
  'microphone',
  'geolocation',
  'publickey-credentials-get',
  'publickey-credentials-create',
  'screen-wake-lock',
]);
const PERMISSIONS = FEATURES.map((name) => `${name}=${SELF.has(name) ? '(self)' : '()'}`).join(', ');

/** [OPS-7] Nothing inline and nothing from elsewhere. `wasm-unsafe-eval` is for libsodium. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html sveltekit-trusted-url hf-sw',
].join('; ');

/** Sets the security headers on every answer. */
export function securityHeaders(publicUrl: string | undefined): MiddlewareHandler {
  const fixed: Record<string, string> = {
    'content-security-policy': POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'permissions-policy': PERMISSIONS,
    'origin-agent-cluster': '?1',
    // Two years. Only behind TLS: over plain HTTP browsers ignore it.
    ...(publicUrl?.startsWith('https:') ? { 'strict-transport-security': 'max-age=63072000' } : {}),
  };
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    for (const [name, value] of Object.entries(fixed)) headers.set(name, value);
  };
}
