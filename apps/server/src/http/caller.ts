import type { IncomingMessage } from 'node:http';

export interface CallerOptions {
  readonly publicUrl: string | undefined;
  readonly trustProxy: boolean;
}

/** The last value of a header that a trusted proxy appends to: what it saw itself. */
function lastOf(request: IncomingMessage, header: string): string | undefined {
  const value = request.headers[header];
  const text = Array.isArray(value) ? value.at(-1) : value;
  return text?.split(',').at(-1)?.trim() || undefined;
}

/** The address to count limits by. It is neither stored nor logged. */
export function addressOf(request: IncomingMessage, { trustProxy }: CallerOptions): string {
  const forwarded = trustProxy ? lastOf(request, 'x-forwarded-for') : undefined;
  return forwarded ?? request.socket.remoteAddress ?? '';
}

/** Whether a host is this machine for whoever asks: no page from elsewhere can be served under such a name. */
const isLoopback = (hostname: string): boolean =>
  hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname) || /^(.+\.)?localhost$/.test(hostname);

/**
 * [AUT-1] The origin that proofs in this request must name. Without a public address it is what the request names, and
 * only where that is this machine: a relay would name its own, have a phone sign for it, and log in with that. Undefined
 * for anything else.
 */
export function originOf(
  request: IncomingMessage,
  { publicUrl, trustProxy }: CallerOptions,
): string | undefined {
  if (publicUrl !== undefined) return publicUrl;
  const host = request.headers.host;
  if (host === undefined) return undefined;
  const scheme = trustProxy && lastOf(request, 'x-forwarded-proto') === 'https' ? 'https' : 'http';
  const url = `${scheme}://${host}`;
  const { origin, hostname } = URL.canParse(url) ? new URL(url) : { origin: undefined, hostname: '' };
  return isLoopback(hostname) ? origin : undefined;
}
