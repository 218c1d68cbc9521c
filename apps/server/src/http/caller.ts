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

/** [AUT-1] The origin that proofs in this request must name, or undefined when the request names none. */
export function originOf(
  request: IncomingMessage,
  { publicUrl, trustProxy }: CallerOptions,
): string | undefined {
  if (publicUrl !== undefined) return publicUrl;
  const host = request.headers.host;
  if (host === undefined) return undefined;
  const scheme = trustProxy && lastOf(request, 'x-forwarded-proto') === 'https' ? 'https' : 'http';
  const url = `${scheme}://${host}`;
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
