import * as v from 'valibot';
import { LIMITS } from './limits.ts';

/** Names that no public push service has. */
const INNER = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|arpa|invalid|test|onion)$/;

/**
 * [PSH-3] Whether text is the address of a public push service as far as its form tells: https, the usual port, a name
 * and not an address. Whoever sends there still looks at what the name resolves to.
 */
export function isPublicEndpoint(text: string): boolean {
  if (text.length > LIMITS.endpointLetters || !URL.canParse(text)) return false;
  const { protocol, hostname, port, username, password, hash, href } = new URL(text);
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '' || hash !== '') return false;
  // Anything but a name: [::1], 127.0.0.1, and the other ways to write numbers, which the parser has made plain.
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(hostname) || INNER.test(hostname)) return false;
  return href === text;
}

export const endpointSchema = v.pipe(v.string(), v.check(isPublicEndpoint, 'not a public push service'));
