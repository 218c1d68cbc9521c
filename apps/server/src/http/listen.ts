import type { Server } from 'node:http';
import type { Result, Timers } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import { every } from '../timers.ts';

/** Starts listening and answers the port. The error is a sentence for the host. */
export function listen(server: Server, host: string, port: number): Promise<Result<number, string>> {
  // Slow senders hold a connection for so long at most.
  server.headersTimeout = 15_000;
  server.requestTimeout = 60_000;
  // Longer than proxies keep theirs, so that they never send into a connection that is being closed.
  server.keepAliveTimeout = 75_000;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentence = SENTENCES[error.code ?? '']?.(host, port);
      if (sentence === undefined) reject(error);
      else resolve(err(sentence));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(ok(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

const SENTENCES: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (_, port) =>
    `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
  EACCES: (_, port) => `You may not open port ${port}. Choose one from 1024 on: PORT=8080 npm start`,
  EADDRNOTAVAIL: (host) => `This machine has no address ${host}. Leave HOST unset, or set it to 0.0.0.0.`,
};

/** Stops accepting, waits for requests under way, and after `ms` cuts what is left. */
export async function stopListening(server: Server, timers: Timers, ms: number): Promise<void> {
  // A connection that has had its answer stays open for the next request; nobody needs it now.
  const stopClosing = every(timers, 50, () => server.closeIdleConnections());
  const cancel = timers.after(ms, () => server.closeAllConnections());
  await new Promise<void>((resolve) => server.close(() => resolve()));
  cancel();
  await stopClosing();
}
